// bench_history FOLDER [COMMITS FILES]: makes a repository of a plan with a long history in FOLDER, and
// prints how long it takes to read the history: from nothing, beside `git log` over the same paths, and after
// one more commit. Every figure is the median of several turns, taken in turn in one run, so that the ratios
// hold on any machine.
#include "base/store.hpp"
#include "history/timelines.hpp"
#include "source/snapshot.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include <sys/resource.h>

namespace {

namespace fs = std::filesystem;
using namespace localoffer;

constexpr int turns = 5;
constexpr auto settings_path = "site/plan.yaml";

void run_command(const std::string &command) {
  if (std::system(command.c_str()) != 0) throw std::runtime_error("this failed: " + command);
}

/// One milestone as people write it, of about 900 bytes.
std::string milestone(int number, int version) {
  static const std::vector<std::string> statuses{"planned", "at-risk", "off-track", "on-track", "complete"};
  std::string text = fmt::format(
      "title: Put promise number {} into practice\nstatus: {}\nfirst_due: {}-{:02}\n", number,
      statuses[static_cast<std::size_t>(version) % statuses.size()], 2018 + number % 3, 1 + number % 12);
  if (version % 3 == 1)
    text += fmt::format("due: {}-{:02}\nwhy: The team had too few people.\n", 2021 + version % 4,
                        1 + version % 12);
  text += "lead_role: Service manager\npriority: plans\nmeaning: >-\n";
  for (int i = 0; i < 6; ++i)
    text += fmt::format(
        "  If your child waits for help, this should make the wait shorter by step {} of {}.\n", i, number);
  text += "comments:\n";
  for (int i = 0; i <= version % 4; ++i)
    text += fmt::format(
        "  - {{date: 202{}-0{}, text: Work went on and was looked at by the board in turn {}.}}\n", i % 4,
        1 + i, i);
  return text + "sources:\n  - {report: board, section: \"Section 3\"}\n";
}

class Plan {
public:
  Plan(const fs::path &repository, int commits, int files) : commits_(commits), files_(files) {
    fs::remove_all(repository);
    run_command(fmt::format("git init --quiet --bare --initial-branch=main '{}'", repository.string()));
    out_ = ::popen(fmt::format("git -C '{}' fast-import --quiet", repository.string()).c_str(), "w");
    if (out_ == nullptr) throw std::runtime_error("cannot run git fast-import");
  }

  void write() {
    begin_commit("The plan as it was promised");
    file(settings_path,
         "title: A plan\narea: Made\ncontent: content/made\nurl: https://made.example/\nstatuses:\n"
         "  - {key: planned, label: Planned, lifecycle: [not-started]}\n"
         "  - {key: off-track, label: Off track, lifecycle: [in-progress], confidence: [off-track]}\n"
         "  - {key: at-risk, label: At risk, lifecycle: [in-progress], confidence: [at-risk]}\n"
         "  - {key: on-track, label: On track, lifecycle: [in-progress], confidence: [on-track]}\n"
         "  - {key: complete, label: Complete, lifecycle: [complete]}\n");
    for (int i = 0; i < files_; ++i)
      file(path(i), milestone(i, 0));
    for (int i = 1; i < commits_; ++i)
      change();
    ::pclose(out_);
  }

private:
  static std::string path(int number) { return fmt::format("content/made/milestones/m-{:04}.yaml", number); }

  void begin_commit(const std::string &message) {
    fmt::print(out_,
               "commit refs/heads/main\ncommitter Somebody <somebody@example.org> {} +0000\ndata {}\n{}\n",
               1500000000 + 20000L * count_++, message.size(), message);
  }
  void file(const std::string &where, const std::string &bytes) {
    fmt::print(out_, "M 100644 inline {}\ndata {}\n{}\n", where, bytes.size(), bytes);
  }
  void change() {
    begin_commit(fmt::format("Update number {}", count_));
    const int changed = 1 + static_cast<int>(random_() % 2);
    for (int i = 0; i < changed; ++i) {
      const int number = static_cast<int>(random_() % static_cast<unsigned>(files_));
      file(path(number), milestone(number, ++versions_[number]));
    }
  }

  int commits_, files_;
  long count_ = 0;
  std::map<int, int> versions_;
  std::mt19937 random_{7};
  std::FILE *out_ = nullptr;
};

double seconds(const std::function<void()> &work) {
  const auto began = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

double median(std::vector<double> figures) {
  std::sort(figures.begin(), figures.end());
  return figures[figures.size() / 2];
}

long peak_kilobytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

History read(const fs::path &repository, const std::string &revision, Store *store) {
  const auto log = open_commit(repository, revision)->log();
  return read_history({*log, settings_path, store, 2});
}

int run(const fs::path &folder, int commits, int files) {
  const fs::path repository = folder / "plan.git";
  fs::create_directories(folder);
  Plan(repository, commits, files).write();
  run_command(fmt::format("git -C '{}' gc --quiet", repository.string()));
  const std::string git_log =
      fmt::format("git -C '{}' log --name-only --first-parent main -- {} content/made > '{}'",
                  repository.string(), settings_path, (folder / "log.txt").string());

  std::vector<double> git, bare, cold, warm, unchanged, told;
  std::size_t events = 0;
  for (int turn = 0; turn < turns; ++turn) {
    git.push_back(seconds([&] { run_command(git_log); }));
    bare.push_back(seconds([&] { events = read(repository, "main", nullptr).events.size(); }));
    fs::remove_all(folder / "store");
    cold.push_back(seconds([&] { read(repository, "main", open_store(folder / "store").get()); }));
    fs::remove_all(folder / "store");
    read(repository, "main~1", open_store(folder / "store").get());
    History history;
    warm.push_back(seconds([&] { history = read(repository, "main", open_store(folder / "store").get()); }));
    unchanged.push_back(
        seconds([&] { history = read(repository, "main", open_store(folder / "store").get()); }));
    told.push_back(seconds([&] { timelines_of(std::move(history)); }));
  }
  const double log = median(git), from_nothing = median(cold);
  fmt::print("{} commits over {} files, {} events, the median of {} turns\n", commits, files, events, turns);
  fmt::print("git log --name-only --first-parent   {:7.3f} s\n", log);
  fmt::print("from nothing, nothing remembered     {:7.3f} s   {:5.2f} times git log\n", median(bare),
             median(bare) / log);
  fmt::print("from nothing, remembering            {:7.3f} s   {:5.2f} times git log (at most 3)\n",
             from_nothing, from_nothing / log);
  fmt::print("after one more commit                {:7.3f} s   {:5.2f}% of from nothing (at most 2%)\n",
             median(warm), 100 * median(warm) / from_nothing);
  fmt::print("nothing new                          {:7.3f} s   {:5.2f}% of from nothing\n", median(unchanged),
             100 * median(unchanged) / from_nothing);
  fmt::print("timelines and changes from events    {:7.3f} s\n", median(told));
  fmt::print("most memory at any time              {:7.1f} MB  (at most 200)\n",
             static_cast<double>(peak_kilobytes()) / 1000);
  return 0;
}

} // namespace

int main(int count, char **arguments) {
  if (count < 2) {
    std::cerr << "Usage: bench_history FOLDER [COMMITS FILES]\n";
    return 2;
  }
  try {
    return run(arguments[1], count > 2 ? std::atoi(arguments[2]) : 10'000,
               count > 3 ? std::atoi(arguments[3]) : 1'000);
  } catch (const std::exception &failure) {
    std::cerr << failure.what() << '\n';
    return 3;
  }
}
