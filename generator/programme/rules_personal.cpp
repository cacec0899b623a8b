#include "base/text.hpp"
#include "content/codes.hpp"
#include "content/kinds.hpp"
#include "programme/personal_data.hpp"
#include "programme/rule_list.hpp"

#include <fmt/format.h>

// What leads to a private person. The files themselves are looked at, comments and all: they are published
// with the repository's history.

namespace localoffer::rules {
namespace {

std::string domain_of(std::string_view address) {
  return lower_ascii(address.substr(address.rfind('@') + 1));
}

/// The site's own domains: those that its settings allow, and those of its own addresses.
std::set<std::string> own_domains(const Settings &settings) {
  std::set<std::string> domains;
  for (const auto &domain : settings.email_domains)
    domains.insert(domain_of(*domain));
  if (settings.problem_email) domains.insert(domain_of(*settings.problem_email));
  for (const auto &way : settings.contacts)
    if (way.value->find('@') != std::string::npos) domains.insert(domain_of(*way.value));
  return domains;
}

class FileScanner {
public:
  FileScanner(const Programme &programme, Found &found)
      : settings_file_(programme.settings().file), domains_(own_domains(programme.settings())),
        found_(found) {}

  /// Once for each file, however many records it holds.
  void scan(const SourceFilePtr &file) {
    if (!file || !seen_.insert(file->path).second) return;
    std::uint32_t number = 0;
    for (const std::string_view line : lines_of(file->text)) {
      ++number;
      for (const auto &one : find_personal_data(line))
        if (may_not_stand_here(one, file))
          report(one, {file,
                       {number, static_cast<std::uint32_t>(character_count(line.substr(0, one.begin)) + 1),
                        static_cast<std::uint32_t>(character_count(line.substr(one.begin, one.length)))}});
    }
  }

private:
  bool may_not_stand_here(const PersonalData &one, const SourceFilePtr &file) const {
    if (one.kind == PersonalData::Kind::email) return domains_.count(one.domain) == 0;
    return file != settings_file_; // how to reach the publisher stands there
  }

  // None of the messages repeats what was found: reports of a build are often public.
  void report(const PersonalData &one, const Span &span) {
    const auto add = [&](std::string message, std::string help) {
      found_.push_back(diagnose("personal-data", span, std::move(message), std::move(help)));
    };
    switch (one.kind) {
    case PersonalData::Kind::email:
      return add(
          fmt::format("this is an e-mail address at '{}', which is not a domain of this site", one.domain),
          fmt::format("Leave it out, or write the address of a team at the site's own domain. If addresses "
                      "at '{}' may stand here, add it under 'email_domains:' in {}.",
                      one.domain, settings_file_->path));
    case PersonalData::Kind::mobile:
      return add(
          "this is the number of a mobile telephone",
          "Leave it out, or write the number of an office. A mobile that a team answers can stand under "
          "'contacts:' in the site's settings.");
    case PersonalData::Kind::nhs_number:
      return add("this is an NHS number: its last digit fits the others",
                 "Leave it out, here and in every older version of this file. If it is another number, write "
                 "'# allow personal-data: ' and the reason on the line before.");
    case PersonalData::Kind::postcode:
      return add("this is a whole postcode, and may be that of a home",
                 "Leave it out, or write its first half. For the postcode of an office, write "
                 "'# allow personal-data: ' and the reason on the line before.");
    }
  }

  SourceFilePtr settings_file_;
  std::set<std::string> domains_;
  Found &found_;
  std::set<std::string> seen_;
};

void check_small_counts(const Measure &measure, Found &found) {
  if (*measure.unit != "count") return;
  for (const auto &one : measure.observations)
    if (one.value && *one.value > 0 && *one.value < 5)
      found.push_back(diagnose(
          "personal-data", {measure.head.file, one.value.place},
          fmt::format("{} is so small a number that people may know who is meant", *one.value),
          "Leave the figure out, and write 'fewer than 5' in a note. If it does not count people, write "
          "'# allow personal-data: ' and the reason on the line before."));
}

} // namespace

void no_personal_data(const Programme &programme, Found &found) {
  FileScanner scanner(programme, found);
  scanner.scan(programme.settings().file);
  for_each_record(programme.content.records,
                  [&](std::string_view, const auto &record) { scanner.scan(record.head.file); });
  for (const auto &measure : programme.content.records.measures)
    check_small_counts(measure, found);
}

} // namespace localoffer::rules
