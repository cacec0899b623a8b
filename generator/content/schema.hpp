#pragma once

#include <string>

namespace localoffer {

/// The field guide: every record, its folder, and each field with its type, in Markdown.
std::string field_guide();

/// JSON Schemas (draft 2020-12) for editors, in one document: under "$defs", one for each kind of record and
/// one for "site", the settings; and "milestone translation" for a file
/// that translates one.
std::string json_schema();

} // namespace localoffer
