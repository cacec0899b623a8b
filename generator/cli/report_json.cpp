#include "cli/report.hpp"
#include "cli/version.hpp"

#include <nlohmann/json.hpp>

namespace localoffer {
namespace {

using Json = nlohmann::ordered_json;

void add_place(Json &object, const Span &span) {
  object["file"] = span.file_path();
  if (span.place.line == 0) return;
  object["line"] = span.place.line;
  object["column"] = span.place.column;
  object["length"] = span.place.length;
}

Json text_schema(const char *meaning) {
  return {{"type", "string"}, {"description", meaning}};
}

Json count_schema(const char *meaning) {
  return {{"type", "integer"}, {"minimum", 0}, {"description", meaning}};
}

/// The fields of a place: the file, and in it line, column and length, all or none.
Json place_schema() {
  return {{"file", text_schema("From the repository's top; empty when the problem is in no file.")},
          {"line", count_schema("From 1.")},
          {"column", count_schema("From 1, in characters.")},
          {"length", count_schema("In characters.")}};
}

Json object_schema(Json properties, const std::vector<std::string> &required) {
  return {{"type", "object"},
          {"properties", std::move(properties)},
          {"required", required},
          {"dependencies",
           {{"line", Json::array({"column", "length"})}, {"column", {"line"}}, {"length", {"line"}}}},
          {"additionalProperties", false}};
}

} // namespace

std::string report_schema() {
  Json note = place_schema();
  note["text"] = text_schema("What the other place has to do with it.");
  Json diagnostic = place_schema();
  diagnostic["code"] = text_schema("The rule's code: unknown-status.");
  diagnostic["severity"] = {{"enum", {"error", "warning", "notice"}}};
  diagnostic["message"] = text_schema("What is wrong.");
  diagnostic["help"] = text_schema("What to write instead.");
  diagnostic["notes"] = {{"type", "array"}, {"items", object_schema(std::move(note), {"text", "file"})}};
  Json report{{"program", {{"const", "localoffer"}}},
              {"version", text_schema("The program's version.")},
              {"errors", count_schema("How many stop the site from being built.")},
              {"warnings", count_schema("How many do not.")},
              {"notices", count_schema("How many are for information.")}};
  report["diagnostics"] = {{"type", "array"},
                           {"items", object_schema(std::move(diagnostic), {"code", "severity", "file",
                                                                           "message", "help", "notes"})}};
  Json schema{{"$schema", "http://json-schema.org/draft-07/schema#"},
              {"title", "The report of localoffer check --format json"}};
  schema.update(object_schema(std::move(report),
                              {"program", "version", "errors", "warnings", "notices", "diagnostics"}));
  return schema.dump(2) + "\n";
}

std::string report_json(const std::vector<Diagnostic> &diagnostics) {
  Json all = Json::array();
  int counts[3] = {0, 0, 0};
  for (const auto &diagnostic : diagnostics) {
    ++counts[static_cast<std::size_t>(diagnostic.severity)];
    Json one{{"code", diagnostic.code}, {"severity", to_string(diagnostic.severity)}};
    add_place(one, diagnostic.span);
    one["message"] = diagnostic.message;
    one["help"] = diagnostic.help;
    one["notes"] = Json::array();
    for (const auto &note : diagnostic.notes) {
      Json said{{"text", note.text}};
      add_place(said, note.span);
      one["notes"].push_back(std::move(said));
    }
    all.push_back(std::move(one));
  }
  const Json document{{"program", "localoffer"},
                      {"version", version},
                      {"errors", counts[static_cast<std::size_t>(Severity::error)]},
                      {"warnings", counts[static_cast<std::size_t>(Severity::warning)]},
                      {"notices", counts[static_cast<std::size_t>(Severity::notice)]},
                      {"diagnostics", std::move(all)}};
  // A message may quote bytes of a file that is not UTF-8.
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace localoffer
