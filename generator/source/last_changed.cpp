#include "source/last_changed.hpp"

namespace localoffer::git {
namespace {

/// The paths still looked for, as a tree of their parts, so that a part that did not change is passed over
/// with all that lies under it.
struct Wanted {
  std::string path; ///< not empty when this very path is asked for and not yet found
  std::map<std::string, Wanted, std::less<>> parts;

  bool done() const { return path.empty() && parts.empty(); }
};

Wanted wanted_of(const std::vector<std::string> &paths) {
  Wanted top;
  for (const auto &path : paths) {
    if (!is_snapshot_path(path)) require_snapshot_path(path);
    Wanted *at = &top;
    for (std::size_t begin = 0; begin < path.size();) {
      const auto slash = std::min(path.find('/', begin), path.size());
      at = &at->parts[path.substr(begin, slash - begin)];
      begin = slash + 1;
    }
    at->path = path;
  }
  return top;
}

class Walk {
public:
  Walk(git_repository *repository, const std::filesystem::path &where)
      : repository_(repository), where_(where) {}

  LastChanges run(const git_commit *newest, Wanted wanted) {
    wanted.path.clear(); // the top itself is no path
    git_commit *copy = nullptr;
    if (git_commit_dup(&copy, const_cast<git_commit *>(newest)) != 0) fail("cannot read a commit", where_);
    CommitHandle commit(copy);
    TreeHandle tree = tree_of(*git_commit_tree_id(commit.get()));
    while (commit && !wanted.done()) {
      CommitHandle parent = first_parent(commit.get());
      if (!parent && changes_.history_begins) break; // what came before is not known
      TreeHandle before;
      if (parent) before = tree_of(*git_commit_tree_id(parent.get()));
      date_ = commit_date(commit.get());
      if (!parent || git_oid_cmp(git_tree_id(tree.get()), git_tree_id(before.get())) != 0)
        compare(wanted, tree.get(), before.get());
      commit = std::move(parent);
      tree = std::move(before);
    }
    if (wanted.done()) changes_.history_begins.reset();
    return std::move(changes_);
  }

private:
  TreeHandle tree_of(const git_oid &id) const {
    git_tree *tree = nullptr;
    if (git_tree_lookup(&tree, repository_, &id) != 0) fail("cannot read the tree " + id_text(id), where_);
    return TreeHandle(tree);
  }

  TreeHandle subtree(const git_tree_entry *entry) const {
    if (entry == nullptr || git_tree_entry_type(entry) != GIT_OBJECT_TREE) return nullptr;
    return tree_of(*git_tree_entry_id(entry));
  }

  /// Null at the first commit, and where a shallow clone's history begins.
  CommitHandle first_parent(const git_commit *commit) {
    if (git_commit_parentcount(commit) == 0) return nullptr;
    git_commit *parent = nullptr;
    const int code = git_commit_parent(&parent, commit, 0);
    if (code == 0) return CommitHandle(parent);
    if (code != GIT_ENOTFOUND || git_repository_is_shallow(repository_) != 1)
      fail("cannot read the commit before " + id_text(*git_commit_id(commit)), where_);
    changes_.history_begins = commit_date(commit);
    return nullptr;
  }

  /// Dates what differs between two trees, and takes it out of `wanted`. Either tree may be null.
  void compare(Wanted &wanted, const git_tree *after, const git_tree *before) {
    for (auto part = wanted.parts.begin(); part != wanted.parts.end();) {
      const auto *name = part->first.c_str();
      const auto *now = after != nullptr ? git_tree_entry_byname(after, name) : nullptr;
      const auto *then = before != nullptr ? git_tree_entry_byname(before, name) : nullptr;
      Wanted &inner = part->second;
      if (differ(now, then)) {
        if (!inner.path.empty()) changes_.dates.emplace(std::move(inner.path), date_);
        inner.path.clear();
        if (!inner.parts.empty()) compare(inner, subtree(now).get(), subtree(then).get());
      }
      part = inner.done() ? wanted.parts.erase(part) : std::next(part);
    }
  }

  static bool differ(const git_tree_entry *a, const git_tree_entry *b) {
    if (a == nullptr || b == nullptr) return a != b;
    return git_oid_cmp(git_tree_entry_id(a), git_tree_entry_id(b)) != 0 ||
           git_tree_entry_filemode(a) != git_tree_entry_filemode(b);
  }

  git_repository *repository_;
  const std::filesystem::path &where_;
  LastChanges changes_;
  Date date_;
};

} // namespace

LastChanges last_changed(git_repository *repository, const std::filesystem::path &where,
                         const git_commit *newest, const std::vector<std::string> &paths) {
  return Walk(repository, where).run(newest, wanted_of(paths));
}

} // namespace localoffer::git
