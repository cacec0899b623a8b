#include "language/reading_text.hpp"

#include "base/text.hpp"
#include "language/text_parts.hpp"

#include <algorithm>

namespace localoffer {
namespace {

bool is_letter(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const auto byte = static_cast<unsigned char>(text[at]);
  const bool is_ascii =
      (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
  return is_ascii || (byte >= 0x80 && byte != 0xE2 && byte != 0xC2);
}

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

bool is_digit(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

/// Bytes of what joins two parts of a word: an apostrophe, a hyphen, the point or the slash of a number
/// ("2023/24"). 0 where there is none.
std::size_t joint_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if ((text[at] == '.' || text[at] == ',' || text[at] == '/') && at > 0)
    return is_digit(text, at - 1) && is_digit(text, at + 1) ? 1 : 0;
  constexpr std::string_view apostrophe = "\u2019";
  const std::size_t length = text[at] == '\'' || text[at] == '-' || text[at] == '&' ? 1
                             : text.substr(at).starts_with(apostrophe)              ? apostrophe.size()
                                                                                    : 0;
  return length > 0 && is_letter(text, at + length) ? length : 0;
}

/// How many bytes mark what kind of block a line begins: "- ", "2. ", "## ", "> ".
std::size_t block_mark(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && is_blank(line[at]))
    ++at;
  const auto rest = line.substr(at);
  if (rest.empty()) return 0;
  if (rest.front() == '>' || rest.front() == '|') return at + 1;
  if (rest.front() == '#') return at + std::min(rest.find_first_not_of('#'), rest.size());
  const auto digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
  const bool is_number = digits > 0 && digits < 4 && digits + 1 < rest.size() &&
                         (rest[digits] == '.' || rest[digits] == ')') && is_blank(rest[digits + 1]);
  if (is_number) return at + digits + 1;
  const bool is_bullet = std::string_view("-*+").find(rest.front()) != std::string_view::npos &&
                         rest.size() > 1 && is_blank(rest[1]);
  return is_bullet ? at + 1 : 0;
}

} // namespace

ReadingText::ReadingText(std::string wording, bool is_prose, const std::string &language)
    : text_(std::move(wording)) {
  find_speech();
  lower_ = lower_ascii(text_);
  std::size_t begin = 0, at = 0; // of the block, of the line
  for (const auto line : lines_of(text_)) {
    const std::size_t end = at + line.size();
    const std::size_t mark = is_prose ? block_mark(line) : 0;
    if (trimmed(line).empty() || mark > 0 || !is_prose) {
      read_block(begin, at, language);
      begin = at + mark;
    }
    const bool is_heading = mark > 0 && trimmed(line).starts_with('#');
    const bool is_row = mark > 0 && trimmed(line).starts_with('|');
    if (is_row)
      for (auto bar = text_.find('|', begin); bar < end; bar = text_.find('|', begin)) {
        read_block(begin, bar, language);
        begin = bar + 1;
      }
    if (is_heading || is_row) {
      read_block(begin, end, language);
      begin = end;
    }
    at = std::min(end + 1, text_.size());
    if (end < text_.size() && text_[end] == '\r') ++at;
  }
  read_block(begin, text_.size(), language);
}

void ReadingText::find_speech() {
  constexpr std::string_view opens = "\u201c", closes = "\u201d";
  quoted_.assign(text_.size(), false);
  const auto mark = [&](std::size_t from, std::size_t to) {
    std::fill(quoted_.begin() + static_cast<std::ptrdiff_t>(from),
              quoted_.begin() + static_cast<std::ptrdiff_t>(to), true);
  };
  // Speech ends with its paragraph, so that a mark which is never closed hides no more than that.
  const auto close_of = [&](std::string_view closing, std::size_t from) {
    const auto end = text_.find(closing, from);
    return end == std::string::npos || text_.find("\n\n", from) < end ? std::string::npos : end;
  };
  for (auto at = text_.find(opens); at != std::string::npos; at = text_.find(opens, at + 1)) {
    const auto end = close_of(closes, at);
    if (end != std::string::npos) mark(at, end);
  }
  for (auto at = text_.find('"'); at != std::string::npos;) {
    const auto end = close_of("\"", at + 1);
    if (end == std::string::npos) return;
    mark(at, end);
    at = text_.find('"', end + 1);
  }
}

void ReadingText::read_block(std::size_t begin, std::size_t end, const std::string &language) {
  if (end <= begin || trimmed(std::string_view(text_).substr(begin, end - begin)).empty()) return;
  // A line end would end a sentence for ICU; inside a block it is a blank.
  std::string block = text_.substr(begin, end - begin);
  std::replace_if(
      block.begin(), block.end(), [](char c) { return c == '\n' || c == '\r' || c == '*' || c == '_'; }, ' ');
  std::size_t at = begin;
  each_part(TextParts::sentences, language, block, [&](std::string_view part, bool) {
    read_sentence(at, at + part.size());
    at += part.size();
  });
}

void ReadingText::read_sentence(std::size_t begin, std::size_t end) {
  ReadSentence sentence{words_.size(), words_.size(), begin, end};
  bool after_break = true;
  for (std::size_t at = begin; at < end;) {
    if (!is_letter(text_, at)) {
      const char c = text_[at];
      if (!is_blank(c) && c != '\n' && c != '\r' && c != '*' && c != '_' && c != '[' && c != ']')
        after_break = true;
      ++at;
      continue;
    }
    const std::size_t first = at;
    while (at < end && (is_letter(text_, at) || joint_at(text_, at) > 0))
      at += std::max<std::size_t>(joint_at(text_, at), 1);
    words_.push_back({first, at - first, std::string_view(lower_).substr(first, at - first), after_break,
                      quoted_[first], quoted_[first]});
    after_break = false;
  }
  sentence.last = words_.size();
  if (sentence.last == sentence.first) return;
  const auto &last = words_.back();
  sentence.begin = words_[sentence.first].begin;
  sentence.end = std::max(last.begin + last.length,
                          begin + trimmed(std::string_view(text_).substr(begin, end - begin)).size());
  sentence.end = std::min(sentence.end, end);
  sentences_.push_back(sentence);
}

void ReadingText::exempt(std::size_t begin, std::size_t length) {
  const auto first = std::lower_bound(words_.begin(), words_.end(), begin,
                                      [](const ReadWord &word, std::size_t at) { return word.begin < at; });
  for (auto word = first; word != words_.end() && word->begin < begin + length; ++word)
    word->is_exempt = true;
}

} // namespace localoffer
