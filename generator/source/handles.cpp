#include "source/handles.hpp"

#include "source/loose_objects.hpp"

#include "base/diagnostic.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <system_error>

namespace localoffer::git {
namespace {

std::string last_message() {
  const git_error *error = git_error_last();
  return error != nullptr && error->message != nullptr ? error->message : "git gave no reason";
}

/// Where no safe.directory is set at all, libgit2 1.5 says that the setting was not found instead of
/// GIT_EOWNER.
bool misses_safe_directory(int code) {
  const git_error *error = git_error_last();
  return code == GIT_ENOTFOUND && error != nullptr && error->klass == GIT_ERROR_CONFIG;
}

std::string without_final_slash(const std::filesystem::path &path) {
  std::string text = path.string();
  while (text.size() > 1 && text.back() == '/')
    text.pop_back();
  return text;
}

[[noreturn]] void fail_owner(const std::filesystem::path &where) {
  std::error_code ignored;
  const std::string path = without_final_slash(std::filesystem::weakly_canonical(where, ignored));
  throw WorldError("the repository '" + path + "' belongs to another user",
                   "If you trust it, allow it with: git config --global --add safe.directory '" + path +
                       "'\nThen run the command again.");
}

/// While git asks a pre-receive hook whether a push may come in, its objects lie in a folder of their own
/// within the repository's, which the environment names. An environment that names any other folder is not
/// heeded.
int add_pushed_objects(git_repository *repository) {
  const char *named = std::getenv("GIT_QUARANTINE_PATH");
  if (named == nullptr || *named == '\0') return 0;
  std::error_code error;
  const auto pushed = std::filesystem::canonical(named, error);
  if (error) return 0;
  const auto objects = std::filesystem::canonical(
      std::filesystem::path(git_repository_commondir(repository)) / "objects", error);
  if (error || pushed.parent_path() != objects) return 0;
  git_odb *odb = nullptr;
  if (const int code = git_repository_odb(&odb, repository); code != 0) return code;
  const int code = git_odb_add_disk_alternate(odb, pushed.c_str());
  git_odb_free(odb);
  return code;
}

} // namespace

void fail(const std::string &doing, const std::filesystem::path &repository) {
  const std::string path = without_final_slash(repository);
  throw WorldError(doing + " in the repository '" + path + "': " + last_message(),
                   "The repository may be damaged or incomplete. Look for damage with: git -C '" + path +
                       "' fsck\nThen mend it, or make a fresh clone.");
}

RepositoryHandle open_if_there(const std::filesystem::path &where) {
  git_error_clear();
  git_repository *opened = nullptr;
  int code = git_repository_open_ext(&opened, where.c_str(), GIT_REPOSITORY_OPEN_NO_SEARCH, nullptr);
  RepositoryHandle handle(opened);
  if (code == 0) code = guard_loose_objects(opened);
  if (code == 0) code = add_pushed_objects(opened);
  if (code == 0) return handle;
  if (code == GIT_EOWNER || misses_safe_directory(code)) fail_owner(where);
  if (code == GIT_ENOTFOUND) return nullptr;
  throw WorldError("cannot open the repository '" + without_final_slash(where) + "': " + last_message(),
                   "Check that this works, and mend what it reports: git -C '" + without_final_slash(where) +
                       "' status");
}

Repository::Repository(std::filesystem::path where) : where_(std::move(where)) {
  auto handle = open_if_there(where_);
  if (!handle)
    throw WorldError("there is no git repository in '" + without_final_slash(where_) + "'",
                     "Name a folder that git made with 'git init' or 'git clone'.");
  idle_.push_back(std::move(handle));
}

Repository::Borrowed Repository::borrow() const {
  RepositoryHandle handle;
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      handle = std::move(idle_.back());
      idle_.pop_back();
    }
  }
  if (!handle) handle = open_if_there(where_);
  if (!handle) fail("cannot open another view", where_);
  return {*this, std::move(handle)};
}

Repository::Borrowed::~Borrowed() {
  const std::lock_guard lock(from_.mutex_);
  from_.idle_.push_back(std::move(handle_));
}

std::string id_text(const git_oid &id) {
  std::string text(GIT_OID_HEXSZ, '0');
  git_oid_fmt(text.data(), &id);
  return text;
}

std::string blob_id(std::string_view bytes) {
  git_oid id{};
  if (git_odb_hash(&id, bytes.data(), bytes.size(), GIT_OBJECT_BLOB) != 0)
    throw WorldError("cannot work out a blob's id: " + last_message(),
                     "Free some memory and run the command again.");
  return id_text(id);
}

std::uint64_t object_size(git_repository *repository, const git_oid &id, const std::string &doing,
                          const std::filesystem::path &where) {
  git_odb *odb = nullptr;
  if (git_repository_odb(&odb, repository) != 0) fail(doing, where);
  std::size_t size = 0;
  git_object_t type = GIT_OBJECT_ANY;
  const int code = git_odb_read_header(&size, &type, odb, &id);
  git_odb_free(odb);
  if (code != 0) fail(doing, where);
  return size;
}

Date commit_date(const git_commit *commit) {
  constexpr long day = 24 * 60 * 60;
  constexpr long any_time = std::numeric_limits<long>::max() / 2; // leaves room for the zone
  const long time = std::clamp<long>(git_commit_time(commit), -any_time, any_time);
  const long local = time + 60L * git_commit_time_offset(commit);
  const long days = local >= 0 ? local / day : -((-local + day - 1) / day);
  return nearest_date(days);
}

} // namespace localoffer::git
