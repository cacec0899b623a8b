#pragma once

#include "programme/find_words.hpp"

#include <string_view>
#include <vector>

namespace localoffer {

/// The names in what somebody said that seem to be a child's or a relation's: beside what they are to the
/// speaker
/// ("my son Tom", "Tom, my son") or beside an age ("Aisha (aged 9)", "Tom, 7", "7-year-old Tom"). Only the
/// name is meant. A name that stands alone is not found.
std::vector<WordMatch> named_children(std::string_view said);

/// The same in any text, where an age or a relation alone means little: only beside what somebody calls their
/// own ("my son Tom", "Tom, our daughter"), and beside an age that is told as one ("Aisha, aged 9").
std::vector<WordMatch> children_named_as_own(std::string_view text);

/// The parts of a text that stand in curly quotation marks, double or single, without the marks.
std::vector<WordMatch> quoted_parts(std::string_view text);

/// Names behind a title: "Mrs Example", "Dr. Example". Title and name are meant.
std::vector<WordMatch> titled_names(std::string_view text);

} // namespace localoffer
