#pragma once

#include "base/colour.hpp"
#include "content/authored.hpp"
#include "content/limits.hpp"
#include "content/records.hpp"
#include "content/written_text.hpp"
#include "content/yaml.hpp"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace localoffer {

struct FieldInfo;

/// A field that names something outside its own file.
struct Use {
  enum class Kind {
    record,        ///< the id of a record of the kind `of`
    milestone_ref, ///< a milestone's ref, or a range of them
    status,        ///< a key of the site's scale
    language,      ///< a translation: text is its language
    link           ///< a Markdown link's or image's target
  };
  Kind kind = Kind::record;
  std::string of; ///< record: "priority", "body", ...
  std::string text;
  std::string words; ///< of a link, not of an image: what people click
  SourceFilePtr file;
  Place place; ///< none where the whole file is meant

  Span span() const { return {file, place}; }
};

/// What a field's value is limited to, beyond its type.
struct Constraint {
  std::vector<std::string> choices;                                           ///< of a text: one of these
  std::string record_kind;                                                    ///< of a Ref: whose id it is
  enum class Names { nothing, status, milestone_ref } names = Names::nothing; ///< what a text stands for
  std::string empty_code = "empty-value"; ///< the diagnostic for a key without a value
  /// Whose words a text has. Those that the author chose are checked and translated. Others stay as a report
  /// has them, in its language; of other words for a thing each language has its own; keys and addresses are
  /// none.
  enum class Words { chosen, of_others, other_words, none } words = Words::chosen;
};

/// A type as the field guide and the JSON Schema show it.
struct ValueType {
  enum class Kind {
    text,
    prose,
    date,
    whole_number,
    number,
    yes_no,
    reference,
    status,
    milestone_ref,
    colour,
    record
  };
  Kind kind = Kind::text;
  bool list = false;
  bool map = false;           ///< keys chosen by the author
  std::string name;           ///< of a record: its name; of a reference: the kind of record
  bool is_translated = false; ///< of a text: each language has its own
  std::vector<std::string> choices;
  std::shared_ptr<std::vector<FieldInfo>> fields; ///< of a record
  std::string shorthand;                          ///< of a record: the field that a plain text stands for
};

/// What reading one file needs and gathers.
struct ReadContext {
  SourceFilePtr file;
  const ContentLimits &limits;
  std::vector<Diagnostic> &diagnostics;
  std::vector<Use> &uses;
  std::vector<WrittenText> &texts;
  std::string field = {};      ///< the key whose value is being read
  bool is_translation = false; ///< of a record: it has some of the words, and nothing else

  void report(std::string_view code, Place place, std::string message, std::string help);
  void wrong_type(const YamlNode &node, std::string_view wanted, std::string_view name);
  void unknown_key(const YamlNode &key, const std::string &record, const std::vector<std::string> &known);
  void missing_field(const YamlNode &record, const std::string &name, const std::string &key,
                     const std::string &meaning);
  /// Reports a key that stands in `seen` already.
  bool is_duplicate(const YamlNode &key, const std::vector<const YamlNode *> &seen);
  /// Calls `read` with `field` set to the key, and sets it back.
  template <class Read>
  void read_field(const std::string &key, const Read &read) {
    const std::string outer = std::exchange(field, key);
    read();
    field = outer;
  }
  /// Keeps a text for the rules about wording.
  void keep_text(const YamlNode &node, bool is_prose);
  /// A key or a list's item without a value.
  void empty_value(const YamlNode &where, std::string_view code);
};

void read_value(ReadContext &, const YamlNode &, Authored<std::string> &, const Constraint &);
void read_value(ReadContext &, const YamlNode &, Authored<Prose> &, const Constraint &);
void read_value(ReadContext &, const YamlNode &, Authored<Date> &, const Constraint &);
void read_value(ReadContext &, const YamlNode &, Authored<double> &, const Constraint &);
void read_value(ReadContext &, const YamlNode &, Authored<int> &, const Constraint &);
void read_value(ReadContext &, const YamlNode &, Authored<bool> &, const Constraint &);
void read_value(ReadContext &, const YamlNode &, Authored<Ref> &, const Constraint &);
void read_value(ReadContext &, const YamlNode &, Authored<Rgb> &, const Constraint &);
/// "counts": a map from status to number.
using StatusCounts = std::vector<std::pair<Authored<std::string>, Authored<double>>>;
void read_value(ReadContext &, const YamlNode &, StatusCounts &, const Constraint &);

ValueType scalar_value_type(Authored<std::string> *, const Constraint &);
ValueType scalar_value_type(Authored<Prose> *, const Constraint &);
ValueType scalar_value_type(Authored<Date> *, const Constraint &);
ValueType scalar_value_type(Authored<double> *, const Constraint &);
ValueType scalar_value_type(Authored<int> *, const Constraint &);
ValueType scalar_value_type(Authored<bool> *, const Constraint &);
ValueType scalar_value_type(Authored<Ref> *, const Constraint &);
ValueType scalar_value_type(Authored<Rgb> *, const Constraint &);
ValueType scalar_value_type(StatusCounts *, const Constraint &);

template <class T>
ValueType value_type(const Constraint &limit);
template <class Item>
ValueType scalar_value_type(std::vector<Item> *, const Constraint &limit) {
  ValueType type = value_type<Item>(limit);
  type.list = true;
  return type;
}
template <class Item>
ValueType scalar_value_type(std::map<std::string, Item> *, const Constraint &limit) {
  ValueType type = value_type<Item>(limit);
  type.map = true;
  return type;
}

} // namespace localoffer
