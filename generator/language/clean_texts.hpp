#pragma once

#include "base/store.hpp"

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace localoffer {

/// The texts of which the last run found nothing to say, so that they need not be read again. Without a store
/// none is known.
class CleanTexts {
public:
  /// `key` holds all that decides what is found in a text beside itself: the program, the site's names.
  CleanTexts(Store *store, std::string key);

  /// `hash` is a content_hash. May be called from several threads at once.
  bool knows(std::string_view hash) const { return known_.count(hash) > 0; }

  /// Remembers these in place of those of the last run.
  void keep(const std::vector<std::string> &hashes);

private:
  Store *store_;
  std::string key_, bytes_;
  std::unordered_set<std::string_view> known_; ///< look into the bytes
};

} // namespace localoffer
