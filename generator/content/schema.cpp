#include "content/schema.hpp"

#include "content/kinds.hpp"
#include "content/languages.hpp"
#include "content/record_file.hpp"
#include "content/tables.hpp"
#include "content/translate.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace localoffer {
namespace {

using Json = nlohmann::ordered_json;
using Kind = ValueType::Kind;

/// One table with its heading, whatever its struct.
struct Described {
  std::string name, folder, summary, shorthand;
  std::vector<FieldInfo> fields;
};

template <class Record>
Described described(const std::string &folder) {
  const auto &table = fields_of<Record>();
  return {table.name(), folder, table.summary(), table.shorthand_key(), table.infos()};
}

template <class Record>
Described described_kind(const std::string &folder, std::vector<Record> Records::*) {
  return described<Record>(folder);
}

std::vector<Described> all_records() {
  std::vector<Described> all{described<Settings>("site/AREA.yaml")};
  for_each_kind([&](std::string_view, std::string_view folder, auto list) {
    all.push_back(described_kind(
        folder.empty() ? "content/AREA/plan.md" : fmt::format("content/AREA/{}/", folder), list));
  });
  return all;
}

std::string one_of_text(const std::vector<std::string> &choices) {
  std::string out;
  for (const auto &choice : choices)
    out += fmt::format("{}`{}`", out.empty() ? "" : ", ", choice);
  return out;
}

std::string type_text(const ValueType &type) {
  std::string text;
  switch (type.kind) {
  case Kind::text:
    text = type.choices.empty() ? "text" : "one of " + one_of_text(type.choices);
    break;
  case Kind::prose:
    text = "Markdown";
    break;
  case Kind::date:
    text = "date (2018, 2018-12 or 2018-12-16)";
    break;
  case Kind::whole_number:
    text = "whole number";
    break;
  case Kind::number:
    text = "number";
    break;
  case Kind::yes_no:
    text = "true or false";
    break;
  case Kind::reference:
    text = fmt::format("id of a {}", type.name);
    break;
  case Kind::status:
    text = "key of a status";
    break;
  case Kind::milestone_ref:
    text = "ref of a milestone";
    break;
  case Kind::colour:
    text = "colour (\"#rrggbb\")";
    break;
  case Kind::record:
    text = type.name;
    break;
  }
  if (type.list) text = "list of: " + text;
  if (type.map) text = "lines of key: " + text;
  return text;
}

void write_fields(std::string &out, const std::vector<FieldInfo> &fields) {
  out += "| field | needed | what it holds | what it means |\n| --- | --- | --- | --- |\n";
  for (const auto &field : fields)
    out += fmt::format("| `{}` | {} | {} | {} |\n", field.key, field.required ? "yes" : "",
                       type_text(field.type), field.description);
  out += "\n";
}

/// The structs inside the records, each once, in the order in which they are met.
void collect_parts(const std::vector<FieldInfo> &fields, std::vector<ValueType> &parts) {
  for (const auto &field : fields) {
    if (field.type.kind != Kind::record) continue;
    bool known = false;
    for (const auto &part : parts)
      known = known || part.name == field.type.name;
    if (known) continue;
    parts.push_back(field.type);
    collect_parts(*field.type.fields, parts);
  }
}

Json object_schema(const std::vector<FieldInfo> &fields);

Json scalar_schema(const ValueType &type) {
  switch (type.kind) {
  case Kind::date:
    return {{"type", Json::array({"string", "integer"})}, {"pattern", "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"}};
  case Kind::whole_number:
    return {{"type", "integer"}};
  case Kind::number:
    return {{"type", "number"}};
  case Kind::yes_no:
    return {{"type", "boolean"}};
  case Kind::colour:
    return {{"type", "string"}, {"pattern", "^#[0-9a-fA-F]{6}$"}};
  case Kind::record: {
    Json object = object_schema(*type.fields);
    if (type.shorthand.empty()) return object;
    return {{"anyOf", Json::array({{{"type", "string"}}, std::move(object)})}};
  }
  default:
    break;
  }
  if (!type.choices.empty()) return {{"enum", type.choices}};
  return {{"type", Json::array({"string", "number"})}};
}

Json schema_of(const ValueType &type) {
  Json one = scalar_schema(type);
  if (type.list) return {{"anyOf", Json::array({one, {{"type", "array"}, {"items", one}}})}};
  if (type.map) return {{"type", "object"}, {"additionalProperties", one}};
  return one;
}

/// The languages' keys, which lead to translations.
Json keys_of_translations(const std::vector<FieldInfo> &fields) {
  std::string any;
  for (const auto language : language_keys())
    any += fmt::format("{}{}", any.empty() ? "" : "|", language);
  return {{fmt::format("^({})$", any), object_schema(fields_of_translation(fields))}};
}

Json object_schema(const std::vector<FieldInfo> &fields) {
  Json properties = Json::object();
  Json required = Json::array();
  for (const auto &field : fields) {
    properties[field.key] = schema_of(field.type);
    properties[field.key]["description"] = field.description;
    // In a .md file the text stands below the fields, so an editor must not ask for it above.
    if (field.required && field.key != "text") required.push_back(field.key);
  }
  return {{"type", "object"},
          {"properties", properties},
          {"required", required},
          {"additionalProperties", false}};
}

} // namespace

std::string field_guide() {
  std::string out =
      "# Field guide\n\nEach file holds one record, or a list of records that each have an `id`. "
      "In a `.md` file the fields stand between two lines of `---`, and the text below them.\n\n";
  const auto records = all_records();
  std::vector<ValueType> parts;
  for (const auto &record : records) {
    out += fmt::format("## {}\n\n{} It lives in `{}`.\n\n", record.name, record.summary, record.folder);
    write_fields(out, record.fields);
    collect_parts(record.fields, parts);
  }
  out += "# Translations\n\nBeside a record (`8-timeliness.pl.md`) or in it, under the language's key "
         "(`pl:`). A "
         "translation has those fields of its record that hold words, and says where it comes from:\n\n";
  write_fields(out, fields_of<TranslationNote>().infos());
  out += "# Parts of records\n\n";
  for (const auto &part : parts) {
    out += fmt::format("## {}\n\n", part.name);
    if (!part.shorthand.empty()) out += fmt::format("Plain text alone stands for `{}`.\n\n", part.shorthand);
    write_fields(out, *part.fields);
  }
  return out;
}

std::string json_schema() {
  Json document{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                {"title", "localoffer content"},
                {"$defs", Json::object()}};
  for (const auto &record : all_records()) {
    Json schema = object_schema(record.fields);
    schema["description"] = record.summary;
    schema["patternProperties"] = keys_of_translations(record.fields);
    document["$defs"][record.name] = std::move(schema);
    document["$defs"][record.name + " translation"] = object_schema(fields_of_translation(record.fields));
  }
  return document.dump(2) + "\n";
}

} // namespace localoffer
