// Templates: a mistake has its place, and what an author wrote reaches a page only escaped.
// An input is a page's template; behind each line "%%", a partial: {{>p}}, {{>q}}.
#include "fuzz.hpp"
#include "render/template.hpp"

namespace localoffer {
namespace {

constexpr auto hostile = "<b>\"'&";

struct Item {
  std::string title = hostile;
  bool late = true;
};
struct Page {
  std::string title = hostile, empty;
  Html body{"<p>ours</p>"};
  bool late = true;
  Item first;
  std::optional<Item> second;
  std::vector<Item> items{Item{}};
  std::vector<std::string> words{hostile};
  Chart chart;
};

} // namespace
VIEW_FIELDS(Item, title, late);
VIEW_FIELDS(Page, title, empty, body, late, first, second, items, words, chart);
} // namespace localoffer

using namespace localoffer;
using namespace localoffer::fuzz;

namespace {

Page made_page() {
  Page page;
  page.chart.id = page.chart.message = hostile;
  page.chart.bar.parts = {{hostile, 1, hostile, "good", "tick"}};
  return page;
}

SourceFilePtr file_of(const std::string &path, std::string_view text) {
  return std::make_shared<const SourceFile>(SourceFile{path, std::string(text)});
}

/// As hold_diagnostics; the codes of templates may be of any theme, and are not listed for authors.
void hold_mistakes(const std::vector<Diagnostic> &diagnostics) {
  for (const auto &one : diagnostics) {
    hold(one.code.starts_with("template-"), "a code is a template's", one.code);
    hold(one.span.file && one.span.place.line > 0, "a mistake has its place", one.message);
    hold_place(one.span);
  }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  const auto text = text_of(data, size);
  if (!is_clean_utf8(text)) return 0;
  const auto [page, partials] = cut_at(text, "%%\n");
  const auto [p, q] = cut_at(partials, "%%\n");
  TemplateSurroundings surroundings;
  surroundings.partials = {{"p", file_of("_p.mustache", p)}, {"q", file_of("_q.mustache", q)}};
  const std::string word = hostile;
  surroundings.word = [&](std::string_view key) { return key == "a.b" ? &word : nullptr; };
  surroundings.word_keys = {"a.b"};

  std::vector<Diagnostic> diagnostics;
  const auto compiled =
      compile_template(file_of("page.mustache", page), view_type<Page>(), surroundings, diagnostics);
  hold_mistakes(diagnostics);
  if (has_errors(diagnostics)) return 0;
  static const Page view = made_page();
  std::string out, again;
  render_template(compiled, &view, out);
  render_template(compiled, &view, again);
  hold(out == again, "a template gives the same page each time");
  if (text.find("<b>") == std::string_view::npos)
    hold(out.find(hostile) == std::string::npos, "text is escaped", out);
  return 0;
}
