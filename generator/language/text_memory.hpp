#pragma once

#include "base/store.hpp"
#include "language/readings.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace localoffer {

/// What was read of one text.
struct ReadOnce {
  bool is_clean = false; ///< there was nothing to say of it
  RecordReading reading;
};

/// What the last run read of each text, so that it need not be read again. Without a store nothing is known.
class TextMemory {
public:
  /// `key` holds all that decides what is found in a text beside itself: the program, the site's names.
  TextMemory(Store *store, std::string key);

  /// `hash` is a content_hash. May be called from several threads at once.
  const ReadOnce *find(std::string_view hash) const {
    const auto found = known_.find(hash);
    return found == known_.end() ? nullptr : &found->second;
  }

  /// Remembers these in place of those of the last run.
  void keep(std::vector<std::pair<std::string, const ReadOnce *>> texts);

private:
  Store *store_;
  std::string key_, bytes_;
  std::unordered_map<std::string_view, ReadOnce> known_; ///< the hashes look into the bytes
};

} // namespace localoffer
