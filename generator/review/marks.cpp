#include "review/marks.hpp"

#include "review/edit_script.hpp"
#include "review/words_of.hpp"

namespace localoffer {
namespace {

using Kind = EditStep::Kind;

} // namespace

std::string without_marks(std::string_view text) {
  std::string clean;
  for (std::size_t i = 0; i < text.size();) {
    if (marks::is_at(text, i)) {
      i += marks::length;
      continue;
    }
    clean += text[i++];
  }
  return clean;
}

std::string marked_removed(std::string_view text) {
  if (text.empty()) return {};
  return std::string(marks::removed_begin) + without_marks(text) + std::string(marks::removed_end);
}

std::string marked_added(std::string_view text) {
  if (text.empty()) return {};
  return std::string(marks::added_begin) + without_marks(text) + std::string(marks::added_end);
}

std::string marked_text(std::string_view before, std::string_view after) {
  const auto old_words = words_of(without_marks(before)), new_words = words_of(without_marks(after));
  TextNumbers numbers;
  const auto space = numbers.of(" ");
  const auto steps = word_script(numbers.of(old_words), numbers.of(new_words), space);
  std::string text, removed, added;
  const auto close = [&] {
    text += marked_removed(removed) + marked_added(added);
    removed.clear();
    added.clear();
  };
  for (const auto &step : steps) {
    if (step.kind == Kind::removed) {
      removed += old_words[step.before];
    } else if (step.kind == Kind::added) {
      added += new_words[step.after];
    } else {
      close();
      text += new_words[step.after];
    }
  }
  close();
  return text;
}

} // namespace localoffer
