#include "source/locate.hpp"
#include "base/diagnostic.hpp"
#include "catch.hpp"
#include "source/snapshot.hpp"
#include "support/temp_repository.hpp"

using namespace localoffer;
using testing::TempFolder;
using testing::TempRepository;
namespace fs = std::filesystem;

namespace {

void check(const Location &location, Location::Kind kind, const fs::path &root, const std::string &path) {
  CHECK(location.kind == kind);
  CHECK(location.root == root);
  CHECK(location.path == path);
}

/// Stands in another folder for as long as it lives.
class CurrentFolder {
public:
  explicit CurrentFolder(const fs::path &folder) : before_(fs::current_path()) { fs::current_path(folder); }
  ~CurrentFolder() { fs::current_path(before_); }
  CurrentFolder(const CurrentFolder &) = delete;
  CurrentFolder &operator=(const CurrentFolder &) = delete;

private:
  fs::path before_;
};

} // namespace

TEST_CASE("a file is found in its work tree, from any folder and by any way of writing it") {
  TempRepository repository;
  repository.write("site/somerset.yaml", "x");
  const auto top = repository.path();
  using Kind = Location::Kind;
  check(locate(top / "site/somerset.yaml"), Kind::work_tree, top, "site/somerset.yaml");
  check(locate(top / "site/../site/./somerset.yaml"), Kind::work_tree, top, "site/somerset.yaml");
  check(locate(top / "gone/since/then.yaml"), Kind::work_tree, top, "gone/since/then.yaml");
  check(locate(top), Kind::work_tree, top, "");
  check(locate(top / ""), Kind::work_tree, top, "");
  {
    const CurrentFolder here(top / "site");
    check(locate("somerset.yaml"), Kind::work_tree, top, "site/somerset.yaml");
    check(locate("../site/somerset.yaml"), Kind::work_tree, top, "site/somerset.yaml");
  }
  fs::create_directory_symlink(top / "site", repository.beside("shortcut"));
  check(locate(repository.beside("shortcut") / "somerset.yaml"), Kind::work_tree, top, "site/somerset.yaml");
  repository.commit("First");
  repository.git("worktree", "add", "--quiet", repository.beside("second").string(), "-b", "second");
  check(locate(repository.beside("second") / "site/somerset.yaml"), Kind::work_tree,
        repository.beside("second"), "site/somerset.yaml");
  CHECK(open_work_tree(repository.beside("second"))->list("site").size() == 1);
  CHECK(open_commit(repository.beside("second"), "second")->list("site").size() == 1);
}

TEST_CASE("in a bare repository the path goes on inside the commits") {
  TempRepository repository;
  repository.write("site/somerset.yaml", "x");
  repository.commit("First");
  const auto bare = repository.beside("plan.git");
  repository.run("clone", "--quiet", "--bare", repository.path().string(), bare.string());
  check(locate(bare / "site/somerset.yaml"), Location::Kind::bare, bare, "site/somerset.yaml");
  check(locate(bare), Location::Kind::bare, bare, "");
  CHECK(open_commit(bare, "HEAD")->read("site/somerset.yaml") == "x");
}

TEST_CASE("outside a repository the top is where a repository's would be") {
  const TempFolder folder;
  fs::create_directories(folder.path() / "plan/site");
  using Kind = Location::Kind;
  check(locate(folder.path() / "plan/site/x.yaml"), Kind::plain, folder.path() / "plan", "site/x.yaml");
  check(locate(folder.path() / "plan/x.yaml"), Kind::plain, folder.path() / "plan", "x.yaml");
  check(locate(folder.path() / "plan"), Kind::plain, folder.path() / "plan", "");
}

TEST_CASE("links out of a repository and git's own folder are refused") {
  TempRepository repository;
  const TempFolder outside;
  fs::create_directory_symlink(outside.path(), repository.path() / "out");
  CHECK_THROWS_AS(locate(repository.path() / "out/x.yaml"), WorldError);
  CHECK_THROWS_AS(locate(repository.path() / ".git/config"), WorldError);
  // A link in the last place stays as it is: the snapshot refuses it by name.
  fs::create_symlink(outside.path() / "x.yaml", repository.path() / "x.yaml");
  CHECK(locate(repository.path() / "x.yaml").path == "x.yaml");
}
