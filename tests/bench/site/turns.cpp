#include "turns.hpp"

#include "made_repository.hpp"
#include "made_site.hpp"

#include <algorithm>
#include <cstdlib>

#include <unistd.h>

namespace bench {
namespace {

namespace fs = std::filesystem;

/// The one place that says how the program is asked for a site. An empty `cache` is none.
std::vector<std::string> build_command(const Programs &programs, const fs::path &repository,
                                       const fs::path &out, const fs::path &cache) {
  std::vector<std::string> words{programs.localoffer.string(),
                                 "build",
                                 (repository / made_settings).string(),
                                 "--out",
                                 out.string(),
                                 "--jobs",
                                 "2"};
  if (cache.empty())
    words.emplace_back("--no-cache");
  else
    words.insert(words.end(), {"--cache", cache.string()});
  return words;
}

/// From the newest commit to the release that is shown.
std::vector<std::string> publish_command(const Programs &programs, const fs::path &repository,
                                         const fs::path &to, const fs::path &cache) {
  return {programs.localoffer.string(),
          "publish",
          made_settings,
          "--repo",
          repository.string(),
          "--ref",
          "HEAD",
          "--to",
          to.string(),
          "--keep",
          "2",
          "--jobs",
          "2",
          "--cache",
          cache.string()};
}

class Turns {
public:
  Turns(const fs::path &folder, int milestones, const Programs &programs)
      : programs_(programs), name_(folder / std::to_string(milestones)) {
    figures_.milestones = milestones;
    ::setenv("GOMAXPROCS", "2", 1); // Hugo on as many threads as everybody
  }

  /// Untimed: what the floor has to read and write, and a first look at everything for the system's own
  /// cache.
  void prepare() {
    forget_changes(name_);
    run_program(build_command(programs_, name_, fresh("out"), ""));
    figures_.ours = contents_of(beside("out"));
    list_inputs(name_, beside("inputs"));
    list_outputs(beside("out"), beside("outputs"));
    if (!programs_.hugo) return;
    run_program(hugo_command(fresh("hugo-out")));
    figures_.hugo = contents_of(beside("hugo-out"));
  }

  void turn() {
    forget_changes(name_);
    time(Measure::full_no_cache, build_command(programs_, name_, fresh("out"), ""));
    time(Measure::full, build_command(programs_, name_, fresh("out"), fresh("cache")));
    change_one_status(name_, figures_.milestones);
    time(Measure::one_change, build_command(programs_, name_, beside("out"), beside("cache")));
    time(Measure::no_change, build_command(programs_, name_, beside("out"), beside("cache")));
    if (programs_.hugo) time(Measure::hugo, hugo_command(fresh("hugo-out")));
    std::vector<std::string> floor{programs_.floor.string(), beside("inputs").string(),
                                   beside("outputs").string(), fresh("floor-out").string()};
    time(Measure::floor, floor);
    fresh("floor-out");
    floor.emplace_back("sync");
    time(Measure::floor_synced, floor);
    time(Measure::copy, {"cp", "-r", beside("out").string(), fresh("copy").string()});
    publish();
  }

  Figures figures() const { return figures_; }

private:
  fs::path beside(const std::string &what) const { return name_.string() + "-" + what; }

  /// The same, and nothing is there.
  fs::path fresh(const std::string &what) const {
    fs::remove_all(beside(what));
    return beside(what);
  }

  void publish() {
    forget_changes(name_);
    const auto command = publish_command(programs_, name_, fresh("releases"), fresh("release-cache"));
    time(Measure::first_release, command);
    change_one_status(name_, figures_.milestones);
    run_program(command);
    change_one_status(name_, figures_.milestones);
    time(Measure::next_release, command);
  }

  std::vector<std::string> hugo_command(const fs::path &out) const {
    return {"hugo", "--quiet", "--source", beside("hugo").string(), "--destination", out.string()};
  }

  void time(Measure measure, const std::vector<std::string> &words) {
    ::sync(); // nobody waits for what another has left to write
    figures_.costs[measure].push_back(run_program(words));
  }

  Programs programs_;
  fs::path name_; ///< the repository; everything else has its name and a word
  Figures figures_;
};

template <class T>
T middle(std::vector<T> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

} // namespace

Cost Figures::median(Measure measure) const {
  std::vector<double> seconds, processor;
  std::vector<long> peaks;
  for (const Cost &cost : costs.at(measure)) {
    seconds.push_back(cost.seconds);
    processor.push_back(cost.processor);
    peaks.push_back(cost.peak);
  }
  return {middle(seconds), middle(processor), middle(peaks)};
}

Figures measure_site(const fs::path &folder, int milestones, int turns, const Programs &programs) {
  Turns site(folder, milestones, programs);
  site.prepare();
  for (int turn = 0; turn < turns; ++turn)
    site.turn();
  return site.figures();
}

} // namespace bench
