// Renders the cases that cases.mjs wrote and compares them with what the npm package "mustache" made of them.
// Usage: compare CASES.json

#include "base/files.hpp"
#include "render/template.hpp"

#include <array>
#include <cstdio>
#include <deque>
#include <nlohmann/json.hpp>
#include <utility>

using namespace localoffer;
using Json = nlohmann::ordered_json;

namespace {

constexpr std::size_t most_fields = 12;

/// Any value of a case. One struct with numbered fields stands for every view, because a ViewType's accessors
/// are plain functions: field number I of every type is read by the same one.
struct Value {
  std::string text;
  Html html;
  bool flag = false;
  bool present = false;
  std::vector<Value> fields; ///< of an object, in its type's order
  std::vector<Value> items;
  std::vector<std::string> strings;
};

template <std::size_t I>
const Value &field(const void *owner) {
  return static_cast<const Value *>(owner)->fields[I];
}

template <std::size_t I>
ViewField described(const std::string &kind) {
  ViewField described;
  if (kind == "text") {
    described.kind = ViewKind::text;
    described.get = [](const void *owner) -> const void * { return &field<I>(owner).text; };
  } else if (kind == "html") {
    described.kind = ViewKind::html;
    described.get = [](const void *owner) -> const void * { return &field<I>(owner).html; };
  } else if (kind == "flag") {
    described.kind = ViewKind::flag;
    described.get = [](const void *owner) -> const void * { return &field<I>(owner).flag; };
  } else if (kind == "object") {
    described.kind = ViewKind::object;
    described.get = [](const void *owner) -> const void * {
      return field<I>(owner).present ? &field<I>(owner) : nullptr;
    };
  } else if (kind == "list") {
    described.kind = ViewKind::list;
    described.get = [](const void *owner) -> const void * { return &field<I>(owner).items; };
    described.size = [](const void *list) { return static_cast<const std::vector<Value> *>(list)->size(); };
    described.item = [](const void *list, std::size_t i) -> const void * {
      return &(*static_cast<const std::vector<Value> *>(list))[i];
    };
  } else {
    described.kind = ViewKind::list;
    described.get = [](const void *owner) -> const void * { return &field<I>(owner).strings; };
    described.size = [](const void *list) {
      return static_cast<const std::vector<std::string> *>(list)->size();
    };
    described.item = [](const void *list, std::size_t i) -> const void * {
      return &(*static_cast<const std::vector<std::string> *>(list))[i];
    };
  }
  return described;
}

template <std::size_t... I>
ViewField described_at(std::size_t index, const std::string &kind, std::index_sequence<I...>) {
  constexpr std::array<ViewField (*)(const std::string &), sizeof...(I)> all{&described<I>...};
  return all.at(index)(kind);
}

/// The types of one case. A deque, so that types stay where fields point to.
const ViewType *read_type(const Json &schema, std::deque<ViewType> &types) {
  ViewType type;
  type.name = "Case";
  for (const auto &[name, field_schema] : schema.items()) {
    ViewField field = described_at(type.fields.size(), field_schema["kind"].get<std::string>(),
                                   std::make_index_sequence<most_fields>());
    field.name = name;
    if (field_schema.contains("type")) field.type = read_type(field_schema["type"], types);
    type.fields.push_back(field);
  }
  types.push_back(std::move(type));
  return &types.back();
}

Value read_value(const Json &schema, const Json &data);

Value read_field(const Json &field_schema, const Json &data) {
  const std::string kind = field_schema["kind"];
  Value value;
  if (kind == "text") {
    value.text = data.get<std::string>();
  } else if (kind == "html") {
    value.html.markup = data.get<std::string>();
  } else if (kind == "flag") {
    value.flag = data.get<bool>();
  } else if (kind == "object") {
    if (!data.is_null()) value = read_value(field_schema["type"], data);
  } else if (kind == "list") {
    for (const auto &item : data)
      value.items.push_back(read_value(field_schema["type"], item));
  } else {
    value.strings = data.get<std::vector<std::string>>();
  }
  return value;
}

Value read_value(const Json &schema, const Json &data) {
  Value value;
  value.present = true;
  for (const auto &[name, field_schema] : schema.items())
    value.fields.push_back(read_field(field_schema, data[name]));
  return value;
}

/// What our engine makes of a case, or its first complaint.
std::string rendered(const Json &test) {
  TemplateSurroundings surroundings;
  for (const auto &[name, text] : test["partials"].items())
    surroundings.partials[name] = std::make_shared<SourceFile>(SourceFile{name, text.get<std::string>()});
  std::deque<ViewType> types;
  const ViewType *type = read_type(test["schema"], types);
  const auto file = std::make_shared<SourceFile>(SourceFile{"case", test["template"].get<std::string>()});
  std::vector<Diagnostic> diagnostics;
  const auto compiled = compile_template(file, *type, surroundings, diagnostics);
  if (!diagnostics.empty()) return diagnostics[0].code + ": " + diagnostics[0].message;
  const Value view = read_value(test["schema"], test["data"]);
  std::string out;
  render_template(compiled, &view, out);
  return out;
}

} // namespace

int main(int argc, char **argv) {
  if (argc != 2) return 2;
  const Json cases = Json::parse(read_file(argv[1]));
  int wrong = 0;
  for (const auto &test : cases) {
    const std::string ours = rendered(test);
    if (ours == test["expected"]) continue;
    if (++wrong <= 3)
      std::printf("data:     %s\ntemplate: %s\npartials: %s\nexpected: %s\nours:     %s\n\n",
                  test["data"].dump().c_str(), test["template"].dump().c_str(),
                  test["partials"].dump().c_str(), test["expected"].dump().c_str(),
                  Json(ours).dump().c_str());
  }
  std::printf("%zu cases, %d differ\n", cases.size(), wrong);
  return wrong == 0 && !cases.empty() ? 0 : 1;
}
