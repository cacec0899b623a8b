#include "base/text.hpp"
#include "content/codes.hpp"
#include "content/kinds.hpp"
#include "programme/data_guard.hpp"
#include "programme/named_children.hpp"
#include "programme/rule_list.hpp"
#include "programme/rule_parts.hpp"

#include <fmt/format.h>

// What leads to a private person. The files themselves are looked at, comments and all: they are published
// with the repository's history.

namespace localoffer::rules {
namespace {

// None of the messages repeats what was found: reports of a build are often public.

std::string how_to_allow() {
  return "write '# allow personal-data: ' and the reason on the line before.";
}

/// What is wrong, and what to write instead.
std::pair<std::string, std::string> told(const PersonalData &one, const std::string &settings) {
  const std::string what = fmt::format("this is {}", name_of(one.kind));
  const std::string nobody_else = "Leave it out, here and in every older version of this file.";
  switch (one.kind) {
  case PersonalData::Kind::email:
    return {fmt::format("{} at '{}', which is not a domain of this site", what, one.domain),
            fmt::format("Leave it out, or write the address of a team at the site's own domain. If addresses "
                        "at '{}' may stand here, add it under 'email_domains:' in {}.",
                        one.domain, settings)};
  case PersonalData::Kind::mobile:
    return {what,
            "Leave it out, or write the number of an office. A mobile that a team answers can stand under "
            "'contacts:' in the site's settings."};
  case PersonalData::Kind::telephone:
    return {
        what + ", and none of this site's own",
        "Leave it out. If a team answers it, write it under 'contacts:' in the site's settings. For another "
        "organisation's number, " +
            how_to_allow()};
  case PersonalData::Kind::nhs_number:
    return {what + ": its last digit fits the others",
            nobody_else + " If it is another number, " + how_to_allow()};
  case PersonalData::Kind::pupil_number:
    return {what + ": its first letter fits the digits",
            nobody_else + " If it is another number, " + how_to_allow()};
  case PersonalData::Kind::insurance_number:
    return {what, nobody_else + " If it is another number, " + how_to_allow()};
  case PersonalData::Kind::postcode:
    return {what + ", and may be that of a home",
            "Leave it out, or write its first half. For the postcode of an office, " + how_to_allow()};
  case PersonalData::Kind::birth_date:
    return {what,
            "Leave it out, or say about how old somebody is: 'a child of primary school age'. If nobody was "
            "born on this day, " +
                how_to_allow()};
  }
  return {};
}

/// Once for each file, however many records it holds.
class FileScanner {
public:
  FileScanner(const Programme &programme, Found &found)
      : settings_file_(programme.settings().file), guard_(programme.settings()), found_(found) {}

  void scan(const SourceFilePtr &file) {
    if (!file || !seen_.insert(file->path).second) return;
    std::uint32_t number = 0;
    for (const std::string_view line : lines_of(file->text))
      scan_line(file, ++number, line);
  }

private:
  void scan_line(const SourceFilePtr &file, std::uint32_t number, std::string_view line) {
    const auto all = guard_.forbidden_in(line, file == settings_file_);
    if (all.empty()) return;
    std::vector<WordMatch> parts;
    for (const auto &one : all)
      parts.push_back({one.begin, one.length});
    const auto places = places_on_line(line, number, parts);
    for (std::size_t i = 0; i < all.size(); ++i) {
      auto [message, help] = told(all[i], settings_file_->path);
      report_datum(found_, {file, places[i]}, std::move(message), std::move(help));
    }
  }

  SourceFilePtr settings_file_;
  DataGuard guard_;
  Found &found_;
  std::set<std::string> seen_;
};

/// What somebody said: the words of a quote, what families said, and what stands in quotation marks
/// elsewhere.
std::vector<WordMatch> said_in(const WrittenText &text, const std::string &wording) {
  const bool is_speech = (text.kind == "quote" && text.field == "words") ||
                         (text.kind == "you said" && (text.field == "text" || text.field == "title"));
  if (is_speech) return {{0, wording.size()}};
  return text.is_prose ? quoted_parts(wording) : std::vector<WordMatch>{};
}

void check_named_children(const WrittenText &text, Found &found) {
  const std::string wording = wording_of(text);
  for (const auto &said : said_in(text, wording))
    for (const auto &name : named_children(std::string_view(wording).substr(said.begin, said.length)))
      report_datum(
          found, text.span_of(said.begin + name.begin, name.length),
          "this seems to be the name of a child, or of somebody close to one, in what was said",
          "Leave the name out and say who it is: 'my son', 'a child in primary school'. For a quote, say "
          "so under 'redactions:'. If it names nobody, " +
              how_to_allow());
}

} // namespace

void no_personal_data(const Programme &programme, Found &found) {
  FileScanner scanner(programme, found);
  scanner.scan(programme.settings().file);
  for_each_record(programme.content.records,
                  [&](std::string_view, const auto &record) { scanner.scan(record.head.file); });
}

void no_personal_data_in(const SourceFilePtr &file, const Programme &programme, Found &found) {
  FileScanner(programme, found).scan(file);
}

void no_named_children(const Programme &programme, Found &found) {
  for (const auto &text : programme.content.texts)
    check_named_children(text, found);
}

} // namespace localoffer::rules
