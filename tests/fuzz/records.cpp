// Records: YAML files and Markdown with front matter, joined to a programme and held to the rules.
// An input is the file's path below the local area's folder, a line end, and the file.
#include "fuzz.hpp"
#include "programme/rules.hpp"
#include "support/read_content.hpp"

using namespace localoffer;
using namespace localoffer::fuzz;

namespace {

void hold_places(const FileRecords &read) {
  hold_diagnostics(read.diagnostics);
  for (const auto &use : read.uses)
    hold_place(use.span());
  for (const auto &silence : read.silences)
    hold_place(silence.span);
  for (const auto &text : read.texts) {
    hold_place(text.span_of(0, text.words().size()));
    hold(wording_of(text).size() == text.words().size(), "the wording is as long as the text");
    bare_addresses_in(text);
  }
}

const std::string plan = "---\ntitle: Plan\nkind: plan\n---\n\nWords.\n";

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  const auto [name, text] = cut_at(text_of(data, size), "\n");
  const std::string path = "content/" + std::string(name);
  if (!is_snapshot_path(path) || !is_clean_utf8(path)) return 0;
  hold_places(testing::read_text(path, std::string(text)));

  std::vector<Diagnostic> found;
  const Programme programme =
      join(testing::load_files({{"content/plan.md", plan}, {path, std::string(text)}}), {2021, 3, 25}, found);
  auto more = check_rules(programme);
  found.insert(found.end(), more.begin(), more.end());
  const auto &loaded = programme.content.diagnostics;
  found.insert(found.end(), loaded.begin(), loaded.end());
  hold_diagnostics(settle(std::move(found), programme.content));
  return 0;
}
