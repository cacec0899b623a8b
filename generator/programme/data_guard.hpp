#pragma once

#include "base/diagnostic.hpp"
#include "content/settings.hpp"
#include "programme/find_words.hpp"
#include "programme/personal_data.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace localoffer {

/// What may stand on one site and what may not: how to reach its publisher is no secret.
class DataGuard {
public:
  explicit DataGuard(const Settings &settings);

  /// What must not stand in a line of the content, and of the settings where `of_settings` is true.
  std::vector<PersonalData> forbidden_in(std::string_view line, bool of_settings) const;

  /// The text with each character of what is forbidden in it as a "*", so that it stays as long as it was.
  std::string masked(std::string text) const;

private:
  bool is_allowed(const PersonalData &one, bool of_settings) const;

  std::set<std::string> domains_; ///< those that the settings allow, and those of the site's own addresses
  std::set<std::string> numbers_; ///< of the site's own telephones
};

/// The places of parts of a line, in the order of the text and not overlapping.
std::vector<Place> places_on_line(std::string_view line, std::uint32_t number,
                                  const std::vector<WordMatch> &parts);

// So that no report repeats a datum, whatever leads to a person becomes stars.

/// In what a diagnostic says.
void mask_what_is_said(Diagnostic &one, const DataGuard &guard);

/// In the lines of content that are shown with diagnostics. What one of them found is hidden in all.
void mask_what_is_shown(std::vector<Diagnostic> &diagnostics, const DataGuard &guard,
                        const SourceFilePtr &settings_file);

} // namespace localoffer
