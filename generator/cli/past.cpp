#include "cli/past.hpp"

#include "base/diagnostic.hpp"
#include "cli/options.hpp"
#include "content/codes.hpp"
#include "content/kinds.hpp"
#include "content/limits.hpp"
#include "source/mailmap.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>

namespace localoffer {
namespace {

/// The bytes of a file that may be there or not. Nothing, with a diagnostic, of one that is too large.
std::string read_if_there(const Snapshot &snapshot, const std::string &path,
                          std::vector<Diagnostic> &diagnostics) {
  if (!is_snapshot_path(path)) return {};
  constexpr std::uint64_t most = ContentLimits{}.file_bytes;
  for (const auto &entry : snapshot.list(path)) {
    if (entry.path != path || entry.kind != EntryKind::file) continue;
    const auto size = snapshot.size(path);
    if (size <= most) return snapshot.read(path);
    diagnostics.push_back(diagnose("file-too-large", Span{path},
                                   fmt::format("this file has {} bytes, and {} is the most", size, most),
                                   "Take out of it what is not needed."));
  }
  return {};
}

/// Nothing, with a diagnostic, where a commit changed more than can be compared. A content folder that is now
/// too large has been told of.
std::optional<History> history_of(const HistoryRequest &request, const Settings &settings,
                                  std::vector<Diagnostic> &diagnostics) {
  try {
    return read_history(request);
  } catch (const TooManyFiles &error) {
    const bool told = std::any_of(diagnostics.begin(), diagnostics.end(),
                                  [](const Diagnostic &one) { return one.code == "too-many-files"; });
    if (!told)
      diagnostics.push_back(
          diagnose("too-many-files", {settings.file, settings.content.place}, error.what(), error.remedy()));
    return std::nullopt;
  }
}

/// Records' files by their blob ids.
std::unordered_map<std::string_view, const SourceFile *> files_by_id(const Content *content) {
  std::unordered_map<std::string_view, const SourceFile *> files;
  if (content == nullptr) return files;
  for_each_record(content->records, [&](std::string_view, const auto &record) {
    if (!record.head.file->id.empty()) files.emplace(record.head.file->id, record.head.file.get());
  });
  return files;
}

/// Nobody is named on a page but by a role that the settings list.
void leave_only_roles(History &history, const Mailmap &mailmap, const Settings &settings) {
  const auto &roles = settings.history.roles;
  for (auto &commit : history.commits) {
    const std::string name = roles.empty() ? "" : mailmap.name_of(commit.author_name, commit.author_email);
    const bool is_role =
        std::any_of(roles.begin(), roles.end(), [&](const auto &role) { return *role == name; });
    commit.author_name = is_role ? name : std::string{};
    commit.author_email.clear();
  }
}

[[noreturn]] void fail_shallow(const Date &begins) {
  throw WorldError(
      fmt::format("this is a shallow clone: what happened before {} is missing from it", to_iso(begins)),
      "Fetch the rest with: git fetch --unshallow\n"
      "In a CI service, ask for the whole history (fetch-depth: 0 for GitHub's checkout, GIT_DEPTH: 0 for "
      "GitLab).\n"
      "With --allow-shallow the site is built all the same, and says where its history begins.");
}

} // namespace

std::optional<History> read_past(const PastRequest &request, const Settings &settings,
                                 std::vector<Diagnostic> &diagnostics) {
  const auto log = request.snapshot.log();
  if (!log) return std::nullopt;
  const auto at_hand = files_by_id(request.content);
  auto history =
      history_of({*log, request.settings, request.store, request.jobs, &at_hand}, settings, diagnostics);
  if (!history) return std::nullopt;
  if (history->begins && !request.allow_shallow) fail_shallow(*history->begins);
  leave_out(*history,
            ignored_commits(read_if_there(request.snapshot, *settings.history.ignore_revs, diagnostics)));
  leave_only_roles(*history, Mailmap(read_if_there(request.snapshot, ".mailmap", diagnostics)), settings);
  return history;
}

std::unique_ptr<Store> store_for(const SiteOptions &options) {
  if (options.no_cache) return nullptr;
  if (options.cache) return open_store(*options.cache);
  const auto variable = [](const char *name) {
    const char *found = std::getenv(name);
    return std::string(found != nullptr ? found : "");
  };
  const std::string cache = variable("XDG_CACHE_HOME"), home = variable("HOME");
  if (cache.empty() && home.empty()) return nullptr;
  const std::filesystem::path folder =
      cache.empty() ? std::filesystem::path(home) / ".cache" : std::filesystem::path(cache);
  return open_store(folder / "localoffer");
}

} // namespace localoffer
