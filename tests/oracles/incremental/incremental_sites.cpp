// incremental_sites REPOSITORY SETTINGS THEMES TIMES [BRANCH...]: two ways to one site. Commits of the
// branches are built in a random order, most of them the one after the last: with a store that lives on, on
// some number of threads, into a folder that holds the site before; and without any of it, on one thread.
// Byte for byte both must be the same, and so must what is said of the content. The theme and the day change
// now and then, and the store is damaged.
#include "base/files.hpp"
#include "base/store.hpp"
#include "cli/site_build.hpp"
#include "publish/publish.hpp"
#include "support/damage.hpp"
#include "support/temp_folder.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <iostream>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using namespace localoffer;

/// First parents, oldest first.
std::vector<std::string> commits_of(const fs::path &repository, const std::string &branch) {
  std::vector<std::string> ids;
  for (const auto &commit : open_commit(repository, branch)
                                ->log()
                                ->first_parents([](const std::string &) { return false; })
                                .commits)
    ids.push_back(commit.id);
  std::reverse(ids.begin(), ids.end());
  return ids;
}

struct Differences {
  std::size_t count = 0;

  void tell(const std::string &commit, const std::string &what) {
    if (++count <= 10) std::cerr << commit << ": " << what << '\n';
  }
};

class Walk {
public:
  Walk(std::vector<std::vector<std::string>> branches, unsigned seed)
      : branches_(std::move(branches)), random_(seed) {}

  bool one_in(unsigned times) { return random_() % times == 0; }
  std::mt19937 &random() { return random_; }

  const std::string &next() {
    if (one_in(6)) { // somebody else's work, or an older state
      branch_ = random_() % branches_.size();
      at_ = random_() % branches_[branch_].size();
    } else {
      at_ = (at_ + 1) % branches_[branch_].size();
    }
    return branches_[branch_][at_];
  }

private:
  std::vector<std::vector<std::string>> branches_;
  std::size_t branch_ = 0, at_ = 0;
  std::mt19937 random_;
};

/// A copy of the themes in which pages have another word and another template.
void change_theme(const fs::path &themes, const fs::path &copy) {
  fs::copy(themes, copy, fs::copy_options::recursive);
  for (const auto *file : {"clear/templates/milestone.mustache", "clear/templates/home.mustache"}) {
    fs::remove(copy / file);
    write_file(copy / file, read_file(themes / file) + "\n<!-- another -->\n");
  }
}

std::string told(const SiteBuild &site) {
  std::string all;
  for (const auto &one : site.diagnostics)
    all += fmt::format("{}:{}:{} {} {}\n", one.span.file_path(), one.span.place.line, one.span.place.column,
                       one.code, one.message);
  return all;
}

void compare(const fs::path &folder, const SiteBuild &clean, const std::string &commit,
             Differences &differences) {
  std::set<std::string> expected;
  for (const auto &output : clean.outputs) {
    expected.insert(output.path);
    if (!fs::exists(folder / output.path))
      differences.tell(commit, output.path + " is missing");
    else if (read_file(folder / output.path) != output.bytes)
      differences.tell(commit, output.path + " is not as it is built anew");
  }
  for (const auto &entry : fs::recursive_directory_iterator(folder))
    if (const auto path = entry.path().lexically_relative(folder).generic_string();
        entry.is_regular_file() && expected.count(path) == 0 && path != manifest_name)
      differences.tell(commit, path + " should not be there");
}

int run(const fs::path &repository, const std::string &settings, const fs::path &themes, int times,
        const std::vector<std::string> &branches) {
  const testing::TempFolder folder;
  change_theme(themes, folder.path() / "themes");
  std::vector<std::vector<std::string>> commits;
  for (const auto &branch : branches)
    commits.push_back(commits_of(repository, branch));
  const char *seed = std::getenv("SEED");
  Walk walk(std::move(commits), seed != nullptr ? static_cast<unsigned>(std::stoul(seed)) : 5);
  Differences differences;
  std::size_t pages = 0, remembered = 0, refused = 0, damaged = 0;
  bool other_theme = false;
  for (int i = 0; i < times; ++i) {
    const std::string &commit = walk.next();
    const auto snapshot = open_commit(repository, commit);
    if (walk.one_in(20)) other_theme = !other_theme;
    SiteRequest request{*snapshot, settings, {}, 1, other_theme ? folder.path() / "themes" : themes};
    if (!walk.one_in(8)) request.as_of = Date{2022, 6, 1}; // each page tells the day
    try {
      const SiteBuild clean = build_site(request);
      const auto store = open_store(folder.path() / "store");
      if (!store) throw std::runtime_error("the store cannot be used");
      request.store = store.get();
      request.remember_pages = true;
      request.jobs = walk.one_in(2) ? 8 : 2;
      const SiteBuild known = build_site(request);
      if (told(known) != told(clean)) differences.tell(commit, "other things are said of the content");
      pages += known.pages;
      remembered += known.remembered;
      if (has_errors(clean.diagnostics)) {
        ++refused;
      } else {
        publish(known.outputs, folder.path() / "site", {{"", commit, settings, "", ""}, request.jobs, false});
        compare(folder.path() / "site", clean, commit, differences);
      }
    } catch (const WorldError &failure) { // a commit without the settings file
      ++refused;
    }
    if (walk.one_in(40)) {
      testing::damage(folder.path() / "store", walk.random());
      ++damaged;
    }
  }
  fmt::print(
      "{} sites built in both ways, {} of them refused, the store damaged {} times: of {} pages {} were "
      "remembered, and {} things differ\n",
      times, refused, damaged, pages, remembered, differences.count);
  return differences.count == 0 && remembered > 0 ? 0 : 1;
}

} // namespace

int main(int count, char **arguments) {
  if (count < 5) {
    std::cerr << "Usage: incremental_sites REPOSITORY SETTINGS THEMES TIMES [BRANCH...]\n";
    return 2;
  }
  try {
    std::vector<std::string> branches(arguments + 5, arguments + count);
    if (branches.empty()) branches = {"main"};
    return run(arguments[1], arguments[2], arguments[3], std::stoi(arguments[4]), branches);
  } catch (const std::exception &failure) {
    std::cerr << failure.what() << '\n';
    return 3;
  }
}
