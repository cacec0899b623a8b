#pragma once

#include "base/files.hpp"
#include "support/temp_folder.hpp"

#include <git2.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include <sys/wait.h>

namespace localoffer::testing {

/// A repository made with the real git command, in a folder that goes away with the test. Neither git nor
/// libgit2 sees the settings of the person who runs the tests: both find their home in an empty folder.
class TempRepository {
public:
  TempRepository() {
    std::filesystem::create_directory(home());
    git_libgit2_init();
    for (const int level : {GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_GLOBAL})
      git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, home().c_str());
    run("init", "--quiet", "--initial-branch=main", path().string());
  }
  ~TempRepository() { git_libgit2_shutdown(); }
  TempRepository(const TempRepository &) = delete;
  TempRepository &operator=(const TempRepository &) = delete;

  std::filesystem::path path() const { return folder_.path() / "plan"; }
  std::filesystem::path beside(const std::string &name) const { return folder_.path() / name; }
  std::filesystem::path home() const { return folder_.path() / "home"; }

  void write(const std::string &file, const std::string &bytes) const { write_file(path() / file, bytes); }

  /// Runs git outside the repository and returns what it prints. Throws when it fails.
  template <class... Words>
  std::string run(const Words &...words) const {
    return run_words({std::string(words)...});
  }
  /// Runs git inside the repository.
  template <class... Words>
  std::string git(const Words &...words) const {
    return run_words({"-C", path().string(), std::string(words)...});
  }

  /// Commits all that lies in the work tree and returns the commit's id. `when` is an ISO date and time with
  /// its zone.
  std::string commit(const std::string &message, const std::string &when = "2021-03-25T12:00:00+00:00") {
    set_date(when);
    git("add", "--all");
    git("commit", "--quiet", "--allow-empty", "--message", message);
    return head();
  }
  std::string head() const {
    std::string id = git("rev-parse", "HEAD");
    id.resize(id.find('\n'));
    return id;
  }
  void set_date(const std::string &when) { date_ = when; }

private:
  static std::string quoted(const std::string &word) {
    std::string text = "'";
    for (const char c : word)
      text += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return text + "'";
  }

  std::string run_words(const std::vector<std::string> &words) const {
    std::string command = "env -i PATH=\"$PATH\" GIT_CONFIG_NOSYSTEM=1 GIT_AUTHOR_NAME=Author "
                          "GIT_AUTHOR_EMAIL=author@example.org GIT_COMMITTER_NAME=Author "
                          "GIT_COMMITTER_EMAIL=author@example.org HOME=" +
                          quoted(home().string()) + " GIT_AUTHOR_DATE=" + quoted(date_) +
                          " GIT_COMMITTER_DATE=" + quoted(date_) + " git -c protocol.file.allow=always";
    for (const auto &word : words)
      command += " " + quoted(word);
    command += " 2>&1";
    std::FILE *pipe = ::popen(command.c_str(), "r");
    if (pipe == nullptr) throw std::runtime_error("cannot run: " + command);
    std::string printed;
    std::array<char, 4096> buffer{};
    for (std::size_t got = 0; (got = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
      printed.append(buffer.data(), got);
    const int status = ::pclose(pipe);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) throw std::runtime_error(command + "\n" + printed);
    return printed;
  }

  TempFolder folder_;
  std::string date_ = "2021-03-25T12:00:00+00:00";
};

} // namespace localoffer::testing
