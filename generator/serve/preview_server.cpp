#include "serve/preview_server.hpp"

#include "base/diagnostic.hpp"
#include "serve/preview_state.hpp"
#include "serve/responses.hpp"

#include <algorithm>
#include <atomic>
#include <charconv>
#include <exception>
#include <fmt/format.h>
#include <httplib.h>
#include <sys/socket.h>
#include <thread>

namespace localoffer {
namespace {

using namespace std::chrono_literals;

constexpr auto host = "127.0.0.1";
constexpr int first_port = 8000;
constexpr int ports_to_try = 10;
constexpr auto quiet = 150ms;
constexpr auto longest_status_wait = 20s;
/// Each open page holds one connection that waits for the next build, and browsers keep some more.
constexpr std::size_t connections = 64;

/// The library shares a port between programs (SO_REUSEPORT); here a taken port must be noticed.
void set_socket_options(socket_t socket) {
  const int yes = 1;
  setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

std::uint64_t number_of(const std::string &text) {
  std::uint64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

void send(const Reply &reply, httplib::Response &response) {
  response.status = reply.status;
  if (!reply.location.empty()) response.set_header("Location", reply.location);
  if (!reply.content_type.empty()) response.set_content(reply.bytes, reply.content_type);
}

} // namespace

struct PreviewServer::Parts {
  std::function<PreviewBuild()> build;
  PreviewState state;
  FolderWatch watch;
  httplib::Server http;
  std::jthread builder, listener;

  void set_routes() {
    http.new_task_queue = [] { return new httplib::ThreadPool(connections); }; // the library deletes it
    http.set_socket_options(set_socket_options);
    http.set_keep_alive_timeout(2);
    http.set_default_headers({{"Cache-Control", "no-store"},
                              {"X-Content-Type-Options", "nosniff"},
                              {"Cross-Origin-Resource-Policy", "same-origin"}});
    http.set_pre_routing_handler([](const httplib::Request &request, httplib::Response &response) {
      if (is_local_host(request.get_header_value("Host"))) return httplib::Server::HandlerResponse::Unhandled;
      response.status = 403;
      response.set_content("This preview answers only to localhost.\n", "text/plain; charset=utf-8");
      return httplib::Server::HandlerResponse::Handled;
    });
    http.Get(std::string(script_path), [](const httplib::Request &, httplib::Response &response) {
      response.set_content(std::string(live_script()), std::string(content_type_of(".js")));
    });
    http.Get(std::string(status_path), [this](const httplib::Request &request, httplib::Response &response) {
      const auto status = state.wait_after(number_of(request.get_param_value("after")), longest_status_wait);
      response.set_content(status_json(status), "application/json");
    });
    http.Get(".*", [this](const httplib::Request &request, httplib::Response &response) {
      state.wait_after(0, longest_status_wait);
      const auto site = state.shown();
      send(reply_to(request.path, site.get()), response);
    });
  }

  /// Build, show, wait for a change. What to watch is known only after a build, so whatever changed before
  /// the watch began is caught by building once more.
  void follow_files() {
    std::vector<WatchedPath> watched;
    while (!stopping) {
      PreviewBuild made = build_guarded();
      auto paths = std::move(made.watch);
      // A failed build may not know all that it would have read: what puts it right may be elsewhere.
      if (!made.good) add_missing(paths, watched);
      const bool new_paths = paths != watched;
      watched = std::move(paths);
      state.take(std::move(made));
      try {
        watch.watch(watched);
      } catch (const WorldError &error) {
        tell_that_it_stands_still(error);
        return;
      }
      if (!new_paths && !watch.wait(quiet)) return;
    }
  }

  static void add_missing(std::vector<WatchedPath> &paths, const std::vector<WatchedPath> &more) {
    for (const auto &path : more)
      if (std::find(paths.begin(), paths.end(), path) == paths.end()) paths.push_back(path);
  }

  void tell_that_it_stands_still(const WorldError &error) {
    PreviewBuild still;
    still.problems.push_back({"error", fmt::format("{}\n{}", error.what(), error.remedy())});
    state.take(std::move(still));
  }

  PreviewBuild build_guarded() {
    try {
      return build();
    } catch (const std::exception &error) {
      PreviewBuild failed;
      failed.problems.push_back({"error", fmt::format("The site could not be built: {}", error.what())});
      return failed;
    }
  }

  std::atomic<bool> stopping{false};
};

PreviewServer::PreviewServer(std::function<PreviewBuild()> build) : parts_(std::make_unique<Parts>()) {
  parts_->build = std::move(build);
  parts_->set_routes();
}

PreviewServer::~PreviewServer() {
  stop();
}

int PreviewServer::listen(std::optional<int> port) {
  auto &http = parts_->http;
  if (port && *port == 0) {
    const int taken = http.bind_to_any_port(host);
    if (taken > 0) return taken;
    throw WorldError("cannot listen on any port of this machine",
                     "Check that the machine has a loopback network.");
  }
  if (port) {
    if (http.bind_to_port(host, *port)) return *port;
    throw WorldError(
        fmt::format("cannot listen on port {}: another program may be using it", *port),
        fmt::format("End that program, or choose another port: --port {}. Without --port, a free one is "
                    "found.",
                    *port < 65535 ? *port + 1 : first_port));
  }
  for (int candidate = first_port; candidate < first_port + ports_to_try; ++candidate)
    if (http.bind_to_port(host, candidate)) return candidate;
  throw WorldError(
      fmt::format("the ports {} to {} are all in use", first_port, first_port + ports_to_try - 1),
      "Choose another port: --port 0 takes any free one.");
}

void PreviewServer::start() {
  parts_->listener = std::jthread([this] { parts_->http.listen_after_bind(); });
  parts_->builder = std::jthread([this] { parts_->follow_files(); });
}

void PreviewServer::stop() {
  if (parts_->stopping.exchange(true)) return;
  parts_->watch.stop();
  parts_->state.stop();
  if (parts_->listener.joinable())
    while (!parts_->http.is_running())
      std::this_thread::sleep_for(1ms); // its stop() does nothing before it runs
  parts_->http.stop();
  if (parts_->listener.joinable()) parts_->listener.join();
  if (parts_->builder.joinable()) parts_->builder.join();
}

} // namespace localoffer
