#include "base/text.hpp"
#include "cli/commands.hpp"
#include "content/codes.hpp"
#include "content/explanations.hpp"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <sstream>

namespace localoffer {
namespace {

constexpr std::size_t width = 80;

/// The text in lines that a narrow terminal holds.
std::string wrapped(std::string_view text) {
  std::istringstream words{std::string(text)};
  std::string out, line;
  for (std::string word; words >> word;) {
    if (!line.empty() && character_count(line) + 1 + character_count(word) > width) {
      out += line + "\n";
      line.clear();
    }
    line += (line.empty() ? "" : " ") + word;
  }
  return out + line + "\n";
}

std::string indented(std::string_view text) {
  std::string out;
  for (const std::string_view line : lines_of(text))
    out += line.empty() ? "\n" : fmt::format("    {}\n", line);
  return out;
}

/// "error, rule 4".
std::string kind_of(const DiagnosticCode &code) {
  return std::string(to_string(code.severity)) + (code.rule > 0 ? fmt::format(", rule {}", code.rule) : "");
}

std::string list_of_codes() {
  std::size_t longest = 0;
  for (const auto &code : diagnostic_codes())
    longest = std::max(longest, code.code.size());
  std::string out;
  for (const auto &code : diagnostic_codes())
    out += fmt::format("{:<{}}  {:<7}  {:>7}  {}\n", code.code, longest, to_string(code.severity),
                       code.rule > 0 ? fmt::format("rule {}", code.rule) : "", code.summary);
  return out + "\n" +
         wrapped("A warning, and an error with the number of a rule, may stay with a reason: silenced on its "
                 "line, or made less serious in the site's settings. Every other error has to be mended.") +
         "\nMore about one of them: localoffer explain CODE\n";
}

std::string how_to_keep(const DiagnosticCode &code) {
  return wrapped(fmt::format(
             "Where it must stay, write a comment behind the line, or alone on the line before, with the "
             "reason; in the text of a .md file, the second form:")) +
         "\n" + indented(fmt::format("# allow {0}: the reason\n<!-- allow {0}: the reason -->", code.code));
}

std::string explained(const DiagnosticCode &code, const Explanation &explanation) {
  std::string out = fmt::format("{} ({})\n{}\n{}", code.code, kind_of(code), wrapped(code.summary),
                                wrapped(explanation.why));
  out +=
      fmt::format("\nWrong:\n\n{}\nRight:\n\n{}", indented(explanation.wrong), indented(explanation.right));
  if (may_be_lowered(code.code)) out += "\n" + how_to_keep(code);
  return out;
}

} // namespace

int run(const ExplainCommand &command) {
  const DiagnosticCode *code = find_diagnostic_code(command.code);
  const Explanation *explanation = find_explanation(command.code);
  fmt::print("{}", code && explanation ? explained(*code, *explanation) : list_of_codes());
  return 0;
}

} // namespace localoffer
