#include "content/written_text.hpp"

#include "content/text_map.hpp"

#include <algorithm>

namespace localoffer {
namespace {

class Blanker {
public:
  explicit Blanker(std::string_view text) : text_(text) {}

  void blank_markup() {
    between("<!--", "-->");
    blank_code();
    between("](", ")");
    between("<http", ">");
    between("<mailto", ">");
  }
  /// What was blanked, but for the words of links: those begin behind a bracket.
  std::vector<TextPart> blank_addresses() {
    std::vector<TextPart> found;
    for (const std::string_view beginning : {"http://", "https://", "www."})
      for (auto at = text_.find(beginning); at != std::string::npos; at = text_.find(beginning, at)) {
        auto end = std::min(text_.find_first_of(" \t\n)>\"'", at), text_.size());
        if (at == 0 || text_[at - 1] != '[')
          found.push_back({at, text_.find_last_not_of(".,;:!?", end - 1) + 1 - at});
        blank(at, end);
      }
    return found;
  }
  std::string take() { return std::move(text_); }

private:
  void blank(std::size_t from, std::size_t to) {
    std::fill(text_.begin() + static_cast<std::ptrdiff_t>(from),
              text_.begin() + static_cast<std::ptrdiff_t>(to), ' ');
  }

  void between(std::string_view opening, std::string_view closing) {
    for (auto at = text_.find(opening); at != std::string::npos; at = text_.find(opening, at)) {
      const auto end = text_.find(closing, at + opening.size());
      if (end == std::string::npos) return;
      blank(at, end + closing.size());
    }
  }

  /// Code ends at as many backticks as it began with. Runs of them are compared, not bytes: a text of runs
  /// that grow shorter would otherwise be searched to its end for each.
  void blank_code() {
    std::vector<std::pair<std::size_t, std::size_t>> runs; // begin and end
    for (auto at = text_.find('`'); at != std::string::npos; at = text_.find('`', runs.back().second))
      runs.emplace_back(at, std::min(text_.find_first_not_of('`', at), text_.size()));
    for (std::size_t i = 0; i < runs.size(); ++i) {
      const auto [begin, inside] = runs[i];
      const std::size_t length = inside - begin;
      std::size_t closing = i + 1;
      while (closing < runs.size() && runs[closing].second - runs[closing].first < length)
        ++closing;
      const bool closed = closing < runs.size();
      blank(begin, closed ? runs[closing].first + length : inside);
      if (!closed) continue;
      runs[closing].first += length; // what is left of a longer run begins another piece
      i = runs[closing].first < runs[closing].second ? closing - 1 : closing;
    }
  }

  std::string text_;
};

} // namespace

std::vector<TextPart> bare_addresses_in(const WrittenText &text) {
  Blanker blanker(text.words());
  if (text.is_prose) blanker.blank_markup();
  return blanker.blank_addresses();
}

WrittenText::WrittenText(SourceFilePtr source, const YamlNode &scalar, std::string key, bool prose)
    : field(std::move(key)), is_prose(prose), file(std::move(source)), place(scalar.place),
      begin(std::min(scalar.text_begin, file->text.size())), text_place(scalar.text_place) {
  if (file->text.compare(begin, scalar.scalar.size(), scalar.scalar) == 0)
    length = scalar.scalar.size();
  else
    unfolded = scalar.scalar;
}

std::string_view WrittenText::words() const {
  return unfolded.empty() ? std::string_view(file->text).substr(begin, length) : unfolded;
}

Span WrittenText::span_of(std::size_t offset, std::size_t count) const {
  return {file, TextMap(file, words(), place, begin, text_place).place_of(offset, count)};
}

std::string wording_in_lines(const WrittenText &text) {
  Blanker blanker(text.words());
  if (text.is_prose) blanker.blank_markup();
  blanker.blank_addresses();
  return blanker.take();
}

std::string wording_of(const WrittenText &text) {
  std::string wording = wording_in_lines(text);
  std::replace_if(
      wording.begin(), wording.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return wording;
}

} // namespace localoffer
