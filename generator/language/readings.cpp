#include "language/readings.hpp"

#include "base/parallel_map.hpp"
#include "language/reading_text.hpp"
#include "language/wording.hpp"

#include <algorithm>

namespace localoffer {
namespace {

/// Names and labels are no sentences, and what others said is not ours to mend.
bool is_in_sentences(const WrittenText &text) {
  if (text.kind == "report" || text.kind == "quote" || text.field == "formal" ||
      text.field == "concern_formal")
    return false;
  return text.is_prose;
}

RecordReading record_reading(const WrittenText &written) {
  ReadingText text(wording_in_lines(written), written.is_prose);
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

} // namespace

Readings readings_of(const std::vector<WrittenText> &texts, unsigned threads) {
  const auto each = parallel_map(texts, threads, [](const WrittenText &text) {
    return is_in_sentences(text) ? record_reading(text) : RecordReading{};
  });
  Readings all;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (each[i].reading.words == 0) continue;
    RecordReading &record = all[{texts[i].kind, texts[i].id}];
    record.reading += each[i].reading;
    record.passives += each[i].passives;
    record.longest.insert(record.longest.end(), each[i].longest.begin(), each[i].longest.end());
  }
  for (auto &[name, record] : all)
    std::stable_sort(record.longest.begin(), record.longest.end(),
                     [](const HardSentence &a, const HardSentence &b) { return a.words > b.words; });
  return all;
}

} // namespace localoffer
