#pragma once

#include <string>
#include <vector>

namespace localoffer {

/// One column of a table that people download.
struct TableColumn {
  std::string name;                ///< in the CSV's first line and the JSON's keys: "due_now"
  std::string title;               ///< for people: "Due now"
  std::string description;         ///< one sentence of plain English
  std::string datatype = "string"; ///< of CSV on the Web: "string", "date", "integer", "decimal", "boolean"
};

/// Data to download, as plain text in each cell; an empty cell means that the value is not known. Every row
/// has a cell for each column.
struct Table {
  std::string title;
  std::string description;
  std::vector<TableColumn> columns;
  std::vector<std::vector<std::string>> rows;
};

} // namespace localoffer
