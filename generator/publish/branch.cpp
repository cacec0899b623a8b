#include "publish/branch.hpp"

#include "publish/check_paths.hpp"
#include "publish/git_command.hpp"
#include "publish/staging.hpp"

#include "base/diagnostic.hpp"
#include "source/handles.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace localoffer {
namespace {

constexpr auto domain_file = "CNAME";
constexpr auto no_jekyll = ".nojekyll"; ///< tells GitHub to leave the files as they are

using SignatureHandle = std::unique_ptr<git_signature, git::Freed<git_signature_free>>;

/// The tip of a branch with a site.
struct Tip {
  git::CommitHandle commit;
  git::TreeHandle tree;
  Manifest manifest;
};

std::string without_final_newline(std::string text) {
  while (!text.empty() && text.back() == '\n')
    text.pop_back();
  return text;
}

} // namespace

struct BranchPublisher::State {
  BranchTarget target;
  git::Library library;
  git::RepositoryHandle repository;
  std::optional<Tip> tip;

  std::string head_ref() const { return "refs/heads/" + target.branch; }
  /// Where the branch that counts is kept here.
  std::string own_ref() const {
    return target.remote.empty() ? head_ref() : "refs/localoffer/published/" + target.branch;
  }
  [[noreturn]] void fail(const std::string &doing) const { git::fail(doing, target.repository); }
  std::string where() const {
    return target.remote.empty() ? fmt::format("the branch '{}'", target.branch)
                                 : fmt::format("the branch '{}' of '{}'", target.branch, target.remote);
  }

  void open();
  void fetch() const;
  void read_tip();
  git_oid add_blob(std::string_view bytes) const;
  std::optional<git_oid> blob_of(const std::string &path) const;
  git_oid write_tree(const std::vector<Output> &outputs, const Manifest &manifest,
                     BranchReport &report) const;
  git_oid write_commit(const git_oid &tree, const Provenance &from) const;
  bool move_branch(const git_oid &commit) const;
  bool push(const git_oid &commit) const;
  std::string tip_id() const { return tip ? git::id_text(*git_commit_id(tip->commit.get())) : ""; }
};

void BranchPublisher::State::open() {
  repository = git::open_if_there(target.repository);
  if (!repository) fail("cannot open what is to be published to");
  int valid = 0;
  if (git_reference_name_is_valid(&valid, head_ref().c_str()) != 0 || valid == 0)
    throw WorldError(fmt::format("'{}' is not a name for a branch", target.branch),
                     "Use letters, digits and hyphens, as in gh-pages.");
  git_reference *head = nullptr;
  if (git_repository_is_bare(repository.get()) == 0 &&
      git_reference_lookup(&head, repository.get(), "HEAD") == 0) {
    const git::ReferenceHandle handle(head);
    const char *names = git_reference_symbolic_target(head);
    if (names != nullptr && target.remote.empty() && names == head_ref())
      throw WorldError(
          fmt::format("the branch '{}' is checked out in '{}'", target.branch, target.repository.string()),
          "Publish to a branch that nobody works on, such as gh-pages.");
  }
}

void BranchPublisher::State::fetch() const {
  const auto listed =
      run_git(target.repository, {"ls-remote", "--exit-code", "--heads", "--", target.remote, head_ref()});
  constexpr int no_such_branch = 2;
  if (listed.status == no_such_branch) {
    git_reference_remove(repository.get(), own_ref().c_str());
    return;
  }
  const auto fetched = listed.status != 0
                           ? listed
                           : run_git(target.repository, {"fetch", "--no-tags", "--force", "--quiet", "--",
                                                         target.remote, head_ref() + ":" + own_ref()});
  if (fetched.status != 0)
    throw WorldError(
        fmt::format("cannot read {}: git says\n{}", where(), without_final_newline(fetched.output)),
        "Check the remote's name, the network and your key, then run the command again.");
}

void BranchPublisher::State::read_tip() {
  tip.reset();
  git_oid id{};
  if (git_reference_name_to_id(&id, repository.get(), own_ref().c_str()) != 0) return;
  git_commit *commit = nullptr;
  if (git_commit_lookup(&commit, repository.get(), &id) != 0) fail("cannot read " + where());
  Tip found{git::CommitHandle(commit), nullptr, {}};
  git_tree *tree = nullptr;
  if (git_commit_tree(&tree, commit) != 0) fail("cannot read " + where());
  found.tree.reset(tree);
  const auto *entry = git_tree_entry_byname(tree, std::string(manifest_name).c_str());
  git_blob *blob = nullptr;
  if (entry == nullptr || git_blob_lookup(&blob, repository.get(), git_tree_entry_id(entry)) != 0)
    throw WorldError(where() + " was not written by this program",
                     "Nothing was changed. Choose a branch that does not exist yet, such as gh-pages.");
  const git::BlobHandle handle(blob);
  found.manifest = manifest_from({static_cast<const char *>(git_blob_rawcontent(blob)),
                                  static_cast<std::size_t>(git_blob_rawsize(blob))},
                                 target.branch + "/" + std::string(manifest_name));
  tip = std::move(found);
}

git_oid BranchPublisher::State::add_blob(std::string_view bytes) const {
  git_oid id{};
  if (git_blob_create_from_buffer(&id, repository.get(), bytes.data(), bytes.size()) != 0)
    fail("cannot write a file of the site");
  return id;
}

std::optional<git_oid> BranchPublisher::State::blob_of(const std::string &path) const {
  git_tree_entry *entry = nullptr;
  if (!tip || git_tree_entry_bypath(&entry, tip->tree.get(), path.c_str()) != 0) return std::nullopt;
  const git::TreeEntryHandle handle(entry);
  if (git_tree_entry_type(entry) != GIT_OBJECT_BLOB) return std::nullopt;
  return *git_tree_entry_id(entry);
}

git_oid BranchPublisher::State::write_tree(const std::vector<Output> &outputs, const Manifest &manifest,
                                           BranchReport &report) const {
  git_index *made = nullptr;
  if (git_index_new(&made) != 0) fail("cannot put the site together");
  const git::IndexHandle index(made);
  const auto add = [&](const std::string &path, const git_oid &id) {
    git_index_entry entry{};
    entry.path = path.c_str();
    entry.id = id;
    entry.mode = GIT_FILEMODE_BLOB;
    if (git_index_add(made, &entry) != 0) fail("cannot put the site together");
  };
  const auto bytes = bytes_of(outputs);
  std::string room;
  for (const auto &file : manifest.files) {
    const auto *before = tip ? tip->manifest.find(file.path) : nullptr;
    auto id = before != nullptr && *before == file ? blob_of(file.path) : std::nullopt;
    ++(id ? report.shared : report.written);
    add(file.path, id ? *id : add_blob(bytes(file, room)));
  }
  if (manifest.find(no_jekyll) == nullptr) add(no_jekyll, add_blob(""));
  if (const auto domain = blob_of(domain_file); domain && manifest.find(domain_file) == nullptr)
    add(domain_file, *domain);
  add(std::string(manifest_name), add_blob(to_text(manifest)));
  git_oid tree{};
  if (git_index_write_tree_to(&tree, made, repository.get()) != 0) fail("cannot write the site's tree");
  return tree;
}

git_oid BranchPublisher::State::write_commit(const git_oid &tree, const Provenance &from) const {
  git_oid id{};
  git_commit *source = nullptr;
  if (git_oid_fromstr(&id, from.commit.c_str()) != 0 ||
      git_commit_lookup(&source, repository.get(), &id) != 0)
    fail("cannot read the commit that the site is built from");
  const git::CommitHandle source_handle(source);
  git_signature *signature = nullptr;
  if (git_signature_new(&signature, "localoffer", "localoffer@localhost", git_commit_time(source),
                        git_commit_time_offset(source)) != 0)
    fail("cannot sign the site's commit");
  const SignatureHandle signature_handle(signature);
  git_tree *root = nullptr;
  if (git_tree_lookup(&root, repository.get(), &tree) != 0) fail("cannot read the site's tree");
  const git::TreeHandle root_handle(root);
  const auto message =
      fmt::format("Publish {}\n\nBuilt from {} by {}.\n", from.source, from.settings, from.program);
  git_oid made{};
  const git_commit *parent = tip ? tip->commit.get() : nullptr;
  if (git_commit_create(&made, repository.get(), nullptr, signature, signature, nullptr, message.c_str(),
                        root, tip ? 1 : 0, &parent) != 0)
    fail("cannot write the site's commit");
  return made;
}

/// False when somebody else has moved the branch since it was read.
bool BranchPublisher::State::move_branch(const git_oid &commit) const {
  const git_oid none{};
  git_reference *moved = nullptr;
  const int code =
      git_reference_create_matching(&moved, repository.get(), own_ref().c_str(), &commit, tip ? 1 : 0,
                                    tip ? git_commit_id(tip->commit.get()) : &none, "publish: localoffer");
  const git::ReferenceHandle handle(moved);
  if (code == 0) return true;
  if (code == GIT_EMODIFIED || code == GIT_EEXISTS || code == GIT_ELOCKED || code == GIT_ENOTFOUND)
    return false;
  fail("cannot move the branch '" + target.branch + "'");
}

/// The same for the remote's branch.
bool BranchPublisher::State::push(const git_oid &commit) const {
  const auto pushed =
      run_git(target.repository, {"push", "--porcelain", "--quiet",
                                  fmt::format("--force-with-lease={}:{}", head_ref(), tip_id()), "--",
                                  target.remote, git::id_text(commit) + ":" + head_ref()});
  if (pushed.status == 0) return true;
  if (pushed.output.find("stale info") != std::string::npos ||
      pushed.output.find("failed to update ref") != std::string::npos)
    return false;
  throw WorldError(
      fmt::format("cannot push to {}: git says\n{}", where(), without_final_newline(pushed.output)),
      "What is published stays as it was. Check the network and that you may push, then run the "
      "command again.");
}

BranchPublisher::BranchPublisher(BranchTarget target) : state_(std::make_unique<State>()) {
  state_->target = std::move(target);
  state_->open();
  if (!state_->target.remote.empty()) state_->fetch();
  state_->read_tip();
}

BranchPublisher::~BranchPublisher() = default;

std::optional<Provenance> BranchPublisher::shown() const {
  if (!state_->tip) return std::nullopt;
  return state_->tip->manifest.from;
}

std::optional<BranchReport> BranchPublisher::publish(const std::vector<Output> &outputs,
                                                     const Provenance &from) {
  require_good_paths(outputs);
  const auto manifest = make_manifest(outputs, from);
  BranchReport report;
  const git_oid commit = state_->write_commit(state_->write_tree(outputs, manifest, report), from);
  report.commit = git::id_text(commit);
  report.removed = state_->tip ? count_gone(state_->tip->manifest, manifest) : 0;
  const bool remote = !state_->target.remote.empty();
  if (remote ? state_->push(commit) : state_->move_branch(commit)) {
    if (remote) state_->move_branch(commit); // only what is remembered of the remote: the next run fetches it
    return report;
  }
  if (remote) state_->fetch();
  state_->read_tip();
  return std::nullopt;
}

} // namespace localoffer
