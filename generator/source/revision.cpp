#include "source/revision.hpp"

#include "base/diagnostic.hpp"
#include "base/text.hpp"

#include <array>

namespace localoffer::git {
namespace {

/// All branches, tags and remote branches, by the names that people type.
std::vector<std::string> ref_names(git_repository *repository) {
  std::vector<std::string> names;
  git_strarray refs{};
  if (git_reference_list(&refs, repository) != 0) return names;
  constexpr std::array<std::string_view, 3> prefixes{"refs/heads/", "refs/tags/", "refs/remotes/"};
  for (std::size_t i = 0; i < refs.count; ++i) {
    const std::string_view name = refs.strings[i];
    for (const auto prefix : prefixes)
      if (name.starts_with(prefix)) names.emplace_back(name.substr(prefix.size()));
  }
  git_strarray_dispose(&refs);
  return names;
}

[[noreturn]] void fail_no_commits(const std::filesystem::path &where) {
  throw WorldError("the repository '" + where.string() + "' has no commits yet",
                   "Commit the site's files first, or build from the files as they are with --work-tree.");
}

[[noreturn]] void fail_missing(git_repository *repository, const std::filesystem::path &where,
                               const std::string &revision) {
  std::string remedy;
  // HEAD~2 is looked for as HEAD: what comes before the first sign that git gives a meaning.
  const std::string name = revision.substr(0, revision.find_first_of("~^:@"));
  const auto names = ref_names(repository);
  if (const auto nearest = did_you_mean(name, names); nearest && *nearest != name)
    remedy = "Did you mean '" + *nearest + "'? ";
  remedy += "List the branches and tags with: git -C '" + where.string() + "' branch --all && git -C '" +
            where.string() + "' tag";
  if (git_repository_is_shallow(repository) == 1)
    remedy += "\nThis is a shallow clone, which lacks older commits. Fetch them with: git -C '" +
              where.string() + "' fetch --unshallow";
  throw WorldError("there is no revision '" + revision + "' in the repository '" + where.string() + "'",
                   remedy);
}

bool is_unborn(git_repository *repository, const std::filesystem::path &where) {
  const int unborn = git_repository_head_unborn(repository);
  if (unborn < 0) fail("cannot read HEAD", where);
  return unborn == 1;
}

/// What a branch or tag of this name points at; null when there is none. One that points at what is not there
/// means that the repository is damaged, while the name is right, which libgit2's own search cannot tell from
/// a wrong name.
ObjectHandle find_by_name(git_repository *repository, const std::filesystem::path &where,
                          const std::string &revision) {
  git_reference *found = nullptr;
  if (git_reference_dwim(&found, repository, revision.c_str()) != 0) return nullptr;
  const ReferenceHandle reference(found);
  git_object *object = nullptr;
  if (git_object_lookup(&object, repository, git_reference_target(found), GIT_OBJECT_ANY) != 0)
    fail("cannot read what '" + revision + "' names", where);
  return ObjectHandle(object);
}

ObjectHandle find_by_expression(git_repository *repository, const std::filesystem::path &where,
                                const std::string &revision) {
  git_object *found = nullptr;
  const int code = git_revparse_single(&found, repository, revision.c_str());
  if (code == 0) return ObjectHandle(found);
  if (code == GIT_EAMBIGUOUS)
    throw WorldError("'" + revision + "' is the beginning of more than one id in the repository '" +
                         where.string() + "'",
                     "Give more of the commit's id.");
  if (code != GIT_ENOTFOUND && code != GIT_EINVALIDSPEC && code != GIT_EUNBORNBRANCH)
    fail("cannot look up the revision '" + revision + "'", where);
  if (ref_names(repository).empty() && is_unborn(repository, where)) fail_no_commits(where);
  fail_missing(repository, where, revision);
}

} // namespace

CommitHandle find_commit(git_repository *repository, const std::filesystem::path &where,
                         const std::string &revision) {
  auto object = find_by_name(repository, where, revision);
  if (!object) object = find_by_expression(repository, where, revision);
  git_object *commit = nullptr;
  const int peeled = git_object_peel(&commit, object.get(), GIT_OBJECT_COMMIT);
  if (peeled == GIT_EPEEL || peeled == GIT_EINVALIDSPEC)
    throw WorldError("'" + revision + "' names a " + git_object_type2string(git_object_type(object.get())) +
                         ", not a commit",
                     "Give a branch, a tag or a commit's id.");
  if (peeled != 0) fail("cannot read the commit that '" + revision + "' names", where);
  return CommitHandle(reinterpret_cast<git_commit *>(commit)); // as libgit2 has it: a commit is an object
}

CommitHandle head_commit(git_repository *repository, const std::filesystem::path &where) {
  return is_unborn(repository, where) ? nullptr : find_commit(repository, where, "HEAD");
}

} // namespace localoffer::git
