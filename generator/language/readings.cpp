#include "language/readings.hpp"

#include "language/reading_text.hpp"
#include "language/wording.hpp"

#include <algorithm>

namespace localoffer {
/// Names and labels are no sentences, and what others said is not ours to mend.
bool is_in_sentences(const WrittenText &text) {
  if (text.kind == "report" || text.kind == "quote" || text.field == "formal" ||
      text.field == "concern_formal")
    return false;
  return text.is_prose;
}

RecordReading record_reading(const ReadingText &text) {
  RecordReading all{reading_of(text), 0, {}};
  std::vector<WordingFlaw> passives;
  for (const auto &sentence : text.sentences()) {
    const auto words = static_cast<long>(sentence.last - sentence.first);
    if (words > longest_sentence) all.longest.push_back({std::string(text.written(sentence)), words});
    find_passives(text, sentence, passives);
  }
  all.passives = static_cast<long>(passives.size());
  return all;
}

Readings readings_by_record(const std::vector<WrittenText> &texts,
                            const std::vector<const RecordReading *> &each) {
  Readings all;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (!each[i] || each[i]->reading.words == 0) continue;
    RecordReading &record = all[{texts[i].kind, texts[i].id}];
    record.reading += each[i]->reading;
    record.passives += each[i]->passives;
    record.longest.insert(record.longest.end(), each[i]->longest.begin(), each[i]->longest.end());
  }
  for (auto &[name, record] : all)
    std::stable_sort(record.longest.begin(), record.longest.end(),
                     [](const HardSentence &a, const HardSentence &b) { return a.words > b.words; });
  return all;
}

Readings readings_of(const std::vector<WrittenText> &texts) {
  std::vector<RecordReading> read(texts.size());
  std::vector<const RecordReading *> each(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (!is_in_sentences(texts[i])) continue;
    read[i] = record_reading(ReadingText(wording_in_lines(texts[i]), texts[i].is_prose));
    each[i] = &read[i];
  }
  return readings_by_record(texts, each);
}

} // namespace localoffer
