#pragma once

#include "content/languages.hpp"
#include "content/packed_values.hpp"
#include "content/read_value.hpp"
#include "content/translate_values.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace localoffer {

/// What one field is, for readers of the field guide and for editors.
struct FieldInfo {
  std::string key;
  std::string description;
  bool required = false;
  ValueType type;
  std::string empty_code; ///< the diagnostic for the key without a value
};

/// A struct as bytes and back: whether it is given and where, and its fields in the order of its table. The
/// head of a record has a place, a file and an id that no table knows of, which are the caller's.
template <class Struct>
void pack(PackedWriter &out, const Struct &value);
template <class Struct>
void unpack(PackedReader &in, Struct &value);

/// The one table of a record's fields: it drives reading, checking and the field guide. `Record` is a plain
/// struct; each entry says the key in the file, the member that takes the value, and what the field means.
template <class Record>
class Fields {
public:
  struct Field {
    FieldInfo info;
    std::function<void(ReadContext &, const YamlNode &, Record &)> read;
    std::function<void(PackedWriter &, const Record &)> pack;
    std::function<void(PackedReader &, Record &)> unpack;
    std::function<void(Translating &, Record &, const Record *)> translate;
  };

  Fields(std::string name, std::string summary) : name_(std::move(name)), summary_(std::move(summary)) {}

  template <class T>
  Fields &required(std::string key, T Record::*member, std::string description, Constraint limit = {}) {
    return add({std::move(key), std::move(description), true, value_type<T>(limit), limit.empty_code}, member,
               limit);
  }
  template <class T>
  Fields &optional(std::string key, T Record::*member, std::string description, Constraint limit = {}) {
    return add({std::move(key), std::move(description), false, value_type<T>(limit), limit.empty_code},
               member, limit);
  }
  /// Takes over the fields of a struct inside this one, as if they were its own; `required` names those that
  /// must be given in this kind of record.
  template <class Inner>
  Fields &including(Inner Record::*inner, const Fields<Inner> &fields,
                    const std::vector<std::string> &required = {}) {
    for (const auto &field : fields.all()) {
      FieldInfo info = field.info;
      for (const auto &key : required)
        info.required = info.required || key == info.key;
      fields_.push_back(
          {std::move(info),
           [inner, read = field.read](ReadContext &context, const YamlNode &node, Record &record) {
             read(context, node, record.*inner);
           },
           [inner, pack = field.pack](PackedWriter &out, const Record &record) { pack(out, record.*inner); },
           [inner, unpack = field.unpack](PackedReader &in, Record &record) { unpack(in, record.*inner); },
           [inner, translate = field.translate](Translating &context, Record &record,
                                                const Record *translation) {
             translate(context, record.*inner, translation ? &(translation->*inner) : nullptr);
           }});
    }
    return *this;
  }
  /// A plain text where the record is expected is this one field of it: "- text" for "- text: text".
  Fields &shorthand(std::string key) {
    shorthand_ = std::move(key);
    return *this;
  }

  const std::string &name() const { return name_; }
  const std::string &summary() const { return summary_; }
  const std::string &shorthand_key() const { return shorthand_; }
  const std::vector<Field> &all() const { return fields_; }

  std::vector<FieldInfo> infos() const {
    std::vector<FieldInfo> infos;
    for (const auto &field : fields_)
      infos.push_back(field.info);
    return infos;
  }

  const Field *find(std::string_view key) const {
    for (const auto &field : fields_)
      if (field.info.key == key) return &field;
    return nullptr;
  }

private:
  template <class T>
  Fields &add(FieldInfo info, T Record::*member, Constraint limit) {
    fields_.push_back(
        {std::move(info),
         [member, limit](ReadContext &context, const YamlNode &node, Record &record) {
           read_value(context, node, record.*member, limit);
         },
         [member](PackedWriter &out, const Record &record) { localoffer::pack(out, record.*member); },
         [member](PackedReader &in, Record &record) { localoffer::unpack(in, record.*member); },
         [member, limit](Translating &context, Record &record, const Record *translation) {
           localoffer::translate(context, record.*member, translation ? &(translation->*member) : nullptr,
                                 limit);
         }});
    return *this;
  }

  std::string name_, summary_, shorthand_;
  std::vector<Field> fields_;
};

/// The table of one struct; specialised in tables.cpp for each.
template <class Record>
const Fields<Record> &fields_of();

template <class Struct>
void pack(PackedWriter &out, const Struct &value) {
  if constexpr (requires { value.given; }) pack(out, value.given);
  if constexpr (requires { value.place; }) pack(out, value.place);
  for (const auto &field : fields_of<Struct>().all())
    field.pack(out, value);
}
template <class Struct>
void unpack(PackedReader &in, Struct &value) {
  if constexpr (requires { value.given; }) unpack(in, value.given);
  if constexpr (requires { value.place; }) unpack(in, value.place);
  for (const auto &field : fields_of<Struct>().all())
    field.unpack(in, value);
}

/// Reads one record from a map, or from a plain text where the table has a shorthand. Unknown, duplicate,
/// empty and missing keys are diagnostics, each once; everything else is read all the same.
template <class Record>
void read_record(ReadContext &context, const YamlNode &node, Record &record) {
  const Fields<Record> &fields = fields_of<Record>();
  if (node.kind == YamlNode::Kind::scalar && !fields.shorthand_key().empty()) {
    fields.find(fields.shorthand_key())->read(context, node, record);
    return;
  }
  if (node.kind != YamlNode::Kind::map) {
    context.wrong_type(node, "'key: value' lines", fields.name());
    return;
  }
  std::vector<std::string> keys;
  for (const auto &field : fields.all())
    keys.push_back(field.info.key);
  std::vector<const YamlNode *> seen;
  for (const auto &entry : node.entries) {
    const YamlNode &key = entry.key, &value = entry.value;
    const auto *field = fields.find(key.scalar);
    constexpr bool may_be_translated = requires {
      record.head;
    }
    || requires {
      record.statuses_note;
    };
    const bool is_for_readers_of_another =
        may_be_translated && !field && !context.is_translation &&
        (is_language_key(key.scalar) || (value.kind == YamlNode::Kind::map && value.find("translates")));
    if (is_for_readers_of_another) {
      context.uses.push_back({Use::Kind::language, {}, key.scalar, {}, context.file, key.place});
      continue; // read for the readers of that language
    }
    if (!field) {
      context.unknown_key(key, fields.name(), keys);
      continue;
    }
    if (context.is_duplicate(key, seen)) continue;
    seen.push_back(&key);
    const bool is_bare = value.kind == YamlNode::Kind::null ||
                         (field->info.required && value.kind == YamlNode::Kind::list && value.items.empty());
    if (is_bare)
      context.empty_value(key, field->info.empty_code);
    else
      context.read_field(key.scalar, [&] { field->read(context, value, record); });
  }
  if (context.is_translation) return;
  for (const auto &field : fields.all()) {
    if (!field.info.required) continue;
    bool given = false;
    for (const auto *key : seen)
      given = given || key->scalar == field.info.key;
    if (!given) context.missing_field(node, fields.name(), field.info.key, field.info.description);
  }
}

// The readers of structs and of lists and maps of structs stand here, because they need the tables.

template <class Struct>
void read_value(ReadContext &context, const YamlNode &node, Struct &out, const Constraint &) {
  if constexpr (requires { out.place = node.place; }) out.place = node.place;
  if constexpr (requires { out.given = true; }) out.given = true;
  read_record(context, node, out);
}

template <class Item>
void read_value(ReadContext &context, const YamlNode &node, std::vector<Item> &out, const Constraint &limit) {
  if (node.kind == YamlNode::Kind::scalar) { // one item needs no list
    read_value(context, node, out.emplace_back(), limit);
    return;
  }
  if (node.kind != YamlNode::Kind::list) {
    context.wrong_type(node, "a list, each item on a line that begins with '- '", "");
    return;
  }
  for (const auto &item : node.items)
    if (item.kind == YamlNode::Kind::null)
      context.empty_value(item, limit.empty_code);
    else
      read_value(context, item, out.emplace_back(), limit);
}

template <class Struct>
void read_value(ReadContext &context, const YamlNode &node, std::map<std::string, Struct> &out,
                const Constraint &limit) {
  if (node.kind != YamlNode::Kind::map) {
    context.wrong_type(node, "'key: value' lines", "");
    return;
  }
  std::vector<const YamlNode *> seen;
  for (const auto &[key, value] : node.entries) {
    if (context.is_duplicate(key, seen)) continue;
    seen.push_back(&key);
    Struct item;
    read_value(context, value, item, limit);
    if constexpr (requires { item.place; }) item.place = key.place;
    out.emplace(key.scalar, std::move(item));
  }
}

// ---- what the field guide says of each type

template <class T>
ValueType value_type(const Constraint &limit) {
  if constexpr (requires { scalar_value_type(static_cast<T *>(nullptr), limit); }) {
    return scalar_value_type(static_cast<T *>(nullptr), limit);
  } else {
    ValueType type;
    type.kind = ValueType::Kind::record;
    type.name = fields_of<T>().name();
    type.fields = std::make_shared<std::vector<FieldInfo>>(fields_of<T>().infos());
    type.shorthand = fields_of<T>().shorthand_key();
    return type;
  }
}

} // namespace localoffer
