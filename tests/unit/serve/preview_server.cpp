#include "serve/preview_server.hpp"
#include "base/diagnostic.hpp"
#include "base/files.hpp"
#include "catch.hpp"
#include "serve/preview_state.hpp"
#include "support/temp_folder.hpp"

#include <chrono>
#include <filesystem>
#include <httplib.h>
#include <nlohmann/json.hpp>

using namespace localoffer;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

/// A site of one page for each file of a folder; a file with the word BROKEN cannot be built.
struct Preview {
  testing::TempFolder folder;
  PreviewServer server{[this] { return build(); }};
  int port = 0;

  Preview() {
    write("index", "first");
    port = server.listen(0);
    server.start();
  }
  void write(const std::string &name, const std::string &text) const {
    write_file(folder.path() / "content" / name, text);
  }

  PreviewBuild build() const {
    PreviewBuild made;
    made.good = true;
    made.watch = {{folder.path() / "content", true}};
    for (const auto &entry : fs::recursive_directory_iterator(folder.path() / "content")) {
      if (!entry.is_regular_file()) continue;
      const std::string text = read_file(entry.path());
      if (text.find("BROKEN") != std::string::npos) {
        made.good = false;
        made.problems.push_back({"error", entry.path().filename().string() + ":1:1: <b>broken</b>"});
      }
      made.outputs.push_back({entry.path().filename().string() + ".html", "<body>" + text + "</body>"});
    }
    return made;
  }

  httplib::Result get(const std::string &path, const httplib::Headers &headers = {}) const {
    httplib::Client client("127.0.0.1", port);
    client.set_read_timeout(10);
    return client.Get(path, headers);
  }
  nlohmann::json status(std::uint64_t after = 0) const {
    return nlohmann::json::parse(get("/_localoffer/status?after=" + std::to_string(after))->body);
  }
  /// Follows the builds until one of them is as wanted.
  template <class Wanted>
  nlohmann::json status_when(const Wanted &wanted) const {
    auto now = status();
    for (const auto until = std::chrono::steady_clock::now() + 10s;
         !wanted(now) && std::chrono::steady_clock::now() < until;)
      now = status(now["build"]);
    return now;
  }
};

} // namespace

TEST_CASE("a saved file is built and shown, and the page is told") {
  Preview preview;
  REQUIRE(preview.get("/"));
  CHECK_THAT(preview.get("/")->body, Catch::Contains("first"));
  CHECK(preview.get("/")->get_header_value("Content-Type") == "text/html; charset=utf-8");
  CHECK_THAT(preview.get("/_localoffer/reload.js")->body, Catch::Contains("role\", \"alert"));

  const auto before = preview.status();
  preview.write("index", "second");
  const auto after = preview.status_when([&](const auto &now) { return now["shown"] != before["shown"]; });
  CHECK(after["shown"].get<int>() == before["shown"].get<int>() + 1);
  CHECK_THAT(preview.get("/")->body, Catch::Contains("second"));
}

TEST_CASE("files in new folders are followed") {
  Preview preview;
  const auto before = preview.status();
  fs::create_directories(preview.folder.path() / "content" / "a" / "b");
  preview.write("a/b/page", "deep");
  preview.status_when([&](const auto &now) { return now["shown"] != before["shown"]; });
  CHECK(preview.get("/page.html")->status == 200);
  preview.write("a/b/page", "deeper");
  preview.status_when(
      [&](const auto &) { return preview.get("/page.html")->body.find("deeper") != std::string::npos; });
  CHECK_THAT(preview.get("/page.html")->body, Catch::Contains("deeper"));
}

TEST_CASE("a broken file shows its error and keeps the last good page") {
  Preview preview;
  const auto good = preview.status();
  preview.write("index", "BROKEN");
  const auto broken = preview.status_when([](const auto &now) { return !now["problems"].empty(); });
  REQUIRE(broken["problems"].size() == 1);
  CHECK(broken["problems"][0]["severity"] == "error");
  CHECK(broken["problems"][0]["text"] == "index:1:1: <b>broken</b>");
  CHECK(broken["shown"] == good["shown"]);
  CHECK_THAT(preview.get("/")->body, Catch::Contains("first"));

  preview.write("index", "first");
  const auto mended = preview.status_when([](const auto &now) { return now["problems"].empty(); });
  CHECK(mended["shown"] == good["shown"]); // the same bytes again: nothing to reload
}

TEST_CASE("the server answers only requests for this machine, and only to read") {
  const Preview preview;
  CHECK(preview.get("/", {{"Host", "evil.example.org"}})->status == 403);
  CHECK(preview.get("/_localoffer/status?after=0", {{"Host", "evil.example.org"}})->status == 403);
  CHECK(preview.get("/", {{"Host", "localhost:" + std::to_string(preview.port)}})->status == 200);
  CHECK(preview.get("/%2e%2e/%2e%2e/etc/passwd")->status == 404);
  httplib::Client client("127.0.0.1", preview.port);
  CHECK(client.Post("/", "x", "text/plain")->status >= 400);
  CHECK(client.Head("/")->status == 200);
}

TEST_CASE("a taken port is an error that says what to do, or the next one is used") {
  Preview first;
  PreviewServer second([] { return PreviewBuild{}; });
  CHECK_THROWS_AS(second.listen(first.port), WorldError);
  PreviewServer third([] { return PreviewBuild{}; });
  PreviewServer fourth([] { return PreviewBuild{}; });
  const int one = third.listen(std::nullopt);
  CHECK(fourth.listen(std::nullopt) != one);
}

TEST_CASE("an end does not wait for pages that are listening") {
  auto preview = std::make_unique<Preview>();
  const auto build =
      preview->status_when([](const auto &now) { return now["build"] == 2; })["build"].get<std::uint64_t>();
  std::jthread page([&, port = preview->port] {
    httplib::Client client("127.0.0.1", port);
    client.set_read_timeout(30);
    (void)client.Get("/_localoffer/status?after=" + std::to_string(build));
  });
  std::this_thread::sleep_for(50ms);
  const auto began = std::chrono::steady_clock::now();
  preview->server.stop();
  page.join();
  CHECK(std::chrono::steady_clock::now() - began < 5s);
}
