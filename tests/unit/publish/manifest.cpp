#include "publish/manifest.hpp"
#include "base/diagnostic.hpp"
#include "base/files.hpp"
#include "catch.hpp"
#include "support/temp_folder.hpp"

using namespace localoffer;
using testing::TempFolder;

TEST_CASE("a manifest is read as it was written, sorted by path") {
  const TempFolder folder;
  CHECK_FALSE(read_manifest(folder.path()));
  const auto manifest = make_manifest({{"b \"x\".html", "bee"}, {"a/index.html", ""}}, "localoffer 0.1.0",
                                      "commit 1, 2021-03-25");
  CHECK(manifest.files[0].path == "a/index.html");
  CHECK(manifest.files[1].size == 3);
  write_file(folder.path() / manifest_name, to_json(manifest));
  CHECK(read_manifest(folder.path()) == manifest);
  REQUIRE(manifest.find("a/index.html") != nullptr);
  CHECK(manifest.find("a/index.htm") == nullptr);
  CHECK(Manifest{}.find("") == nullptr);
}

TEST_CASE("a damaged manifest is an error that says which, and never a licence to remove") {
  const TempFolder folder;
  const auto path = folder.path() / manifest_name;
  const std::string good = to_json(make_manifest({{"a.html", "a"}, {"b.html", "b"}}, "p", "s"));
  const auto refused = [&](const std::string &text) {
    write_file(path, text);
    CHECK_THROWS_AS(read_manifest(folder.path()), WorldError);
  };
  for (std::size_t length = 0; length + 2 < good.size(); ++length)
    refused(good.substr(0, length));
  const auto with = [&](std::string from, const std::string &to) {
    std::string text = good;
    return text.replace(text.find(from), from.size(), to);
  };
  refused(with("a.html", "../a.html"));
  refused(with("a.html", "/a.html"));
  refused(with("a.html", "z.html"));
  refused(with("\"manifest\": 1", "\"manifest\": 2"));
  refused(with("\"size\": 1", "\"size\": \"1\""));
  refused("[]");
}
