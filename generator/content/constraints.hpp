#pragma once

#include "content/read_value.hpp"

// Short ways to say what a field's value is limited to, for the tables of fields.

namespace localoffer {

inline Constraint id_of(std::string kind) {
  Constraint limit;
  limit.record_kind = std::move(kind);
  return limit;
}

inline Constraint one_of(std::vector<std::string> choices) {
  Constraint limit;
  limit.choices = std::move(choices);
  return limit;
}

inline Constraint a_status() {
  Constraint limit;
  limit.names = Constraint::Names::status;
  return limit;
}

inline Constraint a_milestone_ref() {
  Constraint limit;
  limit.names = Constraint::Names::milestone_ref;
  return limit;
}

/// An address, a key, or a name.
inline Constraint not_wording() {
  Constraint limit;
  limit.words = Constraint::Words::none;
  return limit;
}

/// What a report calls something.
inline Constraint words_of_others() {
  Constraint limit;
  limit.words = Constraint::Words::of_others;
  return limit;
}

/// What else people call something, as many words as the language has.
inline Constraint other_words() {
  Constraint limit;
  limit.words = Constraint::Words::other_words;
  return limit;
}

/// Something that the reports leave empty so often that this has a code of its own.
inline Constraint a_comment() {
  Constraint limit;
  limit.empty_code = "empty-comment";
  return limit;
}

} // namespace localoffer
