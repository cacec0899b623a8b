#include "catch.hpp"
#include "cli/run_program.hpp"

#include <chrono>
#include <csignal>
#include <httplib.h>
#include <thread>

#include <unistd.h>

using namespace localoffer;
using namespace localoffer::testing;
using namespace std::chrono_literals;

namespace {

/// The program itself, serving a site until the test ends.
class Serving {
public:
  explicit Serving(const SmallSite &site) : log_(site.repository.beside("served").string()) {
    const std::string settings = site.settings().string();
    child_ = fork();
    if (child_ == 0) {
      if (std::freopen(log_.c_str(), "w", stdout) == nullptr ||
          std::freopen("/dev/null", "w", stderr) == nullptr)
        _exit(127);
      execl(PROGRAM, PROGRAM, "serve", settings.c_str(), "--port", "0", nullptr);
      _exit(127);
    }
    for (int tries = 0; tries < 300 && port_ == 0; ++tries) {
      std::this_thread::sleep_for(50ms);
      if (!std::filesystem::exists(log_)) continue;
      const std::string said = read_file(log_);
      const std::string before = "http://localhost:";
      if (const auto at = said.find(before);
          at != std::string::npos && said.find('\n', at) != std::string::npos)
        port_ = std::stoi(said.substr(at + before.size()));
    }
  }
  ~Serving() {
    if (child_ > 0) end();
  }
  Serving(const Serving &) = delete;
  Serving &operator=(const Serving &) = delete;

  int end() {
    int status = -1;
    kill(child_, SIGINT);
    waitpid(child_, &status, 0);
    child_ = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  std::string get(const std::string &path) const {
    httplib::Client client("127.0.0.1", port_);
    client.set_read_timeout(30);
    const auto answer = client.Get(path);
    return answer ? answer->body : "";
  }
  bool shows(const std::string &path, const std::string &text) const {
    for (int tries = 0; tries < 200; ++tries) {
      if (get(path).find(text) != std::string::npos) return true;
      std::this_thread::sleep_for(50ms);
    }
    return false;
  }

private:
  std::string log_;
  pid_t child_ = 0;
  int port_ = 0;
};

} // namespace

TEST_CASE("serve shows the work tree, follows it, survives a mistake and ends with Ctrl-C") {
  SmallSite site;
  Serving serving(site);
  REQUIRE(serving.shows("/", "Progress in Exampleshire"));

  site.replace("site.yaml", "title: Progress in Exampleshire", "title: A saved title");
  CHECK(serving.shows("/", "A saved title"));

  site.replace("content/milestones/milestones.yaml", "status: complete", "status: complet");
  CHECK(serving.shows("/_localoffer/status?after=0", "unknown-status"));
  CHECK(serving.get("/").find("A saved title") != std::string::npos);

  CHECK(serving.end() == 0);
}
