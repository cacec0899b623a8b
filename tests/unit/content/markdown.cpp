#include "content/markdown.hpp"

#include "base/parallel_map.hpp"
#include "catch.hpp"
#include "support/read_content.hpp"

using namespace localoffer;
using namespace localoffer::testing;
using Kind = ProseNode::Kind;

namespace {

struct Parsed {
  std::vector<ProseNode> blocks;
  std::vector<Diagnostic> diagnostics;

  std::vector<std::string> codes() const {
    std::vector<std::string> all;
    for (const auto &one : diagnostics)
      all.push_back(one.code);
    return all;
  }
};

Parsed parse(const std::string &text, const ContentLimits &limits = {}) {
  Parsed parsed;
  const auto file = std::make_shared<const SourceFile>(SourceFile{"a.md", text});
  YamlNode scalar;
  scalar.kind = YamlNode::Kind::scalar;
  scalar.scalar = text;
  scalar.place = scalar.text_place = {1, 1, 0};
  parsed.blocks = parse_markdown(file, scalar, limits, parsed.diagnostics);
  return parsed;
}

/// The tree as one line, so that two can be compared.
std::string outline(const std::vector<ProseNode> &nodes) {
  std::string out;
  for (const auto &node : nodes)
    out += "(" + std::to_string(static_cast<int>(node.kind)) + node.text + "|" + node.target + "|" +
           std::to_string(node.place.line) + ":" + std::to_string(node.place.column) + "+" +
           std::to_string(node.place.length) + outline(node.children) + ")";
  return out;
}

const ProseNode *find(const std::vector<ProseNode> &nodes, Kind kind) {
  for (const auto &node : nodes) {
    if (node.kind == kind) return &node;
    if (const auto *inside = find(node.children, kind)) return inside;
  }
  return nullptr;
}

} // namespace

TEST_CASE("a stray carriage return moves no place to another line") {
  const auto parsed = parse("One\rtwo\n\n[x](javascript:x)\n");
  REQUIRE(parsed.diagnostics.size() == 1);
  CHECK(parsed.diagnostics[0].span.place == Place{3, 1, 17});
}

TEST_CASE("the place of a link that goes on over a line end is within its line") {
  const auto parsed = parse("Some words that stand before [a\nb](javascript:x)");
  REQUIRE(parsed.diagnostics.size() == 1);
  const Place place = parsed.diagnostics[0].span.place;
  CHECK(place.line == 2);
  CHECK(place.column <= std::string("b](javascript:x)").size() + 1);
}

TEST_CASE("an address in the words of a link is no link of its own") {
  const auto parsed =
      parse("See [weeks <a@b.cd> and [this](y.yaml)](x.yaml), and [waiting <a@b.cd> times](x.yaml).\n");
  CHECK(parsed.diagnostics.empty());
  const auto *last = &parsed.blocks[0].children.back();
  REQUIRE((last - 1)->kind == Kind::link);
  CHECK((last - 1)->target == "x.yaml");
  REQUIRE((last - 1)->children.size() == 1);
  CHECK((last - 1)->children[0].text == "waiting a@b.cd times");
}

TEST_CASE("Markdown becomes a tree") {
  const auto parsed =
      parse("## Head\n\nSome *more* **text** and `code`.\n\n1. one\n2. two\n\n> quoted\n\n---\n");
  CHECK(parsed.diagnostics.empty());
  const auto &blocks = parsed.blocks;
  REQUIRE(blocks.size() == 5);
  CHECK(blocks[0].kind == Kind::heading);
  CHECK(blocks[0].level == 2);
  CHECK(blocks[1].kind == Kind::paragraph);
  CHECK(find(blocks, Kind::strong)->children[0].text == "text");
  CHECK(blocks[2].kind == Kind::ordered_list);
  CHECK(blocks[2].level == 1);
  CHECK(blocks[3].kind == Kind::quote);
  CHECK(blocks[4].kind == Kind::thematic_break);
  CHECK(plain_text({blocks[1]}) == "Some more text and code.");
}

TEST_CASE("tables keep their heading row and the side that their columns are set to") {
  const auto parsed = parse("| a | b |\n| :-- | --: |\n| 1 | 2 |\n");
  const auto *table = find(parsed.blocks, Kind::table);
  REQUIRE(table);
  REQUIRE(table->children.size() == 2);
  CHECK(table->children[0].header);
  CHECK_FALSE(table->children[1].header);
  CHECK(table->children[1].children[0].align == ProseNode::Align::left);
  CHECK(table->children[1].children[1].align == ProseNode::Align::right);
  CHECK(plain_text(table->children[1].children) == "1 2");
}

TEST_CASE("task lists say what is done") {
  const auto parsed = parse("- [ ] open\n- [x] done\n- neither\n");
  const auto *list = find(parsed.blocks, Kind::bullet_list);
  REQUIRE(list);
  REQUIRE(list->children.size() == 3);
  CHECK(list->children[0].task == ProseNode::Task::open);
  CHECK(list->children[1].task == ProseNode::Task::done);
  CHECK(list->children[2].task == ProseNode::Task::none);
}

TEST_CASE("no raw HTML passes, in any of its forms") {
  for (const std::string html :
       {"<script>alert(1)</script>\n", "a <b>b</b>\n", "<!DOCTYPE html>\n", "<?php x ?>\n", "<![CDATA[x]]>\n",
        "<!-- a --><b>x</b>\n", "x <!-- a --><img src=x> y\n", "<a\nhref=x>y</a>\n", "- <div>\n",
        "> <svg onload=x>\n", "| a |\n| - |\n| <b> |\n"}) {
    INFO(html);
    const auto parsed = parse(html);
    REQUIRE_FALSE(parsed.codes().empty());
    for (const auto &code : parsed.codes())
      CHECK(code == "raw-html");
  }
}

TEST_CASE("HTML comments are dropped without a word") {
  const auto parsed = parse("<!-- allow x: y -->\nText <!-- a note --> here.\n");
  CHECK(parsed.diagnostics.empty());
  CHECK(plain_text(parsed.blocks).find("note") == std::string::npos);
  CHECK(plain_text(parsed.blocks).find("Text") != std::string::npos);
}

TEST_CASE("what looks like HTML in code is text") {
  const auto parsed = parse("`<b>` and\n\n```\n<script>\n```\n");
  CHECK(parsed.diagnostics.empty());
  CHECK(find(parsed.blocks, Kind::code_block)->text == "<script>\n");
}

TEST_CASE("only four schemes may be linked to") {
  for (const std::string good :
       {"https://a.example/", "http://a.example/", "HTTPS://a.example/", "mailto:a@example.org",
        "tel:01632960101", "../measures/a.yaml", "a.yaml#b:c", "#part", "/route/", "/a?b=c:d"}) {
    INFO(good);
    CHECK(parse("[link](" + good + ")").diagnostics.empty());
  }
  for (const std::string bad :
       {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "&#106;avascript:alert(1)", "&#x6A;avascript:alert(1)",
        "java&#115;cript&colon;alert(1)", "data:text/html,x", "DATA:x", "vbscript:x", "file:///etc/passwd",
        "ftp://a.example/", "\\javascript:x", "<java script:x>", "blob:x", "<	javascript:x>"}) {
    INFO(bad);
    CHECK(parse("[link](" + bad + ")").codes() == std::vector<std::string>{"link-scheme"});
  }
  CHECK(parse("<javascript:alert(1)>").codes() == std::vector<std::string>{"link-scheme"});
  CHECK(parse("[a][b]\n\n[b]: javascript:x").codes() == std::vector<std::string>{"link-scheme"});
  CHECK(parse("![a](data:image/png;base64,x)").codes() == std::vector<std::string>{"link-scheme"});
}

TEST_CASE("a control character cannot hide a scheme") {
  // Browsers take tabs and line ends out of an address, and skip control characters before it.
  for (const std::string bad :
       {"java&#9;script:x", "java&#10;script:x", "&#1;javascript:x", "&#x20;javascript:x",
        "java&Tab;script:x", "java&NewLine;script:x", "/&#9;/evil.example"}) {
    INFO(bad);
    CHECK(parse("[link](" + bad + ")").codes() == std::vector<std::string>{"link-scheme"});
  }
}

TEST_CASE("an image needs words") {
  CHECK(parse("![](a.png)").codes() == std::vector<std::string>{"image-without-text"});
  CHECK(parse("![ ](a.png)").codes() == std::vector<std::string>{"image-without-text"});
  const auto parsed = parse("![A *bar* chart](a.png)");
  CHECK(parsed.diagnostics.empty());
  CHECK(find(parsed.blocks, Kind::image)->text == "A bar chart");
}

TEST_CASE("headings go down one level at a time") {
  CHECK(parse("## a\n\n### b\n\n## c\n\n#### d\n").codes() == std::vector<std::string>{"heading-too-deep"});
  CHECK(parse("### a\n\n#### b\n\n## c\n").diagnostics.empty());
}

TEST_CASE("nesting beyond reason is refused") {
  std::string list;
  for (int i = 0; i < 60; ++i)
    list += std::string(static_cast<std::size_t>(i) * 2, ' ') + "- x\n";
  for (const auto &text :
       {std::string(5000, '>') + " x", list, std::string(2000, '*') + "x" + std::string(2000, '*')}) {
    const auto parsed = parse(text);
    CHECK(parsed.codes() == std::vector<std::string>{"nested-too-deep"});
  }
}

TEST_CASE("places are those of the file, in characters") {
  const auto parsed = parse("Café at\nthe [école](a.yaml) – and [more](b.yaml).\n");
  const auto *link = find(parsed.blocks, Kind::link);
  REQUIRE(link);
  CHECK(link->place == Place{2, 5, 15});
  const auto &inlines = parsed.blocks[0].children;
  CHECK(inlines[inlines.size() - 2].place == Place{2, 27, 14});
}

TEST_CASE("in YAML, places follow the scalar through indentation and folding") {
  const auto read = read_text("content/terms/a.yaml", "title: T\n"
                                                      "text: >-\n"
                                                      "  Folded é words\n"
                                                      "  and a [link](x.yaml) here.\n"
                                                      "meaning: |\n"
                                                      "  - one\n"
                                                      "  - two [link](y.yaml)\n"
                                                      "discrepancy: 'it''s a [link](z.yaml)'\n");
  REQUIRE(read.uses.size() == 3);
  CHECK(read.uses[0].place == Place{4, 9, 14});
  CHECK(read.uses[1].place == Place{7, 9, 14});
  CHECK(read.uses[2].place == Place{8, 23, 14});
}

TEST_CASE("in front matter and body, places count from the top of the file") {
  const auto read = read_text("content/pages/a.md", "---\ntitle: T\n---\n\nA [link](x.yaml).\n");
  REQUIRE(read.uses.size() == 1);
  CHECK(read.uses[0].place == Place{5, 3, 14});
  CHECK(read.diagnostics.empty());
}

TEST_CASE("eight threads read the same Markdown as one") {
  std::vector<std::string> texts;
  for (int i = 0; i < 400; ++i)
    texts.push_back("## Part " + std::to_string(i) +
                    "\n\n| a | b |\n| - | - |\n| ~~1~~ | www.example.org |\n\n- [x] *done* " +
                    std::string(static_cast<std::size_t>(i % 7), 'x') + "\n\nSee [it](a.yaml) ~ and ~.\n");
  const auto read = [](const std::string &text) { return outline(parse(text).blocks); };
  CHECK(parallel_map(texts, 8, read) == parallel_map(texts, 1, read));
}
