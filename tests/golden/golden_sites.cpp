// golden_sites SITE_FOLDER THEMES_FOLDER: builds the site in SITE_FOLDER (site.yaml and content/) and
// compares every page and download with SITE_FOLDER/expected. A file that is expected and not built fails, as
// does one that is built and not expected. With BLESS=1 in the environment, what was built becomes what is
// expected.
//
// A site with a past has a folder history/ in place of its files: made_history.hpp.
#include "base/files.hpp"
#include "base/text.hpp"
#include "cli/site_build.hpp"
#include "golden/made_history.hpp"

#include <cstdlib>
#include <fmt/format.h>
#include <iostream>
#include <map>
#include <regex>

namespace {

namespace fs = std::filesystem;
using namespace localoffer;
using localoffer::testing::make_history;
using Files = std::map<std::string, std::string>;

/// The theme's files are left out, and their hashes in the pages too: a new colour must not change every page
/// here.
Files built(const Snapshot &snapshot, const fs::path &themes, bool &good) {
  SiteRequest request{snapshot, "site.yaml", {}, 2, themes};
  const SiteBuild build = build_site(request);
  for (const auto &diagnostic : build.diagnostics) {
    std::cerr << fmt::format("{}:{}: {}[{}]: {}\n", diagnostic.span.file_path(), diagnostic.span.place.line,
                             to_string(diagnostic.severity), diagnostic.code, diagnostic.message);
    good = false;
  }
  static const std::regex hashed(R"((assets/[a-z/-]+)-[0-9a-f]{8}\.)");
  Files files;
  std::string room;
  for (const auto &output : build.outputs)
    if (output.path.rfind("assets/", 0) != 0)
      files[output.path] = std::regex_replace(std::string(bytes_of(output, room)), hashed, "$1.");
  return files;
}

Files expected(const fs::path &folder) {
  Files files;
  if (!fs::exists(folder)) return files;
  for (const auto &entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file())
      files[fs::relative(entry.path(), folder).generic_string()] = read_file(entry.path());
  return files;
}

void show_first_difference(const std::string &path, const std::string &was, const std::string &now) {
  const auto before = lines_of(was), after = lines_of(now);
  const auto line = [](const std::vector<std::string_view> &lines, std::size_t i) {
    return i < lines.size() ? std::string(lines[i].substr(0, 300)) : std::string("(the file has ended)");
  };
  std::size_t i = 0;
  while (i < before.size() && i < after.size() && before[i] == after[i])
    ++i;
  std::cerr << fmt::format("{}:{}\n  expected: {}\n  built:    {}\n", path, i + 1, line(before, i),
                           line(after, i));
}

bool same(const Files &was, const Files &now) {
  bool good = true;
  for (const auto &[path, bytes] : now) {
    const auto found = was.find(path);
    if (found != was.end() && found->second == bytes) continue;
    good = false;
    if (found == was.end())
      std::cerr << path << ": built, but not expected\n";
    else
      show_first_difference(path, found->second, bytes);
  }
  for (const auto &[path, bytes] : was)
    if (now.find(path) == now.end()) {
      std::cerr << path << ": expected, but not built\n";
      good = false;
    }
  if (!good) std::cerr << "If the new pages are right: BLESS=1 ctest -R golden\n";
  return good;
}

void bless(const fs::path &folder, const Files &files) {
  fs::remove_all(folder);
  for (const auto &[path, bytes] : files)
    write_file(folder / path, bytes);
}

int run(const fs::path &site, const fs::path &themes) {
  bool good = true;
  const auto past = fs::exists(site / "history") ? make_history(site / "history") : nullptr;
  const auto snapshot = past ? open_commit(past->path(), "HEAD") : open_folder(site);
  const Files now = built(*snapshot, themes, good);
  if (std::getenv("BLESS") != nullptr && good) bless(site / "expected", now);
  good = same(expected(site / "expected"), now) && good;
  return good && !now.empty() ? 0 : 1;
}

} // namespace

int main(int count, char **arguments) {
  if (count != 3) {
    std::cerr << "Usage: golden_sites SITE_FOLDER THEMES_FOLDER\n";
    return 2;
  }
  try {
    return run(arguments[1], arguments[2]);
  } catch (const std::exception &failure) {
    std::cerr << failure.what() << '\n';
    return 3;
  }
}
