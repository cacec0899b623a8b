#include "programme/named_children.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace localoffer {
namespace {

using Names = std::set<std::string, std::less<>>;

/// What a child or a relation is to whoever speaks. In small letters alone: "the Child Development Centre"
/// names nobody.
const Names relations{"baby",     "boy",     "brother",       "child",      "cousin",  "dad",
                      "daughter", "girl",    "granddaughter", "grandson",   "husband", "kid",
                      "mum",      "nephew",  "niece",         "partner",    "sister",  "son",
                      "stepson",  "toddler", "twin",          "stepsister", "wife",    "stepdaughter"};

/// Words with a capital that stand beside an age or a relation and are no names.
const Names no_names{
    "Action",  "Adults",   "Aged",      "Annex",    "Anyone",   "Appendix", "April",    "August",
    "Autism",  "Babies",   "Boys",      "Carers",   "Chapter",  "Children", "Class",    "College",
    "Concern", "December", "Everyone",  "Families", "February", "Figure",   "Form",     "Friday",
    "From",    "Girls",    "Grade",     "Group",    "He",       "Her",      "His",      "In",
    "It",      "January",  "July",      "June",     "Key",      "Kids",     "Learners", "Level",
    "March",   "May",      "Milestone", "Monday",   "Mum",      "My",       "November", "Now",
    "Nursery", "October",  "Ofsted",    "Our",      "Page",     "Parents",  "Part",     "People",
    "Phase",   "Priority", "Pupils",    "Room",     "Saturday", "School",   "Section",  "September",
    "She",     "Since",    "Stage",     "Step",     "Students", "Sunday",   "Table",    "Teenagers",
    "The",     "Then",     "They",      "Those",    "Thursday", "Toddlers", "Tuesday",  "Twins",
    "Unit",    "We",       "Wednesday", "Which",    "Who",      "Year",     "Years",    "You",
    "Young",   "Question", "Siblings",  "Somebody", "Someone",  "Week",     "Day",      "Department"};

const Names number_words{"one",      "two",      "three",   "four",    "five",      "six",
                         "seven",    "eight",    "nine",    "ten",     "eleven",    "twelve",
                         "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Letters of ASCII, and the bytes of every other letter in UTF-8. Curly marks and dashes begin with 0xE2.
bool is_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (byte >= 0x80 && byte != 0xE2);
}

struct Token {
  std::size_t begin = 0, end = 0;
  bool is_number = false;
};

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < text.size();) {
    const bool number = is_digit(text[at]);
    if (static_cast<unsigned char>(text[at]) == 0xE2) {
      at += 3;
      continue;
    }
    if (!number && !is_letter(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && (number ? is_digit(text[end]) : is_letter(text[end])))
      ++end;
    tokens.push_back({at, end, number});
    at = end;
  }
  return tokens;
}

/// Whether a word begins with a capital letter: of ASCII, Latin-1 or Latin Extended-A.
bool begins_with_capital(std::string_view word) {
  if (word[0] >= 'A' && word[0] <= 'Z') return true;
  const auto first = static_cast<unsigned char>(word[0]);
  if (first < 0xC3 || first > 0xC5 || word.size() < 2) return false;
  const unsigned letter = ((first & 0x1Fu) << 6u) | (static_cast<unsigned char>(word[1]) & 0x3Fu);
  if (letter < 0x100) return letter >= 0xC0 && letter <= 0xDE && letter != 0xD7;
  const bool odd_is_capital = (letter >= 0x139 && letter <= 0x148) || letter >= 0x179;
  return letter != 0x17F && (letter == 0x178 || (letter % 2 == 1) == odd_is_capital);
}

class Said {
public:
  explicit Said(std::string_view text, bool is_speech)
      : text_(text), is_speech_(is_speech), tokens_(tokens_of(text)) {}

  std::vector<WordMatch> names() const {
    std::vector<WordMatch> found;
    for (std::size_t i = 0; i < tokens_.size(); ++i)
      if (is_name(i) &&
          (follows_relation(i) || comes_before_relation(i) || has_age_behind(i) || has_age_before(i)))
        found.push_back({tokens_[i].begin, tokens_[i].end - tokens_[i].begin});
    return found;
  }

private:
  std::string_view word(std::size_t i) const {
    return i < tokens_.size() ? text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin)
                              : std::string_view{};
  }
  std::string lower(std::size_t i) const { return lower_ascii(word(i)); }

  /// What stands behind a token, up to the next one or the end.
  std::string_view behind(std::size_t i) const {
    const std::size_t end = i + 1 < tokens_.size() ? tokens_[i + 1].begin : text_.size();
    return text_.substr(tokens_[i].end, end - tokens_[i].end);
  }
  bool only(std::size_t i, std::string_view signs) const {
    const auto gap = behind(i);
    return !gap.empty() && gap.size() <= 4 && gap.find_first_not_of(signs) == std::string_view::npos;
  }

  /// A capital and then small letters: short forms are no names.
  bool is_name(std::size_t i) const {
    if (tokens_[i].is_number) return false;
    const auto name = word(i);
    const bool has_small = std::any_of(name.begin() + 1, name.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    });
    return begins_with_capital(name) && has_small && no_names.count(name) == 0;
  }

  /// "my son Tom", "our daughter, Anna", "a boy called Tom".
  bool follows_relation(std::size_t i) const {
    if (i == 0 || !only(i - 1, " ,\n")) return false;
    std::size_t before = i - 1;
    if (word(before) == "called" || word(before) == "named") {
      if (before == 0 || !only(before - 1, " ,\n")) return false;
      --before;
      if (before > 0 && (word(before) == "is" || word(before) == "was")) --before;
    }
    return is_relation(before);
  }

  /// A partner may be an organisation; "my partner" is not.
  bool is_relation(std::size_t i) const {
    if (relations.count(word(i)) == 0) return false;
    if (!is_speech_ && (i == 0 || !is_possessive(i - 1))) return false;
    return word(i) != "partner" || (i > 0 && is_possessive(i - 1) && lower(i - 1) != "our");
  }
  bool is_possessive(std::size_t i) const {
    const std::string whose = lower(i);
    return whose == "my" || whose == "our" || whose == "his" || whose == "her";
  }

  /// "Tom, my son", "Tom is our eldest".
  bool comes_before_relation(std::size_t i) const {
    if (!only(i, " ,(\n")) return false;
    const std::size_t whose = word(i + 1) == "is" || word(i + 1) == "was" ? i + 2 : i + 1;
    if (whose == i + 1 && behind(i) == " ") return false; // "when Ofsted my son"
    return whose + 1 < tokens_.size() && is_possessive(whose) && only(whose, " \n") && is_relation(whose + 1);
  }

  /// 1 to 25: as long as an EHC plan may last.
  bool is_age(std::size_t i) const {
    if (i >= tokens_.size()) return false;
    if (!tokens_[i].is_number) return number_words.count(lower(i)) != 0;
    const auto digits = word(i);
    const int value = digits.size() > 2 ? 99 : std::stoi(std::string(digits));
    return value >= 1 && value <= 25;
  }

  /// "aged 5 to 16" speaks of many.
  bool is_range(std::size_t i) const {
    const auto gap = behind(i);
    const bool dash = gap.starts_with('-') || gap.starts_with("\xE2\x80\x93");
    if (dash && i + 1 < tokens_.size() && tokens_[i + 1].is_number) return true;
    return word(i + 1) == "to" || word(i + 1) == "and" || word(i + 1) == "or";
  }

  bool says_years(std::size_t i) const {
    return (only(i, " -\n") && (word(i + 1) == "year" || word(i + 1) == "years"));
  }

  /// "Aisha (aged 9)", "Aisha, who is 9 years old", "Tom, 7,".
  bool has_age_behind(std::size_t i) const {
    if (!only(i, " ,(\n")) return false;
    const bool is_apart = behind(i).find_first_of(",(") != std::string_view::npos;
    std::size_t age = i + 1;
    if (lower(age) == "who" && only(age, " \n")) ++age;
    const bool says_is = word(age) == "is" || word(age) == "was";
    if (says_is && only(age, " \n")) ++age;
    if (word(age) == "now" || word(age) == "just" || word(age) == "only") ++age;
    const bool says_aged = word(age) == "aged" || word(age) == "age";
    if (says_aged) ++age;
    if (age >= tokens_.size() || !is_age(age) || is_range(age)) return false;
    if (says_aged || says_years(age)) return true;
    if (!is_apart || age != i + 1 || !is_speech_) return false;
    const auto gap = behind(age);
    return gap.empty() || std::string_view(",.)!?;").find(gap.front()) != std::string_view::npos;
  }

  /// "7-year-old Tom", "our seven year old, Tom".
  bool has_age_before(std::size_t i) const {
    if (i < 3 || word(i - 1) != "old" || !only(i - 1, " ,\n")) return false;
    return (word(i - 2) == "year" || word(i - 2) == "years") && only(i - 2, " -\n") && only(i - 3, " -\n") &&
           is_age(i - 3);
  }

  std::string_view text_;
  bool is_speech_;
  std::vector<Token> tokens_;
};

constexpr std::string_view double_opening = "\xE2\x80\x9C", double_closing = "\xE2\x80\x9D";
constexpr std::string_view single_opening = "\xE2\x80\x98", single_closing = "\xE2\x80\x99";

} // namespace

std::vector<WordMatch> named_children(std::string_view said) {
  return Said(said, true).names();
}

std::vector<WordMatch> children_named_as_own(std::string_view text) {
  return Said(text, false).names();
}

std::vector<WordMatch> quoted_parts(std::string_view text) {
  std::vector<WordMatch> parts;
  std::size_t single = std::string_view::npos, twice = std::string_view::npos;
  for (auto at = text.find('\xE2'); at != std::string_view::npos; at = text.find('\xE2', at + 1)) {
    const auto mark = text.substr(at, 3);
    const std::size_t inside = at + mark.size();
    if (mark == double_opening) twice = inside;
    if (mark == single_opening && twice == std::string_view::npos) single = inside;
    if (mark == double_closing && twice != std::string_view::npos) {
      parts.push_back({twice, at - twice});
      twice = single = std::string_view::npos;
    }
    // Between two letters the mark is an apostrophe.
    const bool is_apostrophe = inside < text.size() && is_letter(text[inside]);
    if (mark == single_closing && single != std::string_view::npos && !is_apostrophe) {
      parts.push_back({single, at - single});
      single = std::string_view::npos;
    }
  }
  return parts;
}

std::vector<WordMatch> titled_names(std::string_view text) {
  std::vector<WordMatch> found;
  for (const std::string_view title : {"Mr", "Mrs", "Ms", "Miss", "Mx", "Dr"})
    for (const auto &match : find_words(text, title)) {
      std::size_t next = match.begin + match.length;
      if (next < text.size() && text[next] == '.') ++next;
      const std::size_t name = text.find_first_not_of(' ', next);
      if (name == std::string_view::npos || name == next || text[name] < 'A' || text[name] > 'Z') continue;
      std::size_t end = name;
      while (end < text.size() && is_letter(text[end]))
        ++end;
      found.push_back({match.begin, end - match.begin});
    }
  return found;
}

} // namespace localoffer
