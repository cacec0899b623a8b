#include "table.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string>

namespace bench {
namespace {

void print_row(const Figures &figures, Measure measure, const char *what) {
  if (!figures.has(measure)) return;
  const Cost cost = figures.median(measure), floor = figures.median(Measure::floor);
  fmt::print("  {:<36} {:8.3f} s {:7.2f}   {:8.3f} s {:7.2f}   {:7.1f} MB\n", what, cost.seconds,
             cost.seconds / floor.seconds, cost.processor, cost.processor / floor.processor,
             static_cast<double>(cost.peak) / 1000);
}

void print_asked(const char *what, const std::string &found, const char *asked) {
  fmt::print("  {:<58} {:>12}   asked of it: {}\n", what, found, asked);
}

double microseconds_a_page(const Figures &figures) {
  return 1e6 * figures.median(Measure::full).seconds / static_cast<double>(figures.ours.pages);
}

void print_size(const Figures &figures) {
  const Contents &ours = figures.ours;
  fmt::print("\n{} promises: {} pages of {:.1f} kB and {} other files, {:.1f} MB in all", figures.milestones,
             ours.pages, ours.bytes_a_page() / 1000, ours.files - ours.pages,
             static_cast<double>(ours.bytes) / 1e6);
  if (figures.has(Measure::hugo))
    fmt::print("; Hugo's: {} pages of {:.1f} kB, {:.1f} MB in all", figures.hugo.pages,
               figures.hugo.bytes_a_page() / 1000, static_cast<double>(figures.hugo.bytes) / 1e6);
  fmt::print("\n  {:<36} {:>10} {:>7}   {:>10} {:>7}   {:>10}\n", "", "time", "floors", "processor", "floors",
             "memory");
  print_row(figures, Measure::full_no_cache, "full build, remembering nothing");
  print_row(figures, Measure::full, "full build, nothing remembered yet");
  print_row(figures, Measure::one_change, "one status changed");
  print_row(figures, Measure::no_change, "nothing changed");
  print_row(figures, Measure::hugo, "Hugo, full build");
  print_row(figures, Measure::floor, "the floor: files read and written");
  print_row(figures, Measure::floor_synced, "the floor, until all is on the disk");
  print_row(figures, Measure::copy, "cp -r of our site");
  print_row(figures, Measure::first_release, "the first release, compressed too");
  print_row(figures, Measure::next_release, "the release of one changed status");
}

void print_ratios(const Figures &figures) {
  const Cost full = figures.median(Measure::full), floor = figures.median(Measure::floor);
  fmt::print("\n");
  print_asked("full build beside the floor", fmt::format("{:.2f} times", full.seconds / floor.seconds),
              "at most 3");
  print_asked("full build beside the floor, remembering nothing",
              fmt::format("{:.2f} times", figures.median(Measure::full_no_cache).seconds / floor.seconds),
              "at most 3");
  if (figures.has(Measure::hugo))
    print_asked("Hugo beside our full build",
                fmt::format("{:.2f} times", figures.median(Measure::hugo).seconds / full.seconds),
                "at least 6");
  print_asked("one status changed beside a full build",
              fmt::format("1/{:.1f}", full.seconds / figures.median(Measure::one_change).seconds),
              "at most 1/20");
  print_asked("the release of one changed status beside the first",
              fmt::format("1/{:.1f}", figures.median(Measure::first_release).seconds /
                                          figures.median(Measure::next_release).seconds),
              "at most 1/20");
  print_asked("nothing changed beside a full build",
              fmt::format("1/{:.1f}", full.seconds / figures.median(Measure::no_change).seconds), "nothing");
  print_asked("most memory of a full build",
              fmt::format("{:.1f} kB a page",
                          static_cast<double>(full.peak) / static_cast<double>(figures.ours.pages)),
              "at most 25 kB");
  print_asked("time of a full build", fmt::format("{:.0f} us a page", microseconds_a_page(figures)),
              "nothing");
}

} // namespace

void print_table(const std::vector<Figures> &sizes, int turns) {
  fmt::print("Two threads each; the median of {} turns, taken in turn. A floor is the time that it takes to "
             "read the\n"
             "site's files and to write as many files of the same sizes as our program does. Processor is "
             "the time of all\n"
             "threads: where the machine has other work too, it says more than the time on the clock.\n",
             turns);
  for (const auto &figures : sizes) {
    print_size(figures);
    print_ratios(figures);
  }
  const auto of_size = [&](int milestones) {
    return std::find_if(sizes.begin(), sizes.end(),
                        [&](const Figures &one) { return one.milestones == milestones; });
  };
  const auto large = of_size(10'000), small = of_size(1'000);
  if (large == sizes.end() || small == sizes.end()) return;
  fmt::print("\nBoth sizes\n");
  print_asked("time a page at 10,000 beside that at 1,000",
              fmt::format("{:.2f} times", microseconds_a_page(*large) / microseconds_a_page(*small)),
              "at most 1.2");
}

} // namespace bench
