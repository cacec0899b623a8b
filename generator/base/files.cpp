#include "base/files.hpp"

#include "base/diagnostic.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>

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
