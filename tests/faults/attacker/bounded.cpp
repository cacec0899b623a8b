// Runs a program within bounds, and says what it took.
//   bounded SECONDS MEGABYTES REPORT PROGRAM [ARGUMENT...]
// SECONDS are the processor's, so that a busy machine makes no difference; on the wall there may be ten times
// as many. REPORT becomes one line of JSON. RSS comes from wait4, so that a short peak is seen too. The
// bounds are the kernel's: address space, processor time and the size of a file; the clock on the wall is
// watched here.
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

volatile sig_atomic_t child = 0;
volatile sig_atomic_t timed_out = 0;

void stop_child(int) {
  timed_out = 1;
  kill(-child, SIGKILL);
}

void limit(int what, rlim_t most) {
  const rlimit both{most, most};
  setrlimit(static_cast<__rlimit_resource>(what), &both);
}

/// Address space is more than memory: threads' stacks and mapped packs count, and cost nothing until they are
/// touched.
constexpr rlim_t mapped_for_each_megabyte = 4u << 20;
constexpr rlim_t largest_file = 1u << 28;
constexpr unsigned on_the_wall = 10;

double seconds_since(const timespec &begin) {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<double>(now.tv_sec - begin.tv_sec) +
         static_cast<double>(now.tv_nsec - begin.tv_nsec) / 1e9;
}

} // namespace

int main(int count, char **words) {
  if (count < 5) return 2;
  const long seconds = std::atol(words[1]);
  const long megabytes = std::atol(words[2]);
  timespec begin{};
  clock_gettime(CLOCK_MONOTONIC, &begin);
  const pid_t started = fork();
  if (started == 0) {
    setpgid(0, 0);
    limit(RLIMIT_AS, static_cast<rlim_t>(megabytes) * mapped_for_each_megabyte);
    limit(RLIMIT_FSIZE, largest_file);
    limit(RLIMIT_CORE, 0);
    const rlimit processor{static_cast<rlim_t>(seconds), static_cast<rlim_t>(seconds) + 5};
    setrlimit(RLIMIT_CPU, &processor);
    execv(words[4], words + 4);
    _exit(127);
  }
  setpgid(started, started);
  child = started;
  std::signal(SIGALRM, stop_child);
  alarm(static_cast<unsigned>(seconds) * on_the_wall);
  int status = 0;
  rusage used{};
  while (wait4(started, &status, 0, &used) < 0 && errno == EINTR)
    continue;
  std::FILE *report = std::fopen(words[3], "w");
  if (report == nullptr) return 2;
  std::fprintf(
      report,
      "{\"status\":%d,\"signal\":%d,\"timedOut\":%s,\"seconds\":%.3f,\"cpu\":%.3f,\"megabytes\":%.1f}\n",
      WIFEXITED(status) ? WEXITSTATUS(status) : -1, WIFSIGNALED(status) ? WTERMSIG(status) : 0,
      timed_out != 0 ? "true" : "false", seconds_since(begin),
      static_cast<double>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
          static_cast<double>(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6,
      static_cast<double>(used.ru_maxrss) / 1024.0);
  std::fclose(report);
  return 0;
}
