#include "content/translate_values.hpp"

#include "content/codes.hpp"

#include <fmt/format.h>

namespace localoffer {

void Translating::wrong_length(Place place, std::size_t is, std::size_t should) {
  diagnostics.push_back(
      diagnose("translation-length", {file, place},
               fmt::format("this list has {} items, and the original has {}", is, should),
               "Translate each item, in the same order. Until then the original is shown."));
}

void translate(Translating &, Authored<std::string> &original, const Authored<std::string> *translation,
               const Constraint &limit) {
  const bool is_words =
      limit.names == Constraint::Names::nothing && limit.choices.empty() && limit.is_wording;
  if (!original.given || !is_words) return;
  original.value = translation && translation->given ? translation->value : as_foreign(original.value);
}

void translate(Translating &context, Authored<Prose> &original, const Authored<Prose> *translation,
               const Constraint &) {
  if (!original.given) return;
  if (translation && translation->given)
    original.value = translation->value;
  else
    original.value.language = context.original_language;
}

} // namespace localoffer
