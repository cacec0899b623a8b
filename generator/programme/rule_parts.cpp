#include "programme/rule_parts.hpp"

#include "content/codes.hpp"
#include "programme/find_words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace localoffer::rules {

std::string name_of(const Milestone &record) {
  return record.ref.given ? *record.ref : *record.head.title;
}

std::string allow_line(std::string_view code) {
  return fmt::format(
      "If the report itself is wrong, keep its numbers, say so under 'discrepancy:', and write "
      "'# allow {}: ' and the reason on the line before.",
      code);
}

bool milestones_are_complete(const Programme &programme) {
  return programme.unread_kinds.count("milestone") == 0 &&
         programme.milestones.size() == programme.content.records.milestones.size();
}

bool names_somebody(const std::string &text) {
  for (const std::string_view title : {"Mr", "Mrs", "Ms", "Miss", "Mx", "Dr"})
    for (const auto &match : find_words(text, title)) {
      std::size_t next = match.begin + match.length;
      if (next < text.size() && text[next] == '.') ++next;
      const std::size_t name = text.find_first_not_of(' ', next);
      if (name != std::string::npos && name > next && text[name] >= 'A' && text[name] <= 'Z') return true;
    }
  return false;
}

bool is_named(const std::vector<Authored<std::string>> &keys, const std::string &key) {
  return std::any_of(keys.begin(), keys.end(), [&](const Authored<std::string> &one) { return *one == key; });
}

void report_datum(std::vector<Diagnostic> &found, Span span, std::string message, std::string help) {
  span.hidden.push_back(span.place);
  found.push_back(diagnose("personal-data", std::move(span), std::move(message), std::move(help)));
}

} // namespace localoffer::rules
