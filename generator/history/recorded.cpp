#include "history/recorded.hpp"

#include "base/text.hpp"
#include "content/file_parts.hpp"
#include "content/record_schema.hpp"
#include "programme/figures.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <map>
#include <set>

namespace localoffer {
namespace {

std::string single_spaced(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string shortest_number(const std::string &text) {
  double number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ec == std::errc() && read.ptr == text.data() + text.size() ? fmt::format("{}", number) : text;
}

std::string agreed_form(std::string_view written, ValueType::Kind kind) {
  std::string text = single_spaced(written);
  switch (kind) {
  case ValueType::Kind::number:
  case ValueType::Kind::whole_number:
    return shortest_number(text);
  case ValueType::Kind::yes_no: {
    const std::string lower = lower_ascii(text);
    return lower == "yes" ? "true" : lower == "no" ? "false" : lower;
  }
  case ValueType::Kind::colour:
    return lower_ascii(text);
  case ValueType::Kind::milestone_ref:
    return normalised_ref(text);
  default:
    return text;
  }
}

/// Which fields name an item of a list, by what the schema calls its items. Items of other records are known
/// by their text alone.
const std::vector<std::string> &key_fields(const std::string &record) {
  static const std::map<std::string, std::vector<std::string>> known{{"observation", {"date", "area"}},
                                                                     {"status", {"key"}},
                                                                     {"kind of plan", {"key"}},
                                                                     {"comparator", {"name"}},
                                                                     {"aspect", {"key"}},
                                                                     {"partner", {"body"}},
                                                                     {"source", {"report", "section"}},
                                                                     {"redirect", {"from"}},
                                                                     {"contact", {"kind", "label"}},
                                                                     {"status window", {"status"}},
                                                                     {"priority in a period", {"priority"}}};
  static const std::vector<std::string> none;
  const auto found = known.find(record);
  return found == known.end() ? none : found->second;
}

const FieldInfo *find(const std::vector<FieldInfo> &schema, const std::string &key) {
  const auto found =
      std::find_if(schema.begin(), schema.end(), [&](const FieldInfo &field) { return field.key == key; });
  return found == schema.end() ? nullptr : &*found;
}

class StateReader {
public:
  explicit StateReader(RecordedState &state) : state_(state) {}

  void read(const YamlNode &node, const std::vector<FieldInfo> &schema, const std::string &prefix = {}) {
    std::set<std::string> seen;
    for (const auto &[key, value] : node.entries) {
      const auto *field = find(schema, key.scalar);
      if (field && key.scalar != "id" && seen.insert(key.scalar).second)
        add(prefix + key.scalar, value, field->type);
    }
  }

  void add_field(std::string field, std::string value) {
    state_.fields.emplace_back(std::move(field), std::move(value));
  }

  void finish() {
    std::sort(state_.fields.begin(), state_.fields.end());
    std::sort(state_.lists.begin(), state_.lists.end(),
              [](const RecordedList &a, const RecordedList &b) { return a.field < b.field; });
  }

private:
  void add(const std::string &field, const YamlNode &value, const ValueType &type) {
    if (value.kind == YamlNode::Kind::null) return;
    if (type.map)
      add_map(field, value, type);
    else if (type.list)
      add_list(field, value, type);
    else if (type.kind == ValueType::Kind::record)
      add_inner(field, value, type);
    else if (value.kind == YamlNode::Kind::scalar)
      add_field(field, agreed_form(value.scalar, type.kind));
  }

  void add_inner(const std::string &field, const YamlNode &value, const ValueType &type) {
    if (value.kind == YamlNode::Kind::map)
      read(value, *type.fields, field + ".");
    else if (value.kind == YamlNode::Kind::scalar && !type.shorthand.empty())
      add_field(field + "." + type.shorthand, single_spaced(value.scalar));
  }

  void add_map(const std::string &field, const YamlNode &value, const ValueType &type) {
    RecordedList list{field, true, {}};
    for (const auto &[key, inner] : value.entries) {
      RecordedItem item{single_spaced(key.scalar), {}};
      if (type.kind == ValueType::Kind::record)
        add_item_fields(item, inner, type);
      else
        item.fields.emplace_back("", agreed_form(inner.scalar, type.kind));
      list.items.push_back(std::move(item));
    }
    state_.lists.push_back(std::move(list));
  }

  void add_list(const std::string &field, const YamlNode &value, const ValueType &type) {
    const bool is_record = type.kind == ValueType::Kind::record;
    RecordedList list{field, is_record && !key_fields(type.name).empty(), {}};
    const auto add_one = [&](const YamlNode &node) {
      RecordedItem item;
      if (!is_record)
        item.key = agreed_form(node.scalar, type.kind);
      else
        add_item_fields(item, node, type);
      if (!item.key.empty() || !item.fields.empty()) list.items.push_back(std::move(item));
    };
    if (value.kind == YamlNode::Kind::list)
      for (const auto &item : value.items)
        add_one(item);
    else
      add_one(value);
    state_.lists.push_back(std::move(list));
  }

  /// All values of one item; lists inside it become one text.
  static void gather(const YamlNode &node, const std::vector<FieldInfo> &schema, const std::string &prefix,
                     std::vector<RecordedField> &out) {
    for (const auto &[key, value] : node.entries) {
      const auto *field = find(schema, key.scalar);
      if (!field) continue;
      const std::string name = prefix + key.scalar;
      if (value.kind == YamlNode::Kind::scalar) {
        out.emplace_back(name, agreed_form(value.scalar, field->type.kind));
      } else if (value.kind == YamlNode::Kind::map && field->type.fields) {
        gather(value, *field->type.fields, name + ".", out);
      } else {
        std::vector<std::string> texts;
        for (const auto &item : value.items)
          texts.push_back(item.kind == YamlNode::Kind::scalar ? agreed_form(item.scalar, field->type.kind)
                                                              : joined_values(item));
        if (!texts.empty()) out.emplace_back(name, joined(texts, "; "));
      }
    }
  }

  static std::string joined_values(const YamlNode &node) {
    std::vector<std::string> texts;
    for (const auto &entry : node.entries)
      texts.push_back(single_spaced(entry.value.scalar));
    return joined(texts, ", ");
  }

  static void add_item_fields(RecordedItem &item, const YamlNode &node, const ValueType &type) {
    if (node.kind == YamlNode::Kind::scalar) {
      item.key = single_spaced(node.scalar);
      return;
    }
    gather(node, *type.fields, {}, item.fields);
    auto keys = key_fields(type.name);
    if (keys.empty()) keys = {type.shorthand.empty() ? "text" : type.shorthand};
    std::vector<std::string> parts;
    for (const auto &key : keys) {
      const auto found = std::find_if(item.fields.begin(), item.fields.end(),
                                      [&](const RecordedField &field) { return field.first == key; });
      if (found == item.fields.end()) continue;
      parts.push_back(found->second);
      item.fields.erase(found);
    }
    if (item.key.empty()) item.key = joined(parts);
    std::sort(item.fields.begin(), item.fields.end());
  }

  RecordedState &state_;
};

RecordedState state_of(const YamlNode &node, const std::string &kind, const std::string &default_id,
                       const std::string &body) {
  RecordedState state;
  state.name.kind = kind;
  const auto *id = node.find("id");
  state.name.id = slug(id != nullptr ? id->scalar : default_id);
  StateReader reader(state);
  reader.read(node, *schema_of(kind));
  if (!body.empty()) reader.add_field("text", body);
  for (auto &[field, value] : state.fields)
    if (kind == "milestone" && field == "ref") value = normalised_ref(value);
  reader.finish();
  return state;
}

} // namespace

const std::string &RecordedState::value(std::string_view field) const {
  static const std::string none;
  const auto found = std::lower_bound(fields.begin(), fields.end(), field,
                                      [](const RecordedField &a, std::string_view b) { return a.first < b; });
  return found != fields.end() && found->first == field ? found->second : none;
}

const RecordedList *RecordedState::list(std::string_view field) const {
  for (const auto &one : lists)
    if (one.field == field) return &one;
  return nullptr;
}

RecordedFile read_recorded(const SourceFilePtr &file, const std::string &kind, const ContentLimits &limits) {
  RecordedFile out;
  if (!schema_of(kind)) return out;
  out.readable = false;
  if (file->text.size() > limits.file_bytes || !is_clean_utf8(file->text)) return out;
  std::vector<Diagnostic> unused;
  const auto parts = parts_of(file, unused);
  if (!parts) return out;
  const auto root = parse_yaml(parts->fields, limits, unused);
  if (!root) return out;
  out.readable = true;
  const std::string stem = kind == "site" ? "site" : file_stem(file->path);
  if (root->kind == YamlNode::Kind::list) {
    for (const auto &item : root->items)
      if (item.find("id") != nullptr) out.records.push_back(state_of(item, kind, {}, {}));
  } else if (root->kind == YamlNode::Kind::map) {
    const std::string body = parts->body_begin == std::string::npos
                                 ? std::string{}
                                 : single_spaced(std::string_view(file->text).substr(parts->body_begin));
    out.records.push_back(state_of(*root, kind, stem, body));
  }
  return out;
}

RecordedState facts_of(const RecordedState &state) {
  RecordedState facts{state.name, {}, {}};
  for (const auto &field : state.fields) {
    const auto *type = type_at(state.name.kind, field.first);
    const bool is_prose = type == nullptr || type->kind == ValueType::Kind::prose;
    if (!is_prose || field.first == "why") facts.fields.push_back(field);
  }
  for (const auto &list : state.lists)
    if (list.keyed) facts.lists.push_back(list);
  return facts;
}

// ---- for the store

namespace {

void pack(PackedWriter &out, const std::vector<RecordedField> &fields) {
  out.number(fields.size());
  for (const auto &[field, value] : fields) {
    out.text(field);
    out.text(value);
  }
}

std::vector<RecordedField> unpack_fields(PackedReader &in) {
  std::vector<RecordedField> fields(in.count());
  for (auto &[field, value] : fields) {
    field = in.text();
    value = in.text();
  }
  return fields;
}

} // namespace

void pack(PackedWriter &out, const RecordedState &state) {
  out.text(state.name.kind);
  out.text(state.name.id);
  pack(out, state.fields);
  out.number(state.lists.size());
  for (const auto &list : state.lists) {
    out.text(list.field);
    out.number(list.keyed ? 1 : 0);
    out.number(list.items.size());
    for (const auto &item : list.items) {
      out.text(item.key);
      pack(out, item.fields);
    }
  }
}

RecordedState unpack_state(PackedReader &in) {
  RecordedState state;
  state.name.kind = in.text();
  state.name.id = in.text();
  state.fields = unpack_fields(in);
  state.lists.resize(in.count());
  for (auto &list : state.lists) {
    list.field = in.text();
    list.keyed = in.number() == 1;
    list.items.resize(in.count());
    for (auto &item : list.items) {
      item.key = in.text();
      item.fields = unpack_fields(in);
    }
  }
  return state;
}

void pack(PackedWriter &out, const RecordedFile &file) {
  out.number(file.readable ? 1 : 0);
  out.number(file.records.size());
  for (const auto &record : file.records)
    pack(out, record);
}

RecordedFile unpack_file(PackedReader &in) {
  RecordedFile file;
  file.readable = in.number() == 1;
  file.records.resize(in.count());
  for (auto &record : file.records)
    record = unpack_state(in);
  return file;
}

} // namespace localoffer
