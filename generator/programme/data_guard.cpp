#include "programme/data_guard.hpp"

#include "base/text.hpp"
#include "programme/named_children.hpp"

#include <algorithm>
#include <map>

namespace localoffer {
namespace {

using Kind = PersonalData::Kind;

std::string domain_of(std::string_view address) {
  return lower_ascii(address.substr(address.rfind('@') + 1));
}

} // namespace

DataGuard::DataGuard(const Settings &settings) {
  for (const auto &domain : settings.email_domains)
    domains_.insert(domain_of(*domain));
  if (settings.problem_email) domains_.insert(domain_of(*settings.problem_email));
  const auto &data_protection = settings.privacy.data_protection_contact;
  if (data_protection) domains_.insert(domain_of(*data_protection));
  for (const auto &way : settings.contacts) {
    if (way.value->find('@') != std::string::npos) domains_.insert(domain_of(*way.value));
    for (const auto &one : find_personal_data(*way.value))
      if (!one.number.empty()) numbers_.insert(one.number);
  }
}

bool DataGuard::is_allowed(const PersonalData &one, bool of_settings) const {
  switch (one.kind) {
  case Kind::email:
    return domains_.count(one.domain) != 0;
  case Kind::mobile:
  case Kind::telephone:
    return of_settings || numbers_.count(one.number) != 0;
  case Kind::postcode:
    return of_settings; // of the publisher's office
  default:
    return false;
  }
}

std::vector<PersonalData> DataGuard::forbidden_in(std::string_view line, bool of_settings) const {
  auto found = find_personal_data(line);
  found.erase(std::remove_if(found.begin(), found.end(),
                             [&](const PersonalData &one) { return is_allowed(one, of_settings); }),
              found.end());
  return found;
}

std::string DataGuard::masked(std::string text) const {
  for (const auto &one : forbidden_in(text, false))
    std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(one.begin), one.length, '*');
  return text;
}

std::vector<Place> places_on_line(std::string_view text, std::uint32_t line,
                                  const std::vector<WordMatch> &parts) {
  std::vector<Place> places;
  std::size_t at = 0, column = 1;
  for (const auto &part : parts) {
    column += character_count(text.substr(at, part.begin - at));
    const std::size_t length = character_count(text.substr(part.begin, part.length));
    places.push_back({line, static_cast<std::uint32_t>(column), static_cast<std::uint32_t>(length)});
    at = part.begin + part.length;
    column += length;
  }
  return places;
}

namespace {

class Masker {
public:
  Masker(const DataGuard &guard, SourceFilePtr settings_file)
      : guard_(guard), settings_file_(std::move(settings_file)) {}

  /// What one diagnostic found, those about the same line must not show either.
  void note(const Diagnostic &one) {
    if (one.span.hidden.empty() || !one.span.file) return;
    auto &places = on_line(one.span.file, one.span.place.line);
    for (const auto &place : one.span.hidden)
      places.insert(std::lower_bound(places.begin(), places.end(), place), place);
  }

  void mask(Diagnostic &one) {
    hide(one.span);
    if (one.code == "quote-consent") hide_titled_names(one.span);
    for (auto &note : one.notes)
      hide(note.span);
  }

private:
  /// An excerpt is never wider than this on either side of its place, and no datum is longer.
  static constexpr std::uint32_t near = 200;

  void hide(Span &span) {
    if (!span.file || span.place.line == 0) return;
    const auto &all = on_line(span.file, span.place.line);
    const std::uint32_t column = std::max(span.place.column, near) - near;
    for (auto place = std::lower_bound(all.begin(), all.end(), Place{span.place.line, column, 0});
         place != all.end() && place->column < span.place.column + near; ++place)
      span.hidden.push_back(*place);
  }

  /// Elsewhere a title and a name are an official's, whom the reports name themselves.
  void hide_titled_names(Span &span) {
    const std::string_view line = line_of(span.file, span.place.line);
    for (const auto &place : places_on_line(line, span.place.line, titled_names(line)))
      span.hidden.push_back(place);
  }

  std::vector<Place> &on_line(const SourceFilePtr &file, std::uint32_t number) {
    const auto [entry, is_new] = on_line_.try_emplace({file.get(), number});
    if (is_new) entry->second = found_on_line(file, number);
    return entry->second;
  }

  /// Empty for the whole file.
  std::string_view line_of(const SourceFilePtr &file, std::uint32_t number) {
    if (!file) return {};
    const auto [lines, is_new] = lines_.try_emplace(file.get());
    if (is_new) lines->second = lines_of(file->text);
    return number > 0 && number <= lines->second.size() ? lines->second[number - 1] : std::string_view{};
  }

  std::vector<Place> found_on_line(const SourceFilePtr &file, std::uint32_t number) {
    const std::string_view line = line_of(file, number);
    std::vector<WordMatch> parts;
    for (const auto &one : guard_.forbidden_in(line, file == settings_file_))
      parts.push_back({one.begin, one.length});
    auto places = places_on_line(line, number, parts);
    const auto names = places_on_line(line, number, named_children(line));
    places.insert(places.end(), names.begin(), names.end());
    std::sort(places.begin(), places.end());
    return places;
  }

  const DataGuard &guard_;
  SourceFilePtr settings_file_;
  std::map<const SourceFile *, std::vector<std::string_view>> lines_;
  std::map<std::pair<const SourceFile *, std::uint32_t>, std::vector<Place>> on_line_;
};

} // namespace

void mask_what_is_said(Diagnostic &one, const DataGuard &guard) {
  one.message = guard.masked(std::move(one.message));
  for (auto &note : one.notes)
    note.text = guard.masked(std::move(note.text));
  // Our own examples in a help stay as they are: 'send@example.gov.uk'.
  const auto in_help = guard.forbidden_in(one.help, false);
  if (one.span.file && std::any_of(in_help.begin(), in_help.end(), [&](const PersonalData &datum) {
        return one.span.file->text.find(one.help.substr(datum.begin, datum.length)) != std::string::npos;
      }))
    one.help = guard.masked(std::move(one.help));
}

void mask_what_is_shown(std::vector<Diagnostic> &diagnostics, const DataGuard &guard,
                        const SourceFilePtr &settings_file) {
  Masker masker(guard, settings_file);
  for (const auto &one : diagnostics)
    masker.note(one);
  for (auto &one : diagnostics)
    masker.mask(one);
}

} // namespace localoffer
