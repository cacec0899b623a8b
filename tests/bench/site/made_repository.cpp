#include "made_repository.hpp"

#include "made_milestone.hpp"
#include "made_site.hpp"
#include "run_program.hpp"

#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace bench {
namespace {

namespace fs = std::filesystem;

void git(const fs::path &folder, std::vector<std::string> words) {
  words.insert(words.begin(), {"git", "-C", folder.string()});
  run_program(words);
}

/// The settings of the person who runs this must not change what is made.
void be_nobody() {
  for (const auto &[name, value] : {std::pair{"GIT_CONFIG_GLOBAL", "/dev/null"},
                                    {"GIT_CONFIG_NOSYSTEM", "1"},
                                    {"GIT_AUTHOR_NAME", "Somebody"},
                                    {"GIT_AUTHOR_EMAIL", "somebody@example.org"},
                                    {"GIT_AUTHOR_DATE", "2021-03-25T16:00:00Z"},
                                    {"GIT_COMMITTER_NAME", "Somebody"},
                                    {"GIT_COMMITTER_EMAIL", "somebody@example.org"},
                                    {"GIT_COMMITTER_DATE", "2021-03-25T16:00:00Z"}})
    ::setenv(name, value, 1);
}

std::string text_of(const fs::path &file) {
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return text.str();
}

} // namespace

void make_repository(const fs::path &folder, int milestones) {
  be_nobody();
  fs::remove_all(folder);
  fs::create_directories(folder);
  git(folder, {"init", "--quiet", "--initial-branch=main"});
  // One pack for all, as a clone has it, and not 10,000 files.
  std::FILE *out = ::popen(
      fmt::format("git -C '{}' -c fastimport.unpackLimit=0 fast-import --quiet", folder.string()).c_str(),
      "w");
  if (out == nullptr) throw std::runtime_error("cannot run git fast-import");
  constexpr std::string_view message = "The plan as it was promised";
  fmt::print(
      out,
      "commit refs/heads/main\ncommitter Somebody <somebody@example.org> 1616673600 +0000\ndata {}\n{}\n",
      message.size(), message);
  make_site(milestones, [&](const std::string &path, const std::string &text) {
    fmt::print(out, "M 100644 inline {}\ndata {}\n{}\n", path, text.size(), text);
  });
  if (::pclose(out) != 0) throw std::runtime_error("git fast-import failed in " + folder.string());
  // As git packs what is pushed and kept: fast-import makes long chains of what follows each other in time.
  git(folder, {"repack", "-a", "-d", "-f", "--quiet"});
  git(folder, {"tag", "base"});
  forget_changes(folder);
}

void forget_changes(const fs::path &folder) {
  be_nobody();
  git(folder, {"reset", "--quiet", "--hard", "base"});
}

void change_one_status(const fs::path &folder, int milestones) {
  be_nobody();
  constexpr std::string_view before = "status: on-track\n", after = "status: at-risk\n";
  for (int number = milestones / 2; number < milestones; ++number) {
    const fs::path file = folder / milestone_path(number);
    std::string text = text_of(file);
    const auto at = text.find(before);
    if (at == std::string::npos) continue;
    text.replace(at, before.size(), after);
    std::ofstream(file, std::ios::binary) << text;
    git(folder, {"commit", "--quiet", "--all", "--message", "One promise is at risk"});
    return;
  }
  throw std::runtime_error("no promise is on track in " + folder.string());
}

} // namespace bench
