#pragma once

#include "base/date.hpp"
#include "content/written_text.hpp"
#include "language/readability.hpp"
#include "programme/programme.hpp"

#include <map>
#include <string>
#include <vector>

namespace localoffer {

/// A sentence of more words than people take in at once.
struct HardSentence {
  std::string text;
  long words = 0;
};

/// How hard the words of one record are to read.
struct RecordReading {
  Reading reading;
  long passives = 0;                 ///< sentences that may not say who acts
  std::vector<HardSentence> longest; ///< of more than `longest_sentence` words, the longest first
};

/// By record, of all texts that its authors wrote in sentences. English only.
using Readings = std::map<RecordName, RecordReading>;

Readings readings_of(const std::vector<WrittenText> &texts);

/// Whether a text is one of those.
bool is_in_sentences(const WrittenText &text);
RecordReading record_reading(const ReadingText &text);
/// `each` has what was read of each text, in their order; null for those that are none.
Readings readings_by_record(const std::vector<WrittenText> &texts,
                            const std::vector<const RecordReading *> &each);

/// How the records read some time before, those alone whose files have changed since.
struct EarlierReadings {
  Date date; ///< of the commit
  std::map<RecordName, Reading> changed;
};

} // namespace localoffer
