#include "publish/publish.hpp"
#include "base/diagnostic.hpp"
#include "base/files.hpp"
#include "catch.hpp"
#include "publish/manifest.hpp"
#include "support/temp_folder.hpp"

#include <fmt/format.h>

#include <csignal>
#include <fcntl.h>
#include <map>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace localoffer;
using testing::TempFolder;
namespace fs = std::filesystem;

namespace {

const PublishOptions options{{"localoffer 0.1.0", "commit 1, 2021-03-25", "", "", ""}, 2, false};

/// Every file below a folder with its bytes; a folder that is not there has none.
std::map<std::string, std::string> files_in(const fs::path &folder) {
  std::map<std::string, std::string> files;
  if (!fs::exists(folder)) return files;
  for (const auto &item : fs::recursive_directory_iterator(folder))
    if (!item.is_directory())
      files[item.path().lexically_relative(folder).generic_string()] = read_file(item.path());
  return files;
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
  REQUIRE(::lstat(path.c_str(), &status) == 0);
  return status.st_ino;
}

std::string failure_of(const std::vector<Output> &outputs, const fs::path &target) {
  try {
    publish(outputs, target, options);
  } catch (const WorldError &error) {
    return error.what();
  }
  return {};
}

bool contains(const std::string &text, const std::string &part) {
  return text.find(part) != std::string::npos;
}

const std::vector<Output> first{
    {"index.html", "home"}, {"a/index.html", "a"}, {"a/b/index.html", "b"}, {"x.css", "x"}};
const std::vector<Output> second{
    {"index.html", "new!"}, {"a/index.html", "a"}, {"c/index.html", "c"}, {"x.css", "xy"}};

} // namespace

TEST_CASE("a site is published, and published again in its place") {
  const TempFolder folder;
  const auto target = folder.path() / "sites" / "somerset";
  const auto report = publish(first, target, options);
  CHECK(report.written == 4);
  CHECK(report.linked == 0);
  auto files = files_in(target);
  CHECK(files.size() == 5);
  CHECK(files["a/b/index.html"] == "b");
  CHECK(read_manifest(target) == make_manifest(first, options.from));
  const auto unchanged = inode(target / "a/index.html");

  const auto again = publish(second, target, options);
  CHECK(again.written == 3);
  CHECK(again.linked == 1);
  CHECK(again.removed == 1);
  CHECK(again.kept.empty());
  files = files_in(target);
  CHECK(files.size() == 5);
  CHECK(files["index.html"] == "new!");
  CHECK(files["x.css"] == "xy");
  CHECK(files.count("a/b/index.html") == 0);
  CHECK_FALSE(fs::exists(target / "a/b"));
  CHECK(inode(target / "a/index.html") == unchanged);
  CHECK(names_in(target.parent_path()) == std::vector<std::string>{"somerset"}); // no staging, no lock
}

TEST_CASE("the same outputs give the same bytes, again and on any number of threads") {
  const TempFolder folder;
  const auto target = folder.path() / "site";
  publish(first, target, options);
  const auto once = files_in(target);
  CHECK(publish(first, target, options).linked == 4);
  CHECK(files_in(target) == once);
  auto durable = options;
  durable.threads = 8;
  durable.durable = true;
  publish(first, folder.path() / "other", durable);
  CHECK(files_in(folder.path() / "other") == once);
}

TEST_CASE("a file that someone changed since is written afresh, not shared") {
  const TempFolder folder;
  const auto target = folder.path() / "site";
  publish(first, target, options);
  const auto file = target / "a/index.html";
  write_file(file, "A"); // as long as before
  fs::last_write_time(file, fs::last_write_time(target / manifest_name) + std::chrono::seconds(1));
  CHECK(publish(first, target, options).linked == 3);
  CHECK(read_file(file) == "a");
}

TEST_CASE("only a folder that the program wrote, or an empty one, is replaced") {
  const TempFolder folder;
  const auto target = folder.path() / "site";
  SECTION("empty") {
    fs::create_directories(target / "empty/too");
    fs::permissions(target, fs::perms::owner_all | fs::perms::group_all);
    publish(first, target, options);
    CHECK(files_in(target).size() == 5);
    CHECK(fs::status(target).permissions() == (fs::perms::owner_all | fs::perms::group_all));
    CHECK(names_in(folder.path()).size() == 1);
  }
  SECTION("a stranger's folder") {
    write_file(target / "thesis.txt", "years of work");
    CHECK(contains(failure_of(first, target), "was not written by this program"));
    CHECK(files_in(target).size() == 1);
  }
  SECTION("files that are not listed") {
    publish(first, target, options);
    for (int i = 0; i < 7; ++i)
      write_file(target / fmt::format("a/n{}.txt", i), "mine");
    fs::create_symlink("/etc/hostname", target / "a/0");
    const auto before = files_in(target);
    const auto failure = failure_of(second, target);
    CHECK(contains(failure, "a/0, a/n0.txt, a/n1.txt, a/n2.txt, a/n3.txt"));
    CHECK_FALSE(contains(failure, "a/n4.txt"));
    CHECK(files_in(target) == before);
  }
  SECTION("a listed folder that became a link elsewhere") {
    publish(first, target, options);
    fs::create_directories(folder.path() / "elsewhere/b");
    write_file(folder.path() / "elsewhere/index.html", "not ours");
    fs::remove_all(target / "a");
    fs::create_directory_symlink(folder.path() / "elsewhere", target / "a");
    CHECK(contains(failure_of(second, target), "a"));
    CHECK(read_file(folder.path() / "elsewhere/index.html") == "not ours");
  }
  SECTION("a file") {
    write_file(target, "x");
    CHECK(contains(failure_of(first, target), "is not a folder"));
  }
  SECTION("a damaged manifest") {
    publish(first, target, options);
    write_file(target / manifest_name, "{");
    const auto before = files_in(target);
    CHECK(contains(failure_of(second, target), "is damaged"));
    CHECK(files_in(target) == before);
  }
  SECTION("the root") {
    CHECK(contains(failure_of(first, "/"), "cannot hold a site"));
  }
}

TEST_CASE("a target that is a link is followed, and the link stays") {
  const TempFolder folder;
  publish(first, folder.path() / "disk/site", options);
  fs::create_directory_symlink(folder.path() / "disk/site", folder.path() / "www");
  publish(second, folder.path() / "www/", options);
  CHECK(fs::is_symlink(folder.path() / "www"));
  CHECK(read_file(folder.path() / "disk/site/index.html") == "new!");
}

TEST_CASE("a failure leaves the old site as it was, and no litter") {
  const TempFolder folder;
  const auto target = folder.path() / "site";
  publish(first, target, options);
  const auto before = files_in(target);
  SECTION("colliding paths") {
    CHECK_FALSE(failure_of({{"a.html", ""}, {"A.html", ""}}, target).empty());
  }
  SECTION("a path that leads out") {
    CHECK_FALSE(failure_of({{"../evil.html", ""}}, target).empty());
  }
  SECTION("a disk that takes no more") {
    // A limit on a file's size stands in for the full disk: the write fails half way in the same manner.
    struct rlimit old {};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &old) == 0);
    struct rlimit small {
      1000, old.rlim_max
    };
    auto *const handler = std::signal(SIGXFSZ, SIG_IGN);
    auto outputs = second;
    outputs.push_back({"z/big.html", std::string(5000, 'z')});
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
    const auto failure = failure_of(outputs, target);
    ::setrlimit(RLIMIT_FSIZE, &old);
    std::signal(SIGXFSZ, handler);
    CHECK(contains(failure, "cannot write"));
  }
  SECTION("a path too long for the system") {
    std::string path;
    for (int i = 0; i < 20; ++i)
      path += std::string(250, 'p') + "/";
    CHECK(contains(failure_of({{path + "x", ""}}, target), "cannot make the folder"));
  }
  CHECK(files_in(target) == before);
  CHECK(names_in(folder.path()) == std::vector<std::string>{"site"});
}

TEST_CASE("one run at a time writes to a target") {
  const TempFolder folder;
  const auto target = folder.path() / "site";
  const auto lock = folder.path() / ".site.lock";
  const int held = ::open(lock.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  REQUIRE(::flock(held, LOCK_EX) == 0);
  CHECK(contains(failure_of(first, target), "another run is writing"));
  CHECK(fs::exists(lock)); // it belongs to the other run
  ::close(held);
  CHECK(failure_of(first, target).empty()); // what a dead run left locks nobody out
  CHECK_FALSE(fs::exists(lock));
}

TEST_CASE("what dead runs left is removed, and what others left is not") {
  const TempFolder folder;
  const auto target = folder.path() / "site";
  write_file(folder.path() / ".site.staging-1/.localoffer-staging", "");
  write_file(folder.path() / ".site.staging-1/half/written.html", "x");
  fs::create_directory(folder.path() / ".site.staging-2");
  publish(second, folder.path() / ".site.staging-3", options); // an old site that was swapped out
  write_file(folder.path() / ".site.staging-4/mine.txt", "no marker");
  write_file(folder.path() / ".other.staging-1/.localoffer-staging", "");
  publish(first, target, options);
  CHECK(names_in(folder.path()) == std::vector<std::string>{".other.staging-1", ".site.staging-4", "site"});
}
