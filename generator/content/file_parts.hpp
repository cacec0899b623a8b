#pragma once

#include "content/yaml.hpp"

#include <optional>
#include <string>

namespace localoffer {

/// A file cut into its fields and, in Markdown, its body.
struct FileParts {
  YamlSource fields;
  std::size_t body_begin = std::string::npos; ///< bytes; npos when there is no body
  std::uint32_t body_line = 1;
};

/// Some editors write three bytes before the text that say "this is UTF-8". They are not part of it.
std::string without_mark(std::string text);

/// Cuts a content file. Nothing, with a diagnostic, for Markdown that has no fields between two lines of
/// "---".
std::optional<FileParts> parts_of(const SourceFilePtr &file, std::vector<Diagnostic> &diagnostics);

/// "m-12" of "content/made/milestones/m-12.yaml": the id of a record that is alone in its file.
std::string file_stem(const std::string &path);

/// Answers to a draft are kept here, in a local area's folder. Each is something that was said.
inline constexpr std::string_view feedback_folder = "reviews/feedback/";

/// The kind of record that a file below a local area's folder holds: "milestone", or "plan" for plan.md.
/// Empty for a file that is in no folder of records.
std::string kind_of_file(const std::string &path, const std::string &area_folder);

} // namespace localoffer
