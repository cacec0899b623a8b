#include "output_list.hpp"

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

namespace bench {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_in(const fs::path &folder) {
  std::vector<fs::path> files;
  for (const auto &entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

} // namespace

Contents contents_of(const fs::path &folder) {
  Contents contents;
  for (const auto &entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    ++contents.files;
    contents.bytes += entry.file_size();
    if (entry.path().extension() != ".html") continue;
    ++contents.pages;
    contents.page_bytes += entry.file_size();
  }
  return contents;
}

void list_outputs(const fs::path &folder, const fs::path &list) {
  std::ofstream out(list);
  for (const auto &file : files_in(folder))
    out << fs::file_size(file) << ' ' << file.lexically_relative(folder).string() << '\n';
}

void list_inputs(const fs::path &repository, const fs::path &list) {
  std::ofstream out(list);
  for (const char *part : {"site", "content"})
    for (const auto &file : files_in(repository / part))
      out << file.string() << '\n';
}

} // namespace bench
