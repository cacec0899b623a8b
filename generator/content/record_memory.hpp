#pragma once

#include "base/store.hpp"
#include "content/record_file.hpp"
#include "source/snapshot.hpp"

#include <optional>
#include <string>
#include <vector>

namespace localoffer {

/// Content files as they were read before, by path and blob id: to read a file again takes ten times as long
/// as to remember it. Files with a mistake are not remembered, so that each run tells of it. The files lie in
/// buckets by their paths, and only buckets in which something changed are written again.
class RecordMemory {
public:
  /// `program` is what reads the files: what another one has read is forgotten. `apart` tells what is
  /// remembered beside the rest, such as a commit of long ago. Nothing is remembered without a store.
  RecordMemory(Store *store, std::string program, std::string apart = {})
      : store_(store), program_(std::move(program)), apart_(std::move(apart)) {}

  /// What is known of files of one local area's folder, by the ids of a listing that still holds when they
  /// are read; nothing for those that have to be read.
  std::vector<std::optional<FileRecords>> find(const std::vector<Entry> &files, const std::string &folder,
                                               unsigned threads);

  /// Remembers what was read: of the files that were given to `find`, those that were not known then.
  void keep(const std::vector<Entry> &files, const std::vector<FileRecords> &read, unsigned threads);

private:
  struct Bucket {
    std::string key, bytes;
    std::vector<std::size_t> files;       ///< indices of those that belong here
    std::vector<std::string_view> packed; ///< of each of these; empty when it is not known
    bool is_current = false;              ///< holds these files and no others
  };

  void open(Bucket &bucket, const std::vector<Entry> &files,
            std::vector<std::optional<FileRecords>> &found) const;

  Store *store_;
  std::string program_, apart_;
  std::vector<Bucket> buckets_;
};

} // namespace localoffer
