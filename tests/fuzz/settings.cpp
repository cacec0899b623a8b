// A site's settings, and its baseline of known problems.
// An input is the settings file; behind a line "%%", the baseline.
#include "fuzz.hpp"
#include "programme/rules.hpp"
#include "support/read_content.hpp"

using namespace localoffer;
using namespace localoffer::fuzz;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  const auto [settings, baseline] = cut_at(text_of(data, size), "%%\n");
  const MemorySnapshot snapshot(
      {{"site.yaml", std::string(settings)},
       {"known.yaml", std::string(baseline)},
       {"content/plan.md", "---\ntitle: Plan\nkind: plan\n---\nWords.\n"},
       {"content/milestones/1.yaml", "title: First\nstatus: complete\ndue: 2020\n"}});
  Content content = load_content(snapshot, "site.yaml", {}, 1);
  load_baseline(snapshot, {}, content);
  hold_diagnostics(content.diagnostics);
  const bool right = !has_errors(content.diagnostics);
  hold(!right || !content.settings.content->empty(), "right settings name a folder");

  std::vector<Diagnostic> found;
  const Programme programme = join(std::move(content), {2021, 3, 25}, found);
  for (const auto &more :
       {programme.content.diagnostics, right ? check_rules(programme) : std::vector<Diagnostic>{}})
    found.insert(found.end(), more.begin(), more.end());
  hold_diagnostics(settle(std::move(found), programme.content));
  return 0;
}
