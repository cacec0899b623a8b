#pragma once

#include <cstdint>
#include <filesystem>

namespace bench {

/// What a folder holds.
struct Contents {
  long files = 0;
  long pages = 0; ///< files whose name ends in .html
  std::uintmax_t page_bytes = 0, bytes = 0;
  double bytes_a_page() const {
    return pages == 0 ? 0 : static_cast<double>(page_bytes) / static_cast<double>(pages);
  }
};

Contents contents_of(const std::filesystem::path &folder);

/// Writes what floor.c reads: the files of `folder` with their sizes, sorted, one a line.
void list_outputs(const std::filesystem::path &folder, const std::filesystem::path &list);

/// The site's own files, one a line.
void list_inputs(const std::filesystem::path &repository, const std::filesystem::path &list);

} // namespace bench
