#pragma once

#include "base/date.hpp"

#include <git2.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace localoffer::git {

template <auto Free>
struct Freed {
  template <class T>
  void operator()(T *handle) const {
    Free(handle);
  }
};
using RepositoryHandle = std::unique_ptr<git_repository, Freed<git_repository_free>>;
using ObjectHandle = std::unique_ptr<git_object, Freed<git_object_free>>;
using ReferenceHandle = std::unique_ptr<git_reference, Freed<git_reference_free>>;
using CommitHandle = std::unique_ptr<git_commit, Freed<git_commit_free>>;
using TreeHandle = std::unique_ptr<git_tree, Freed<git_tree_free>>;
using TreeEntryHandle = std::unique_ptr<git_tree_entry, Freed<git_tree_entry_free>>;
using RevwalkHandle = std::unique_ptr<git_revwalk, Freed<git_revwalk_free>>;
using BlobHandle = std::unique_ptr<git_blob, Freed<git_blob_free>>;
using IndexHandle = std::unique_ptr<git_index, Freed<git_index_free>>;
using StatusHandle = std::unique_ptr<git_status_list, Freed<git_status_list_free>>;

/// libgit2 counts how often it was started; whoever uses it holds one of these for as long.
class Library {
public:
  Library() { git_libgit2_init(); }
  ~Library() { git_libgit2_shutdown(); }
  Library(const Library &) = delete;
  Library &operator=(const Library &) = delete;
};

/// Throws the WorldError for a libgit2 function that failed just now on this thread. `doing` is what could
/// not be done, as in "cannot read the commit".
[[noreturn]] void fail(const std::string &doing, const std::filesystem::path &repository);

/// Null when there is no repository exactly there (the folders above are not searched). Throws WorldError
/// when there is one that cannot be opened: for another user's, with the command that allows it.
RepositoryHandle open_if_there(const std::filesystem::path &where);

/// A repository that several threads read from. libgit2 wants one git_repository a thread, so each use
/// borrows one; as many are opened as are in use at one time.
class Repository {
public:
  /// Throws WorldError when there is none.
  explicit Repository(std::filesystem::path where);

  class Borrowed {
  public:
    Borrowed(const Repository &from, RepositoryHandle handle) : from_(from), handle_(std::move(handle)) {}
    ~Borrowed();
    Borrowed(const Borrowed &) = delete;
    Borrowed &operator=(const Borrowed &) = delete;
    git_repository *get() const { return handle_.get(); }

  private:
    const Repository &from_;
    RepositoryHandle handle_;
  };

  Borrowed borrow() const;
  const std::filesystem::path &where() const { return where_; }

private:
  Library library_;
  std::filesystem::path where_;
  mutable std::mutex mutex_;
  mutable std::vector<RepositoryHandle> idle_;
};

std::string id_text(const git_oid &id);

/// The id that git gives a blob of these bytes.
std::string blob_id(std::string_view bytes);

/// How many bytes an object has, without unpacking it. Throws WorldError, which begins with `doing`.
std::uint64_t object_size(git_repository *repository, const git_oid &id, const std::string &doing,
                          const std::filesystem::path &where);

/// The committer's date, in the committer's own zone. A commit can name any second of any year: what no date
/// can name becomes the nearest that one can.
Date commit_date(const git_commit *commit);

} // namespace localoffer::git
