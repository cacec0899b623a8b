#include "base/files.hpp"

#include "base/diagnostic.hpp"
#include "base/hash.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>

#include <fcntl.h>
#include <unistd.h>

namespace localoffer {
namespace {

[[noreturn]] void fail(const std::string &doing, const std::filesystem::path &path) {
  throw WorldError(doing + " '" + path.string() + "': " + std::strerror(errno),
                   errno == ENOSPC
                       ? "Free some disk space and run the command again."
                       : "Check that the path is right and that you may use it, then run the command again.");
}

} // namespace

std::string read_file(const std::filesystem::path &path) {
  errno = 0;
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  if (!file) fail("cannot read", path);
  const auto size = file.tellg();
  if (size < 0) fail("cannot read", path);
  std::string bytes(static_cast<std::size_t>(size), '\0');
  file.seekg(0);
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!file) fail("cannot read", path);
  return bytes;
}

std::string file_hash(const std::filesystem::path &path) {
  struct OpenFile {
    int number;
    ~OpenFile() {
      if (number >= 0) ::close(number);
    }
  } const file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  if (file.number < 0) fail("cannot read", path);
  std::array<char, 1U << 16U> room{};
  return content_hash([&] {
    const auto count = ::read(file.number, room.data(), room.size());
    if (count < 0) fail("cannot read", path);
    return std::string_view(room.data(), static_cast<std::size_t>(count));
  });
}

void write_file(const std::filesystem::path &path, std::string_view bytes) {
  errno = 0;
  std::error_code error;
  if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path(), error);
  if (error) {
    errno = error.value();
    fail("cannot make the folder for", path);
  }
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  if (!file) fail("cannot write", path);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (!file) fail("cannot write", path);
}

} // namespace localoffer
