#include "programme/rules.hpp"

#include "base/text.hpp"
#include "content/codes.hpp"
#include "programme/data_guard.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace localoffer {
namespace {

constexpr auto where_listed =
    "'localoffer explain' lists the codes. Warnings and numbered rules may be silenced or lowered.";

/// Reports a code that does not exist. `span` is where it is named.
bool is_known(std::string_view code, const Span &span, std::vector<Diagnostic> &all) {
  if (find_diagnostic_code(code)) return true;
  std::vector<std::string> known;
  for (const auto &one : diagnostic_codes())
    known.emplace_back(one.code);
  const auto near = did_you_mean(code, known);
  all.push_back(diagnose("unknown-rule", span, fmt::format("there is no rule '{}'", code),
                         near ? fmt::format("did you mean '{}'?", *near) : std::string(where_listed)));
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
    if (silence.in_text) continue; // told below
    if (!is_known(silence.code, silence.span, about_silences)) continue;
    if (!may_be_lowered(silence.code)) {
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
                   "Remove the comment. It speaks of its own line, or, alone on a line, of the line below. "
                   "Inside a text of "
                   "several lines it is written <!-- allow CODE: the reason -->."));
  }
  all.insert(all.end(), about_silences.begin(), about_silences.end());
}

/// Whatever else is wrong: families would read them.
void tell_silences_in_texts(const std::vector<Silence> &silences, std::vector<Diagnostic> &all) {
  for (const auto &silence : silences)
    if (silence.in_text)
      all.push_back(diagnose(
          "unused-silence", silence.span, "this is no comment here, and readers would see it",
          fmt::format("Inside a text write it on the line before: <!-- allow {}: the reason -->. Or put "
                      "the text on one line, and '# allow {}: the reason' above it.",
                      silence.code, silence.code)));
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
  if (!may_be_lowered(code)) {
    all.push_back(diagnose("unknown-rule", span, fmt::format("'{}' cannot be made less serious", code),
                           fmt::format("Remove it here, and mend what it finds. {}", where_listed)));
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

/// Takes away up to `known.count` diagnostics that say what the entry says; returns how many.
int take_known(const KnownProblem &known, std::vector<Diagnostic> &all) {
  const int most = known.count.given ? *known.count : 1;
  int taken = 0;
  const auto is_known = [&](const Diagnostic &one) {
    const bool same =
        one.code == *known.code && one.span.file_path() == *known.file && one.message == *known.message;
    return same && taken < most && ++taken > 0;
  };
  all.erase(std::remove_if(all.begin(), all.end(), is_known), all.end());
  return taken;
}

void apply_baseline(const Content &content, std::vector<Diagnostic> &all) {
  std::vector<Diagnostic> about_entries;
  int taken = 0;
  for (const auto &known : content.known_problems) {
    const Span span{content.baseline, known.place};
    if (!is_known(*known.code, span, about_entries)) continue;
    if (!may_be_lowered(*known.code)) {
      about_entries.push_back(diagnose("unknown-rule", span,
                                       fmt::format("'{}' cannot be in a baseline", *known.code),
                                       "Mend the mistake itself: with it, the site cannot be built."));
      continue;
    }
    const int found = take_known(known, all);
    taken += found;
    if (found < (known.count.given ? *known.count : 1))
      about_entries.push_back(diagnose(
          "unused-baseline", span, "this problem, or one of its kind, is not there any more",
          fmt::format("Good. Remove the entry, so that it cannot come back unseen, or write the file anew: "
                      "localoffer check {} --write-baseline {}",
                      content.settings.file->path, content.baseline->path)));
  }
  if (taken > 0)
    about_entries.push_back(
        diagnose("known-problems", {content.settings.file, content.settings.baseline.place},
                 fmt::format("{} known problem{} not shown: {} the baseline file", taken,
                             taken == 1 ? " is" : "s are", taken == 1 ? "it is in" : "they are in"),
                 "Only new problems count. Mend the known ones bit by bit, and take their entries out."));
  all.insert(all.end(), about_entries.begin(), about_entries.end());
}

/// While there are errors, some rules have not looked at all they look at otherwise; what they would have
/// found may be what a silence or a baseline speaks of.
void forget_what_may_come_back(std::vector<Diagnostic> &all) {
  if (!has_errors(all)) return;
  all.erase(std::remove_if(all.begin(), all.end(),
                           [](const Diagnostic &one) {
                             return one.code == "unused-silence" || one.code == "unused-baseline";
                           }),
            all.end());
}

/// Content may quote a whole file in one message, or make a mistake in each of a hundred thousand lines. What
/// is said stays short enough for a terminal and for the services that show it; they keep 5,000 at most.
constexpr std::size_t longest_message = 600, most_diagnostics = 3000;

void shorten(std::string &text) {
  if (text.size() <= longest_message) return;
  std::size_t end = longest_message;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u)
    --end;
  text.resize(end);
  text += " ...";
}

void shorten(Diagnostic &one) {
  shorten(one.message);
  shorten(one.help);
  for (auto &note : one.notes)
    shorten(note.text);
}

/// `all` is sorted.
void leave_out_the_rest(std::vector<Diagnostic> &all, const Content &content) {
  const std::size_t left_out = leave_first(all, most_diagnostics) + content.left_out;
  if (left_out == 0) return;
  all.push_back(diagnose("too-many-problems", {content.settings.file, content.settings.content.place},
                         fmt::format("{} more problems are not listed", left_out),
                         "Mend those that are, and look again."));
  sort_diagnostics(all);
}

/// A short form in the middle of a datum would be repeated, and says nothing more.
void forget_words_in_data(std::vector<Diagnostic> &all) {
  std::map<std::pair<std::string, std::uint32_t>, std::vector<Place>> data;
  for (const auto &one : all)
    for (const auto &place : one.span.hidden)
      data[{one.span.file_path(), place.line}].push_back(place);
  if (data.empty()) return;
  const auto is_in_datum = [&](const Diagnostic &one) {
    if (one.code != "short-form") return false;
    const auto on_line = data.find({one.span.file_path(), one.span.place.line});
    return on_line != data.end() &&
           std::any_of(on_line->second.begin(), on_line->second.end(), [&](const Place &place) {
             return one.span.place.column >= place.column &&
                    one.span.place.column < place.column + place.length;
           });
  };
  all.erase(std::remove_if(all.begin(), all.end(), is_in_datum), all.end());
}

} // namespace

std::vector<Diagnostic> settle(std::vector<Diagnostic> all, const Content &content) {
  const DataGuard guard(content.settings);
  for (auto &one : all) {
    mask_what_is_said(one, guard); // first, so that a baseline file knows the messages as they are printed
    shorten(one);
  }
  forget_words_in_data(all);
  apply_silences(content.silences, all);
  for (const auto &[code, setting] : content.settings.rules)
    if (is_allowed(code, setting, {content.settings.file, setting.place}, all))
      set_severity(code, *setting.severity, all);
  apply_baseline(content, all);
  forget_what_may_come_back(all);
  tell_silences_in_texts(content.silences, all);
  sort_diagnostics(all);
  leave_out_the_rest(all, content);
  mask_what_is_shown(all, guard, content.settings.file);
  return all;
}

} // namespace localoffer
