#pragma once

#include <set>
#include <string>
#include <string_view>

namespace localoffer {

/// Whether a record may hold a translation under this key: "pl". Those that people in England read.
bool is_language_key(std::string_view key);

/// All of them, in order.
const std::set<std::string_view> &language_keys();

/// What stands where a file's name would have its language: "polish" of "8-timeliness.polish.md". Empty where
/// nothing does.
std::string language_in_name(std::string_view path);
/// The path without it: "priorities/8-timeliness.md".
std::string path_without_language(std::string_view path);

/// The language of a file that translates another: "pl" of "priorities/8-timeliness.pl.md". Empty for all
/// others.
std::string language_of_file(std::string_view path);

/// The file that it translates: "priorities/8-timeliness.md".
std::string original_of_file(std::string_view path);

} // namespace localoffer
