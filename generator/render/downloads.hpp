#pragma once

#include "base/table.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace localoffer {

/// RFC 4180: a first line of column names, CRLF line ends, quotes only where they are needed. UTF-8 without a
/// mark.
std::string csv(const Table &table);

/// An array of objects, one a row, in the columns' order. Cells of "integer", "decimal" and "boolean" columns
/// are JSON's own values where they can be read as such; an empty cell is null.
std::string json(const Table &table);

/// CSV on the Web's description of the table (W3C, tabular metadata), to be published as
/// CSV_NAME-metadata.json beside the file. `csv_address` is the CSV file's, `language` a BCP 47 tag.
std::string csvw(const Table &table, std::string_view csv_address, std::string_view language);

struct SitemapEntry {
  std::string route;         ///< begins with "/"
  std::string last_modified; ///< ISO date; empty when it is not known
};

/// sitemap.xml. `base_url` is the site's address with or without "/" at its end.
std::string sitemap(std::string_view base_url, const std::vector<SitemapEntry> &entries);

/// robots.txt that lets everyone in and names the sitemap.
std::string robots(std::string_view base_url);

} // namespace localoffer
