#include "run_program.hpp"

#include <chrono>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <stdexcept>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace bench {
namespace {

[[noreturn]] void become(const std::vector<std::string> &words, const std::filesystem::path &folder) {
  std::vector<char *> arguments;
  for (const auto &word : words)
    arguments.push_back(const_cast<char *>(word.c_str()));
  arguments.push_back(nullptr);
  const int nowhere = ::open("/dev/null", O_WRONLY);
  if (nowhere >= 0) ::dup2(nowhere, STDOUT_FILENO);
  if (folder.empty() || ::chdir(folder.c_str()) == 0) ::execvp(arguments.front(), arguments.data());
  ::_exit(127);
}

double seconds_of(const timeval &time) {
  return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
}

} // namespace

Cost run_program(const std::vector<std::string> &words, const std::filesystem::path &folder) {
  const auto began = std::chrono::steady_clock::now();
  // The peak of a process begins with that of the one that started it, so this program has to stay small.
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("cannot start a process");
  if (child == 0) become(words, folder);
  int status = 0;
  rusage usage{};
  while (::wait4(child, &status, 0, &usage) < 0) {
  }
  const auto ended = std::chrono::steady_clock::now();
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
    throw std::runtime_error(fmt::format("this failed: {}", fmt::join(words, " ")));
  return {std::chrono::duration<double>(ended - began).count(),
          seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime), usage.ru_maxrss};
}

} // namespace bench
