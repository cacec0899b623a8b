#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

// What a browser needs to search a site, as plain data. render/ writes it in MiniSearch's own form.

namespace localoffer {

/// A page, or a part of one with an address of its own.
struct SearchDocument {
  std::string address; ///< "/actions/1b-vi/", "/glossary/#asd": no other document has it
  std::string title;   ///< of the page or the record
  std::string heading; ///< of the part below the title; empty for all of it
  std::string kind;    ///< what it is, for readers: "Action"; may be empty
  std::string excerpt; ///< its first words; may be empty
  double weight = 1;   ///< how much more than others it helps those who search, in tenths
};

/// The parts of a document that are told apart when it is looked for, in the order of their numbers.
enum class SearchField { title, heading, also, text };
inline constexpr std::size_t search_fields = 4;

struct SearchPosting {
  std::uint32_t document = 0; ///< index into SearchIndex::documents
  std::uint32_t times = 0;
};

struct SearchTerm {
  std::string term;                                                ///< a word's stem
  std::array<std::vector<SearchPosting>, search_fields> documents; ///< by field; ascending
};

/// Words that mean the same: "asc" -> "autism", "asd". All are stems, joined with one space.
struct SearchSynonyms {
  std::string words;
  std::vector<std::string> others;
};

struct SearchIndex {
  std::vector<SearchDocument> documents;
  std::vector<std::array<std::uint32_t, search_fields>> lengths; ///< different words in each document's field
  std::vector<SearchTerm> terms;                                 ///< by term, byte by byte
  std::vector<SearchSynonyms> synonyms;                          ///< by words
  std::vector<std::string> stop_words;                           ///< too common to be looked for: "the"
  /// Words as they are written, those in most documents first: what a misspelling is compared with.
  std::vector<std::string> vocabulary;
  std::string stemmer;            ///< which way to find stems: "porter", or "" for none
  std::vector<std::string> found; ///< what readers are told of 0, 1, 2... results; the last: of more
};

} // namespace localoffer
