#include "cli/report.hpp"
#include "cli/version.hpp"
#include "content/codes.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <set>

namespace localoffer {
namespace {

using Json = nlohmann::ordered_json;

std::string_view level(Severity severity) {
  return severity == Severity::notice ? "note" : to_string(severity);
}

/// A path as the relative URI reference that SARIF asks for (3.4.3, RFC 3986): a colon in its first part
/// would read as a scheme.
std::string uri_of(std::string_view path) {
  std::string uri;
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~/").find(c) != std::string_view::npos;
    if (plain)
      uri += c;
    else
      uri += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
  }
  return uri;
}

Json location(const Span &span) {
  Json artifact{{"uri", uri_of(span.file_path())}};
  // An absolute path, as a theme's, stands on its own; the others count from the repository's top.
  if (!span.file_path().starts_with('/'))
    artifact["uriBaseId"] = "SRCROOT";
  else
    artifact["uri"] = "file://" + uri_of(span.file_path());
  Json physical{{"artifactLocation", std::move(artifact)}};
  if (span.place.line != 0)
    physical["region"] = {{"startLine", span.place.line},
                          {"startColumn", std::max(span.place.column, 1u)},
                          {"endColumn", std::max(span.place.column, 1u) + std::max(span.place.length, 1u)}};
  return {{"physicalLocation", std::move(physical)}};
}

Json result(const Diagnostic &diagnostic, const std::vector<std::string> &rules) {
  const auto rule = std::lower_bound(rules.begin(), rules.end(), diagnostic.code) - rules.begin();
  const std::string text =
      diagnostic.help.empty() ? diagnostic.message : diagnostic.message + "\n" + diagnostic.help;
  Json found{{"ruleId", diagnostic.code},
             {"ruleIndex", rule},
             {"level", level(diagnostic.severity)},
             {"message", {{"text", text}}},
             {"locations", Json::array()}};
  if (!diagnostic.span.file_path().empty()) found["locations"].push_back(location(diagnostic.span));
  for (const auto &note : diagnostic.notes) {
    Json related = note.span.file_path().empty() ? Json::object() : location(note.span);
    related["message"] = {{"text", note.text}};
    found["relatedLocations"].push_back(std::move(related));
  }
  return found;
}

Json rule(const std::string &code) {
  Json described{{"id", code}};
  if (const auto *known = find_diagnostic_code(code)) {
    described["shortDescription"] = {{"text", known->summary}};
    described["defaultConfiguration"] = {{"level", level(known->severity)}};
  }
  return described;
}

} // namespace

std::string report_sarif(const std::vector<Diagnostic> &diagnostics) {
  std::set<std::string> codes;
  for (const auto &diagnostic : diagnostics)
    codes.insert(diagnostic.code);
  const std::vector<std::string> rules(codes.begin(), codes.end());

  Json described = Json::array();
  for (const auto &code : rules)
    described.push_back(rule(code));
  Json results = Json::array();
  for (const auto &diagnostic : diagnostics)
    results.push_back(result(diagnostic, rules));

  const Json document{
      {"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
      {"version", "2.1.0"},
      {"runs",
       Json::array(
           {{{"tool", {{"driver", {{"name", "localoffer"}, {"version", version}, {"rules", described}}}}},
             {"columnKind", "unicodeCodePoints"},
             {"results", results}}})}};
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace localoffer
