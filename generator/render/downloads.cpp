#include "render/downloads.hpp"

#include "base/character_set.hpp"
#include "base/text.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace localoffer {
namespace {

using Json = nlohmann::ordered_json;

void append_cell(std::string &out, std::string_view cell) {
  constexpr CharacterSet to_be_quoted("\",\r\n");
  if (to_be_quoted.find_in(cell) == std::string_view::npos) {
    out += cell;
    return;
  }
  out += '"';
  for (char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

bool is_number(std::string_view datatype) {
  return datatype == "integer" || datatype == "decimal";
}

/// Spreadsheets take text that begins with one of these signs, perhaps behind blanks, for a formula, and run
/// it (OWASP, "CSV injection"). An apostrophe before it makes it text. The full-width forms count too.
bool looks_like_formula(std::string_view cell) {
  const auto first = cell.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return false;
  const auto rest = cell.substr(first);
  for (const std::string_view sign : {"=", "+", "-", "@", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"})
    if (rest.starts_with(sign)) return true;
  return false;
}

Json value_of(const std::string &cell, const std::string &datatype) {
  if (cell.empty()) return nullptr;
  const bool plain = is_number(datatype) || datatype == "boolean";
  if (!plain) return cell;
  auto value = Json::parse(cell, nullptr, false);
  const bool fits = datatype == "boolean" ? value.is_boolean() : value.is_number();
  return fits ? value : Json(cell);
}

std::string_view without_slash(std::string_view url) {
  while (!url.empty() && url.back() == '/')
    url.remove_suffix(1);
  return url;
}

/// An address as sitemaps want it: in ASCII (RFC 3986). An address of ours may hold letters of any language,
/// and even characters that XML does not allow.
std::string ascii_address(std::string_view address) {
  std::string out;
  for (const char c : address)
    if (static_cast<unsigned char>(c) < 0x80)
      out += c;
    else
      out += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
  return out;
}

/// How many bytes the rows' cells have, with so many more for each row.
std::size_t bytes_of_rows(const Table &table, std::size_t more) {
  std::size_t bytes = 0;
  for (const auto &row : table.rows) {
    bytes += more;
    for (const auto &cell : row)
      bytes += cell.size();
  }
  return bytes;
}

} // namespace

std::string csv(const Table &table) {
  std::string out;
  out.reserve(bytes_of_rows(table, table.columns.size() + 2));
  const auto end_cell = [&](std::size_t i, std::size_t size) { out += i + 1 < size ? "," : "\r\n"; };
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    append_cell(out, table.columns[i].name);
    end_cell(i, table.columns.size());
  }
  for (const auto &row : table.rows) {
    // A row that is one empty cell would be an empty line, which readers skip.
    if (row.size() == 1 && row[0].empty()) out += "\"\"";
    for (std::size_t i = 0; i < row.size(); ++i) {
      const bool is_plain = is_number(table.columns[i].datatype) &&
                            row[i].find_first_not_of("-.0123456789") == std::string::npos;
      append_cell(out, !is_plain && looks_like_formula(row[i]) ? "'" + row[i] : row[i]);
      end_cell(i, row.size());
    }
  }
  return out;
}

std::string json(const Table &table) {
  if (table.rows.empty()) return "[]\n";
  // Row by row, because a tree of all of them takes many times the memory of the text.
  std::vector<std::string> names;
  std::size_t row_bytes = 0; // beside its cells
  for (const auto &column : table.columns) {
    names.push_back(Json(column.name).dump());
    row_bytes += names.back().size() + 8;
  }
  std::string out;
  out.reserve(bytes_of_rows(table, row_bytes));
  for (const auto &row : table.rows) {
    out += out.empty() ? "[\n {" : ",\n {";
    for (std::size_t i = 0; i < names.size(); ++i)
      out.append(i == 0 ? "\n  " : ",\n  ")
          .append(names[i])
          .append(": ")
          .append(value_of(row[i], table.columns[i].datatype).dump());
    out += "\n }";
  }
  return out + "\n]\n";
}

std::string csvw(const Table &table, std::string_view csv_address, std::string_view language) {
  Json columns = Json::array();
  for (const auto &column : table.columns)
    columns.push_back({{"name", column.name},
                       {"titles", column.name},
                       {"dc:title", column.title},
                       {"dc:description", column.description},
                       {"datatype", column.datatype}});
  const Json description{
      {"@context", Json::array({"http://www.w3.org/ns/csvw", Json{{"@language", language}}})},
      {"url", csv_address},
      {"dc:title", table.title},
      {"dc:description", table.description},
      {"dialect", {{"header", true}, {"encoding", "utf-8"}, {"lineTerminators", Json::array({"\r\n"})}}},
      {"tableSchema", {{"columns", std::move(columns)}}}};
  return description.dump(1) + "\n";
}

std::string sitemap(std::string_view base_url, const std::vector<SitemapEntry> &entries) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
  for (const auto &entry : entries) {
    out += "  <url><loc>" + escape_html(ascii_address(without_slash(base_url))) +
           escape_html(ascii_address(entry.route)) + "</loc>";
    if (!entry.last_modified.empty()) out += "<lastmod>" + escape_html(entry.last_modified) + "</lastmod>";
    out += "</url>\n";
  }
  return out + "</urlset>\n";
}

std::string robots(std::string_view base_url) {
  return fmt::format("User-agent: *\nAllow: /\n\nSitemap: {}/sitemap.xml\n", without_slash(base_url));
}

} // namespace localoffer
