#pragma once

#include "base/files.hpp"
#include "support/temp_repository.hpp"

#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>

#include <sys/wait.h>

namespace localoffer::testing {

/// What a run of the program printed, into a pipe.
struct Run {
  int status = -1;
  std::string out, err;
};

inline std::string shell_quoted(const std::string &word) {
  std::string text = "'";
  for (const char c : word)
    text += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return text + "'";
}

/// A repository with one small site that has no mistakes, and the real program to build it with.
struct SmallSite {
  TempRepository repository;

  SmallSite() {
    std::filesystem::copy(SMALL_SITE, repository.path(), std::filesystem::copy_options::recursive);
    repository.commit("Begin");
  }
  std::filesystem::path settings() const { return repository.path() / "site.yaml"; }
  std::filesystem::path out() const { return repository.beside("out"); }
  std::string read(const std::string &file) const { return read_file(repository.path() / file); }

  /// Replaces text in a file of the work tree; the text must be there.
  void replace(const std::string &file, const std::string &from, const std::string &to) const {
    std::string text = read(file);
    const auto at = text.find(from);
    if (at == std::string::npos) throw std::runtime_error("'" + from + "' is not in " + file);
    repository.write(file, text.replace(at, from.size(), to));
  }

  template <class... Words>
  Run run(const Words &...words) const {
    std::string command = "cd " + shell_quoted(repository.beside("").string()) +
                          " && env HOME=" + shell_quoted(repository.home().string()) + " TERM=xterm " +
                          shell_quoted(PROGRAM);
    for (const std::string &word : {std::string(words)...})
      command += " " + shell_quoted(word);
    const auto out_file = repository.beside("printed"), err_file = repository.beside("complaints");
    command += " 2>" + shell_quoted(err_file.string()) + " | cat >" + shell_quoted(out_file.string()) +
               "; exit ${PIPESTATUS[0]}";
    const int status = std::system(("bash -c " + shell_quoted(command)).c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read_file(out_file), read_file(err_file)};
  }
  Run build() const { return run("build", settings().string(), "--out", out().string()); }
};

/// Every file below a folder with its bytes.
inline std::map<std::string, std::string> files_below(const std::filesystem::path &folder) {
  std::map<std::string, std::string> files;
  const auto real = std::filesystem::canonical(folder);
  for (const auto &entry : std::filesystem::recursive_directory_iterator(real))
    if (entry.is_regular_file())
      files[entry.path().lexically_relative(real).string()] = read_file(entry.path());
  return files;
}

} // namespace localoffer::testing
