#include "publish/tar.hpp"
#include "base/diagnostic.hpp"
#include "base/files.hpp"
#include "catch.hpp"
#include "support/temp_folder.hpp"

#include <cstdlib>

using namespace localoffer;
using testing::TempFolder;
namespace fs = std::filesystem;

TEST_CASE("a site as a tar file is unpacked by tar as it was, and is the same each time") {
  const TempFolder folder;
  const Provenance from{"localoffer 0.1.0", "commit 1", "site/plan.yaml", std::string(40, 'a'), ""};
  const std::string long_path = std::string(120, 'p') + "/" + std::string(120, 'q') + "/index.html";
  const std::vector<Output> outputs{
      {"index.html", "home"}, {"caf\u00e9/index.html", "caf\u00e9"}, {long_path, "deep"}, {"empty.txt", ""}};
  for (const std::string name : {"site.tar", "site.tar.gz"}) {
    const auto file = folder.path() / name;
    write_tar(outputs, from, file, {2021, 3, 25});
    const auto once = read_file(file);
    write_tar(outputs, from, file, {2021, 3, 25});
    CHECK(read_file(file) == once);
    const auto out = folder.path() / ("out-" + name);
    fs::create_directory(out);
    REQUIRE(std::system(
                ("LC_ALL=C.UTF-8 tar -xf '" + file.string() + "' -C '" + out.string() + "'").c_str()) == 0);
    for (const auto &output : outputs)
      CHECK(read_file(out / output.path) == output.bytes);
    CHECK(read_manifest(out) == make_manifest(outputs, from));
  }
  CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 4); // no unfinished file
  CHECK_THROWS_AS(write_tar(outputs, from, "/proc/no/site.tar", {2021, 3, 25}), WorldError);
}
