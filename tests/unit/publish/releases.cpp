#include "publish/releases.hpp"
#include "base/diagnostic.hpp"
#include "base/files.hpp"
#include "catch.hpp"
#include "publish/staging.hpp"
#include "publish/verify.hpp"
#include "support/temp_folder.hpp"

#include <fmt/format.h>

#include <sys/stat.h>

using namespace localoffer;
using testing::TempFolder;
namespace fs = std::filesystem;

namespace {

ReleaseOptions options_of(char commit, unsigned keep = 3) {
  return {
      {"localoffer 0.1.0", fmt::format("commit {}", commit), "site/plan.yaml", std::string(40, commit), ""},
      2,
      false,
      keep,
      true};
}

const std::string long_text(2000, 'x');

/// A home page that names the edition, and a page and a style sheet that stay the same.
std::vector<Output> outputs_of(const std::string &edition) {
  return {{"index.html", "<p>" + edition + long_text},
          {"same/index.html", long_text},
          {edition + "/index.html", edition},
          {"x.css", "x"}};
}

std::string shown(const fs::path &folder) {
  return fs::read_symlink(folder / "current").generic_string();
}

std::vector<std::string> names_in(const fs::path &folder) {
  std::vector<std::string> names;
  for (const auto &item : fs::directory_iterator(folder))
    names.push_back(item.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

ino_t inode(const fs::path &path) {
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_ino;
}

std::string failure_of(const std::function<void()> &act) {
  try {
    act();
  } catch (const WorldError &error) {
    return std::string(error.what()) + " / " + error.remedy();
  }
  return {};
}

bool contains(const std::string &text, const std::string &part) {
  return text.find(part) != std::string::npos;
}

/// All files of the current release are what its manifest says.
bool is_whole(const fs::path &folder) {
  const auto manifest = read_manifest(folder / "current");
  return manifest && verify(fs::canonical(folder / "current"), *manifest, 2).empty();
}

} // namespace

TEST_CASE("a release is shown by a link, and the next takes its place") {
  const TempFolder temporary;
  const auto folder = temporary.path() / "srv" / "plan";
  const auto first = ReleaseFolder(folder).publish(outputs_of("one"), options_of('a'));
  CHECK(first.name == "aaaaaaaaaaaa-1");
  CHECK(first.compressed == 2); // the others are too small
  CHECK(shown(folder) == "releases/aaaaaaaaaaaa-1");
  CHECK(read_file(folder / "current/one/index.html") == "one");
  CHECK(is_whole(folder));
  const auto same = inode(folder / "current/same/index.html");
  const auto same_small = inode(folder / "current/same/index.html.br");

  const auto second = ReleaseFolder(folder).publish(outputs_of("two"), options_of('b'));
  CHECK(shown(folder) == "releases/bbbbbbbbbbbb-2");
  CHECK(second.written == 4); // the home page in three forms, and the new page
  CHECK(second.linked == 4);
  CHECK(second.removed == 1);
  CHECK(second.compressed == 1);
  CHECK(inode(folder / "current/same/index.html") == same);
  CHECK(inode(folder / "current/same/index.html.br") == same_small);
  CHECK_FALSE(fs::exists(folder / "current/one"));
  CHECK(fs::exists(folder / "releases/aaaaaaaaaaaa-1/one/index.html"));
  CHECK(names_in(folder) == std::vector<std::string>{"current", "releases"});
  CHECK(is_whole(folder));
}

TEST_CASE("the oldest release is made into the new one, and nothing of it shows") {
  const TempFolder folder;
  for (const char commit : std::string("abc"))
    ReleaseFolder(folder.path()).publish(outputs_of(std::string(1, commit)), options_of(commit));
  const auto reused = inode(folder.path() / "releases/aaaaaaaaaaaa-1/same");
  const auto report = ReleaseFolder(folder.path()).publish(outputs_of("d"), options_of('d'));
  CHECK(report.dropped == std::vector<std::string>{"aaaaaaaaaaaa-1"});
  CHECK(inode(folder.path() / "current/same") == reused); // the folder itself was taken over
  CHECK(names_in(folder.path() / "releases") ==
        std::vector<std::string>{"bbbbbbbbbbbb-2", "cccccccccccc-3", "dddddddddddd-4"});
  CHECK(is_whole(folder.path()));
  CHECK(names_in(folder.path() / "current") == std::vector<std::string>{std::string(manifest_name), "d",
                                                                        "index.html", "index.html.br",
                                                                        "index.html.gz", "same", "x.css"});
  // The same site made in an empty folder has the same bytes.
  const TempFolder clean;
  ReleaseFolder(clean.path()).publish(outputs_of("d"), options_of('d'));
  CHECK(read_manifest(clean.path() / "current") == read_manifest(folder.path() / "current"));
}

TEST_CASE("no browser takes a page that comes back for the one before it, though both were dated alike") {
  const TempFolder folder;
  for (const char commit : std::string("ab"))
    ReleaseFolder(folder.path()).publish(outputs_of(std::string(1, commit)), options_of(commit, 2));
  const auto shown_before = folder.path() / "releases/bbbbbbbbbbbb-2";
  const auto now = fs::last_write_time(shown_before / "index.html");
  for (const auto &file : fs::recursive_directory_iterator(folder.path() / "releases"))
    if (file.is_regular_file()) fs::last_write_time(file, now);
  ReleaseFolder(folder.path()).publish(outputs_of("a"), options_of('c', 2));
  const auto page = folder.path() / "current/index.html";
  CHECK(read_file(page) == outputs_of("a").front().bytes);
  CHECK(fs::file_size(page) == fs::file_size(shown_before / "index.html"));
  CHECK(now - fs::last_write_time(page) >= std::chrono::seconds(1));
}

TEST_CASE("an old release that somebody changed or put a file into is not made into a new one") {
  const TempFolder folder;
  for (const char commit : std::string("abc"))
    ReleaseFolder(folder.path()).publish(outputs_of(std::string(1, commit)), options_of(commit));
  const auto oldest = folder.path() / "releases/aaaaaaaaaaaa-1";
  SECTION("a stranger's file stays where it is, and is told of") {
    write_file(oldest / "same/notes.txt", "mine");
    fs::last_write_time(oldest / "same",
                        fs::last_write_time(oldest / manifest_name) + std::chrono::seconds(1));
    const auto report = ReleaseFolder(folder.path()).publish(outputs_of("d"), options_of('d'));
    CHECK(report.kept == std::vector<fs::path>{fs::canonical(oldest)});
    CHECK(read_file(oldest / "same/notes.txt") == "mine");
    CHECK_FALSE(fs::exists(folder.path() / "current/same/notes.txt"));
  }
  SECTION("a changed file is written afresh") {
    fs::remove(oldest / "same/index.html");
    write_file(oldest / "same/index.html", std::string(2000, 'y'));
    fs::last_write_time(oldest / "same/index.html",
                        fs::last_write_time(oldest / manifest_name) + std::chrono::seconds(1));
    ReleaseFolder(folder.path()).publish(outputs_of("d"), options_of('d'));
    CHECK(read_file(folder.path() / "current/same/index.html") == long_text);
  }
  SECTION("a folder that became a link is not walked into") {
    const TempFolder elsewhere;
    write_file(elsewhere.path() / "index.html", "theirs");
    fs::remove_all(oldest / "same");
    fs::create_directory_symlink(elsewhere.path(), oldest / "same");
    ReleaseFolder(folder.path()).publish(outputs_of("d"), options_of('d'));
    CHECK(read_file(elsewhere.path() / "index.html") == "theirs");
  }
  CHECK(is_whole(folder.path()));
}

TEST_CASE("as many releases stay as are asked for, and the one that is shown always does") {
  const TempFolder folder;
  for (const char commit : std::string("abcd"))
    ReleaseFolder(folder.path()).publish(outputs_of(std::string(1, commit)), options_of(commit, 9));
  ReleaseFolder(folder.path()).roll_back("1");
  const auto report = ReleaseFolder(folder.path()).publish(outputs_of("e"), options_of('e', 2));
  CHECK(report.dropped.size() == 3);
  CHECK(names_in(folder.path() / "releases").size() == 2);
  CHECK(is_whole(folder.path()));
  ReleaseFolder(folder.path()).publish(outputs_of("f"), options_of('f', 1));
  CHECK(names_in(folder.path() / "releases") == std::vector<std::string>{"ffffffffffff-6"});
}

TEST_CASE("a release is shown again") {
  const TempFolder folder;
  for (const char commit : std::string("abc"))
    ReleaseFolder(folder.path()).publish(outputs_of(std::string(1, commit)), options_of(commit));
  CHECK(ReleaseFolder(folder.path()).roll_back("").name == "bbbbbbbbbbbb-2");
  CHECK(ReleaseFolder(folder.path()).roll_back("").name == "aaaaaaaaaaaa-1");
  CHECK(contains(failure_of([&] { ReleaseFolder(folder.path()).roll_back(""); }), "no release"));
  CHECK(ReleaseFolder(folder.path()).roll_back("cccccccccccc-3").number == 3);
  CHECK(ReleaseFolder(folder.path()).roll_back("bbbbbbb").number == 2);
  CHECK(contains(failure_of([&] { ReleaseFolder(folder.path()).roll_back("7"); }),
                 "aaaaaaaaaaaa-1, bbbbbbbbbbbb-2, cccccccccccc-3"));
  write_file(folder.path() / "releases/cccccccccccc-3/x.css", "y");
  CHECK(contains(failure_of([&] { ReleaseFolder(folder.path()).roll_back("3"); }), "x.css"));
  CHECK(shown(folder.path()) == "releases/bbbbbbbbbbbb-2");
  CHECK(list_releases(folder.path()).size() == 3);
  // Numbers go on from the newest, whichever is shown.
  CHECK(ReleaseFolder(folder.path()).publish(outputs_of("d"), options_of('d', 9)).name == "dddddddddddd-4");
}

TEST_CASE("a folder with other things in it is refused") {
  const TempFolder folder;
  write_file(folder.path() / "thesis.txt", "years of work");
  CHECK(contains(failure_of([&] { ReleaseFolder opened(folder.path()); }), "'thesis.txt'"));
  fs::remove(folder.path() / "thesis.txt");
  write_file(folder.path() / "current/index.html", "a folder, not a link");
  CHECK(contains(failure_of([&] { ReleaseFolder opened(folder.path()); }), "'current'"));
  CHECK(contains(failure_of([&] { list_releases("/etc"); }), "not a folder of releases"));
}

TEST_CASE("one run at a time publishes, and says who it is") {
  const TempFolder folder;
  const ReleaseFolder first(folder.path());
  const auto failure = failure_of([&] { ReleaseFolder second(folder.path()); });
  CHECK(contains(failure, fmt::format("process {}", ::getpid())));
  CHECK(contains(failure, "Wait until it is done"));
}

TEST_CASE("what a run left that died in the middle is cleared away") {
  const TempFolder folder;
  ReleaseFolder(folder.path()).publish(outputs_of("a"), options_of('a'));
  const auto releases = folder.path() / "releases";
  fs::copy(releases / "aaaaaaaaaaaa-1", releases / "bbbbbbbbbbbb-2", fs::copy_options::recursive);
  write_file(releases / "bbbbbbbbbbbb-2" / staging_marker, ""); // never shown
  write_file(releases / "aaaaaaaaaaaa-1" / staging_marker, ""); // shown, but not said to be
  write_file(folder.path() / ".staging-7" / staging_marker, "");
  write_file(folder.path() / ".staging-7/half.html", "x");
  fs::create_symlink("nowhere", folder.path() / ".current-next");
  write_file(folder.path() / ".localoffer-lock", "process 4711 since 1\n");
  CHECK(list_releases(folder.path()).size() == 1);
  {
    ReleaseFolder opened(folder.path());
    CHECK(contains(opened.dead_owner(), "process 4711"));
    opened.publish(outputs_of("b"), options_of('b'));
  }
  CHECK(names_in(folder.path()) == std::vector<std::string>{"current", "releases"});
  CHECK(names_in(releases) == std::vector<std::string>{"aaaaaaaaaaaa-1", "bbbbbbbbbbbb-2"});
  CHECK_FALSE(fs::exists(releases / "aaaaaaaaaaaa-1" / staging_marker));
  CHECK(is_whole(folder.path()));
}

TEST_CASE("what is left of a release that was being removed goes, with nothing to publish") {
  const TempFolder folder;
  ReleaseFolder(folder.path()).publish(outputs_of("a"), options_of('a'));
  const auto releases = folder.path() / "releases";
  fs::copy(releases / "aaaaaaaaaaaa-1", folder.path() / ".staging-8", fs::copy_options::recursive);
  fs::remove(folder.path() / ".staging-8/index.html");
  fs::create_directory(folder.path() / ".staging-9");
  fs::create_directory(releases / "bbbbbbbbbbbb-2");
  CHECK(ReleaseFolder(folder.path()).releases().size() == 1);
  CHECK(names_in(folder.path()) == std::vector<std::string>{"current", "releases"});
  CHECK(names_in(releases) == std::vector<std::string>{"aaaaaaaaaaaa-1"});
  CHECK(is_whole(folder.path()));
}

TEST_CASE("a link that cannot be read is not taken for none") {
  const TempFolder folder;
  ReleaseFolder(folder.path()).publish(outputs_of("a"), options_of('a'));
  fs::remove(folder.path() / "current");
  CHECK(list_releases(folder.path()).size() == 1);
  write_file(folder.path() / "current", "releases/aaaaaaaaaaaa-1");
  CHECK(contains(failure_of([&] { list_releases(folder.path()); }), "cannot read the link"));
}

TEST_CASE("every changed, missing and added file of a release is named") {
  const TempFolder folder;
  ReleaseFolder(folder.path()).publish(outputs_of("a"), options_of('a'));
  const auto release = fs::canonical(folder.path() / "current");
  const auto manifest = read_manifest(release);
  REQUIRE(manifest);
  write_file(release / "x.css", "y");
  fs::remove(release / "a/index.html");
  fs::create_symlink("/etc/passwd", release / "a/index.html");
  fs::remove(release / "same/index.html.gz");
  write_file(release / "same/new.txt", "");
  using Kind = Damage::Kind;
  CHECK(verify(release, *manifest, 3) == std::vector<Damage>{{Kind::changed, "a/index.html"},
                                                             {Kind::missing, "same/index.html.gz"},
                                                             {Kind::unlisted, "same/new.txt"},
                                                             {Kind::changed, "x.css"}});
}
