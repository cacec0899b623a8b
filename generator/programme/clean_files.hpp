#pragma once

#include "base/diagnostic.hpp"
#include "base/store.hpp"

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace localoffer {

/// The files in which the last run found nothing that leads to a person, so that they need not be looked
/// through again. Without a store none is known.
class CleanFiles {
public:
  /// `key` holds all that decides what is found in a file beside itself: the program, the settings.
  CleanFiles(Store *store, const std::string &key);

  /// A file's path and content as 32 bytes. Empty for one whose content has no id, which is never remembered.
  std::string mark_of(const SourceFile &file) const;
  /// May be called from several threads at once.
  bool has(const std::string &mark) const { return known_.count(mark) > 0; }

  /// Remembers these in place of those of the last run.
  void keep(std::vector<std::string> marks);

private:
  Store *store_;
  std::string key_, bytes_;
  std::unordered_set<std::string_view> known_; ///< look into the bytes
};

} // namespace localoffer
