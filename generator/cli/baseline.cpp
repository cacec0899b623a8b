#include "cli/baseline.hpp"

#include "base/files.hpp"
#include "content/codes.hpp"

#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>
#include <tuple>

namespace localoffer {
namespace {

constexpr std::string_view first_line = "# Problems that were here before the rules.";

/// As YAML takes any text: a JSON string.
std::string quoted(const std::string &text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace

std::string baseline_text(const std::vector<Diagnostic> &diagnostics) {
  std::map<std::tuple<std::string, std::string, std::string>, int> counts;
  for (const auto &one : diagnostics)
    if (may_be_lowered(one.code) && one.severity != Severity::notice)
      ++counts[{one.span.file_path(), one.code, one.message}];
  std::string out = fmt::format("{} 'localoffer check --write-baseline' wrote them.\n"
                                "# They do not count until they are mended; others of their kind do.\n",
                                first_line);
  for (const auto &[what, count] : counts) {
    const auto &[file, code, message] = what;
    out += fmt::format("- code: {}\n  file: {}\n  message: {}\n", code, quoted(file), quoted(message));
    if (count > 1) out += fmt::format("  count: {}\n", count);
  }
  return out;
}

void write_baseline(const std::filesystem::path &file, const std::vector<Diagnostic> &diagnostics) {
  if (std::filesystem::exists(file) && !read_file(file).starts_with(first_line))
    throw WorldError(fmt::format("'{}' is there already and is not a baseline file", file.string()),
                     "Give the baseline another name, or move that file away.");
  write_file(file, baseline_text(diagnostics));
}

} // namespace localoffer
