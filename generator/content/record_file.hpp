#pragma once

#include "content/read_value.hpp"
#include "content/settings.hpp"
#include "content/silences.hpp"

namespace localoffer {

/// What one file gave.
struct FileRecords {
  SourceFilePtr file; ///< null when it was not read
  Records records;
  std::vector<Use> uses;
  std::vector<WrittenText> texts;
  std::vector<Silence> silences;
  std::vector<Diagnostic> diagnostics;
  std::size_t left_out = 0; ///< how many more there were
};

/// The folders that records live in, and the kind of record in each: {"priorities", "priority"}.
const std::vector<std::pair<std::string, std::string>> &record_folders();

/// Reads one content file. `area_folder` is where the local area's content begins ("content/somerset"); the
/// first folder below it says what kind of record the file holds. May be called from several threads at once.
FileRecords read_record_file(const SourceFilePtr &file, const std::string &area_folder,
                             const ContentLimits &limits);

/// Reads a site's settings. What is missing or wrong is in `diagnostics`.
Settings read_settings(const SourceFilePtr &file, const ContentLimits &limits, FileRecords &gathered);

/// The problems that a baseline file lets pass.
std::vector<KnownProblem> read_known_problems(const SourceFilePtr &file, const ContentLimits &limits,
                                              std::vector<Diagnostic> &diagnostics);

/// Whether the file's bytes can be read at all; else a diagnostic.
bool is_readable(const SourceFilePtr &file, const ContentLimits &limits,
                 std::vector<Diagnostic> &diagnostics);

} // namespace localoffer
