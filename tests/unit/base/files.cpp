#include "base/files.hpp"

#include "base/diagnostic.hpp"
#include "base/hash.hpp"
#include "support/temp_folder.hpp"

#include "catch.hpp"

using namespace localoffer;
using testing::TempFolder;

TEST_CASE("a file's hash is that of its bytes, whatever its size") {
  const TempFolder folder;
  for (const std::size_t size : {0U, 1U, 65535U, 65536U, 65537U, 200000U}) {
    std::string bytes(size, 'a');
    for (std::size_t i = 0; i < size; i += 7)
      bytes[i] = static_cast<char>(i % 256);
    write_file(folder.path() / "file", bytes);
    CHECK(file_hash(folder.path() / "file") == content_hash(bytes));
    CHECK(read_file(folder.path() / "file") == bytes);
  }
  CHECK_THROWS_AS(file_hash(folder.path() / "none"), WorldError);
  CHECK_THROWS_AS(file_hash(folder.path()), WorldError); // a folder
}
