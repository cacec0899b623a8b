// The file of the cache: whatever a disk makes of it, a value is the one that was put there or is not known,
// and the store goes on. An input is groups of three bytes, each a place in the file (two bytes) and what is
// put there; a group whose place is the last one cuts the file off, at the page of its third byte.
#include "base/store.hpp"
#include "base/files.hpp"
#include "fuzz.hpp"
#include "support/temp_folder.hpp"

using namespace localoffer;
using namespace localoffer::fuzz;

namespace {

constexpr int values = 12;

std::string key(int number) {
  return "key " + std::to_string(number);
}
std::string value(int number) {
  return std::to_string(number) + std::string(static_cast<std::size_t>(number) * 997, 'v');
}

/// A folder with a store in it, as a run leaves it.
struct Kept {
  testing::TempFolder folder;
  std::filesystem::path file = folder.path() / "remembered.db";
  std::string bytes;

  Kept() {
    auto store = open_store(folder.path());
    for (int i = 0; i < values; ++i)
      store->put({{key(i), value(i)}});
    store.reset(); // SQLite puts its log into the file
    bytes = read_file(file);
  }
};

std::string damaged(std::string bytes, std::string_view damage) {
  for (std::size_t i = 0; i + 2 < damage.size(); i += 3) {
    const auto byte = [&](std::size_t at) {
      return static_cast<std::size_t>(static_cast<unsigned char>(damage[at]));
    };
    const std::size_t place = byte(i) * 256 + byte(i + 1);
    if (place == 0xFFFF)
      bytes.resize(std::min(bytes.size(), byte(i + 2) * 512));
    else if (place < bytes.size())
      bytes[place] = damage[i + 2];
  }
  return bytes;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  static const Kept kept;
  for (const auto *ending : {"-wal", "-shm"})
    std::filesystem::remove(kept.file.string() + ending);
  write_file(kept.file, damaged(kept.bytes, text_of(data, size)));
  const auto store = open_store(kept.folder.path());
  hold(store != nullptr, "a damaged store opens");
  for (int i = 0; i < values; ++i) {
    const auto found = store->get({key(i)}).front();
    hold(!found || *found == value(i), "a value is the one that was put there", key(i));
  }
  store->put({{"new", "value"}});
  hold(store->get({"new"}).front() == "value", "a new value is kept");
  return 0;
}
