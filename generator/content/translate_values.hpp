#pragma once

#include "base/foreign.hpp"
#include "content/read_value.hpp"

#include <map>
#include <utility>
#include <vector>

// Puts translated words in the place of the original's. What has no translation is marked as being in the
// original's language. Structs go by their tables (fields.hpp).

namespace localoffer {

template <class Record>
class Fields;
template <class Record>
const Fields<Record> &fields_of();

struct Translating {
  SourceFilePtr file;            ///< that translates
  std::string original_language; ///< of what has no translation
  std::vector<Diagnostic> &diagnostics;
  std::string field = {}; ///< the key that is being translated

  /// A date or a key that is not the original's.
  void changed_fact(Place place);
  /// Words for which the original has none.
  void nothing_to_translate(Place place);

  /// A list that is not as long as the one it translates.
  void wrong_length(Place place, std::size_t is, std::size_t should);
};

/// `translation` is null where there is none.
void translate(Translating &, Authored<std::string> &original, const Authored<std::string> *translation,
               const Constraint &limit);
void translate(Translating &, Authored<Prose> &original, const Authored<Prose> *translation,
               const Constraint &limit);

/// Dates, numbers and names of records are facts, and are never translated.
template <class T>
void translate(Translating &context, Authored<T> &original, const Authored<T> *translation,
               const Constraint &) {
  if (translation && translation->given && !(translation->value == original.value))
    context.changed_fact(translation->place);
}
inline void translate(Translating &, StatusCounts &, const StatusCounts *, const Constraint &) {}

template <class Struct>
void translate(Translating &context, Struct &original, const Struct *translation, const Constraint &) {
  for (const auto &field : fields_of<Struct>().all()) {
    const std::string outer = std::exchange(context.field, field.info.key);
    field.translate(context, original, translation);
    context.field = outer;
  }
}

template <class Item>
Place place_of(const std::vector<Item> &items) {
  if constexpr (requires { items.front().place; }) return items.empty() ? Place{} : items.front().place;
  return {};
}

template <class Item>
void translate(Translating &context, std::vector<Item> &original, const std::vector<Item> *translation,
               const Constraint &limit) {
  const bool is_given = translation && !translation->empty();
  if (is_given && limit.words == Constraint::Words::other_words) {
    original = *translation;
    return;
  }
  const bool fits = is_given && translation->size() == original.size();
  if (is_given && !fits) context.wrong_length(place_of(*translation), translation->size(), original.size());
  for (std::size_t i = 0; i < original.size(); ++i)
    translate(context, original[i], fits ? &(*translation)[i] : nullptr, limit);
}

template <class Struct>
void translate(Translating &context, std::map<std::string, Struct> &original,
               const std::map<std::string, Struct> *translation, const Constraint &limit) {
  for (auto &[key, value] : original) {
    const Struct *found = nullptr;
    if (translation)
      if (const auto at = translation->find(key); at != translation->end()) found = &at->second;
    translate(context, value, found, limit);
  }
  if (!translation) return;
  for (const auto &one : *translation)
    if constexpr (requires { one.second.place; })
      if (original.count(one.first) == 0) context.nothing_to_translate(one.second.place);
}

} // namespace localoffer
