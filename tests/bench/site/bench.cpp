// bench_site FOLDER: makes sites of several sizes in FOLDER and prints how long it takes to build them: with
// this program, with Hugo, and with a program that does no more than to read and write the files. Every
// figure is of whole processes and the median of several turns, taken in turn in one run, so that the ratios
// hold on any machine.
#include "hugo_site.hpp"
#include "made_repository.hpp"
#include "table.hpp"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <filesystem>
#include <iostream>

namespace {

namespace fs = std::filesystem;
using namespace bench;

struct Options {
  std::string folder;
  std::vector<int> pages{100, 1000, 10'000};
  int turns = 5;
  std::vector<std::string> without;
};

bool has_hugo() {
  return std::system("command -v hugo >/dev/null") == 0;
}

int run(const Options &options) {
  const fs::path folder = fs::absolute(options.folder),
                 own = fs::read_symlink("/proc/self/exe").parent_path();
  const bool wants_hugo = options.without.empty();
  const Programs programs{own / "localoffer", own / "bench_floor", wants_hugo && has_hugo()};
  if (wants_hugo && !programs.hugo) std::cout << "Hugo is not installed, so it is left out.\n";
  std::vector<Figures> sizes;
  for (const int milestones : options.pages) {
    const std::string name = std::to_string(milestones);
    make_repository(folder / name, milestones);
    make_hugo_site(folder / (name + "-hugo"), HUGO_LAYOUTS, milestones);
    if (options.turns > 0) sizes.push_back(measure_site(folder, milestones, options.turns, programs));
  }
  if (options.turns > 0) print_table(sizes, options.turns);
  return 0;
}

} // namespace

int main(int count, char **arguments) {
  Options options;
  CLI::App program("Measures how fast a whole site is built.");
  program.add_option("FOLDER", options.folder, "Where the sites are made and built; they stay there")
      ->required();
  program.add_option("--pages", options.pages, "How many promises each site has")
      ->delimiter(',')
      ->capture_default_str()
      ->check(CLI::Range(1, 99'999));
  program.add_option("--turns", options.turns, "How often each is timed; 0 only makes the sites")
      ->capture_default_str()
      ->check(CLI::Range(0, 1000));
  program.add_option("--without", options.without, "What is left out: hugo")->check(CLI::IsMember({"hugo"}));
  try {
    program.parse(count, arguments);
    return run(options);
  } catch (const CLI::ParseError &wrong) {
    return program.exit(wrong);
  } catch (const std::exception &failure) {
    std::cerr << failure.what() << '\n';
    return 3;
  }
}
