#include "base/files.hpp"
#include "catch.hpp"
#include "publish/manifest.hpp"
#include "publish/publish.hpp"
#include "support/temp_folder.hpp"

#include <fmt/format.h>

#include <csignal>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace localoffer;
using testing::TempFolder;
namespace fs = std::filesystem;

namespace {

const PublishOptions options{
    {"localoffer 0.1.0", "a test", "", "", ""}, 1, false}; // no threads: the child is forked

std::vector<Output> outputs_of(const std::string &edition) {
  std::vector<Output> outputs{{"index.html", "home " + edition}, {"same.css", "the same in both"}};
  for (int i = 0; i < 6; ++i)
    outputs.push_back({fmt::format("{}/p{}/index.html", i % 2 == 0 ? edition : "both", i), edition});
  return outputs;
}

/// Whether the folder is wholly what was published from these outputs.
bool is_whole(const fs::path &target, const std::vector<Output> &outputs) {
  if (read_manifest(target) != make_manifest(outputs, options.from)) return false;
  std::size_t files = 0;
  for (const auto &item : fs::recursive_directory_iterator(target))
    if (item.is_regular_file()) ++files;
  for (const auto &output : outputs)
    if (!fs::exists(target / output.path) || read_file(target / output.path) != output.bytes) return false;
  return files == outputs.size() + 1;
}

enum class Ended { killed, finished, cannot_trace };

/// Publishes in a child process that is killed as it goes into or comes out of its `stop`th system call.
Ended publish_until(const std::vector<Output> &outputs, const fs::path &target, int stop) {
  const pid_t child = ::fork();
  if (child == 0) {
    if (::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0) ::_exit(9);
    ::raise(SIGSTOP);
    int status = 0;
    try {
      publish(outputs, target, options);
    } catch (...) {
      status = 1;
    }
    ::_exit(status);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  for (int calls = 0; WIFSTOPPED(status); ++calls) {
    if (calls == stop) {
      ::kill(child, SIGKILL);
      ::waitpid(child, &status, 0);
      return Ended::killed;
    }
    ::ptrace(PTRACE_SYSCALL, child, nullptr, nullptr);
    ::waitpid(child, &status, 0);
  }
  if (WIFEXITED(status) && WEXITSTATUS(status) == 9) return Ended::cannot_trace;
  REQUIRE(WIFEXITED(status));
  REQUIRE(WEXITSTATUS(status) == 0);
  return Ended::finished;
}

} // namespace

TEST_CASE("killed at any moment, a run leaves a whole site, and the next run leaves no litter") {
  const auto old_site = outputs_of("old");
  const auto new_site = outputs_of("new");
  int killed = 0;
  int kept_old = 0;
  // Every third stop, so that both sides of system calls are met.
  for (int stop = 1;; stop += 3) {
    const TempFolder folder;
    const auto target = folder.path() / "site";
    publish(old_site, target, options);
    const auto ended = publish_until(new_site, target, stop);
    if (ended == Ended::cannot_trace) {
      WARN("this system lets no process trace its own child: not tried");
      return;
    }
    INFO("killed at stop " << stop);
    const bool is_old = is_whole(target, old_site);
    CHECK((is_old || is_whole(target, new_site)));
    if (ended == Ended::finished) break;
    ++killed;
    kept_old += is_old ? 1 : 0;
    // Also when the run that clears up is killed in its turn.
    publish_until(new_site, target, stop / 2 + 1);
    publish(new_site, target, options);
    CHECK(is_whole(target, new_site));
    CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 1);
  }
  CHECK(killed > 20);
  CHECK(kept_old > 0);
  CHECK(kept_old < killed);
}
