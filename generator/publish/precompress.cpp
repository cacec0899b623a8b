#include "publish/precompress.hpp"

#include "base/diagnostic.hpp"
#include "base/hash.hpp"
#include "base/parallel_map.hpp"

#include <brotli/encode.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <memory>
#include <unordered_map>
#include <vector>

namespace localoffer {
namespace {

/// Below this a packet of the network holds the file anyway.
constexpr std::uint64_t smallest = 512;

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

/// What becomes of one file in each form; a form that makes it no smaller has no entry.
struct Made {
  std::vector<Manifest::File> files;
  std::vector<std::string> bytes; ///< empty when an earlier release has the files
};

Made earlier_forms(const Manifest::File &file, const Manifest *earlier) {
  Made made;
  if (const auto *listed = earlier != nullptr ? earlier->find(file.path) : nullptr;
      listed == nullptr || *listed != file)
    return made;
  for (const auto &form : forms)
    if (const auto *compressed = earlier->find(file.path + std::string(form.ending)))
      made.files.push_back(*compressed);
  return made;
}

Made compress(const Manifest::File &file, const BytesOf &bytes_of) {
  Made made;
  std::string room;
  const auto bytes = bytes_of(file, room);
  for (const auto &form : forms) {
    auto compressed = form.compress(bytes);
    if (compressed.size() >= bytes.size()) continue;
    made.files.push_back({file.path + std::string(form.ending), compressed.size(), content_hash(compressed)});
    made.bytes.push_back(std::move(compressed));
  }
  return made;
}

/// The bytes of compressed files; those that an earlier release was thought to have, but has lost, are made
/// again.
BytesOf with_compressed(BytesOf bytes_of, std::unordered_map<std::string, std::string> compressed,
                        std::unordered_map<std::string, Manifest::File> plain) {
  return [bytes_of = std::move(bytes_of), compressed = std::move(compressed),
          plain = std::move(plain)](const Manifest::File &file, std::string &made) -> std::string_view {
    if (const auto found = compressed.find(file.path); found != compressed.end()) return found->second;
    const auto from = plain.find(file.path);
    if (from == plain.end()) return bytes_of(file, made);
    std::string room;
    const auto *form = file.path.ends_with(forms[0].ending) ? &forms[0] : &forms[1];
    made = form->compress(bytes_of(from->second, room));
    return made;
  };
}

} // namespace

std::string gzip(std::string_view bytes) {
  z_stream stream{};
  constexpr int best = 9;
  constexpr int window = 15 + 16; // the largest, in gzip's form
  constexpr int memory = 9;
  if (deflateInit2(&stream, best, Z_DEFLATED, window, memory, Z_DEFAULT_STRATEGY) != Z_OK) fail();
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
  std::vector<Manifest::File> texts;
  for (const auto &file : manifest.files)
    if (file.size >= smallest && is_text(file.path)) texts.push_back(file);
  auto all = parallel_map(texts, threads, [&](const Manifest::File &file) {
    auto made = earlier_forms(file, earlier);
    return made.files.empty() ? compress(file, bytes_of) : made;
  });

  std::size_t made = 0;
  std::unordered_map<std::string, std::string> compressed;
  std::unordered_map<std::string, Manifest::File> plain;
  std::vector<Manifest::File> added;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    made += all[i].bytes.empty() ? 0 : 1;
    for (std::size_t form = 0; form < all[i].files.size(); ++form) {
      auto &file = all[i].files[form];
      if (manifest.find(file.path) != nullptr) continue; // the content brings a file of this name
      if (all[i].bytes.empty())
        plain.emplace(file.path, texts[i]);
      else
        compressed.emplace(file.path, std::move(all[i].bytes[form]));
      added.push_back(std::move(file));
    }
  }
  manifest.files.insert(manifest.files.end(), std::make_move_iterator(added.begin()),
                        std::make_move_iterator(added.end()));
  std::sort(manifest.files.begin(), manifest.files.end(),
            [](const Manifest::File &a, const Manifest::File &b) { return a.path < b.path; });
  return {std::move(manifest), with_compressed(std::move(bytes_of), std::move(compressed), std::move(plain)),
          made};
}

} // namespace localoffer
