#include "publish/precompress.hpp"
#include "catch.hpp"

#include <brotli/decode.h>
#include <zlib.h>

#include <random>

using namespace localoffer;

namespace {

std::string gunzip(const std::string &bytes, std::size_t size) {
  std::string out(size, '\0');
  z_stream stream{};
  REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
  stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data())); // NOLINT
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef *>(out.data()); // NOLINT
  stream.avail_out = static_cast<uInt>(out.size());
  const int code = inflate(&stream, Z_FINISH);
  inflateEnd(&stream);
  CHECK(code == Z_STREAM_END);
  return out;
}

std::string unbrotli(const std::string &bytes, std::size_t size) {
  std::string out(size, '\0');
  CHECK(BrotliDecoderDecompress(bytes.size(), reinterpret_cast<const std::uint8_t *>(bytes.data()),
                                &size,                                           // NOLINT
                                reinterpret_cast<std::uint8_t *>(out.data())) == // NOLINT
        BROTLI_DECODER_RESULT_SUCCESS);
  out.resize(size);
  return out;
}

std::string text_of(std::size_t words) {
  std::string text;
  std::mt19937 random(7); // NOLINT(cert-msc51-cpp): the same text each time
  for (std::size_t i = 0; i < words; ++i)
    text += std::to_string(random() % 100) + (i % 9 == 0 ? "<br>\n" : " ");
  return text;
}

std::vector<std::string> paths_of(const Manifest &manifest) {
  std::vector<std::string> paths;
  for (const auto &file : manifest.files)
    paths.push_back(file.path);
  return paths;
}

} // namespace

TEST_CASE("what is compressed comes back as it was") {
  for (const std::size_t words : {0, 1, 100, 100000}) {
    const auto text = text_of(words);
    CHECK(gunzip(gzip(text), text.size()) == text);
    CHECK(unbrotli(brotli(text), text.size()) == text);
    CHECK(gzip(text) == gzip(text));
  }
}

TEST_CASE("text files get compressed neighbours, and only what is new is compressed") {
  const std::vector<Output> outputs{{"a/index.html", text_of(500)},
                                    {"data.csv", text_of(700)},
                                    {"data.csv.gz", "the content's own"},
                                    {"small.css", "p{}"},
                                    {"photo.jpg", text_of(500)}};
  const Provenance from{"localoffer 1", "", "", "", ""};
  const auto plain = make_manifest(outputs, from);
  const auto first = precompress(plain, bytes_of(outputs), nullptr, 2);
  CHECK(paths_of(first.manifest) == std::vector<std::string>{"a/index.html", "a/index.html.br",
                                                             "a/index.html.gz", "data.csv", "data.csv.br",
                                                             "data.csv.gz", "photo.jpg", "small.css"});
  CHECK(first.made == 2);
  std::string room;
  const auto *file = first.manifest.find("a/index.html.br");
  REQUIRE(file != nullptr);
  CHECK(unbrotli(std::string(first.bytes_of(*file, room)), 10000) == outputs[0].bytes);
  CHECK(first.bytes_of(*first.manifest.find("data.csv.gz"), room) == "the content's own");

  auto changed = outputs;
  changed[1].bytes += "more";
  const auto second = precompress(make_manifest(changed, from), bytes_of(changed), &first.manifest, 2);
  CHECK(second.made == 1);
  CHECK(*second.manifest.find("a/index.html.br") == *file);
  // Should the earlier release have lost it, it is made again.
  CHECK(second.bytes_of(*file, room) == brotli(outputs[0].bytes));
  const auto other_program = precompress(make_manifest(outputs, {"localoffer 2", "", "", "", ""}),
                                         bytes_of(outputs), &first.manifest, 2);
  CHECK(other_program.made == 2);
  CHECK(precompress(plain, bytes_of(outputs), &plain, 2).made == 2); // which was published without
}

TEST_CASE("what is compressed waits in a file when there is much of it, and comes back") {
  std::vector<Output> outputs;
  for (const char *path : {"a.txt", "b.txt", "c.txt"}) {
    std::string text(2'000'000, ' ');
    std::mt19937 random(static_cast<unsigned>(path[0]));
    for (auto &c : text)
      c = static_cast<char>('!' + random() % 90);
    outputs.push_back({path, text});
  }
  const auto made = precompress(make_manifest(outputs, {}), bytes_of(outputs), nullptr, 2);
  for (const auto &output : outputs) {
    std::string room;
    const auto *gz = made.manifest.find(output.path + ".gz"), *br = made.manifest.find(output.path + ".br");
    REQUIRE((gz != nullptr && br != nullptr));
    CHECK(gunzip(std::string(made.bytes_of(*gz, room)), output.bytes.size()) == output.bytes);
    CHECK(unbrotli(std::string(made.bytes_of(*br, room)), output.bytes.size()) == output.bytes);
    CHECK(made.bytes_of(*made.manifest.find(output.path), room) == output.bytes);
  }
}
