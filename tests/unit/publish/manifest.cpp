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
  CHECK_FALSE(read_provenance(folder.path()));
  const auto manifest =
      make_manifest({{"b \"x\".html", "bee"}, {"a/index.html", ""}},
                    {"localoffer 0.1.0", "commit 1, 2021-03-25", "site/plan.yaml", std::string(40, 'a'), ""});
  CHECK(manifest.files[0].path == "a/index.html");
  CHECK(manifest.files[1].size == 3);
  write_file(folder.path() / manifest_name, to_text(manifest));
  CHECK(read_manifest(folder.path()) == manifest);
  CHECK(read_provenance(folder.path()) == manifest.from);
  REQUIRE(manifest.find("a/index.html") != nullptr);
  CHECK(manifest.find("a/index.htm") == nullptr);
  CHECK(Manifest{}.find("") == nullptr);
}

TEST_CASE("a damaged manifest is an error that says which, and never a licence to remove") {
  const TempFolder folder;
  const auto path = folder.path() / manifest_name;
  const std::string good = to_text(make_manifest({{"a.html", "a"}, {"b.html", "b"}}, {"p", "s", "", "", ""}));
  const auto refused = [&](const std::string &text) {
    write_file(path, text);
    CHECK_THROWS_AS(read_manifest(folder.path()), WorldError);
  };
  for (std::size_t length = 0; length < good.size(); ++length)
    refused(good.substr(0, length));
  const auto with = [&](std::string from, const std::string &to) {
    std::string text = good;
    return text.replace(text.find(from), from.size(), to);
  };
  refused(with("a.html", "../a.html"));
  refused(with("a.html", "/a.html"));
  refused(with("a.html", "z.html"));
  refused(with("manifest 2", "manifest 3"));
  refused(with("files 2", "files 1"));
  refused(with("files 2", "files 3"));
  refused(with("files 2", "files 99999999999999999999"));
  refused(with(" 1 a.html", " 1x a.html"));
  refused(with(" 1 a.html", " -1 a.html"));
  refused(with(" 1 a.html", " 1"));
  refused("[]");
}
