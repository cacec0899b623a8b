#include "publish/check_paths.hpp"
#include "catch.hpp"

using namespace localoffer;

namespace {

/// The problems' codes for outputs with these paths, in order.
std::vector<std::string> codes(const std::vector<std::string> &paths) {
  std::vector<Output> outputs;
  for (const auto &path : paths)
    outputs.push_back({path, ""});
  std::vector<std::string> found;
  for (const auto &problem : check_paths(outputs))
    found.push_back(problem.code);
  return found;
}

} // namespace

TEST_CASE("paths that cannot be written or would lead out of the site are refused") {
  for (const std::string path : {"", "/etc/passwd", "../x", "a/../b", "a//b", "a/", "./a", "a\\b", "a\nb",
                                 "caf\xE9", ".localoffer-manifest", ".localoffer-staging"}) {
    INFO(path);
    CHECK(codes({path}) == std::vector<std::string>{"bad-output-path"});
  }
  CHECK(codes({std::string("a\0b", 3)}).size() == 1);
  CHECK(codes({std::string(256, 'a')}).size() == 1);
  CHECK(codes({"index.html", "a/b/c.html", "a/d.html", "with space.html", "Ŵ.html", std::string(255, 'a')})
            .empty());
}

TEST_CASE("paths that are one on some computers cannot stand side by side") {
  const std::vector<std::string> collision{"output-collision"};
  CHECK(codes({"a.html", "a.html"}) == collision);
  CHECK(codes({"Data/x.csv", "data/X.csv"}) == collision);
  CHECK(codes({"caf\u00e9.html", "cafe\u0301.html"}) ==
        collision); // one letter, and a letter with its accent
  CHECK(codes({"\u0174yneb.html", "\u0175yneb.html"}) == collision);
  CHECK(codes({"a", "a/b.html"}) == collision);
  CHECK(codes({"A", "a/b/c.html"}) == collision);
  CHECK(codes({"a.html", "a/b.html", "a-b.html"}).empty());
}
