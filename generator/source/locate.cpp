#include "source/locate.hpp"

#include "source/handles.hpp"
#include "source/snapshot.hpp"

#include "base/diagnostic.hpp"

namespace localoffer {
namespace {

namespace fs = std::filesystem;

/// Looks in the folder and in those above it.
git::RepositoryHandle repository_above(fs::path folder) {
  while (true) {
    std::error_code ignored;
    if (fs::is_directory(folder, ignored))
      if (auto found = git::open_if_there(folder)) return found;
    if (!folder.has_relative_path()) return nullptr;
    folder = folder.parent_path();
  }
}

[[noreturn]] void fail_outside(const fs::path &typed, const fs::path &root) {
  throw WorldError(
      "'" + typed.string() + "' leaves the repository '" + root.string() + "'",
      "Links out of a repository are not followed, and what git keeps in '.git' is not content. Put the "
      "file itself into the repository.");
}

/// The path with all links above its last part resolved. The last part stays, so that a link there is seen as
/// one.
fs::path with_real_parent(const fs::path &absolute) {
  if (!absolute.has_filename()) return fs::weakly_canonical(absolute);
  return fs::weakly_canonical(absolute.parent_path()) / absolute.filename();
}

std::string path_inside(const fs::path &typed, const fs::path &root, const fs::path &real) {
  std::string inside = real.lexically_relative(root).generic_string();
  if (inside == ".") return {};
  if (!is_snapshot_path(inside)) fail_outside(typed, root);
  return inside;
}

} // namespace

Location locate(const fs::path &typed) {
  const git::Library library;
  fs::path absolute = fs::absolute(typed).lexically_normal();
  if (!absolute.has_filename()) absolute = absolute.parent_path(); // "plan.git/" is "plan.git"
  const fs::path real = with_real_parent(absolute);

  // First as typed, so that a link that leads out of a repository is noticed; then as the disk has it, so
  // that a link that leads into one works.
  auto repository = repository_above(absolute);
  if (!repository) repository = repository_above(real);
  Location location;
  if (!repository) {
    const bool is_folder = fs::is_directory(real);
    location.root = is_folder ? real : real.parent_path();
    if (!is_folder && location.root.filename() == "site") location.root = location.root.parent_path();
    location.path = path_inside(typed, location.root, real);
    return location;
  }
  const bool bare = git_repository_is_bare(repository.get()) == 1;
  location.kind = bare ? Location::Kind::bare : Location::Kind::work_tree;
  fs::path root = bare ? git_repository_path(repository.get()) : git_repository_workdir(repository.get());
  if (!root.has_filename()) root = root.parent_path();
  location.root = fs::canonical(root);
  location.path = path_inside(typed, location.root,
                              fs::canonical(root) == fs::weakly_canonical(absolute) ? location.root : real);
  return location;
}

} // namespace localoffer
