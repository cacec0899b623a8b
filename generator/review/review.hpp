#pragma once

#include "review/page_changes.hpp"

#include "history/timelines.hpp"
#include "pages/site.hpp"

#include <optional>
#include <string>
#include <vector>

namespace localoffer {

/// A draft, or what it is compared with.
struct ReviewSide {
  CommitInfo commit;
  std::vector<Diagnostic> problems; ///< as the authors' silences leave them
  bool can_be_built = false;        ///< false: a mistake keeps its pages from being made
};

/// What a review is made from. All of it outlives the review.
struct ReviewRequest {
  const Site &site;                ///< the draft's; where that cannot be read, the site before
  const Programme &before_records; ///< as far as they could be read
  ReviewSide before, after;
  const Timelines &between; ///< from the one commit to the other, as compare_commits gives it
  std::vector<PageChange> pages;
  std::string pull_request; ///< its address; empty when there is none
};

/// One change, as people are told of it.
struct ReviewChange {
  const Change *change = nullptr; ///< null where it is told of a page as a whole
  std::string name;               ///< of the record
  std::string sentence;           ///< "Fell back from “At risk” to “Off track”."
  std::string reason;             ///< "No reason is given."; mostly empty
  std::string times;              ///< how often a date has moved in all; mostly empty
  std::string route;              ///< of the page that tells of it in the draft; empty where there is none
  std::size_t mark = 0;           ///< which change on that page, counted from 1; 0 where none shows it
  std::string path;               ///< of the record's file; empty where the draft has none
  std::uint32_t line = 0;         ///< of the record
};

/// Something that a reader should ask about.
struct ReviewDoubt {
  enum class Kind {
    no_reason,      ///< it got worse, or a date moved, and nobody says why
    date_passed,    ///< the new date has passed already
    no_figure,      ///< good news without a figure
    figure_changed, ///< a published figure is another one, without a note
    figure_removed, ///< words went that held a figure
  };
  Kind kind = Kind::no_reason;
  std::string name, sentence, route;
};

/// How hard the words of a changed page are to read.
struct ReviewReading {
  std::string route, heading;
  double before = 0, after = 0; ///< reading ages; 0 where there are no words
};

struct NewSentence {
  std::string text, route, heading;
  long words = 0;
};

/// A short form that the new words use and nothing explains.
struct UnexplainedShortForm {
  std::string text, route, heading;
};

/// A file whose words in another language the draft would change. Only who reads the language can say whether
/// they are right.
struct TranslationChange {
  std::string path, language; ///< "Polski"
};

/// A draft beside what it would change.
struct DraftReview {
  ReviewSide before, after;
  std::string pull_request;
  std::vector<std::string> summary;         ///< a sentence for each kind of change, worst first
  std::vector<ReviewChange> facts, wording; ///< worst first
  std::vector<PageChange> pages;            ///< those that tell of a change themselves
  std::vector<PageChange> touched;          ///< those that only count or list what changed
  std::vector<ReviewDoubt> doubts;
  std::vector<Diagnostic> new_problems, mended_problems;
  std::vector<ReviewReading> reading;
  std::vector<NewSentence> long_sentences; ///< longest first
  std::vector<UnexplainedShortForm> short_forms;
  std::vector<TranslationChange> translations;

  bool is_empty() const {
    return facts.empty() && wording.empty() && pages.empty() && touched.empty() && translations.empty();
  }
};

DraftReview review_draft(ReviewRequest request);

/// "figure_removed": the kind in data, and in the keys of words.
std::string_view key_of(ReviewDoubt::Kind kind);

} // namespace localoffer
