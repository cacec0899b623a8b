#include "review/touched_lines.hpp"

#include "base/text.hpp"
#include "review/edit_script.hpp"
#include "review/words_of.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

namespace localoffer {
namespace {

std::vector<std::uint32_t> numbered_lines(std::string_view text, TextNumbers &numbers) {
  std::vector<std::uint32_t> all;
  for (const auto line : lines_of(text))
    all.push_back(numbers.of(std::string(line)));
  return all;
}

} // namespace

std::set<std::uint32_t> touched_lines(std::string_view before, std::string_view after) {
  TextNumbers numbers;
  const auto was = numbered_lines(before, numbers), is = numbered_lines(after, numbers);
  std::set<std::uint32_t> touched;
  for (const auto &step : edit_script(was, is))
    if (step.kind != EditStep::Kind::same)
      touched.insert(static_cast<std::uint32_t>(std::min(step.after, is.empty() ? 0 : is.size() - 1) + 1));
  return touched;
}

std::vector<Diagnostic> on_touched_lines(const std::vector<Diagnostic> &problems, const Snapshot &before) {
  std::map<std::string, std::set<std::uint32_t>> touched; // by path; 0 stands for a file that differs
  const auto lines_touched = [&](const Span &span) -> const std::set<std::uint32_t> & {
    const auto [entry, is_new] = touched.try_emplace(span.file_path());
    if (!is_new || !span.file) return entry->second;
    const auto entries = before.list(span.file->path);
    const std::string was = entries.empty() ? "" : before.read(span.file->path);
    entry->second = touched_lines(was, span.file->text);
    if (!entry->second.empty()) entry->second.insert(0);
    return entry->second;
  };
  std::vector<Diagnostic> told;
  for (const auto &problem : problems)
    if (lines_touched(problem.span).count(problem.span.place.line) > 0) told.push_back(problem);
  return told;
}

} // namespace localoffer
