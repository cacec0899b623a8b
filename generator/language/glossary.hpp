#pragma once

#include "base/view.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace localoffer {

/// The ways in which a term is written.
struct TermForms {
  std::string title;             ///< "special educational needs co-ordinator"
  std::string short_form;        ///< "SENCO"; empty when it has none
  std::vector<std::string> also; ///< other ways, long or short
};

/// What a page says of a term that it uses.
struct TermExplanation {
  std::string id; ///< of its record
  TermForms forms;
  std::string title; ///< as it begins a line
  Html text;         ///< what it means
  std::string back;  ///< the words of the link from there to where it is used
  std::string
      hint; ///< that the link from its use leads to its meaning, for those who hear a page's links as a list
  std::string hint_language; ///< where it is not that of the term
};

/// Finds terms in running text. Immutable, so that any number of threads may search.
class TermFinder {
public:
  explicit TermFinder(const std::vector<TermForms> &terms);

  struct Match {
    std::size_t begin = 0, length = 0; ///< bytes
    std::size_t term = 0;              ///< which of the terms
    bool is_short = false;             ///< a short form, which says nothing to those who do not know it
  };

  /// The first term that begins at `from` or behind it, the longest of those that begin there. Whole words
  /// only, of one or of several ("EHC plans"); a title may begin a sentence. A blank is any white space.
  std::optional<Match> next(std::string_view text, std::size_t from) const;

private:
  struct Form {
    std::string text;
    std::uint32_t term = 0;
    bool is_short = false;
  };
  void add(std::string text, std::size_t term, bool is_short);
  std::optional<Match> match_at(std::string_view text, std::size_t at) const;

  std::array<std::vector<Form>, 256> forms_; ///< by their first byte, the longest first
};

} // namespace localoffer
