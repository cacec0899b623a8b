#include "publish/precompress.hpp"

#include "base/diagnostic.hpp"
#include "base/hash.hpp"
#include "base/parallel_map.hpp"
#include "base/spool.hpp"

#include <brotli/encode.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace localoffer {
namespace {

/// Below this a packet of the network holds the file anyway.
constexpr std::uint64_t smallest = 512;

/// Of a text that repeats itself as the search's index does, 9 saves two bytes in a hundred beside 7, and
/// takes five times as long: every change waits for it.
constexpr int gzip_best = 9, gzip_of_large = 7;
constexpr std::size_t large = 1'000'000;

/// Of compressed files; the others wait in a file until they are written.
constexpr std::uint64_t kept_in_memory = 2'000'000;

/// Of our pages, 9 saves four more bytes in a thousand, and takes three times as long; 10 saves ten in a
/// hundred and takes twenty times as long.
constexpr int brotli_quality = 8;

constexpr std::array text_endings{".html", ".css", ".js",  ".json", ".svg",         ".xml",
                                  ".txt",  ".csv", ".ics", ".atom", ".webmanifest", ".map"};

struct Form {
  std::string_view ending;
  std::string (*compress)(std::string_view);
};
constexpr std::array forms{Form{".gz", gzip}, Form{".br", brotli}};

/// Memory that one encoder gave back, for the next. Each asks for many megabytes and touches few of them; the
/// kernel would clear new ones each time, which takes longer than all the rest.
class SpareBlocks {
public:
  static void *take(void *blocks, std::size_t size) noexcept {
    auto &[spare, used] = *static_cast<SpareBlocks *>(blocks);
    try {
      auto found = spare.lower_bound(size);
      if (found == spare.end() || found->first > 2 * size)
        found = spare.emplace(size, std::make_unique_for_overwrite<std::byte[]>(size)); // NOLINT
      std::byte *block = found->second.get();
      used[block] = spare.extract(found);
      return block;
    } catch (const std::bad_alloc &) {
      return nullptr; // which the encoder tells
    }
  }

  static void give_back(void *blocks, void *block) noexcept {
    auto &[spare, used] = *static_cast<SpareBlocks *>(blocks);
    if (const auto found = used.find(block); found != used.end()) {
      spare.insert(std::move(found->second));
      used.erase(found);
    }
  }

  using Blocks = std::multimap<std::size_t, std::unique_ptr<std::byte[]>>; // NOLINT: bytes without a length
  Blocks spare;
  std::unordered_map<void *, Blocks::node_type> used;
};

[[noreturn]] void fail() {
  throw WorldError("there is not enough memory to compress a file", "Close other programs, or use --jobs 1.");
}

bool is_text(std::string_view path) {
  return std::any_of(text_endings.begin(), text_endings.end(),
                     [&](std::string_view ending) { return path.ends_with(ending); });
}

/// One file in one form.
struct Task {
  const Manifest::File *plain;
  const Form *form;
};

/// What became of it. A form that makes the file no smaller, or has the name of a file of the content, is
/// left out.
struct Compressed {
  std::optional<Manifest::File> file;
  std::optional<std::uint64_t> place; ///< in the spool
  std::string bytes;                  ///< without a place; empty when an earlier release has the file
  bool is_new = false;
};

/// As an earlier release has it; nothing when the file has changed since, or had no such form then.
std::optional<Compressed> compressed_earlier(const Task &task, const Manifest *earlier) {
  const auto &path = task.plain->path;
  const auto *listed = earlier != nullptr ? earlier->find(path) : nullptr;
  if (listed == nullptr || *listed != *task.plain) return std::nullopt;
  const auto *file = earlier->find(path + std::string(task.form->ending));
  if (file == nullptr) return std::nullopt;
  Compressed compressed;
  compressed.file = *file;
  return compressed;
}

Compressed compress(const Task &task, const BytesOf &bytes_of, Spool &spool) {
  Compressed compressed;
  compressed.is_new = true;
  std::string room;
  const auto bytes = bytes_of(*task.plain, room);
  auto made = task.form->compress(bytes);
  if (made.size() >= bytes.size()) return compressed;
  compressed.file = {task.plain->path + std::string(task.form->ending), made.size(), content_hash(made)};
  compressed.place = spool.put(made);
  if (!compressed.place) compressed.bytes = std::move(made);
  return compressed;
}

/// Both forms of each text file; the largest first, so that no thread begins with one when the others are
/// done.
std::vector<Task> tasks_for(const Manifest &manifest) {
  std::vector<Task> tasks;
  for (const auto &file : manifest.files)
    if (file.size >= smallest && is_text(file.path))
      for (const auto &form : forms)
        if (manifest.find(file.path + std::string(form.ending)) == nullptr) tasks.push_back({&file, &form});
  std::stable_sort(tasks.begin(), tasks.end(),
                   [](const Task &a, const Task &b) { return a.plain->size > b.plain->size; });
  return tasks;
}

/// Where the bytes of compressed files are, by their paths. Those that an earlier release was thought to
/// have, but has lost, are made again.
struct CompressedFiles {
  struct Source {
    Manifest::File plain;
    const Form *form;
    Compressed made;
  };

  std::string_view bytes_of(const Manifest::File &file, std::string &room) const {
    const auto found = sources.find(file.path);
    if (found == sources.end()) return plain_bytes_of(file, room);
    const auto &[plain, form, made] = found->second;
    if (!made.bytes.empty()) return made.bytes;
    if (made.place) {
      room = spool.get(*made.place, file.size);
    } else {
      std::string plain_room;
      room = form->compress(plain_bytes_of(plain, plain_room));
    }
    return room;
  }

  BytesOf plain_bytes_of;
  Spool spool{kept_in_memory};
  std::unordered_map<std::string, Source> sources;
};

} // namespace

std::string gzip(std::string_view bytes) {
  z_stream stream{};
  constexpr int window = 15 + 16; // the largest, in gzip's form
  constexpr int memory = 9;
  if (deflateInit2(&stream, bytes.size() < large ? gzip_best : gzip_of_large, Z_DEFLATED, window, memory,
                   Z_DEFAULT_STRATEGY) != Z_OK)
    fail();
  const std::unique_ptr<z_stream, int (*)(z_stream *)> end(&stream, deflateEnd);
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  // zlib's own type has no const; it does not write there.
  stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data())); // NOLINT
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef *>(out.data()); // NOLINT
  stream.avail_out = static_cast<uInt>(out.size());
  if (deflate(&stream, Z_FINISH) != Z_STREAM_END) fail();
  out.resize(stream.total_out);
  return out;
}

std::string brotli(std::string_view bytes) {
  thread_local SpareBlocks blocks;
  const std::unique_ptr<BrotliEncoderState, void (*)(BrotliEncoderState *)> encoder(
      BrotliEncoderCreateInstance(SpareBlocks::take, SpareBlocks::give_back, &blocks),
      BrotliEncoderDestroyInstance);
  if (!encoder) fail();
  const auto set = [&](BrotliEncoderParameter parameter, std::size_t value) {
    BrotliEncoderSetParameter(encoder.get(), parameter, static_cast<std::uint32_t>(value));
  };
  set(BROTLI_PARAM_QUALITY, brotli_quality);
  set(BROTLI_PARAM_MODE, BROTLI_MODE_TEXT);
  set(BROTLI_PARAM_SIZE_HINT, bytes.size());
  std::string out(BrotliEncoderMaxCompressedSize(bytes.size()), '\0');
  std::size_t left = bytes.size(), room = out.size();
  const auto *next = reinterpret_cast<const std::uint8_t *>(bytes.data()); // NOLINT
  auto *to = reinterpret_cast<std::uint8_t *>(out.data());                 // NOLINT
  if (BrotliEncoderCompressStream(encoder.get(), BROTLI_OPERATION_FINISH, &left, &next, &room, &to,
                                  nullptr) == BROTLI_FALSE ||
      BrotliEncoderIsFinished(encoder.get()) == BROTLI_FALSE)
    fail();
  out.resize(out.size() - room);
  return out;
}

Precompressed precompress(Manifest manifest, BytesOf bytes_of, const Manifest *earlier, unsigned threads) {
  if (earlier != nullptr && earlier->from.program != manifest.from.program) earlier = nullptr;
  const auto compressed_files = std::make_shared<CompressedFiles>();
  compressed_files->plain_bytes_of = std::move(bytes_of);
  const auto tasks = tasks_for(manifest);
  auto all = parallel_map(tasks, threads, [&](const Task &task) {
    auto known = compressed_earlier(task, earlier);
    return known ? std::move(*known)
                 : compress(task, compressed_files->plain_bytes_of, compressed_files->spool);
  });

  std::unordered_set<const Manifest::File *> compressed_afresh;
  std::vector<Manifest::File> added;
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    if (all[i].is_new) compressed_afresh.insert(tasks[i].plain);
    if (!all[i].file) continue;
    added.push_back(*all[i].file);
    compressed_files->sources.emplace(
        added.back().path, CompressedFiles::Source{*tasks[i].plain, tasks[i].form, std::move(all[i])});
  }
  manifest.files.insert(manifest.files.end(), std::make_move_iterator(added.begin()),
                        std::make_move_iterator(added.end()));
  std::sort(manifest.files.begin(), manifest.files.end(),
            [](const Manifest::File &a, const Manifest::File &b) { return a.path < b.path; });
  return {std::move(manifest),
          [compressed_files](const Manifest::File &file, std::string &room) {
            return compressed_files->bytes_of(file, room);
          },
          compressed_afresh.size()};
}

} // namespace localoffer
