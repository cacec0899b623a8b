#include "language/check_easy_read.hpp"

#include "base/text.hpp"
#include "content/codes.hpp"
#include "language/reading_text.hpp"
#include "language/short_forms.hpp"
#include "language/word_set.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace localoffer {
namespace {

bool is_small_short_form(std::string_view lower) {
  static const WordSet words{"eg", "ie", "etc", "approx", "incl", "misc", "vs", "dept", "tel"};
  return words.has(lower);
}

class EasyTextCheck {
public:
  EasyTextCheck(const WrittenText &written, std::vector<Diagnostic> &found)
      : written_(written), text_(wording_in_lines(written), written.is_prose), found_(found) {}

  void run() {
    // Who reviewed it is a name, and where the facts come from is a report's.
    if (written_.field == "reviewed_by" || written_.field == "section") return;
    if (written_.is_prose) return check_stands_alone();
    for (const auto &sentence : text_.sentences())
      check_length(sentence);
    for (const auto &word : text_.words())
      check_word(word);
    if (written_.field == "text") check_one_sentence();
  }

private:
  void add(std::string_view code, std::size_t begin, std::size_t length, std::string message,
           std::string help) {
    found_.push_back(diagnose(code, written_.span_of(begin, length), std::move(message), std::move(help)));
  }

  /// Text, meaning and discrepancy, which other records have.
  void check_stands_alone() {
    add("easy-read-pairs", 0, 1,
        fmt::format("the words under '{}:' have no picture beside them", written_.field),
        "Make items of them under 'parts:', each a sentence with its picture.");
  }

  void check_length(const ReadSentence &sentence) {
    const std::size_t words = sentence.last - sentence.first;
    if (words <= longest_easy_sentence) return;
    add("easy-read-long-sentence", sentence.begin, sentence.end - sentence.begin,
        fmt::format("this sentence has {} words, and {} is the most beside a picture", words,
                    longest_easy_sentence),
        "Make two items of it, each with one idea and its own picture. Fewer than 10 words are fine.");
  }

  void check_one_sentence() {
    const auto &sentences = text_.sentences();
    if (sentences.size() < 2) return;
    add("easy-read-pairs", sentences[1].begin, sentences[1].end - sentences[1].begin,
        fmt::format("{} sentences share one picture", sentences.size()),
        "Make an item of each sentence, with a picture that says the same.");
  }

  void check_word(const ReadWord &word) {
    const auto form = short_form_in(text_.written(word));
    if (is_short_form(form) || is_small_short_form(word.lower))
      return add_short_form(word.begin, word.length);
    // A full stop ends a word, so that "e.g." is two.
    constexpr std::size_t before = 2;
    if (word.begin < before || word.length != 1) return;
    const auto both = lower_ascii(std::string_view(text_.text()).substr(word.begin - before, before + 1));
    if (both == "e.g" || both == "i.e") add_short_form(word.begin - before, before + 1);
  }

  void add_short_form(std::size_t begin, std::size_t length) {
    add("easy-read-short-form", begin, length,
        fmt::format("'{}' is a short form",
                    short_form_in(std::string_view(text_.text()).substr(begin, length))),
        "Write it out. Who reads slowly cannot look up what letters stand for.");
  }

  const WrittenText &written_;
  ReadingText text_;
  std::vector<Diagnostic> &found_;
};

} // namespace

std::vector<Diagnostic> check_easy_read(const Programme &programme) {
  std::vector<Diagnostic> found;
  for (const auto &text : programme.content.texts)
    if (text.kind == "easy read") EasyTextCheck(text, found).run();
  return found;
}

} // namespace localoffer
