#include "catch.hpp"
#include "render/template.hpp"

// The cases of the Mustache specification (interpolation, sections, inverted, comments, partials), as far as
// they concern what our templates may use.

namespace localoffer {
namespace {

struct Inner {
  std::string one, c;
};
struct Page {
  std::string subject = "world", forbidden = "& \" < >", empty, name = "outer";
  Html markup{"<b>&amp;</b>"};
  bool yes = true, no = false;
  std::vector<std::string> letters{"a", "b", "<"}, none;
  std::vector<Inner> items{{"1", "x"}, {"2", "y"}};
  std::optional<Inner> absent;
  std::optional<Inner> present = Inner{"one", "see"};
  std::optional<std::string> maybe = "perhaps";
  Chart chart;
};

} // namespace
VIEW_FIELDS(Inner, one, c);
VIEW_FIELDS(Page, subject, forbidden, empty, name, markup, yes, no, letters, none, items, absent, present,
            maybe, chart);
} // namespace localoffer

using namespace localoffer;

namespace {

std::string rendered(const std::string &text, const std::map<std::string, std::string> &partials = {}) {
  TemplateSurroundings surroundings;
  for (const auto &[name, partial] : partials)
    surroundings.partials[name] = std::make_shared<SourceFile>(SourceFile{"_" + name + ".mustache", partial});
  const std::string word = "Don't < wait";
  surroundings.word = [&](std::string_view key) { return key == "common.wait" ? &word : nullptr; };

  std::vector<Diagnostic> diagnostics;
  const auto file = std::make_shared<SourceFile>(SourceFile{"page.mustache", text});
  const auto compiled = compile_template(file, view_type<Page>(), surroundings, diagnostics);
  for (const auto &diagnostic : diagnostics)
    FAIL_CHECK(diagnostic.code << ": " << diagnostic.message);
  if (!diagnostics.empty()) return {};
  const Page page;
  std::string out;
  render_template(compiled, &page, out);
  return out;
}

} // namespace

TEST_CASE("interpolation") {
  CHECK(rendered("") == "");
  CHECK(rendered("Hello from {Mustache}!\n") == "Hello from {Mustache}!\n");
  CHECK(rendered("Hello, {{subject}}!\n") == "Hello, world!\n");
  CHECK(rendered("{{forbidden}}") == "&amp; &quot; &lt; &gt;");
  CHECK(rendered("{{{markup}}} {{&markup}} {{& markup }} {{{ markup }}}") ==
        "<b>&amp;</b> <b>&amp;</b> <b>&amp;</b> <b>&amp;</b>");
  CHECK(rendered("| {{ subject }} |") == "| world |");
  CHECK(rendered("  {{subject}}\n") == "  world\n");
  CHECK(rendered("'{{empty}}'") == "''");
  CHECK(rendered("{{present.c}}, {{#present}}{{c}}{{/present}}") == "see, see");
  CHECK(rendered("'{{absent.c}}'") == "''");
}

TEST_CASE("sections over each kind of value") {
  CHECK(rendered("{{#yes}}shown{{/yes}}{{#no}}hidden{{/no}}") == "shown");
  CHECK(rendered("{{#subject}}shown{{/subject}}{{#empty}}hidden{{/empty}}") == "shown");
  CHECK(rendered("{{#subject}}[{{.}}]{{/subject}}") == "[world]");
  CHECK(rendered("{{#markup}}[{{{.}}}]{{/markup}}") == "[<b>&amp;</b>]");
  CHECK(rendered("{{#maybe}}[{{.}}]{{/maybe}} {{maybe}}") == "[perhaps] perhaps");
  CHECK(rendered("{{#present}}{{one}} {{name}}{{/present}}{{#absent}}hidden{{/absent}}") == "one outer");
  CHECK(rendered("{{#items}}{{one}}{{c}};{{/items}}") == "1x;2y;");
  CHECK(rendered("{{#letters}}({{.}}){{/letters}}{{#none}}hidden{{/none}}") == "(a)(b)(&lt;)");
  CHECK(rendered("{{#items}}{{#letters}}{{.}}{{one}}{{/letters}} {{/items}}") == "a1b1&lt;1 a2b2&lt;2 ");
  CHECK(rendered("{{#items}}{{#yes}}{{one}}{{subject}}{{/yes}}{{/items}}") == "1world2world");
  CHECK(rendered("{{#present.c}}deep{{/present.c}}{{#absent.c}}hidden{{/absent.c}}") == "deep");
  CHECK(rendered("{{#chart}}hidden{{/chart}}{{^chart}}nothing to draw{{/chart}}") == "nothing to draw");
}

TEST_CASE("inverted sections") {
  CHECK(rendered("{{^yes}}hidden{{/yes}}{{^no}}shown{{/no}}") == "shown");
  CHECK(rendered("{{^items}}hidden{{/items}}{{^none}}shown{{/none}}") == "shown");
  CHECK(rendered("{{^present}}hidden{{/present}}{{^absent}}shown {{name}}{{/absent}}") == "shown outer");
  CHECK(rendered("{{^empty}}shown{{/empty}}{{^absent.c}} too{{/absent.c}}") == "shown too");
  CHECK(rendered("| A {{#yes}}B {{^no}}C{{/no}} D{{/yes}} E |") == "| A B C D E |");
}

TEST_CASE("tags that stand alone leave no line") {
  CHECK(rendered("| This Is\n{{#yes}}\n|\n{{/yes}}\n| A Line\n") == "| This Is\n|\n| A Line\n");
  CHECK(rendered("| This Is\n  {{#yes}}\n|\n  {{/yes}}  \n| A Line\n") == "| This Is\n|\n| A Line\n");
  CHECK(rendered("|\r\n{{#yes}}\r\n{{/yes}}\r\n|") == "|\r\n|");
  CHECK(rendered("  {{#yes}}\n#{{/yes}}\n/") == "#\n/");
  CHECK(rendered("#{{#yes}}\n/\n  {{/yes}}") == "#\n/\n");
  CHECK(rendered(" | {{#yes}}\t|\t{{/yes}} | \n") == " | \t|\t | \n");
  CHECK(rendered(" | {{#yes}} {{! Important Whitespace }}\n {{/yes}} | \n") == " |  \n  | \n");
  CHECK(rendered("  {{subject}}\n") == "  world\n");
}

TEST_CASE("comments") {
  CHECK(rendered("12345{{! Comment Block! }}67890") == "1234567890");
  CHECK(rendered("12345{{!\n  This is a\n  multi-line comment...\n}}67890\n") == "1234567890\n");
  CHECK(rendered("Begin.\n{{! Comment Block! }}\nEnd.\n") == "Begin.\nEnd.\n");
  CHECK(rendered("Begin.\n  {{!\n    Something's going on here...\n  }}\nEnd.\n") == "Begin.\nEnd.\n");
  CHECK(rendered("!\n  {{! I'm Still Standalone }}") == "!\n");
  CHECK(rendered("  12 {{! 34 }}\n") == "  12 \n");
  CHECK(rendered("12345 {{! {{subject }}67890") == "12345 67890");
}

TEST_CASE("partials see the context of their place and are indented when they stand alone") {
  CHECK(rendered("'{{>text}}'", {{"text", "from partial"}}) == "'from partial'");
  CHECK(rendered("{{#items}}{{>item}}{{/items}}", {{"item", "*{{one}}, {{subject}}*"}}) ==
        "*1, world**2, world*");
  CHECK(rendered("| {{>p}} |", {{"p", "\t|\t"}}) == "| \t|\t |");
  CHECK(rendered("  {{subject}}  {{> p}}\n", {{"p", ">\n>"}}) == "  world  >\n>\n");
  CHECK(rendered("|\r\n{{>p}}\r\n|", {{"p", ">"}}) == "|\r\n>|");
  CHECK(rendered("  {{>p}}\n>", {{"p", ">\n>"}}) == "  >\n  >>");
  CHECK(rendered(">\n  {{>p}}", {{"p", ">\n>"}}) == ">\n  >\n  >");
  CHECK(rendered("\\\n {{>p}}\n/\n", {{"p", "|\n{{subject}}\n|\n"}}) == "\\\n |\n world\n |\n/\n");
  CHECK(rendered(" {{>a}}\n", {{"a", "1\n {{>b}}\n3\n"}, {"b", "2\n\n2\n"}}) == " 1\n  2\n\n  2\n 3\n");
  CHECK(rendered("{{>parts/tag}}", {{"parts/tag", "{{#yes}}\ntag\n{{/yes}}\n"}}) == "tag\n");
}

TEST_CASE("interface words are put in, escaped, when the template is loaded") {
  CHECK(rendered("{{words.common.wait}}, {{ words.common.wait }}") ==
        "Don&#39;t &lt; wait, Don&#39;t &lt; wait");
}
