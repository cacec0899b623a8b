#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace localoffer {

/// A word of a text. A hyphen or an apostrophe does not end one; "and/or" is two.
struct ReadWord {
  std::size_t begin = 0, length = 0; ///< bytes of the text as it was written
  std::string_view lower;            ///< in small letters
  bool after_break = false;          ///< a mark stands before it: it does not belong to the word before
  bool is_exempt = false;            ///< of a name or a term of the site, or of somebody's own words
  bool is_quoted = false;            ///< of somebody's own words
};

struct ReadSentence {
  std::size_t first = 0, last = 0; ///< of the words: [first, last)
  std::size_t begin = 0, end = 0;  ///< bytes
};

/// A text as its readers meet it: sentences and their words, without the marks of Markdown. An item of a
/// list, a cell of a table and a heading end a sentence too.
class ReadingText {
public:
  /// `wording` is what was written, with line ends, and with blanks in place of what is not read (code,
  /// addresses). `is_prose` says that it is Markdown; of a plain text, each line stands alone.
  ReadingText(std::string wording, bool is_prose, const std::string &language = "en");
  // The words look into the text, so it stays where it is.
  ReadingText(const ReadingText &) = delete;
  ReadingText &operator=(const ReadingText &) = delete;

  /// Exempts what stands at these bytes: a name, a term.
  void exempt(std::size_t begin, std::size_t length);

  const std::string &text() const { return text_; }
  const std::vector<ReadWord> &words() const { return words_; }
  const std::vector<ReadSentence> &sentences() const { return sentences_; }
  std::string_view written(const ReadWord &word) const {
    return std::string_view(text_).substr(word.begin, word.length);
  }
  std::string_view written(const ReadSentence &sentence) const {
    return std::string_view(text_).substr(sentence.begin, sentence.end - sentence.begin);
  }

private:
  void read_block(std::size_t begin, std::size_t end, const std::string &language);
  void read_sentence(std::size_t begin, std::size_t end);
  void find_speech();

  std::string text_, lower_;
  std::vector<ReadWord> words_;
  std::vector<ReadSentence> sentences_;
  std::vector<bool> quoted_; ///< by byte
};

} // namespace localoffer
