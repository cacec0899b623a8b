#include "base/parallel_map.hpp"
#include "base/text.hpp"
#include "content/codes.hpp"
#include "content/kinds.hpp"
#include "programme/data_guard.hpp"
#include "programme/named_children.hpp"
#include "programme/rule_list.hpp"
#include "programme/rule_parts.hpp"

#include <fmt/format.h>
#include <iterator>
#include <map>
#include <set>

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

class FileScanner {
public:
  FileScanner(const DataGuard &guard, SourceFilePtr settings_file, Found &found)
      : guard_(guard), settings_file_(std::move(settings_file)), found_(found) {}

  void scan(const SourceFilePtr &file) {
    const auto lines = lines_of(file->text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const auto number = static_cast<std::uint32_t>(i) + 1;
      scan_line(file, number, lines[i]);
      if (i + 1 < lines.size()) scan_line_end(file, number, lines[i], lines[i + 1]);
    }
  }

private:
  /// "translates: 0123456789": a commit's id may look like a telephone number.
  static bool names_commit(std::string_view line) {
    line = trimmed(line);
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return false;
    const auto key = line.substr(0, colon), id = trimmed(line.substr(colon + 1));
    return (key == "translates" || key == "frozen_commit") &&
           id.find_first_not_of("0123456789abcdef") == std::string_view::npos;
  }

  void scan_line(const SourceFilePtr &file, std::uint32_t number, std::string_view line) {
    if (names_commit(line)) return;
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

  /// What begins at the end of a line and goes on on the next one.
  void scan_line_end(const SourceFilePtr &file, std::uint32_t number, std::string_view line,
                     std::string_view next) {
    line = line.substr(0, std::min(line.find_last_not_of(" \t\r") + 1, line.size()));
    next = trimmed(next);
    const auto is_code = [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); };
    if (line.empty() || next.empty() || !is_code(line.back()) || !is_code(next.front())) return;
    constexpr std::size_t longest = 40; // of what may be found
    const std::size_t from = line.size() > longest ? line.find(' ', line.size() - longest) : 0;
    if (from == std::string_view::npos) return;
    const std::string both = std::string(line.substr(from)) + " " + std::string(next.substr(0, longest));
    for (const auto &one : guard_.forbidden_in(both, file == settings_file_)) {
      const std::size_t begin = from + one.begin;
      if (begin >= line.size() || begin + one.length <= line.size()) continue;
      const auto places = places_on_line(line, number, {{begin, line.size() - begin}});
      auto [message, help] = told(one, settings_file_->path);
      report_datum(found_, {file, places.front()}, message + "; it goes on on the next line",
                   std::move(help));
    }
  }

  const DataGuard &guard_;
  SourceFilePtr settings_file_;
  Found &found_;
};

/// What somebody said: the words of a quote, what families said, and what stands in quotation marks
/// elsewhere.
std::vector<WordMatch> said_in(const WrittenText &text, const std::string &wording) {
  const bool is_speech = (text.kind == "quote" && text.field == "words") ||
                         (text.kind == "you said" && (text.field == "text" || text.field == "title"));
  if (is_speech) return {{0, wording.size()}};
  return text.is_prose ? quoted_parts(wording) : std::vector<WordMatch>{};
}

void report_child(const WrittenText &text, const WordMatch &name, Found &found) {
  report_datum(
      found, text.span_of(name.begin, name.length),
      "this seems to be the name of a child, or of somebody close to one",
      "Leave the name out and say who it is: 'my son', 'a child in primary school'. For a quote, say "
      "so under 'redactions:'. If it names nobody, " +
          how_to_allow());
}

void check_named_children(const WrittenText &text, Found &found) {
  const std::string wording = wording_of(text);
  std::set<std::size_t> told;
  for (const auto &said : said_in(text, wording))
    for (const auto &name : named_children(std::string_view(wording).substr(said.begin, said.length)))
      if (told.insert(said.begin + name.begin).second)
        report_child(text, {said.begin + name.begin, name.length}, found);
  for (const auto &name : children_named_as_own(wording))
    if (told.insert(name.begin).second) report_child(text, name, found);
}

/// A file and the texts that were read from it.
struct FileTexts {
  SourceFilePtr file;
  std::vector<const WrittenText *> texts;
};

/// Each file once, however many records it holds.
std::vector<FileTexts> files_of(const Programme &programme) {
  std::vector<FileTexts> files;
  std::map<const SourceFile *, std::size_t> places;
  const auto add = [&](const SourceFilePtr &file) {
    if (file && places.emplace(file.get(), files.size()).second) files.push_back({file, {}});
  };
  add(programme.settings().file);
  for_each_record(programme.content.records,
                  [&](std::string_view, const auto &record) { add(record.head.file); });
  for (const auto &file : programme.content.translations)
    add(file);
  for (const auto &text : programme.content.texts) {
    add(text.file);
    files[places.at(text.file.get())].texts.push_back(&text);
  }
  return files;
}

} // namespace

std::vector<Diagnostic> no_personal_data(const Programme &programme, CleanFiles &clean, unsigned threads) {
  const DataGuard guard(programme.settings());
  struct Looked {
    std::string mark;
    Found found;
  };
  std::vector<Diagnostic> all;
  std::vector<std::string> marks;
  for (auto &looked : parallel_map(files_of(programme), threads, [&](const FileTexts &one) {
         Looked result{clean.mark_of(*one.file), {}};
         if (!result.mark.empty() && clean.has(result.mark)) return result;
         FileScanner(guard, programme.settings().file, result.found).scan(one.file);
         for (const auto *text : one.texts)
           check_named_children(*text, result.found);
         return result;
       })) {
    if (looked.found.empty() && !looked.mark.empty()) marks.push_back(std::move(looked.mark));
    std::move(looked.found.begin(), looked.found.end(), std::back_inserter(all));
  }
  clean.keep(std::move(marks));
  return all;
}

/// A file's name is in the repository and in the address of its page. It is not repeated.
void no_personal_data_in_names(const Programme &programme, Found &found) {
  for (const auto &path : programme.content.files) {
    const std::string name = path.substr(path.rfind('/') + 1);
    for (const auto &one : find_personal_data(name.substr(0, name.rfind('.'))))
      if (one.kind != PersonalData::Kind::email)
        found.push_back(diagnose("personal-data", Span{path.substr(0, path.rfind('/'))},
                                 fmt::format("the name of a file in this folder has {}", name_of(one.kind)),
                                 "Give the file another name, here and in every older version."));
  }
}

void no_personal_data_in(const SourceFilePtr &file, const Programme &programme, Found &found) {
  const DataGuard guard(programme.settings());
  FileScanner(guard, programme.settings().file, found).scan(file);
}

void no_private_person_in(const SourceFilePtr &file, const Programme &programme, Found &found) {
  const DataGuard guard(programme.settings());
  std::uint32_t number = 0;
  for (const std::string_view line : lines_of(file->text)) {
    ++number;
    for (const auto &one : guard.forbidden_in(line, false)) {
      const bool may_be_an_office = one.kind == PersonalData::Kind::telephone ||
                                    one.kind == PersonalData::Kind::postcode ||
                                    one.kind == PersonalData::Kind::email;
      if (may_be_an_office) continue;
      auto [message, help] = told(one, programme.settings().file->path);
      report_datum(found, {file, places_on_line(line, number, {{one.begin, one.length}}).front()},
                   std::move(message), std::move(help));
    }
  }
}

void no_named_children(const Programme &programme, Found &found) {
  for (const auto &text : programme.content.texts)
    check_named_children(text, found);
}

} // namespace localoffer::rules
