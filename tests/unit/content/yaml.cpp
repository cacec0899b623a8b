#include "content/yaml.hpp"

#include "catch.hpp"

using namespace localoffer;

namespace {

struct Parsed {
  std::optional<YamlNode> tree;
  std::vector<Diagnostic> diagnostics;

  std::string code() const { return diagnostics.empty() ? "" : diagnostics.front().code; }
};

Parsed parse(const std::string &text, const ContentLimits &limits = {}) {
  Parsed parsed;
  const auto file = std::make_shared<const SourceFile>(SourceFile{"a.yaml", text});
  parsed.tree = parse_yaml({file, 0, text.size()}, limits, parsed.diagnostics);
  return parsed;
}

} // namespace

TEST_CASE("keys and values know their places, in characters") {
  const auto parsed = parse("title: Café\nnäme:  'it''s'\nlist:\n  - one\n");
  REQUIRE(parsed.tree);
  const auto &entries = parsed.tree->entries;
  REQUIRE(entries.size() == 3);
  CHECK(entries[0].key.place == Place{1, 1, 5});
  CHECK(entries[0].value.place == Place{1, 8, 4});
  CHECK(entries[1].key.place == Place{2, 1, 4});
  CHECK(entries[1].value.place == Place{2, 8, 7});
  CHECK(entries[1].value.scalar == "it's");
  CHECK(entries[2].value.items[0].place == Place{4, 5, 3});
}

TEST_CASE("scalars stay text, whatever YAML would make of them") {
  const auto parsed = parse("{a: no, b: 2018-12, c: 007, d: off, e: 1.0}");
  REQUIRE(parsed.tree);
  CHECK(parsed.tree->find("a")->scalar == "no");
  CHECK(parsed.tree->find("b")->scalar == "2018-12");
  CHECK(parsed.tree->find("c")->scalar == "007");
  CHECK(parsed.tree->find("e")->scalar == "1.0");
  CHECK(parsed.tree->find("f") == nullptr);
}

TEST_CASE("places count from the top of the file when the YAML is a part of it") {
  const auto file = std::make_shared<const SourceFile>(SourceFile{"a.md", "---\ntitle: x\n---\nText\n"});
  std::vector<Diagnostic> diagnostics;
  const auto tree = parse_yaml({file, 4, 13}, {}, diagnostics);
  REQUIRE(tree);
  CHECK(tree->find("title")->place == Place{2, 8, 1});
}

TEST_CASE("lines that end as Windows ends them have the same places") {
  const auto parsed = parse("a: 1\r\nb: 2\r\n");
  REQUIRE(parsed.tree);
  CHECK(parsed.tree->find("b")->place == Place{2, 4, 1});
}

TEST_CASE("duplicate keys are kept for the reader of records to find") {
  const auto parsed = parse("a: 1\na: 2\n");
  REQUIRE(parsed.tree);
  CHECK(parsed.tree->entries.size() == 2);
}

TEST_CASE("an empty item of a list is where its dash is") {
  const auto parsed = parse("list:\n  - one\n  -   # nothing\n\n  - three\nnext: x\n");
  REQUIRE(parsed.tree);
  const auto &items = parsed.tree->find("list")->items;
  REQUIRE(items.size() == 3);
  CHECK(items[1].kind == YamlNode::Kind::null);
  CHECK(items[1].place == Place{3, 3, 1});

  const auto last = parse("- one\n-");
  REQUIRE(last.tree);
  CHECK(last.tree->items[1].place == Place{2, 1, 1});
}

TEST_CASE("an empty document is null") {
  const auto parsed = parse("# only a comment\n");
  REQUIRE(parsed.tree);
  CHECK(parsed.tree->kind == YamlNode::Kind::null);
  CHECK(parsed.diagnostics.empty());
}

TEST_CASE("what is not YAML is reported where it breaks") {
  const auto parsed = parse("title: a\n  more: b\n");
  CHECK_FALSE(parsed.tree);
  CHECK(parsed.code() == "yaml-syntax");
  CHECK(parsed.diagnostics.front().span.place.line == 2);
  for (const std::string bad : {"a: [1, 2", "a: {b: 1", "a: \"b", "a: 'b", "a: &x \"b\nc: d\n", "a: !!str 'b",
                                "a: &x # c\n  \"b\n", "*nobody", "a: @b", "%YAML 9.9\n---\na", "- a\nb: c",
                                "a: &x\n  b: *x\n", "? [", "!!", "---\n---\n", "a: b\n---\nc: d\n"}) {
    INFO(bad);
    CHECK_FALSE(parse(bad).diagnostics.empty());
  }
}

TEST_CASE("a second document has its place in the file, whatever it begins with") {
  const auto marked = parse("a: b\n---\nc: d\n"), stray = parse(",i");
  REQUIRE(marked.diagnostics.size() == 1);
  CHECK(marked.diagnostics[0].span.place == Place{2, 1, 3});
  REQUIRE(stray.diagnostics.size() == 1);
  CHECK(stray.diagnostics[0].span.place == Place{1, 1, 1});
}

TEST_CASE("aliases that stand for billions of values are refused") {
  std::string laughs = "a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]\n";
  for (int i = 1; i < 10; ++i) {
    const std::string before = "*a" + std::to_string(i - 1);
    laughs += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before;
    for (int j = 1; j < 10; ++j)
      laughs += ", " + before;
    laughs += "]\n";
  }
  const auto parsed = parse(laughs);
  CHECK_FALSE(parsed.tree);
  CHECK(parsed.code() == "too-many-nodes");
}

TEST_CASE("an alias is what it stands for") {
  const auto parsed = parse("a: &x {b: 1}\nc: *x\n");
  REQUIRE(parsed.tree);
  REQUIRE(parsed.tree->find("c")->find("b"));
  CHECK(parsed.tree->find("c")->find("b")->scalar == "1");
}

TEST_CASE("a value behind an anchor or a tag is where it is written itself") {
  const auto parsed = parse("a: &x word\nb: !!str \"one\"\nc: &y # why\n  !!str 'two'\nd: *x\n");
  REQUIRE(parsed.tree);
  const auto &entries = parsed.tree->entries;
  REQUIRE(entries.size() == 4);
  CHECK(entries[0].value.place == Place{1, 7, 4});
  CHECK(entries[1].value.place == Place{2, 10, 5});
  CHECK(entries[1].value.text_place == Place{2, 11, 0});
  CHECK(entries[2].value.place == Place{4, 9, 5});
  CHECK(entries[2].value.scalar == "two");
  CHECK(entries[3].value.scalar == "word");
}

TEST_CASE("nesting beyond reason is refused, whatever its form") {
  constexpr std::size_t deep = 100'000;
  std::string lines;
  for (std::size_t i = 0; i < 1000; ++i)
    lines += std::string(i, ' ') + "a:\n";
  std::string dashes;
  for (std::size_t i = 0; i < deep; ++i)
    dashes += "- ";
  std::string maps;
  for (std::size_t i = 0; i < deep; ++i)
    maps += "{a: ";
  for (const auto &text : {std::string(deep, '['), dashes, maps, lines}) {
    const auto parsed = parse(text);
    CHECK_FALSE(parsed.tree);
    CHECK(parsed.code() == "nested-too-deep");
  }
}

TEST_CASE("24 levels are allowed and 25 are not") {
  CHECK(parse(std::string(24, '[') + "x" + std::string(24, ']')).tree);
  CHECK(parse(std::string(25, '[') + "x" + std::string(25, ']')).code() == "nested-too-deep");
}

TEST_CASE("too many values are refused") {
  ContentLimits limits;
  limits.yaml_nodes = 10;
  CHECK(parse("[1, 2, 3, 4, 5, 6, 7, 8, 9]", limits).tree);
  CHECK(parse("[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]", limits).code() == "too-many-nodes");
}
