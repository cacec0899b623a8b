#include "source/loose_objects.hpp"

#include <git2/sys/odb_backend.h>
#include <zlib.h>

#include <array>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>

namespace localoffer::git {
namespace {

/// libgit2 hands back the first member, so the rest lies behind it.
struct Guard {
  git_odb_backend backend;
  std::filesystem::path objects;
};

int damaged() {
  git_error_set_str(GIT_ERROR_ODB, "the object's file is cut short or damaged");
  return GIT_ERROR;
}

/// The file .git/objects/12/3456...
std::filesystem::path file_of(const Guard &guard, const git_oid *id) {
  std::array<char, GIT_OID_HEXSZ + 1> name{};
  git_oid_tostr(name.data(), name.size(), id);
  const std::string_view text(name.data());
  return guard.objects / text.substr(0, 2) / text.substr(2);
}

class Inflater {
public:
  explicit Inflater(std::string &packed) {
    ready_ = inflateInit(&stream_) == Z_OK;
    stream_.next_in = reinterpret_cast<Bytef *>(packed.data()); // zlib counts in unsigned bytes
    stream_.avail_in = static_cast<uInt>(packed.size());
  }
  ~Inflater() { inflateEnd(&stream_); }
  Inflater(const Inflater &) = delete;
  Inflater &operator=(const Inflater &) = delete;

  /// Fills `out` as far as there is something, and says how many bytes it has.
  std::size_t fill(char *out, std::size_t room) {
    stream_.next_out = reinterpret_cast<Bytef *>(out);
    stream_.avail_out = static_cast<uInt>(room);
    if (ready_ && !ended_) ended_ = inflate(&stream_, Z_SYNC_FLUSH) == Z_STREAM_END;
    return room - stream_.avail_out;
  }
  bool ended() const { return ended_; }

private:
  z_stream stream_{};
  bool ready_ = false;
  bool ended_ = false;
};

/// An object's text is "blob 123", a NUL, and its 123 bytes.
int unpack(std::string &packed, git_odb_backend *backend, void **data, std::size_t *length,
           git_object_t *type) {
  constexpr std::size_t largest = 1U << 30U; // what zlib's counters hold in one go; far past any page
  Inflater inflater(packed);
  std::array<char, 64> start{};
  const std::size_t got = inflater.fill(start.data(), start.size());
  const std::string_view text(start.data(), got);
  const auto space = text.find(' ');
  const auto nul = text.find('\0');
  if (nul == std::string_view::npos || space > nul) return damaged();
  std::size_t size = 0;
  const auto number = std::from_chars(text.data() + space + 1, text.data() + nul, size);
  if (number.ec != std::errc() || number.ptr != text.data() + nul || size > largest) return damaged();
  const auto first = text.substr(nul + 1);
  if (first.size() > size) return damaged();

  auto *bytes = static_cast<char *>(git_odb_backend_data_alloc(backend, size + 1));
  if (bytes == nullptr) return GIT_ERROR;
  std::memcpy(bytes, first.data(), first.size());
  // One byte of room more than there should be: too long an object shows, and the stream's end is reached.
  const std::size_t rest = inflater.fill(bytes + first.size(), size + 1 - first.size());
  if (first.size() + rest != size || !inflater.ended()) {
    git_odb_backend_data_free(backend, bytes);
    return damaged();
  }
  bytes[size] = '\0';
  *data = bytes;
  *length = size;
  *type = git_object_string2type(std::string(text.substr(0, space)).c_str());
  return 0;
}

/// Says that there is no such object when there is no loose one, and libgit2 goes on to its packs.
int read_loose(void **data, std::size_t *length, git_object_t *type, git_odb_backend *backend,
               const git_oid *id) {
  try {
    const auto *guard = reinterpret_cast<const Guard *>(backend);
    std::ifstream file(file_of(*guard, id), std::ios::binary);
    if (!file) return GIT_ENOTFOUND;
    std::string packed(std::istreambuf_iterator<char>(file), {});
    return unpack(packed, backend, data, length, type);
  } catch (const std::exception &error) { // nothing may be thrown through libgit2, which is C
    git_error_set_str(GIT_ERROR_ODB, error.what());
    return GIT_ERROR;
  }
}

void free_guard(git_odb_backend *backend) {
  delete reinterpret_cast<Guard *>(backend);
}

} // namespace

int guard_loose_objects(git_repository *repository) {
  constexpr int before_libgit2s_own = 3; // loose objects have priority 1, packs 2
  git_odb *odb = nullptr;
  if (const int code = git_repository_odb(&odb, repository); code != 0) return code;
  auto guard = std::make_unique<Guard>();
  guard->objects = std::filesystem::path(git_repository_commondir(repository)) / "objects";
  int code = git_odb_init_backend(&guard->backend, GIT_ODB_BACKEND_VERSION);
  guard->backend.read = read_loose;
  guard->backend.free = free_guard;
  if (code == 0) code = git_odb_add_backend(odb, &guard->backend, before_libgit2s_own);
  if (code == 0) (void)guard.release(); // now the odb's own
  git_odb_free(odb);
  return code;
}

} // namespace localoffer::git
