#pragma once

#include "content/fields.hpp"

#include <string_view>
#include <vector>

namespace localoffer {

/// The fields of a kind of record, by the names of kinds.hpp, or of the settings, by "site". Null for any
/// other name. For those who read records without their structs.
const std::vector<FieldInfo> *schema_of(std::string_view kind);

/// The type of what a path leads to: "status", "target.value", "observations[].value". Null when it leads
/// nowhere.
const ValueType *type_at(std::string_view kind, std::string_view path);

/// Changes whenever the fields of any kind do: what was read under another one is read again.
const std::string &schema_version();

} // namespace localoffer
