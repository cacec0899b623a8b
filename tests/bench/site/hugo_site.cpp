#include "hugo_site.hpp"

#include "made_site.hpp"

#include <fstream>
#include <string>

namespace bench {
namespace {

namespace fs = std::filesystem;

/// Where Hugo looks for a file of the made site; empty for those that it has no use for.
std::string hugo_path(const std::string &path) {
  const std::string milestones = std::string(made_content) + "/milestones/",
                    priorities = std::string(made_content) + "/priorities/";
  if (path.starts_with(milestones)) return "content/promises/" + path.substr(milestones.size());
  if (path.starts_with(priorities))
    return "content/promises/" + fs::path(path).stem().string() + "/_index.md";
  return "";
}

void write(const fs::path &path, const std::string &text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

} // namespace

void make_hugo_site(const fs::path &folder, const fs::path &layouts, int milestones) {
  fs::remove_all(folder);
  fs::create_directories(folder);
  fs::copy(layouts, folder, fs::copy_options::recursive);
  write(folder / "content/promises/_index.md", "---\ntitle: Promises\n---\n");
  make_site(milestones, [&](const std::string &path, const std::string &text) {
    if (const auto to = hugo_path(path); !to.empty()) write(folder / to, text);
  });
}

} // namespace bench
