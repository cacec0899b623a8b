#pragma once

#include "base/date.hpp"
#include "base/diagnostic.hpp"
#include "source/commit_log.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace localoffer {

enum class EntryKind {
  file,
  symlink,   ///< never followed
  submodule, ///< another repository inside this one; never looked into
  other,     ///< a device, a pipe, or a name that no file can have, such as ".." in a made-up tree
};

/// One entry of a snapshot.
struct Entry {
  std::string path; ///< from the top, with "/" between parts; the bytes as git has them
  EntryKind kind = EntryKind::file;
  /// Of a file or a symlink: git's blob id of its bytes, 40 hexadecimal digits, in every kind of snapshot.
  /// Equal ids mean equal bytes. Not to be relied on for the other kinds.
  std::string id;

  bool operator==(const Entry &) const = default;
};

/// How many files and folders are listed or compared at most.
inline constexpr std::size_t most_listed = 200'000;

/// Far deeper than people nest folders, and shallow enough to walk by recursion.
inline constexpr int deepest_folder = 200;

/// Thrown by Snapshot::list for a folder that holds more than most_listed, and by CommitLog::Reader::changes
/// for two commits that differ by more. Git can say in a few bytes that a folder holds another one ten times
/// over, ten levels deep, and no list of it would ever end.
class TooManyFiles : public WorldError {
public:
  using WorldError::WorldError;
  explicit TooManyFiles(const std::string &folder)
      : WorldError("there are more than " + std::to_string(most_listed) + " files and folders under '" +
                       folder + "'",
                   "Keep only the site's content there.") {}
};

/// What a snapshot is of.
struct SnapshotInfo {
  std::string commit;      ///< 40 hexadecimal digits; empty unless the snapshot is of a commit
  std::string description; ///< for people: "commit 1f3c5a7b9d, 2021-03-25" or "the work tree"
  /// What the site calls today: the committer's date, in the committer's own zone, of the commit, or of HEAD
  /// for a work tree. Nothing for a plain folder or before the first commit: the caller must then be told a
  /// date.
  std::optional<Date> date;
};

/// When paths last changed, as far as the history at hand can say.
struct LastChanges {
  std::unordered_map<std::string, Date> dates; ///< only of paths that a commit of the history changed
  /// Of a shallow clone that had to be walked to its end: the date where its history begins. A path without a
  /// date changed then or before.
  std::optional<Date> history_begins;
};

/// A tree of files to read from. Nothing in it changes while it is read, but for the work tree and plain
/// folders, where each call sees the disk as it is. Every function may be called from several threads at
/// once.
///
/// A path goes from the top, with "/" between its parts, without "..", "." or empty parts. The functions
/// throw WorldError for any other path, and when the repository or the disk fails.
class Snapshot {
public:
  Snapshot() = default;
  Snapshot(const Snapshot &) = delete;
  Snapshot &operator=(const Snapshot &) = delete;
  virtual ~Snapshot() = default;

  /// Whatever lies at or under a folder, however deep, sorted bytewise by path; "" is the top. A folder that
  /// does not exist has no entries. Where the folder, or one above it, is a symlink or a submodule, the
  /// answer is that entry alone.
  virtual std::vector<Entry> list(const std::string &folder) const = 0;

  /// All bytes of a file. Throws WorldError when there is no such file, or when it is a symlink or lies
  /// beyond one.
  virtual std::string read(const std::string &path) const = 0;

  /// The same of an entry that list() gave, which is quicker: no folder has to be looked through again.
  virtual std::string read(const Entry &entry) const { return read(entry.path); }

  /// How many bytes read() would give, found without reading them where the snapshot is not in memory: a few
  /// bytes of git can stand for gigabytes. Throws as read() does.
  virtual std::uint64_t size(const std::string &path) const = 0;
  virtual std::uint64_t size(const Entry &entry) const { return size(entry.path); }

  /// The date of the newest commit on the first-parent walk that changed each path (a file or a folder): what
  /// `git log -1 --first-parent --format=%cs -- PATH` says. One walk for all of them. A work tree answers
  /// from HEAD.
  virtual LastChanges last_changed(const std::vector<std::string> &paths) const = 0;

  /// The history of the commit that the snapshot is of, or of HEAD for a work tree. Null where there is none:
  /// for a plain folder, and before the first commit.
  virtual std::unique_ptr<CommitLog> log() const { return nullptr; }

  /// The snapshot of another commit of the same repository, named by its whole id. Null where there is none.
  virtual std::unique_ptr<Snapshot> at_commit(const std::string &) const { return nullptr; }

  virtual const SnapshotInfo &info() const = 0;
};

/// The tree of a commit. `repository` is the top of a work tree or a bare repository, as Location::root has
/// it. `revision` is anything that names a commit: a branch, a tag (annotated ones are peeled), an id or the
/// beginning of one, HEAD~2. Throws WorldError, with what to do, for another user's repository, one without
/// commits, a missing revision and a damaged repository.
std::unique_ptr<Snapshot> open_commit(const std::filesystem::path &repository, const std::string &revision);

/// The files on disk of a work tree that git knows or does not ignore. Throws WorldError for a bare
/// repository.
std::unique_ptr<Snapshot> open_work_tree(const std::filesystem::path &repository);

/// All files of a folder that is no repository.
std::unique_ptr<Snapshot> open_folder(const std::filesystem::path &folder);

/// Files held in memory, for tests and for content that is not on disk yet.
class MemorySnapshot final : public Snapshot {
public:
  explicit MemorySnapshot(std::map<std::string, std::string> files, std::optional<Date> today = std::nullopt);

  /// Adds an entry that is not a file, or takes the place of one.
  void add_special(const std::string &path, EntryKind kind);
  void set_last_changed(LastChanges changes) { changes_ = std::move(changes); }

  std::vector<Entry> list(const std::string &folder) const override;
  using Snapshot::read;
  using Snapshot::size;
  std::string read(const std::string &path) const override;
  std::uint64_t size(const std::string &path) const override;
  LastChanges last_changed(const std::vector<std::string> &paths) const override;
  const SnapshotInfo &info() const override { return info_; }

private:
  std::map<std::string, std::string> files_;
  std::map<std::string, EntryKind> special_;
  LastChanges changes_;
  SnapshotInfo info_;
};

/// True for a path that a snapshot takes: see Snapshot. Also false when a part is ".git" in any case, where
/// git keeps what is its own, and when there is a NUL.
bool is_snapshot_path(std::string_view path);

/// Throws WorldError unless is_snapshot_path. The empty path is allowed, for the top.
void require_snapshot_path(std::string_view path);

/// Whether `path` is `folder` or lies in it; everything lies in "".
bool lies_in(std::string_view path, std::string_view folder);

} // namespace localoffer
