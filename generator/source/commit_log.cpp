#include "source/commit_log.hpp"

#include "base/diagnostic.hpp"
#include "base/text.hpp"
#include "source/handles.hpp"
#include "source/snapshot.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace localoffer {

struct CommitLog::State {
  git::Repository repository;
  std::string newest;
};

namespace {

git_oid oid_of(const std::string &id, const std::filesystem::path &where) {
  git_oid oid{};
  if (git_oid_fromstr(&oid, id.c_str()) != 0) git::fail("cannot read the id '" + id + "'", where);
  return oid;
}

git::CommitHandle commit_of(git_repository *repository, const git_oid &id,
                            const std::filesystem::path &where) {
  git_commit *commit = nullptr;
  if (git_commit_lookup(&commit, repository, &id) != 0)
    git::fail("cannot read the commit " + git::id_text(id), where);
  return git::CommitHandle(commit);
}

/// Old commits may be in any encoding; what is no UTF-8 is not shown.
std::string clean(const char *text) {
  const std::string found = text != nullptr ? text : "";
  return is_clean_utf8(found) ? found : std::string{};
}

CommitInfo info_of(git_commit *commit) {
  const git_signature *author = git_commit_author(commit);
  return {git::id_text(*git_commit_id(commit)), git::commit_date(commit),
          author != nullptr ? clean(author->name) : std::string{},
          author != nullptr ? clean(author->email) : std::string{}, clean(git_commit_summary(commit))};
}

std::string too_much_changed(const std::string &commit) {
  return "commit " + commit + " changes more than " + std::to_string(most_listed) +
         " files and folders, or some that lie more than " + std::to_string(deepest_folder) + " folders deep";
}

bool is_folder(const git_tree_entry *entry) {
  return git_tree_entry_filemode(entry) == GIT_FILEMODE_TREE;
}

bool is_file(const git_tree_entry *entry) {
  const auto mode = git_tree_entry_filemode(entry);
  return mode == GIT_FILEMODE_BLOB || mode == GIT_FILEMODE_BLOB_EXECUTABLE;
}

} // namespace

CommitLog::CommitLog(const std::filesystem::path &repository, std::string commit)
    : state_(new State{git::Repository(repository), std::move(commit)}) {}
CommitLog::~CommitLog() = default;

const std::string &CommitLog::newest() const {
  return state_->newest;
}

FirstParents CommitLog::first_parents(const std::function<bool(const std::string &id)> &stop) const {
  const auto repository = state_->repository.borrow();
  const auto &where = state_->repository.where();
  FirstParents walked;
  auto commit = commit_of(repository.get(), oid_of(state_->newest, where), where);
  while (commit && !stop(git::id_text(*git_commit_id(commit.get())))) {
    walked.commits.push_back(info_of(commit.get()));
    if (git_commit_parentcount(commit.get()) == 0) break;
    git_commit *parent = nullptr;
    const int code = git_commit_parent(&parent, commit.get(), 0);
    if (code == GIT_ENOTFOUND && git_repository_is_shallow(repository.get()) == 1) {
      walked.history_begins = walked.commits.back().date;
      break;
    }
    if (code != 0) git::fail("cannot read the commit before " + walked.commits.back().id, where);
    commit = git::CommitHandle(parent);
  }
  return walked;
}

std::vector<DraftCommit> CommitLog::commits_since(const std::string &base) const {
  const auto repository = state_->repository.borrow();
  const auto &where = state_->repository.where();
  const git_oid newest = oid_of(state_->newest, where), oldest = oid_of(base, where);
  git_revwalk *opened = nullptr;
  if (git_revwalk_new(&opened, repository.get()) != 0) git::fail("cannot read the history", where);
  const git::RevwalkHandle walk(opened);
  if (git_revwalk_sorting(opened, GIT_SORT_TOPOLOGICAL | GIT_SORT_REVERSE) != 0 ||
      git_revwalk_push(opened, &newest) != 0 || git_revwalk_hide(opened, &oldest) != 0)
    git::fail("cannot read the history of " + state_->newest, where);
  std::vector<DraftCommit> commits;
  git_oid id{};
  int code = git_revwalk_next(&id, opened);
  for (; code == 0; code = git_revwalk_next(&id, opened)) {
    const auto commit = commit_of(repository.get(), id, where);
    const bool has_parent = git_commit_parentcount(commit.get()) > 0;
    commits.push_back({info_of(commit.get()),
                       has_parent ? git::id_text(*git_commit_parent_id(commit.get(), 0)) : std::string{},
                       clean(git_commit_message(commit.get()))});
  }
  if (code != GIT_ITEROVER) git::fail("cannot read the history of " + state_->newest, where);
  return commits;
}

CommitInfo CommitLog::info(const std::string &commit) const {
  const auto repository = state_->repository.borrow();
  const auto &where = state_->repository.where();
  return info_of(commit_of(repository.get(), oid_of(commit, where), where).get());
}

/// A blob of an old commit may be larger than memory. It is then not unpacked: line ends come back in its
/// place, as many as no reader of content takes.
std::string CommitLog::read(const std::string &blob) const {
  constexpr std::size_t most_read = 4u << 20;
  const auto repository = state_->repository.borrow();
  const auto &where = state_->repository.where();
  const auto id = oid_of(blob, where);
  if (git::object_size(repository.get(), id, "cannot read the blob " + blob, where) > most_read)
    return std::string(most_read, '\n');
  git_blob *found = nullptr;
  if (git_blob_lookup(&found, repository.get(), &id) != 0)
    git::fail("cannot read the blob " + blob, state_->repository.where());
  const git::BlobHandle handle(found);
  return {static_cast<const char *>(git_blob_rawcontent(found)),
          static_cast<std::size_t>(git_blob_rawsize(found))};
}

std::optional<std::string> CommitLog::find(const std::string &revision) const {
  const auto repository = state_->repository.borrow();
  git_object *found = nullptr;
  if (git_revparse_single(&found, repository.get(), revision.c_str()) != 0) return std::nullopt;
  const git::ObjectHandle object(found);
  git_object *commit = nullptr;
  if (git_object_peel(&commit, found, GIT_OBJECT_COMMIT) != 0) return std::nullopt;
  const git::ObjectHandle peeled(commit);
  return git::id_text(*git_object_id(commit));
}

std::optional<std::string> CommitLog::merge_base(const std::string &one, const std::string &other) const {
  const auto repository = state_->repository.borrow();
  git_oid a{}, b{}, base{};
  if (git_oid_fromstr(&a, one.c_str()) != 0 || git_oid_fromstr(&b, other.c_str()) != 0 ||
      git_merge_base(&base, repository.get(), &a, &b) != 0)
    return std::nullopt;
  return git::id_text(base);
}

bool CommitLog::descends_from(const std::string &commit, const std::string &ancestor) const {
  const auto repository = state_->repository.borrow();
  git_oid newer{};
  git_oid older{};
  return git_oid_fromstr(&newer, commit.c_str()) == 0 && git_oid_fromstr(&older, ancestor.c_str()) == 0 &&
         git_graph_descendant_of(repository.get(), &newer, &older) == 1;
}

struct CommitLog::Reader::State {
  using Tree = std::shared_ptr<git_tree>;

  git::Repository::Borrowed repository;
  const std::filesystem::path &where;
  std::map<std::string, std::string> roots; ///< commit -> tree, of the commits seen last
  /// The trees of the comparison before and of this one: one of the two commits is mostly seen twice.
  std::map<std::string, Tree> kept, seen;
  std::size_t compared = 0; ///< files and folders that differ, in this comparison

  Tree tree(const git_oid &id) {
    const std::string key = git::id_text(id);
    if (const auto found = seen.find(key); found != seen.end()) return found->second;
    if (const auto found = kept.find(key); found != kept.end()) return seen[key] = found->second;
    git_tree *read = nullptr;
    if (git_tree_lookup(&read, repository.get(), &id) != 0) git::fail("cannot read the tree " + key, where);
    return seen[key] = Tree(read, git_tree_free);
  }

  Tree root(const std::string &commit) {
    if (commit.empty()) return nullptr;
    auto known = roots.find(commit);
    if (known == roots.end()) {
      const auto handle = commit_of(repository.get(), oid_of(commit, where), where);
      if (roots.size() > 8) roots.clear();
      known = roots.emplace(commit, git::id_text(*git_commit_tree_id(handle.get()))).first;
    }
    return tree(oid_of(known->second, where));
  }

  const git_tree_entry *entry(const Tree &folder, const std::string &name) const {
    return folder ? git_tree_entry_byname(folder.get(), name.c_str()) : nullptr;
  }

  Tree subtree(const git_tree_entry *found) {
    return found != nullptr && is_folder(found) ? tree(*git_tree_entry_id(found)) : nullptr;
  }

  static std::string file_id(const git_tree_entry *found) {
    return found != nullptr && is_file(found) ? git::id_text(*git_tree_entry_id(found)) : std::string{};
  }

  static bool same(const git_tree_entry *a, const git_tree_entry *b) {
    return a != nullptr && b != nullptr && git_oid_cmp(git_tree_entry_id(a), git_tree_entry_id(b)) == 0 &&
           git_tree_entry_filemode(a) == git_tree_entry_filemode(b);
  }

  void add(const git_tree_entry *before, const git_tree_entry *after, const std::string &path, int depth,
           std::vector<FileChange> &out) {
    if (same(before, after)) return;
    if (++compared > most_listed || depth > deepest_folder) throw TooManyFiles(path);
    std::string was = file_id(before), is = file_id(after);
    if (was != is) out.push_back({path, std::move(was), std::move(is)});
    compare(subtree(before), subtree(after), path + "/", depth + 1, out);
  }

  /// Both lists are in git's own order, so that one pass over them is enough.
  void compare(const Tree &before, const Tree &after, const std::string &prefix, int depth,
               std::vector<FileChange> &out) {
    const std::size_t had = before ? git_tree_entrycount(before.get()) : 0;
    const std::size_t has = after ? git_tree_entrycount(after.get()) : 0;
    for (std::size_t i = 0, j = 0; i < had || j < has;) {
      const auto *was = i < had ? git_tree_entry_byindex(before.get(), i) : nullptr;
      const auto *is = j < has ? git_tree_entry_byindex(after.get(), j) : nullptr;
      const int order = was == nullptr ? 1 : is == nullptr ? -1 : git_tree_entry_cmp(was, is);
      if (order <= 0) ++i;
      if (order >= 0) ++j;
      if (order == 0 && same(was, is)) continue;
      const std::string name = git_tree_entry_name(order <= 0 ? was : is);
      if (is_snapshot_path(name))
        add(order <= 0 ? was : nullptr, order >= 0 ? is : nullptr, prefix + name, depth, out);
    }
  }

  /// Goes down both trees to `path` and compares from there.
  void compare_at(Tree before, Tree after, const std::string &path, std::vector<FileChange> &out) {
    for (std::size_t begin = 0;;) {
      const auto end = std::min(path.find('/', begin), path.size());
      const std::string name = path.substr(begin, end - begin);
      const auto *was = entry(before, name), *is = entry(after, name);
      if (same(was, is)) return;
      if (end == path.size()) {
        add(was, is, path, 0, out);
        return;
      }
      before = subtree(was);
      after = subtree(is);
      begin = end + 1;
    }
  }
};

CommitLog::Reader::Reader(const CommitLog &log)
    : state_(new State{log.state_->repository.borrow(), log.state_->repository.where(), {}, {}, {}, 0}) {}
CommitLog::Reader::~Reader() = default;

std::string CommitLog::Reader::blob(const std::string &commit, const std::string &path) {
  auto folder = state_->root(commit);
  for (std::size_t begin = 0;;) {
    const auto end = std::min(path.find('/', begin), path.size());
    const auto *found = state_->entry(folder, path.substr(begin, end - begin));
    if (end == path.size()) return State::file_id(found);
    folder = state_->subtree(found);
    if (!folder) return {};
    begin = end + 1;
  }
}

std::vector<FileChange> CommitLog::Reader::changes(const std::string &before, const std::string &after,
                                                   const std::vector<std::string> &paths) {
  state_->kept = std::exchange(state_->seen, {});
  const auto was = state_->root(before), is = state_->root(after);
  std::vector<FileChange> found;
  if (was && is && git_oid_cmp(git_tree_id(was.get()), git_tree_id(is.get())) == 0) return found;
  state_->compared = 0;
  try {
    for (const auto &path : paths)
      state_->compare_at(was, is, path, found);
  } catch (const TooManyFiles &) {
    throw TooManyFiles(too_much_changed((after.empty() ? before : after).substr(0, 10)),
                       "To build the site without its past, write 'history: {show: false}' in its settings.");
  }
  std::sort(found.begin(), found.end(),
            [](const FileChange &a, const FileChange &b) { return a.path < b.path; });
  const auto again = std::unique(found.begin(), found.end(),
                                 [](const FileChange &a, const FileChange &b) { return a.path == b.path; });
  found.erase(again, found.end());
  return found;
}

} // namespace localoffer
