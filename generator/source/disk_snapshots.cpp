#include "source/disk.hpp"
#include "source/last_changed.hpp"
#include "source/revision.hpp"

#include "base/diagnostic.hpp"

#include <algorithm>

namespace localoffer {
namespace {

void sort_by_path(std::vector<Entry> &entries) {
  std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) { return a.path < b.path; });
}

class WorkTreeSnapshot final : public Snapshot {
public:
  explicit WorkTreeSnapshot(const std::filesystem::path &where) : repository_(where) {
    const auto repository = repository_.borrow();
    const char *top = git_repository_workdir(repository.get());
    if (top == nullptr)
      throw WorldError(
          "'" + where.string() + "' is a bare repository, which has no work tree",
          "Leave out --work-tree to build from a commit, or use a clone that has its files on disk.");
    top_ = top;
    info_.description = "the work tree";
    if (const auto head = git::head_commit(repository.get(), where))
      info_.date = git::commit_date(head.get());
  }

  std::vector<Entry> list(const std::string &folder) const override {
    require_snapshot_path(folder);
    if (auto blocking = disk::in_the_way(top_, folder)) return {*std::move(blocking)};
    std::vector<Entry> entries;
    for (auto &path : known_paths(folder)) {
      const auto found = disk::look_at(top_, path);
      if (!found.exists || disk::in_the_way(top_, parent_of(path))) continue;
      // Where git names a folder, it has a repository of its own or is a submodule not yet fetched.
      const auto kind = found.kind.value_or(EntryKind::submodule);
      entries.push_back(disk::entry_at(top_, path, kind));
    }
    sort_by_path(entries);
    return entries;
  }

  using Snapshot::read;
  using Snapshot::size;
  std::string read(const std::string &path) const override {
    require_snapshot_path(path);
    return disk::read_beneath(top_, path);
  }

  std::uint64_t size(const std::string &path) const override {
    require_snapshot_path(path);
    return disk::size_beneath(top_, path);
  }

  LastChanges last_changed(const std::vector<std::string> &paths) const override {
    const auto repository = repository_.borrow();
    const auto head = git::head_commit(repository.get(), repository_.where());
    if (!head) return {};
    return git::last_changed(repository.get(), repository_.where(), head.get(), paths);
  }

  std::unique_ptr<CommitLog> log() const override {
    const auto repository = repository_.borrow();
    const auto head = git::head_commit(repository.get(), repository_.where());
    if (!head) return nullptr;
    return std::make_unique<CommitLog>(repository_.where(), git::id_text(*git_commit_id(head.get())));
  }

  std::unique_ptr<Snapshot> at_commit(const std::string &id) const override {
    return open_commit(repository_.where(), id);
  }

  const SnapshotInfo &info() const override { return info_; }

private:
  static std::string parent_of(const std::string &path) {
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? std::string() : path.substr(0, slash);
  }

  /// The paths under a folder that git tracks or does not ignore, whether or not they are still on disk.
  std::vector<std::string> known_paths(const std::string &folder) const {
    const auto repository = repository_.borrow();
    git_status_options options{};
    if (git_status_options_init(&options, GIT_STATUS_OPTIONS_VERSION) != 0)
      git::fail("cannot list the files", repository_.where());
    options.show = GIT_STATUS_SHOW_WORKDIR_ONLY;
    options.flags = GIT_STATUS_OPT_INCLUDE_UNTRACKED | GIT_STATUS_OPT_RECURSE_UNTRACKED_DIRS |
                    GIT_STATUS_OPT_INCLUDE_UNMODIFIED | GIT_STATUS_OPT_EXCLUDE_SUBMODULES |
                    GIT_STATUS_OPT_DISABLE_PATHSPEC_MATCH;
    std::string pathspec = folder;
    char *pathspecs[] = {pathspec.data()};
    if (!folder.empty()) options.pathspec = {pathspecs, 1};
    git_status_list *status = nullptr;
    if (git_status_list_new(&status, repository.get(), &options) != 0)
      git::fail("cannot list the files", repository_.where());
    const git::StatusHandle handle(status);

    if (git_status_list_entrycount(status) > most_listed) throw TooManyFiles(folder);
    std::vector<std::string> paths;
    for (std::size_t i = 0; i < git_status_list_entrycount(status); ++i) {
      const auto *delta = git_status_byindex(status, i)->index_to_workdir;
      if (delta == nullptr) continue;
      std::string path = delta->new_file.path != nullptr ? delta->new_file.path : delta->old_file.path;
      if (path.ends_with('/')) path.pop_back();
      if (is_snapshot_path(path) && lies_in(path, folder)) paths.push_back(std::move(path));
    }
    add_submodules(repository.get(), folder, paths);
    std::sort(paths.begin(), paths.end());
    paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
    return paths;
  }

  /// From the index alone: libgit2's status opens each submodule, which takes long and, in version 1.5, leaks
  /// memory.
  void add_submodules(git_repository *repository, const std::string &folder,
                      std::vector<std::string> &paths) const {
    git_index *found = nullptr;
    if (git_repository_index(&found, repository) != 0)
      git::fail("cannot read the index", repository_.where());
    const git::IndexHandle index(found);
    if (git_index_read(found, 0) != 0) git::fail("cannot read the index", repository_.where());
    for (std::size_t i = 0; i < git_index_entrycount(found); ++i) {
      const auto *entry = git_index_get_byindex(found, i);
      if (entry->mode != GIT_FILEMODE_COMMIT || !is_snapshot_path(entry->path)) continue;
      if (lies_in(entry->path, folder)) paths.emplace_back(entry->path);
    }
  }

  git::Repository repository_;
  std::filesystem::path top_;
  SnapshotInfo info_;
};

class FolderSnapshot final : public Snapshot {
public:
  explicit FolderSnapshot(const std::filesystem::path &top) : top_(top) {
    if (!std::filesystem::is_directory(top))
      throw WorldError("there is no folder '" + top.string() + "'",
                       "Check the path and run the command again.");
    info_.description = "the folder '" + top.string() + "'";
  }

  std::vector<Entry> list(const std::string &folder) const override {
    require_snapshot_path(folder);
    if (auto blocking = disk::in_the_way(top_, folder)) return {*std::move(blocking)};
    std::vector<Entry> entries;
    add(folder, entries);
    sort_by_path(entries);
    return entries;
  }

  using Snapshot::read;
  using Snapshot::size;
  std::string read(const std::string &path) const override {
    require_snapshot_path(path);
    return disk::read_beneath(top_, path);
  }

  std::uint64_t size(const std::string &path) const override {
    require_snapshot_path(path);
    return disk::size_beneath(top_, path);
  }

  LastChanges last_changed(const std::vector<std::string> &) const override { return {}; }
  const SnapshotInfo &info() const override { return info_; }

private:
  void add(const std::string &path, std::vector<Entry> &entries) const {
    const auto found = disk::look_at(top_, path);
    if (!found.exists) return;
    if (entries.size() >= most_listed) throw TooManyFiles(path);
    if (found.kind) {
      entries.push_back(disk::entry_at(top_, path, *found.kind));
      return;
    }
    std::error_code error;
    for (std::filesystem::directory_iterator item(top_ / path, error), end; !error && item != end;
         item.increment(error)) {
      const std::string name = item->path().filename().string();
      if (is_snapshot_path(name)) add(path.empty() ? name : path + "/" + name, entries);
    }
    if (error)
      throw WorldError("cannot list the folder '" + (top_ / path).string() + "': " + error.message(),
                       "Check that you may read it, then run the command again.");
  }

  git::Library library_;
  std::filesystem::path top_;
  SnapshotInfo info_;
};

} // namespace

std::unique_ptr<Snapshot> open_work_tree(const std::filesystem::path &repository) {
  return std::make_unique<WorkTreeSnapshot>(repository);
}

std::unique_ptr<Snapshot> open_folder(const std::filesystem::path &folder) {
  return std::make_unique<FolderSnapshot>(folder);
}

} // namespace localoffer
