// incremental_history REPOSITORY SETTINGS COMMITS [BRANCH...]: two ways to one answer. For each of the last
// COMMITS commits of each branch, oldest first and branch by branch in turn, the history is read with one
// store that lives on, and without any; event for event both must be the same. Now and then bytes of the
// store's file are overwritten while it is closed.
#include "base/store.hpp"
#include "history/history.hpp"
#include "source/snapshot.hpp"
#include "support/damage.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <iostream>
#include <random>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using namespace localoffer;
using localoffer::testing::damage;

constexpr std::size_t turn_length = 25;    ///< commits of one branch before the next one has its turn
constexpr std::size_t between_damage = 60; ///< readings

std::vector<std::string> last_commits(const fs::path &repository, const std::string &branch,
                                      std::size_t count) {
  const auto log = open_commit(repository, branch)->log();
  std::vector<std::string> ids;
  for (const auto &commit : log->first_parents([](const std::string &) { return false; }).commits)
    if (ids.size() < count) ids.push_back(commit.id);
  std::reverse(ids.begin(), ids.end());
  return ids;
}

/// The branches' commits in turn: as if somebody went to and fro between them.
std::vector<std::string> in_turns(std::vector<std::vector<std::string>> branches) {
  std::vector<std::string> order;
  for (std::size_t begin = 0; !branches.empty(); begin += turn_length) {
    for (const auto &branch : branches)
      for (std::size_t i = begin; i < std::min(begin + turn_length, branch.size()); ++i)
        order.push_back(branch[i]);
    branches.erase(std::remove_if(branches.begin(), branches.end(),
                                  [&](const auto &branch) { return branch.size() <= begin + turn_length; }),
                   branches.end());
  }
  return order;
}

bool same_commits(const History &a, const History &b) {
  return std::equal(a.commits.begin(), a.commits.end(), b.commits.begin(), b.commits.end(),
                    [](const CommitInfo &one, const CommitInfo &other) {
                      return one.id == other.id && one.date == other.date && one.subject == other.subject &&
                             one.author_email == other.author_email;
                    });
}

/// The facts that added records bring, which do not count where events are compared.
std::string facts_in(const History &history) {
  PackedWriter out;
  for (const auto &event : history.events)
    if (event.state) pack(out, *event.state);
  return out.take();
}

int run(const fs::path &repository, const std::string &settings, std::size_t count,
        const std::vector<std::string> &branches) {
  std::vector<std::vector<std::string>> commits;
  for (const auto &branch : branches)
    commits.push_back(last_commits(repository, branch, count));
  const fs::path folder = repository.parent_path() / "oracle-store";
  fs::remove_all(folder);
  std::mt19937 random(11);
  std::size_t read = 0, wrong = 0, events = 0, damaged = 0;
  for (const auto &id : in_turns(std::move(commits))) {
    const auto log = open_commit(repository, id)->log();
    const auto store = open_store(folder);
    if (!store) throw std::runtime_error("the store cannot be used");
    const History known = read_history({*log, settings, store.get(), 2});
    const History clean = read_history({*log, settings, nullptr, 1});
    events += clean.events.size();
    const bool same = same_commits(known, clean) && known.events == clean.events &&
                      facts_in(known) == facts_in(clean) && known.unreadable == clean.unreadable;
    if (!same && ++wrong <= 5) std::cerr << id << ": what was remembered is not what is read\n";
    if (++read % between_damage == 0) {
      damage(folder, random);
      ++damaged;
    }
  }
  fmt::print("{} histories with {} events read in both ways, the store damaged {} times: {} differ\n", read,
             events, damaged, wrong);
  return wrong == 0 && read > 0 && events > 0 ? 0 : 1;
}

} // namespace

int main(int count, char **arguments) {
  if (count < 4) {
    std::cerr << "Usage: incremental_history REPOSITORY SETTINGS COMMITS [BRANCH...]\n";
    return 2;
  }
  try {
    std::vector<std::string> branches(arguments + 4, arguments + count);
    if (branches.empty()) branches = {"main"};
    return run(arguments[1], arguments[2], static_cast<std::size_t>(std::stoul(arguments[3])), branches);
  } catch (const std::exception &failure) {
    std::cerr << failure.what() << '\n';
    return 3;
  }
}
