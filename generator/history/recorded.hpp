#pragma once

#include "base/packed.hpp"
#include "content/limits.hpp"
#include "programme/programme.hpp"

#include <string>
#include <utility>
#include <vector>

namespace localoffer {

/// The field's path in the schema and its value in one agreed form, so that the same fact written in another
/// way is no change: "2021-03", "45" for "45.0", prose with all white space as single spaces, "1B ii" for
/// "1Bii".
using RecordedField = std::pair<std::string, std::string>;

/// One entry of a list.
struct RecordedItem {
  std::string key;                   ///< what makes it the same item: an observation's date, a comment's text
  std::vector<RecordedField> fields; ///< sorted; the key's own fields are not among them
};

struct RecordedList {
  std::string field;               ///< "observations"
  bool keyed = false;              ///< the key is a name, so that an item with another key is another item
  std::vector<RecordedItem> items; ///< in the file's order
};

/// One record as a commit has it, in a form that can be compared and kept. Old files are read as far as they
/// can be: an unknown key or a value of the wrong kind is passed over.
struct RecordedState {
  RecordName name;                   ///< the settings are {"site", "site"}
  std::vector<RecordedField> fields; ///< sorted
  std::vector<RecordedList> lists;   ///< sorted by field

  /// Empty when the record has no such field.
  const std::string &value(std::string_view field) const;
  const RecordedList *list(std::string_view field) const;
};

struct RecordedFile {
  bool readable = true; ///< false: not YAML, not UTF-8, too large, or without front matter
  std::vector<RecordedState> records;
};

/// Reads a file as records of one kind, by the names of kinds.hpp, or as settings ("site").
RecordedFile read_recorded(const SourceFilePtr &file, const std::string &kind, const ContentLimits &limits);

/// Only what timelines are made from: what is not prose, why dates moved, and the lists whose items have
/// names.
RecordedState facts_of(const RecordedState &state);

void pack(PackedWriter &out, const RecordedState &state);
RecordedState unpack_state(PackedReader &in);
void pack(PackedWriter &out, const RecordedFile &file);
RecordedFile unpack_file(PackedReader &in);

} // namespace localoffer
