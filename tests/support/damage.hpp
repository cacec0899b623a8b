#pragma once

#include <filesystem>
#include <fstream>
#include <random>

namespace localoffer::testing {

/// Overwrites bytes of every file of a folder, or cuts it short.
inline void damage(const std::filesystem::path &folder, std::mt19937 &random) {
  for (const auto &entry : std::filesystem::directory_iterator(folder)) {
    const auto size = std::filesystem::file_size(entry);
    if (size == 0) continue;
    if (random() % 4 == 0) { // as a full disk leaves it
      std::filesystem::resize_file(entry, random() % size);
      continue;
    }
    std::fstream file(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
    for (int i = 0; i < 20; ++i) {
      file.seekp(static_cast<std::streamoff>(random() % size));
      file.put(static_cast<char>(random()));
    }
  }
}

} // namespace localoffer::testing
