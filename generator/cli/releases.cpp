#include "publish/releases.hpp"

#include "base/diagnostic.hpp"
#include "cli/commands.hpp"
#include "publish/verify.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <thread>

namespace localoffer {
namespace {

constexpr std::size_t most_listed = 20;

struct Size {
  std::size_t files = 0;
  double megabytes = 0;
};

Size size_of(const Release &release) {
  Size size;
  const auto manifest = read_manifest(release.folder);
  if (!manifest) return size;
  size.files = manifest->files.size();
  for (const auto &file : manifest->files)
    size.megabytes += static_cast<double>(file.size) / 1e6;
  return size;
}

void tell_as_json(const std::vector<Release> &releases) {
  auto list = nlohmann::ordered_json::array();
  for (const auto &release : releases)
    list.push_back({{"number", release.number},
                    {"name", release.name},
                    {"commit", release.from.commit},
                    {"settings", release.from.settings},
                    {"source", release.from.source},
                    {"program", release.from.program},
                    {"files", size_of(release).files},
                    {"current", release.current}});
  fmt::print("{}\n", list.dump(2));
}

const char *word_for(Damage::Kind kind) {
  switch (kind) {
  case Damage::Kind::missing:
    return "missing";
  case Damage::Kind::changed:
    return "changed";
  case Damage::Kind::unlisted:
    break;
  }
  return "not published";
}

/// Whether the folder is as its manifest says; prints what is not.
bool check(const std::filesystem::path &folder, const std::string &name) {
  const auto manifest = read_manifest(folder);
  if (!manifest)
    throw WorldError(fmt::format("there is no published site in '{}'", folder.string()),
                     "Name a folder that 'localoffer publish --to' or 'localoffer build --out' was given.");
  const auto damage = verify(folder, *manifest, std::max(1U, std::thread::hardware_concurrency()));
  if (damage.empty()) {
    fmt::print("{}: all {} files are as they were published.\n", name, manifest->files.size());
    return true;
  }
  fmt::print("{}: {} of {} files are not as they were published.\n", name, damage.size(),
             manifest->files.size());
  for (std::size_t i = 0; i < std::min(damage.size(), most_listed); ++i)
    fmt::print("  {}: {}\n", word_for(damage[i].kind), damage[i].path);
  if (damage.size() > most_listed) fmt::print("  and {} more\n", damage.size() - most_listed);
  return false;
}

} // namespace

int run(const ReleasesCommand &command) {
  const auto releases = list_releases(command.folder);
  if (command.format == Format::json) {
    tell_as_json(releases);
    return 0;
  }
  if (releases.empty()) fmt::print("There are no releases yet.\n");
  for (const auto &release : releases) {
    const Size size = size_of(release);
    fmt::print("{} {:>4}  {:<20} {}, {} files, {:.1f} MB{}\n", release.current ? '*' : ' ', release.number,
               release.name, release.from.source, size.files, size.megabytes,
               release.current ? "  (shown)" : "");
  }
  return 0;
}

int run(const RollbackCommand &command) {
  const auto release = ReleaseFolder(command.folder, {std::chrono::seconds(60)}).roll_back(command.release);
  fmt::print(
      "Shown again: the release {}, built from {}.\nThe next 'localoffer publish' shows the newest commit.\n",
      release.name, release.from.source);
  return 0;
}

int run(const VerifyCommand &command) {
  if (read_provenance(command.folder)) return check(command.folder, command.folder) ? 0 : 1;
  const auto releases = list_releases(command.folder);
  if (!command.all) {
    const auto &release = find_release(releases, command.release, command.folder);
    return check(release.folder, release.name) ? 0 : 1;
  }
  bool good = true;
  for (const auto &release : releases)
    good = check(release.folder, release.name) && good;
  return good ? 0 : 1;
}

} // namespace localoffer
