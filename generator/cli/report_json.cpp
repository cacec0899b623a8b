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

} // namespace

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
