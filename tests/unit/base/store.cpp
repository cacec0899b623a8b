#include "base/store.hpp"
#include "base/files.hpp"
#include "catch.hpp"
#include "support/temp_folder.hpp"

#include <csignal>
#include <functional>
#include <random>
#include <thread>

#include <sys/wait.h>
#include <unistd.h>

using namespace localoffer;
using testing::TempFolder;

namespace {

constexpr std::size_t page_size = 16384; // of a store's file

using Values = std::vector<std::optional<std::string>>;

std::string key(int number) {
  return "key " + std::to_string(number);
}

/// From nothing to several of the store's pages.
std::string value(int number) {
  return std::to_string(number) + ": " +
         std::string(static_cast<std::size_t>(number) * 97 % 20000, static_cast<char>('a' + number % 26));
}

void fill(Store &store, int from, int to) {
  std::vector<std::pair<std::string, std::string>> values;
  for (int i = from; i < to; ++i)
    values.emplace_back(key(i), value(i));
  store.put(values);
}

/// How many of the values are known; -1 when one of them is another one than was put.
int known(const Store &store, int from, int to) {
  std::vector<std::string> keys;
  for (int i = from; i < to; ++i)
    keys.push_back(key(i));
  const auto found = store.get(keys);
  int count = 0;
  for (int i = from; i < to; ++i) {
    const auto &one = found[static_cast<std::size_t>(i - from)];
    if (one && *one != value(i)) return -1;
    count += one ? 1 : 0;
  }
  return count;
}

/// Begins a child that does this. It is to be begun before there are threads and open stores.
pid_t child_of(const std::function<int()> &work) {
  const pid_t child = fork();
  if (child != 0) return child;
  std::signal(SIGABRT, SIG_DFL);
  std::signal(SIGSEGV, SIG_DFL);
  std::signal(SIGBUS, SIG_DFL);
  if (std::freopen("/dev/null", "w", stderr) == nullptr) _exit(99);
  _exit(work());
}

/// The exit status of a child; 1000 and the signal when it crashed.
int status_of(pid_t child) {
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
}

int status_of_child(const std::function<int()> &work) {
  return status_of(child_of(work));
}

} // namespace

TEST_CASE("both stores remember, replace and forget") {
  const TempFolder folder;
  MemoryStore memory;
  const auto disk = open_store(folder.path() / "not/yet/there");
  REQUIRE(disk);
  for (Store *store : {static_cast<Store *>(&memory), disk.get()}) {
    CHECK(store->get({"a", "b"}) == Values{std::nullopt, std::nullopt});
    CHECK(store->get({}).empty());
    const std::string bytes("\0\xFF\n", 3), long_key(5000, 'k');
    store->put({{"a", "one"}, {"b", bytes}, {long_key, "long"}, {"", "no key"}});
    CHECK(store->get({"b", "c", "a", "a"}) == Values{bytes, std::nullopt, "one", "one"});
    CHECK(store->get({long_key, ""}) == Values{"long", "no key"});
    store->put({{"a", "two"}, {"b", ""}, {"never put", ""}});
    CHECK(store->get({"a", "b", "never put"}) == Values{"two", std::nullopt, std::nullopt});
    store->put({});
    store->put({{"a", "three"}, {"a", "four"}});
    CHECK(store->get({"a"}) == Values{"four"});
  }
  CHECK(memory.size() == 3);
}

TEST_CASE("a later run knows what was put, and so does a second handle at the same time") {
  const TempFolder folder;
  REQUIRE(status_of_child([&] {
            const auto store = open_store(folder.path());
            if (!store) return 1;
            fill(*store, 0, 50);
            return 0;
          }) == 0);
  const auto store = open_store(folder.path()), other = open_store(folder.path());
  REQUIRE(store);
  REQUIRE(other);
  CHECK(known(*store, 0, 100) == 50);
  fill(*other, 50, 100);
  CHECK(known(*store, 0, 100) == 100);
  store->put({{key(7), ""}});
  CHECK(known(*other, 0, 100) == 99);
}

TEST_CASE("several threads and processes use one store at once") {
  const TempFolder folder;
  const auto write_part = [&](int part) {
    const auto store = open_store(folder.path());
    if (!store) return 1;
    for (int i = part; i < 200; i += 4) {
      fill(*store, i, i + 1);
      if (known(*store, 0, 200) < 1) return 2;
    }
    return 0;
  };
  std::vector<pid_t> children;
  for (int part = 0; part < 4; ++part)
    children.push_back(child_of([&] { return write_part(part); }));
  std::vector<int> statuses;
  for (const pid_t child : children)
    statuses.push_back(status_of(child));
  CHECK(statuses == std::vector<int>(4, 0));
  const auto store = open_store(folder.path());
  REQUIRE(store);
  CHECK(known(*store, 0, 200) == 200);

  std::vector<std::thread> users;
  for (int part = 0; part < 4; ++part)
    users.emplace_back([&, part] {
      for (int i = 0; i < 50; ++i) {
        fill(*store, 200 + part * 50 + i, 201 + part * 50 + i);
        statuses[static_cast<std::size_t>(part)] = known(*store, 0, 200);
      }
    });
  for (auto &user : users)
    user.join();
  CHECK(statuses == std::vector<int>(4, 200));
  CHECK(known(*store, 0, 400) == 400);
}

TEST_CASE("a folder that cannot be used gives no store") {
  const TempFolder folder;
  write_file(folder.path() / "file", "not a folder");
  CHECK_FALSE(open_store(folder.path() / "file"));
  CHECK_FALSE(open_store(folder.path() / "file/below"));
  CHECK(read_file(folder.path() / "file") == "not a folder");
  CHECK_FALSE(open_store("/proc/localoffer"));
  CHECK_FALSE(open_store(""));
}

TEST_CASE("a file that seems to be a later version's, or not to be written, begins anew") {
  using Damage = std::vector<std::pair<std::size_t, char>>; // places, and what is put there
  constexpr std::size_t write_version = 18, read_version = 19, schema_format = 47;
  for (const Damage &damage : {Damage{{schema_format, '\xFF'}},
                               {{write_version, '\xFF'}},
                               {{write_version, 8}, {read_version, 0}}}) {
    const TempFolder folder;
    const auto file = folder.path() / "remembered.db";
    fill(*open_store(folder.path()), 0, 3);
    std::string bytes = read_file(file);
    for (const auto &[place, byte] : damage)
      bytes.at(place) = byte;
    write_file(file, bytes);
    const auto store = open_store(folder.path());
    REQUIRE(store);
    fill(*store, 3, 6);
    CHECK(known(*store, 0, 6) == 3);
  }
}

TEST_CASE("a damaged table of names does not lose new values for ever") {
  const TempFolder folder;
  const auto file = folder.path() / "remembered.db";
  fill(*open_store(folder.path()), 0, 12);
  const std::string whole = read_file(file);
  // The page of the names follows the file's head and the values' own first page.
  for (std::size_t place = 2 * page_size; place < 2 * page_size + 48; ++place) {
    auto bytes = whole;
    bytes.at(place) = '\xFF';
    write_file(file, bytes);
    const auto store = open_store(folder.path());
    fill(*store, 100, 101);
    INFO("the byte at " << place);
    CHECK(known(*store, 100, 101) == 1);
  }
}

TEST_CASE("whatever is damaged in a store's files is forgotten, never wrong, and never a crash") {
  const TempFolder folder;
  const auto whole = folder.path() / "whole";
  fill(*open_store(whole), 0, 300);
  std::vector<std::pair<std::string, std::string>> files;
  for (const auto &entry : std::filesystem::directory_iterator(whole))
    files.emplace_back(entry.path().filename().string(), read_file(entry.path()));

  std::mt19937 random(24);
  int forgotten = 0;
  for (int turn = 0; turn < 300; ++turn) {
    const auto damaged = folder.path() / "damaged";
    std::filesystem::remove_all(damaged);
    std::filesystem::create_directories(damaged);
    for (auto [name, bytes] : files) {
      {
        const auto any = [&](std::size_t below) { return random() % std::max<std::size_t>(below, 1); };
        if (turn % 10 == 0) bytes.resize(any(bytes.size()));
        // The first bytes of pages say how everything is found: they are hit as often as all others.
        for (int hit = 0; hit < 1 << (turn % 7); ++hit)
          if (!bytes.empty()) {
            const std::size_t page = any(bytes.size()) / page_size * page_size;
            const std::size_t at =
                std::min(hit % 2 == 0 ? any(bytes.size()) : page + any(48), bytes.size() - 1);
            bytes[at] = static_cast<char>(random());
          }
      }
      write_file(damaged / name, bytes);
    }
    const int status = status_of_child([&] {
      const auto store = open_store(damaged);
      if (!store) return 3;
      const int count = known(*store, 0, 300);
      if (count < 0) return 2;
      fill(*store, 300, 310);
      if (known(*store, 300, 310) != 10) return 4; // what was dropped
      return count < 300 ? 1 : 0;
    });
    INFO("turn " << turn);
    CHECK(status < 2);
    forgotten += status == 1 ? 1 : 0;
  }
  CHECK(forgotten > 100); // the damage was real
}
