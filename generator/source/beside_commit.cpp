#include "source/beside_commit.hpp"

#include "base/files.hpp"
#include "source/handles.hpp"

#include <array>
#include <map>

namespace localoffer {
namespace {

std::map<std::string, std::string> tags_of(git_repository *repository) {
  std::map<std::string, std::string> tags;
  git_tag_foreach(
      repository,
      [](const char *name, git_oid *id, void *all) {
        std::array<char, GIT_OID_HEXSZ + 1> digits{};
        git_oid_tostr(digits.data(), digits.size(), id);
        (*static_cast<std::map<std::string, std::string> *>(all))[name] = digits.data();
        return 0;
      },
      &tags);
  return tags;
}

} // namespace

std::string beside_commit(const std::filesystem::path &repository) {
  const git::Library library;
  const auto opened = git::open_if_there(repository);
  if (!opened) return {};
  std::string text;
  for (const auto &[name, id] : tags_of(opened.get()))
    text += name + ' ' + id + '\n';
  const std::filesystem::path shallow =
      std::filesystem::path(git_repository_commondir(opened.get())) / "shallow";
  std::error_code ignored;
  if (std::filesystem::exists(shallow, ignored)) text += read_file(shallow);
  return text;
}

} // namespace localoffer
