#pragma once

#include "base/date.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace localoffer {

/// One commit of a history.
struct CommitInfo {
  std::string id;                        ///< 40 hexadecimal digits
  Date date;                             ///< the committer's, in the committer's own zone
  std::string author_name, author_email; ///< as the commit has them; for a .mailmap, never for a page
  std::string subject;                   ///< the first line of its message, as UTF-8
};

/// The first parents of a commit, and the commit itself.
struct FirstParents {
  std::vector<CommitInfo> commits; ///< newest first
  /// In a shallow clone whose end was reached: the date where its history begins.
  std::optional<Date> history_begins;
};

/// A commit that is not yet part of another branch.
struct DraftCommit {
  CommitInfo info;
  std::string parent;  ///< its first one's id; empty where it has none
  std::string message; ///< all of it, as UTF-8; empty when it is none
};

/// A file that differs between two commits. An id is git's blob id; empty where there is no such file.
struct FileChange {
  std::string path, before, after;
};

/// The history of one commit, along its first parents: what was on the branch at each time, with merged work
/// as one change. Every function may be called from several threads at once, and throws WorldError when the
/// repository fails.
class CommitLog {
public:
  /// `repository` as open_commit takes it, `commit` a whole id.
  CommitLog(const std::filesystem::path &repository, std::string commit);
  ~CommitLog();
  CommitLog(const CommitLog &) = delete;
  CommitLog &operator=(const CommitLog &) = delete;

  const std::string &newest() const;

  /// From the newest commit back to the first, or up to (and without) the first one of which `stop` says
  /// true.
  FirstParents first_parents(const std::function<bool(const std::string &id)> &stop) const;

  /// The commits that the newest one goes back to, by whichever parents, and that `base` does not: parents
  /// before children.
  std::vector<DraftCommit> commits_since(const std::string &base) const;

  /// Of any commit of the repository, by its whole id.
  CommitInfo info(const std::string &commit) const;

  /// All bytes of a blob.
  std::string read(const std::string &blob) const;

  /// The id of the commit that a branch, tag or beginning of an id names; nothing when there is none. An
  /// annotated tag is peeled.
  std::optional<std::string> find(const std::string &revision) const;

  /// The newest commit that two commits, by their whole ids, have both come from; nothing when there is none.
  std::optional<std::string> merge_base(const std::string &one, const std::string &other) const;

  /// Whether `ancestor` is an older commit that `commit` goes back to, by whichever parents. False when the
  /// two are the same, and when the repository lacks one of them.
  bool descends_from(const std::string &commit, const std::string &ancestor) const;

  /// Compares commits. One reader is for one thread; it is quickest when it goes from commit to commit,
  /// because it keeps the trees that it saw last.
  class Reader {
  public:
    explicit Reader(const CommitLog &log);
    ~Reader();
    Reader(const Reader &) = delete;
    Reader &operator=(const Reader &) = delete;

    /// The blob id of the file at `path`; empty when there is none.
    std::string blob(const std::string &commit, const std::string &path);

    /// The files at or under `paths` that differ, sorted by path. An empty `before` is a commit without
    /// files. Symlinks and submodules do not count as files.
    /// Throws TooManyFiles where more differ than could be listed.
    std::vector<FileChange> changes(const std::string &before, const std::string &after,
                                    const std::vector<std::string> &paths);

  private:
    struct State;
    std::unique_ptr<State> state_;
  };

private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace localoffer
