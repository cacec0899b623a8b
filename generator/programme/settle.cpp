#include "programme/rules.hpp"

#include "base/text.hpp"
#include "content/codes.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace localoffer {
namespace {

std::vector<std::string> codes_that_may_be_lowered() {
  std::vector<std::string> codes;
  for (const auto &code : diagnostic_codes())
    if (may_be_lowered(code)) codes.emplace_back(code.code);
  return codes;
}

/// Reports a code that does not exist. `span` is where it is named.
bool is_known(std::string_view code, const Span &span, std::vector<Diagnostic> &all) {
  if (find_diagnostic_code(code)) return true;
  std::vector<std::string> known;
  for (const auto &one : diagnostic_codes())
    known.emplace_back(one.code);
  const auto near = did_you_mean(code, known);
  all.push_back(diagnose(
      "unknown-rule", span, fmt::format("there is no rule '{}'", code),
      near ? fmt::format("did you mean '{}'?", *near)
           : fmt::format("These may be silenced or lowered: {}.", joined(codes_that_may_be_lowered()))));
  return false;
}

bool speaks_of(const Silence &silence, const Diagnostic &diagnostic) {
  return silence.code == diagnostic.code && silence.line == diagnostic.span.place.line &&
         silence.span.file_path() == diagnostic.span.file_path();
}

/// Takes away what the silence speaks of. False when there was nothing.
bool apply(const Silence &silence, std::vector<Diagnostic> &all) {
  const auto kept =
      std::remove_if(all.begin(), all.end(), [&](const Diagnostic &one) { return speaks_of(silence, one); });
  const bool found = kept != all.end();
  all.erase(kept, all.end());
  return found;
}

void apply_silences(const std::vector<Silence> &silences, std::vector<Diagnostic> &all) {
  std::vector<Diagnostic> about_silences;
  for (const auto &silence : silences) {
    if (!is_known(silence.code, silence.span, about_silences)) continue;
    if (!may_be_lowered(*find_diagnostic_code(silence.code))) {
      about_silences.push_back(diagnose("unknown-rule", silence.span,
                                        fmt::format("'{}' cannot be silenced", silence.code),
                                        "Mend the mistake itself: with it, the site cannot be built."));
      continue;
    }
    if (silence.reason.empty())
      about_silences.push_back(diagnose(
          "reason-missing", silence.span, fmt::format("nothing says why '{}' is allowed here", silence.code),
          fmt::format("Write the reason behind a colon: allow {}: the reason.", silence.code)));
    if (!apply(silence, all))
      about_silences.push_back(
          diagnose("unused-silence", silence.span,
                   fmt::format("there is no '{}' on line {} to allow", silence.code, silence.line),
                   "Remove the comment. It speaks of its own line, or, alone on a line, of the line below."));
  }
  all.insert(all.end(), about_silences.begin(), about_silences.end());
}

/// 0 for "off", then more and more serious.
int weight(std::string_view severity) {
  const std::vector<std::string_view> order{"off", "notice", "warning", "error"};
  return static_cast<int>(std::find(order.begin(), order.end(), severity) - order.begin());
}

/// Whether the setting is one that can be followed. Its mistakes are added to `all`.
bool is_allowed(const std::string &code, const RuleSetting &setting, const Span &span,
                std::vector<Diagnostic> &all) {
  if (!is_known(code, span, all) || !setting.severity) return false;
  const DiagnosticCode &known = *find_diagnostic_code(code);
  if (weight(*setting.severity) >= weight(to_string(known.severity))) return true;
  if (!may_be_lowered(known)) {
    all.push_back(diagnose("unknown-rule", span, fmt::format("'{}' cannot be made less serious", code),
                           fmt::format("Remove it here, and mend what it finds. These may be lowered: {}.",
                                       joined(codes_that_may_be_lowered()))));
    return false;
  }
  if (!setting.reason)
    all.push_back(diagnose("reason-missing", span,
                           fmt::format("nothing says why '{}' is less serious here", code),
                           "Write 'reason:' below its severity."));
  return true;
}

void set_severity(const std::string &code, const std::string &severity, std::vector<Diagnostic> &all) {
  if (severity == "off")
    all.erase(std::remove_if(all.begin(), all.end(), [&](const Diagnostic &one) { return one.code == code; }),
              all.end());
  for (auto &one : all)
    if (one.code == code)
      one.severity = severity == "error"     ? Severity::error
                     : severity == "warning" ? Severity::warning
                                             : Severity::notice;
}

} // namespace

std::vector<Diagnostic> settle(std::vector<Diagnostic> all, const Content &content) {
  apply_silences(content.silences, all);
  for (const auto &[code, setting] : content.settings.rules)
    if (is_allowed(code, setting, {content.settings.file, setting.place}, all))
      set_severity(code, *setting.severity, all);
  sort_diagnostics(all);
  return all;
}

} // namespace localoffer
