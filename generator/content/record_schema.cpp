#include "content/record_schema.hpp"

#include "base/hash.hpp"
#include "content/kinds.hpp"
#include "content/tables.hpp"

#include <algorithm>
#include <map>

namespace localoffer {
namespace {

using Schemas = std::map<std::string, std::vector<FieldInfo>, std::less<>>;

template <class Record>
std::vector<FieldInfo> infos_of(std::vector<Record> Records::*) {
  return fields_of<Record>().infos();
}

const Schemas &schemas() {
  static const Schemas all = [] {
    Schemas made;
    for_each_kind([&](std::string_view kind, std::string_view, auto list) {
      made.emplace(std::string(kind), infos_of(list));
    });
    made.emplace("site", fields_of<Settings>().infos());
    return made;
  }();
  return all;
}

void describe(const std::vector<FieldInfo> &fields, std::string &out) {
  for (const auto &field : fields) {
    out += field.key + ':' + std::to_string(static_cast<int>(field.type.kind)) +
           (field.type.list ? "l" : "") + (field.type.map ? "m" : "") + field.type.shorthand + ';';
    if (field.type.fields) describe(*field.type.fields, out);
  }
}

} // namespace

const std::vector<FieldInfo> *schema_of(std::string_view kind) {
  const auto found = schemas().find(kind);
  return found == schemas().end() ? nullptr : &found->second;
}

const ValueType *type_at(std::string_view kind, std::string_view path) {
  const auto *fields = schema_of(kind);
  while (fields) {
    const auto end = path.find('.');
    std::string_view key = path.substr(0, end);
    if (key.ends_with("[]")) key.remove_suffix(2);
    const auto field =
        std::find_if(fields->begin(), fields->end(), [&](const FieldInfo &info) { return info.key == key; });
    if (field == fields->end()) return nullptr;
    if (end == std::string_view::npos) return &field->type;
    path.remove_prefix(end + 1);
    fields = field->type.fields.get();
  }
  return nullptr;
}

const std::string &schema_version() {
  static const std::string version = [] {
    std::string all;
    for (const auto &[kind, fields] : schemas()) {
      all += kind + '{';
      describe(fields, all);
      all += '}';
    }
    return content_hash(all);
  }();
  return version;
}

} // namespace localoffer
