#include "content/text_map.hpp"

#include "catch.hpp"

using namespace localoffer;

namespace {

/// Where `part` of the first value in a YAML file stands.
Place place_of(const std::string &yaml, const std::string &part) {
  const auto file = std::make_shared<const SourceFile>(SourceFile{"a.yaml", yaml});
  std::vector<Diagnostic> diagnostics;
  const auto tree = parse_yaml({file, 0, yaml.size()}, {}, diagnostics);
  REQUIRE(tree);
  const YamlNode &scalar = tree->entries.front().value;
  const auto at = scalar.scalar.find(part);
  REQUIRE(at != std::string::npos);
  return TextMap(file, scalar).place_of(at, part.size());
}

} // namespace

TEST_CASE("a part of a scalar is where the file has it") {
  CHECK(place_of("a: one two\n", "two") == Place{1, 8, 3});
  CHECK(place_of("a: é two\n", "two") == Place{1, 6, 3});
  CHECK(place_of("a: \"one two\"\n", "two") == Place{1, 9, 3});
  CHECK(place_of("a: 'it''s two'\n", "two") == Place{1, 11, 3});
  CHECK(place_of("a: \"a \\\"b\\\" two\"\n", "two") == Place{1, 13, 3});
  CHECK(place_of("a: one\n  two\n", "two") == Place{2, 3, 3});
  CHECK(place_of("a: |\n  one\n\n  two\n", "two") == Place{4, 3, 3});
  CHECK(place_of("a: >-  # why\n  one\n  two\n\n  three\n", "three") == Place{5, 3, 5});
  CHECK(place_of("a: |\n  one\n    two\n", "two") == Place{3, 5, 3});
}

TEST_CASE("a part on two lines is shown to the end of the first") {
  CHECK(place_of("a: >-\n  one two\n  three\n", "two three") == Place{2, 7, 3});
  CHECK(place_of("a: |\n  one two\n  three\n", "two\nthree") == Place{2, 7, 3});
}

TEST_CASE("behind an escape that cannot be followed, it is the whole scalar") {
  CHECK(place_of("a: \"one \\u2013 two\"\n", "two") == Place{1, 4, 16});
  CHECK(place_of("a: \"one \\u2013 two\"\n", "one") == Place{1, 5, 3});
}
