// Two ways to one site. Commits are built with a store that lives on, on some number of threads, into a
// folder that holds the site before; and without any of it, on one thread. Byte for byte both must be the
// same, and so must what is said of the content.
//
// incremental_sites commits THEMES TIMES REPOSITORY SETTINGS [BRANCH...]
//   Commits of the branches in a random order, most of them the one after the last. The theme and the day
//   change now and then, and the store is damaged.
// incremental_sites edits THEMES STEP SETTINGS FOLDER
//   In a site (the folder, or the last commit of a repository), every STEP-th line is changed in turn, and
//   changed back.
#include "base/files.hpp"
#include "base/store.hpp"
#include "base/text.hpp"
#include "cli/site_build.hpp"
#include "publish/publish.hpp"
#include "support/damage.hpp"
#include "support/temp_repository.hpp"

#include <algorithm>
#include <cctype>
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
using testing::damage;
using testing::TempFolder;
using testing::TempRepository;

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
  std::string room;
  for (const auto &output : clean.outputs) {
    expected.insert(output.path);
    if (!fs::exists(folder / output.path))
      differences.tell(commit, output.path + " is missing");
    else if (read_file(folder / output.path) != bytes_of(output, room))
      differences.tell(commit, output.path + " is not as it is built anew");
  }
  for (const auto &entry : fs::recursive_directory_iterator(folder))
    if (const auto path = entry.path().lexically_relative(folder).generic_string();
        entry.is_regular_file() && expected.count(path) == 0 && path != manifest_name)
      differences.tell(commit, path + " should not be there");
}

/// Builds in both ways, and counts.
class TwoWays {
public:
  explicit TwoWays(fs::path folder) : folder_(std::move(folder)) {}

  /// `request` is that of the clean build.
  void build(const std::string &commit, SiteRequest request, unsigned threads) {
    ++sites_;
    SiteBuild clean;
    try {
      clean = build_site(request);
    } catch (const WorldError &) { // a commit without the settings file
      ++refused_;
      return;
    }
    const auto store = open_store(folder_ / "store");
    if (!store) throw std::runtime_error("the store cannot be used");
    request.store = store.get();
    request.remember_pages = true;
    request.jobs = threads;
    const SiteBuild known = build_site(request);
    if (told(known) != told(clean)) differences_.tell(commit, "other things are said of the content");
    pages_ += known.pages;
    remembered_ += known.remembered;
    if (has_errors(clean.diagnostics)) {
      ++refused_;
      return;
    }
    publish(known.outputs, folder_ / "site", {{"", commit, request.settings, "", ""}, threads, false});
    compare(folder_ / "site", clean, commit, differences_);
  }

  fs::path store() const { return folder_ / "store"; }

  /// False when anything differs, and when nothing was remembered, which would prove nothing.
  bool tell() const {
    fmt::print(
        "{} sites built in both ways, {} of them refused: of {} pages {} were remembered, and {} things "
        "differ\n",
        sites_, refused_, pages_, remembered_, differences_.count);
    return differences_.count == 0 && remembered_ > 0;
  }

private:
  fs::path folder_;
  Differences differences_;
  std::size_t sites_ = 0, refused_ = 0, pages_ = 0, remembered_ = 0;
};

bool build_commits(const fs::path &themes, int times, const fs::path &repository, const std::string &settings,
                   const std::vector<std::string> &branches) {
  const TempFolder folder;
  change_theme(themes, folder.path() / "themes");
  std::vector<std::vector<std::string>> commits;
  for (const auto &branch : branches)
    commits.push_back(commits_of(repository, branch));
  const char *seed = std::getenv("SEED");
  Walk walk(std::move(commits), seed != nullptr ? static_cast<unsigned>(std::stoul(seed)) : 5);
  TwoWays ways(folder.path());
  bool other_theme = false;
  for (int i = 0; i < times; ++i) {
    const std::string &commit = walk.next();
    const auto snapshot = open_commit(repository, commit);
    if (walk.one_in(20)) other_theme = !other_theme;
    SiteRequest request{*snapshot, settings, {}, 1, other_theme ? folder.path() / "themes" : themes};
    if (!walk.one_in(8)) request.as_of = Date{2022, 6, 1}; // each page tells the day
    ways.build(commit, request, walk.one_in(2) ? 8 : 2);
    if (walk.one_in(40)) damage(ways.store(), walk.random());
  }
  return ways.tell();
}

/// Makes the last word of a line another one; false for a line without a word at its end.
bool change_word(std::string &text, std::size_t line) {
  std::size_t at = 0;
  for (; line > 0; --line)
    at = text.find('\n', at) + 1;
  auto end = std::min(text.find('\n', at), text.size());
  const auto is_letter = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; };
  while (end > at && !is_letter(text[end - 1]))
    --end;
  if (end == at) return false;
  text[end - 1] = text[end - 1] == '1'                                           ? '2'
                  : text[end - 1] == 'x'                                         ? 'y'
                  : std::isdigit(static_cast<unsigned char>(text[end - 1])) != 0 ? '1'
                                                                                 : 'x';
  return true;
}

/// Half of the commits are of another day than the one before: a page that tells the day of a change may
/// differ in that alone, and one that does not, not even in that. Without a past, pages tell of nothing but
/// the files.
void edit_lines(const Snapshot &site, const std::string &settings, const fs::path &themes, std::size_t step,
                bool past, TwoWays &ways) {
  TempRepository repository;
  // A golden site has its pages beside it.
  auto files = site.list("content");
  files.push_back(site.list(settings).front());
  for (const auto &file : files)
    repository.write(file.path,
                     site.read(file) + (file.path == settings && !past ? "history: {show: false}\n" : ""));
  long day = day_number({2021, 1, 1});
  const auto build = [&](const std::string &what) {
    const auto commit = repository.commit(what, to_iso(date_of_day_number(day)) + "T12:00:00+00:00");
    const auto snapshot = open_commit(repository.path(), commit);
    ways.build(what, {*snapshot, settings, Date{2024, 3, 15}, 1, themes}, 2);
  };
  build("Begin");
  std::size_t lines = 0;
  for (const auto &file : files) {
    const std::string text = read_file(repository.path() / file.path);
    for (std::size_t line = 0; line < lines_of(text).size(); ++line) {
      std::string changed = text;
      if (lines++ % step != 0 || !change_word(changed, line)) continue;
      const bool other_day = lines % 2 == 0;
      day += other_day ? 1 : 0;
      repository.write(file.path, changed);
      build(fmt::format("{}:{}", file.path, line + 1));
      repository.write(file.path, text);
      day += other_day ? 1 : 0;
      build(fmt::format("{}:{}, and back", file.path, line + 1));
    }
  }
}

bool build_edits(const fs::path &themes, std::size_t step, const std::string &settings,
                 const fs::path &site) {
  const TempFolder folder;
  TwoWays ways(folder.path());
  const auto files = fs::exists(site / settings) ? open_folder(site) : open_commit(site, "HEAD");
  for (const bool past : {true, false})
    edit_lines(*files, settings, themes, step, past, ways);
  return ways.tell();
}

} // namespace

int main(int count, char **arguments) {
  const std::vector<std::string> words(arguments + 1, arguments + count);
  try {
    if (words.size() >= 5 && words[0] == "commits") {
      std::vector<std::string> branches(words.begin() + 5, words.end());
      if (branches.empty()) branches = {"main"};
      return build_commits(words[1], std::stoi(words[2]), words[3], words[4], branches) ? 0 : 1;
    }
    if (words.size() == 5 && words[0] == "edits")
      return build_edits(words[1], std::stoul(words[2]), words[3], words[4]) ? 0 : 1;
    std::cerr << "Usage: incremental_sites commits THEMES TIMES REPOSITORY SETTINGS [BRANCH...]\n"
                 "       incremental_sites edits THEMES STEP SETTINGS FOLDER\n";
    return 2;
  } catch (const std::exception &failure) {
    std::cerr << failure.what() << '\n';
    return 3;
  }
}
