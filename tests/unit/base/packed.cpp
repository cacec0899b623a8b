#include "base/packed.hpp"
#include "catch.hpp"

#include <limits>
#include <memory>
#include <vector>

using namespace localoffer;

namespace {

const std::vector<std::uint64_t> numbers{
    0, 1, 127, 128, 16383, 16384, std::uint64_t{1} << 32U, std::numeric_limits<std::uint64_t>::max()};
const std::vector<std::string> texts{"", "a", std::string("\0\xFF", 2), std::string(300, 'x')};

std::string packed() {
  PackedWriter out;
  for (const auto number : numbers)
    out.number(number);
  out.number(texts.size());
  for (const auto &text : texts)
    out.text(text);
  return out.take();
}

/// Reads as much as packed() wrote; true when the reader is content with it.
bool reads(std::string_view bytes) {
  PackedReader in(bytes);
  for (std::size_t i = 0; i < numbers.size(); ++i)
    in.number();
  for (std::size_t left = in.count(); left > 0; --left)
    in.text();
  return in.ok() && in.at_end();
}

} // namespace

TEST_CASE("what was packed is read back") {
  const std::string bytes = packed();
  PackedReader in(bytes);
  for (const auto number : numbers)
    CHECK(in.number() == number);
  CHECK(in.count() == texts.size());
  for (const auto &text : texts)
    CHECK(in.text() == text);
  CHECK(in.ok());
  CHECK(in.at_end());
}

TEST_CASE("small numbers take one byte") {
  PackedWriter out;
  out.number(0);
  out.number(127);
  CHECK(out.take().size() == 2);
  out.number(128);
  CHECK(out.take().size() == 2);
}

TEST_CASE("bytes that end too early are never taken for whole, and nothing behind them is read") {
  const std::string bytes = packed();
  REQUIRE(reads(bytes));
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    // Memory of just this size, so that a sanitizer sees each step over its end.
    const auto exact = std::make_unique<char[]>(length);
    bytes.copy(exact.get(), length);
    INFO("the first " << length << " bytes of " << bytes.size());
    CHECK_FALSE(reads({exact.get(), length}));
  }
  CHECK_FALSE(reads(bytes + '\0'));
}

TEST_CASE("a reader that came to the end gives zeros and empty texts, and stays not ok") {
  PackedReader in({});
  CHECK(in.ok());
  CHECK(in.at_end());
  CHECK(in.number() == 0);
  CHECK_FALSE(in.ok());
  CHECK(in.text().empty());
  CHECK(in.count() == 0);
  CHECK_FALSE(in.ok());
}

TEST_CASE("a length or a count that the bytes cannot hold is refused") {
  PackedWriter out;
  out.number(std::numeric_limits<std::uint64_t>::max());
  const std::string huge = out.take() + "abc";
  PackedReader text(huge);
  CHECK(text.text().empty());
  CHECK_FALSE(text.ok());
  PackedReader count(huge);
  CHECK(count.count() == 0);
  CHECK_FALSE(count.ok());

  out.number(3);
  const std::string just = out.take() + "abc";
  PackedReader fits(just);
  CHECK(fits.text() == "abc");
  CHECK(fits.ok());
  PackedReader items(just);
  CHECK(items.count() == 3);
  CHECK(items.ok());
}

TEST_CASE("a number without an end is no number") {
  const std::string endless(11, '\xFF');
  PackedReader in(endless);
  in.number();
  CHECK_FALSE(in.ok());
}
