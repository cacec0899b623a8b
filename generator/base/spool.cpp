#include "base/spool.hpp"

#include "base/diagnostic.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <sys/types.h>
#include <unistd.h>

namespace localoffer {
namespace {

/// -1 where there can be none.
int open_nameless_file() {
  std::error_code error;
  const auto folder = std::filesystem::temp_directory_path(error);
  if (error) return -1;
  const int file = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (file >= 0) return file;
  // Not every file system has files without a name.
  std::string name = (folder / "localoffer-XXXXXX").string();
  const int named = ::mkostemp(name.data(), O_CLOEXEC);
  if (named >= 0) ::unlink(name.c_str());
  return named;
}

} // namespace

Spool::~Spool() {
  if (file_ >= 0) ::close(file_);
}

bool Spool::open() {
  const std::scoped_lock lock(opening_);
  if (file_ == not_opened) {
    const int file = open_nameless_file();
    file_ = file >= 0 ? file : refused;
  }
  return file_ >= 0;
}

std::optional<std::uint64_t> Spool::put(std::string_view bytes) {
  const std::uint64_t place = taken_.fetch_add(bytes.size());
  if (place < in_memory_ || !open()) return std::nullopt;
  for (std::size_t written = 0; written < bytes.size();) {
    const auto more = ::pwrite(file_, bytes.data() + written, bytes.size() - written,
                               static_cast<off_t>(place - in_memory_ + written));
    if (more < 0 && errno == EINTR) continue;
    if (more <= 0) return std::nullopt; // a full disk, say: memory will have to do
    written += static_cast<std::size_t>(more);
  }
  return place - in_memory_;
}

std::string Spool::get(std::uint64_t place, std::uint64_t size) const {
  std::string bytes(size, '\0');
  for (std::size_t read = 0; read < bytes.size();) {
    const auto more =
        ::pread(file_, bytes.data() + read, bytes.size() - read, static_cast<off_t>(place + read));
    if (more < 0 && errno == EINTR) continue;
    if (more <= 0)
      throw WorldError(std::string("cannot read back a page from the folder for temporary files: ") +
                           (more < 0 ? std::strerror(errno) : "it ends too early"),
                       "The site that was there is unchanged. Name another folder for temporary files in "
                       "TMPDIR, then run the command again.");
    read += static_cast<std::size_t>(more);
  }
  return bytes;
}

} // namespace localoffer
