#include "publish/git_command.hpp"

#include "base/diagnostic.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ; // NOLINT(readability-redundant-declaration): POSIX declares it in no header

namespace localoffer {
namespace {

[[noreturn]] void fail(int error) {
  throw WorldError(std::string("cannot run git: ") + std::strerror(error),
                   "Check that git is installed and that the machine has memory left.");
}

/// In a hook git says by the environment which repository it means; this one is named on the command line.
std::vector<char *> own_environment() {
  std::vector<char *> kept;
  for (char **variable = environ; *variable != nullptr; ++variable) {
    const std::string_view text = *variable;
    const bool names_repository =
        text.starts_with("GIT_DIR=") || text.starts_with("GIT_WORK_TREE=") ||
        text.starts_with("GIT_INDEX_FILE=") || text.starts_with("GIT_QUARANTINE_PATH=") ||
        text.starts_with("GIT_OBJECT_DIRECTORY=") || text.starts_with("GIT_ALTERNATE_OBJECT_DIRECTORIES=");
    if (!names_repository) kept.push_back(*variable);
  }
  kept.push_back(nullptr);
  return kept;
}

std::string read_all(int descriptor) {
  std::string all;
  std::array<char, 4096> some{};
  for (;;) {
    const auto length = ::read(descriptor, some.data(), some.size());
    if (length < 0 && errno == EINTR) continue;
    if (length <= 0) return all;
    all.append(some.data(), static_cast<std::size_t>(length));
  }
}

} // namespace

GitResult run_git(const std::filesystem::path &repository, const std::vector<std::string> &words) {
  std::vector<std::string> all{"git", "-C", repository.string()};
  all.insert(all.end(), words.begin(), words.end());
  std::vector<char *> arguments;
  for (auto &word : all)
    arguments.push_back(word.data());
  arguments.push_back(nullptr);

  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) fail(errno);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, pipe[1], STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, pipe[1], STDERR_FILENO);
  auto environment = own_environment();
  pid_t child = 0;
  const int error = ::posix_spawnp(&child, "git", &actions, nullptr, arguments.data(), environment.data());
  ::posix_spawn_file_actions_destroy(&actions);
  ::close(pipe[1]);
  GitResult result;
  if (error == 0) result.output = read_all(pipe[0]);
  ::close(pipe[0]);
  if (error != 0) fail(error);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
  return result;
}

} // namespace localoffer
