#pragma once

#include "content/record_file.hpp"
#include "content/record_memory.hpp"
#include "source/snapshot.hpp"

#include <map>

namespace localoffer {

/// All that the files of one site say, one file at a time: nothing is joined yet.
struct Content {
  Settings settings;
  Records records; ///< in the order of file, then line
  std::vector<Use> uses;
  std::vector<WrittenText> texts; ///< in the order of files; within one, the record's body comes first
  std::vector<Silence> silences;
  /// A hash of the paths and bytes of all files but those of milestones.
  std::string beside_milestones;
  std::vector<std::string> files;          ///< all files under the content folder, records or not, sorted
  std::vector<SourceFilePtr> translations; ///< those of them that translate others
  std::map<std::string, std::size_t> document_bytes; ///< sizes of the files that documents name, by path
  std::vector<std::string>
      unread; ///< record files that gave no record because of a mistake in the file itself
  std::vector<Diagnostic> diagnostics;
  std::size_t left_out = 0; ///< how many more mistakes the files have
  SourceFilePtr baseline;   ///< nothing without one
  std::vector<KnownProblem> known_problems;
};

/// Reads a site's settings and then every file of its content folder. Symlinks, submodules and content
/// folders outside the repository are diagnostics. The answer depends neither on `threads`
/// nor on what is remembered; where something may be, the limits are the usual ones.
Content load_content(const Snapshot &snapshot, const std::string &settings_path, const ContentLimits &limits,
                     unsigned threads, RecordMemory memory = {nullptr, {}});

/// Reads the baseline file that the settings name, if they do.
void load_baseline(const Snapshot &snapshot, const ContentLimits &limits, Content &content);

/// True for the files that hold records: .yaml and .md, but for those that translate others. A README.md is
/// for the people who write the content.
bool is_record_file(const std::string &path);

} // namespace localoffer
