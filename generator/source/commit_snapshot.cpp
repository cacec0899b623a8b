#include "source/last_changed.hpp"
#include "source/revision.hpp"
#include "source/snapshot.hpp"

#include "base/diagnostic.hpp"

#include <algorithm>

namespace localoffer {
namespace {

EntryKind kind_of(const git_tree_entry *entry) {
  switch (git_tree_entry_filemode(entry)) {
  case GIT_FILEMODE_BLOB:
  case GIT_FILEMODE_BLOB_EXECUTABLE:
    return EntryKind::file;
  case GIT_FILEMODE_LINK:
    return EntryKind::symlink;
  case GIT_FILEMODE_COMMIT:
    return EntryKind::submodule;
  default:
    return EntryKind::other;
  }
}

class CommitSnapshot final : public Snapshot {
public:
  CommitSnapshot(const std::filesystem::path &where, const std::string &revision) : repository_(where) {
    const auto repository = repository_.borrow();
    const auto commit = git::find_commit(repository.get(), where, revision);
    commit_ = *git_commit_id(commit.get());
    tree_ = *git_commit_tree_id(commit.get());
    info_.commit = git::id_text(commit_);
    info_.date = git::commit_date(commit.get());
    // Always as many digits: git's own short form grows with the repository.
    info_.description = "commit " + info_.commit.substr(0, 10) + ", " + to_iso(*info_.date);
  }

  std::vector<Entry> list(const std::string &folder) const override {
    require_snapshot_path(folder);
    const auto repository = repository_.borrow();
    Listing listing{folder, {}, 0};
    if (folder.empty()) {
      add_tree(repository.get(), tree_, "", 0, listing);
    } else {
      std::string path;
      const auto entry = entry_towards(repository.get(), folder, path);
      if (entry) add(repository.get(), entry.get(), path, 0, listing);
    }
    std::vector<Entry> entries = std::move(listing.entries);
    // Git sorts a folder as if its name ended in "/"; by whole paths that comes out differently.
    std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) { return a.path < b.path; });
    return entries;
  }

  std::string read(const std::string &path) const override {
    const auto repository = repository_.borrow();
    return read_blob(repository.get(), file_at(repository.get(), path), path);
  }

  std::string read(const Entry &entry) const override {
    return read_blob(repository_.borrow().get(), id_of(entry), entry.path);
  }

  std::uint64_t size(const std::string &path) const override {
    const auto repository = repository_.borrow();
    const git_oid id = file_at(repository.get(), path);
    return git::object_size(repository.get(), id, "cannot read '" + path + "'", repository_.where());
  }

  std::uint64_t size(const Entry &entry) const override {
    return git::object_size(repository_.borrow().get(), id_of(entry), "cannot read '" + entry.path + "'",
                            repository_.where());
  }

  LastChanges last_changed(const std::vector<std::string> &paths) const override {
    const auto repository = repository_.borrow();
    git_commit *commit = nullptr;
    if (git_commit_lookup(&commit, repository.get(), &commit_) != 0)
      git::fail("cannot read " + info_.description, repository_.where());
    const git::CommitHandle handle(commit);
    return git::last_changed(repository.get(), repository_.where(), commit, paths);
  }

  std::unique_ptr<CommitLog> log() const override {
    return std::make_unique<CommitLog>(repository_.where(), info_.commit);
  }

  std::unique_ptr<Snapshot> at_commit(const std::string &id) const override {
    return open_commit(repository_.where(), id);
  }

  const SnapshotInfo &info() const override { return info_; }

private:
  std::string read_blob(git_repository *repository, const git_oid &id, const std::string &path) const {
    git_blob *blob = nullptr;
    if (git_blob_lookup(&blob, repository, &id) != 0)
      git::fail("cannot read '" + path + "'", repository_.where());
    const git::BlobHandle handle(blob);
    return {static_cast<const char *>(git_blob_rawcontent(blob)),
            static_cast<std::size_t>(git_blob_rawsize(blob))};
  }

  struct Listing {
    const std::string &folder;
    std::vector<Entry> entries;
    std::size_t seen; ///< files and folders
  };

  git_oid id_of(const Entry &entry) const {
    git_oid id{};
    if (entry.kind != EntryKind::file || git_oid_fromstr(&id, entry.id.c_str()) != 0)
      fail_not_followed(entry.path);
    return id;
  }

  git::TreeHandle tree(git_repository *repository, const git_oid &id) const {
    git_tree *tree = nullptr;
    if (git_tree_lookup(&tree, repository, &id) != 0)
      git::fail("cannot read the tree " + git::id_text(id), repository_.where());
    return git::TreeHandle(tree);
  }

  git_oid file_at(git_repository *repository, const std::string &path) const {
    require_snapshot_path(path);
    std::string reached;
    const auto entry = entry_towards(repository, path, reached);
    if (!entry || git_tree_entry_type(entry.get()) == GIT_OBJECT_TREE) fail_no_file(path);
    if (reached != path || kind_of(entry.get()) != EntryKind::file) fail_not_followed(reached);
    return *git_tree_entry_id(entry.get());
  }

  /// The entry at `path`, or the first one on the way that is a symlink or a submodule; `reached` is its own
  /// path. Null when the way ends.
  git::TreeEntryHandle entry_towards(git_repository *repository, const std::string &path,
                                     std::string &reached) const {
    git::TreeHandle folder = tree(repository, tree_);
    for (std::size_t begin = 0;;) {
      const auto end = std::min(path.find('/', begin), path.size());
      const auto *entry = git_tree_entry_byname(folder.get(), path.substr(begin, end - begin).c_str());
      if (entry == nullptr) return nullptr;
      const bool is_folder = git_tree_entry_type(entry) == GIT_OBJECT_TREE;
      if (end == path.size() || (!is_folder && kind_of(entry) != EntryKind::file)) {
        reached = path.substr(0, end);
        git_tree_entry *copy = nullptr;
        if (git_tree_entry_dup(&copy, entry) != 0)
          git::fail("cannot read '" + reached + "'", repository_.where());
        return git::TreeEntryHandle(copy);
      }
      if (!is_folder) return nullptr;
      folder = tree(repository, *git_tree_entry_id(entry));
      begin = end + 1;
    }
  }

  void add(git_repository *repository, const git_tree_entry *entry, const std::string &path, int depth,
           Listing &listing) const {
    if (++listing.seen > most_listed) throw TooManyFiles(listing.folder);
    if (git_tree_entry_type(entry) == GIT_OBJECT_TREE && git_tree_entry_filemode(entry) == GIT_FILEMODE_TREE)
      add_tree(repository, *git_tree_entry_id(entry), path + "/", depth + 1, listing);
    else
      listing.entries.push_back({path, kind_of(entry), git::id_text(*git_tree_entry_id(entry))});
  }

  void add_tree(git_repository *repository, const git_oid &id, const std::string &prefix, int depth,
                Listing &listing) const {
    if (depth > deepest_folder)
      throw WorldError("'" + prefix + "' lies more than " + std::to_string(deepest_folder) + " folders deep",
                       "Move the files to where fewer folders lie above them.");
    const auto folder = tree(repository, id);
    for (std::size_t i = 0; i < git_tree_entrycount(folder.get()); ++i) {
      const auto *entry = git_tree_entry_byindex(folder.get(), i);
      const std::string_view name = git_tree_entry_name(entry);
      // Git itself never writes such a name; whoever made this tree by hand wants to lead out of it.
      if (!is_snapshot_path(name) || name.find('/') != std::string_view::npos)
        listing.entries.push_back(
            {prefix + std::string(name), EntryKind::other, git::id_text(*git_tree_entry_id(entry))});
      else
        add(repository, entry, prefix + std::string(name), depth, listing);
    }
  }

  [[noreturn]] void fail_no_file(const std::string &path) const {
    throw WorldError("there is no file '" + path + "' in " + info_.description,
                     "Check the path. A file that is not committed yet is seen only with --work-tree.");
  }

  [[noreturn]] void fail_not_followed(const std::string &path) const {
    throw WorldError("'" + path + "' in " + info_.description + " is a symbolic link or a submodule",
                     "Links are not followed. Commit the file itself in its place.");
  }

  git::Repository repository_;
  git_oid commit_{};
  git_oid tree_{};
  SnapshotInfo info_;
};

} // namespace

std::unique_ptr<Snapshot> open_commit(const std::filesystem::path &repository, const std::string &revision) {
  return std::make_unique<CommitSnapshot>(repository, revision);
}

} // namespace localoffer
