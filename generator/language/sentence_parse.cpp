#include "base/text.hpp"
#include "language/sentence.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <unicode/messagepattern.h>

namespace localoffer {
namespace {

using Part = Sentence::Part;
using Branch = Sentence::Branch;

/// Thrown inside this file to leave a pattern at its first mistake.
struct Mistaken {
  std::int32_t index; ///< in UTF-16 units
  std::string message, help;
};

constexpr auto syntax_help =
    "A sentence with arguments looks like 'Last changed on {date}' or '{count, plural, one {# "
    "action} other {# actions}}'.";

/// Walks through what icu::MessagePattern found and makes a tree of it.
class PatternReader {
public:
  PatternReader(const icu::UnicodeString &text, const Formats &formats) : text_(text), formats_(formats) {}

  std::vector<Part> read() {
    UParseError where{};
    pattern_.parse(text_, &where, status_);
    if (U_FAILURE(status_)) throw syntax_mistake(status_, where.offset);
    forbid_hiding_apostrophes();
    index_ = 0;
    return read_message();
  }

private:
  /// ICU names the whole pattern when a brace is not closed; the author wants to see the brace.
  std::int32_t open_brace() const {
    std::vector<std::int32_t> open;
    for (std::int32_t i = 0; i < text_.length(); ++i)
      if (text_[i] == u'{')
        open.push_back(i);
      else if (text_[i] == u'}' && !open.empty())
        open.pop_back();
    return open.empty() ? 0 : open.back();
  }

  Mistaken syntax_mistake(UErrorCode status, std::int32_t offset) const {
    if (status == U_UNMATCHED_BRACES)
      return {open_brace(), "a '{' of this sentence is not closed", "Write one '}' for each '{'."};
    if (status == U_DEFAULT_KEYWORD_MISSING)
      return {offset, "this plural or select has no form 'other'",
              "Add 'other {...}': it is used when no other form fits."};
    return {offset, "this is not a valid sentence pattern", syntax_help};
  }

  /// In ICU's syntax "'{name}'" writes the braces out. Nobody wants that on a page, and it is easily typed.
  void forbid_hiding_apostrophes() const {
    for (std::int32_t i = 0; i + 1 < text_.length(); ++i) {
      const bool brace = text_[i + 1] == u'{' || text_[i + 1] == u'}';
      if (text_[i] == u'\'' && brace && (i == 0 || text_[i - 1] != u'\''))
        throw Mistaken{i, "an apostrophe straight before a brace hides the brace",
                       "Write the quotation marks ‘ and ’, or two apostrophes."};
    }
  }

  /// From a MSG_START to just after its MSG_LIMIT.
  std::vector<Part> read_message() {
    std::vector<Part> parts;
    std::int32_t from = pattern_.getPart(index_++).getLimit();
    for (;;) {
      const auto &part = pattern_.getPart(index_++);
      add_literal(parts, from, part.getIndex());
      switch (part.getType()) {
      case UMSGPAT_PART_TYPE_MSG_LIMIT:
        return parts;
      case UMSGPAT_PART_TYPE_REPLACE_NUMBER:
        parts.push_back({Part::Kind::number, {}, 0, {}});
        break;
      case UMSGPAT_PART_TYPE_ARG_START:
        parts.push_back(read_argument(part));
        from = pattern_.getPart(index_ - 1).getLimit();
        continue;
      default: // SKIP_SYNTAX: of two apostrophes, the one that does not count
        break;
      }
      from = part.getLimit();
    }
  }

  Part read_argument(const icu::MessagePattern::Part &start) {
    Part argument;
    const auto &name = pattern_.getPart(index_++);
    argument.text = to_utf8(pattern_.getSubstring(name));
    if (name.getType() != UMSGPAT_PART_TYPE_ARG_NAME)
      throw Mistaken{name.getIndex(), fmt::format("'{}' is a number; an argument has a name", argument.text),
                     syntax_help};
    switch (start.getArgType()) {
    case UMSGPAT_ARG_TYPE_NONE:
      argument.kind = Part::Kind::argument;
      ++index_; // ARG_LIMIT
      return argument;
    case UMSGPAT_ARG_TYPE_PLURAL:
      argument.kind = Part::Kind::plural;
      read_branches(argument, formats_.plural_forms());
      return argument;
    case UMSGPAT_ARG_TYPE_SELECTORDINAL:
      argument.kind = Part::Kind::ordinal;
      read_branches(argument, formats_.ordinal_forms());
      return argument;
    case UMSGPAT_ARG_TYPE_SELECT:
      argument.kind = Part::Kind::select;
      read_branches(argument, {});
      return argument;
    default:
      throw Mistaken{
          start.getIndex(), fmt::format("'{}' has a type that these words do not use", argument.text),
          "Use plural, select or selectordinal, or the argument alone: dates and numbers come ready to "
          "read."};
    }
  }

  /// From the first part after the argument's name to just after its ARG_LIMIT.
  void read_branches(Part &argument, const std::vector<std::string> &forms) {
    if (has_number(index_)) argument.offset = pattern_.getNumericValue(pattern_.getPart(index_++));
    while (pattern_.getPartType(index_) == UMSGPAT_PART_TYPE_ARG_SELECTOR) {
      const auto &selector = pattern_.getPart(index_++);
      Branch branch;
      branch.keyword = to_utf8(pattern_.getSubstring(selector));
      if (has_number(index_))
        branch.exactly = pattern_.getNumericValue(pattern_.getPart(index_++));
      else if (!forms.empty())
        require_form(selector, branch.keyword, forms);
      for (const auto &earlier : argument.branches)
        if (earlier.keyword == branch.keyword)
          throw Mistaken{selector.getIndex(), fmt::format("the form '{}' stands twice", branch.keyword),
                         "Keep one of the two."};
      branch.parts = read_message();
      argument.branches.push_back(std::move(branch));
    }
    ++index_; // ARG_LIMIT
  }

  static void require_form(const icu::MessagePattern::Part &selector, const std::string &keyword,
                           const std::vector<std::string> &forms) {
    if (std::find(forms.begin(), forms.end(), keyword) != forms.end()) return;
    throw Mistaken{selector.getIndex(), fmt::format("this language has no plural form '{}'", keyword),
                   fmt::format("Its forms are: {}. For one number alone, write =0 or =1.", joined(forms))};
  }

  void add_literal(std::vector<Part> &parts, std::int32_t begin, std::int32_t end) {
    if (end > begin) add_text(parts, to_utf8(text_.tempSubStringBetween(begin, end)));
  }

  static void add_text(std::vector<Part> &parts, const std::string &text) {
    if (parts.empty() || parts.back().kind != Part::Kind::literal) parts.push_back({});
    parts.back().text += text;
  }

  bool has_number(std::int32_t index) const {
    return icu::MessagePattern::Part::hasNumericValue(pattern_.getPartType(index));
  }

  const icu::UnicodeString &text_;
  const Formats &formats_;
  UErrorCode status_ = U_ZERO_ERROR;
  icu::MessagePattern pattern_{UMSGPAT_APOS_DOUBLE_OPTIONAL, status_};
  std::int32_t index_ = 0;
};

} // namespace

std::optional<Sentence> parse_sentence(std::string_view pattern, const Formats &formats,
                                       PatternMistake &mistake) {
  const auto text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(pattern.data(), static_cast<std::int32_t>(pattern.size())));
  try {
    return Sentence{PatternReader(text, formats).read()};
  } catch (Mistaken &found) {
    const std::int32_t index = std::clamp(found.index, 0, text.length());
    mistake.offset = static_cast<std::size_t>(text.countChar32(0, index));
    mistake.message = std::move(found.message);
    mistake.help = std::move(found.help);
    return std::nullopt;
  }
}

} // namespace localoffer
