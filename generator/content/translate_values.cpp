#include "content/translate_values.hpp"

#include "content/codes.hpp"

#include <fmt/format.h>

namespace localoffer {

void Translating::wrong_length(Place place, std::size_t is, std::size_t should) {
  diagnostics.push_back(diagnose(
      "translation-length", {file, place},
      fmt::format("this list has {} item{}, and the original has {}", is, is == 1 ? "" : "s", should),
      "Translate each item, in the same order. Until then the original is shown."));
}

void Translating::changed_fact(Place place) {
  diagnostics.push_back(diagnose("translation-of-fact", {file, place},
                                 fmt::format("'{}' is a fact, and is the same in every language", field),
                                 "Remove the line: the original has it, and has something else."));
}

void Translating::nothing_to_translate(Place place) {
  // Whoever takes words out of the original may not read the translation, and must be able to publish.
  diagnostics.push_back(diagnose("translation-outdated", {file, place},
                                 fmt::format("the original has no '{}' that this could translate", field),
                                 "Remove it, or write it in the original first: in every language a page "
                                 "says the same."));
}

void translate(Translating &context, Authored<std::string> &original,
               const Authored<std::string> *translation, const Constraint &limit) {
  using Words = Constraint::Words;
  const bool is_key = limit.names != Constraint::Names::nothing || !limit.choices.empty();
  const Words words = is_key ? Words::none : limit.words;
  const bool is_translated = words == Words::chosen || words == Words::other_words;
  const bool is_given = translation && translation->given;
  if (is_translated && is_given && !original.given) return context.nothing_to_translate(translation->place);
  if (!is_translated && is_given && translation->value != original.value)
    return context.changed_fact(translation->place);
  if (!original.given || words == Words::none) return;
  original.value = is_translated && is_given ? translation->value : as_foreign(original.value);
}

void translate(Translating &context, Authored<Prose> &original, const Authored<Prose> *translation,
               const Constraint &) {
  const bool is_given = translation && translation->given;
  if (!original.given) {
    if (is_given) context.nothing_to_translate(translation->place);
    return;
  }
  if (is_given)
    original.value = translation->value;
  else
    original.value.language = context.original_language;
}

} // namespace localoffer
