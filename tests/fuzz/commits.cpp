// Commits: a repository whose loose objects are made of the input, read as a snapshot, a log and a history.
//
// An input is objects with lines "%%" between them; the last one is the commit that is built. Each begins
// with a line that says what it is: "blob", "tree", "commit" or "tag"; with " cut" behind it, its file ends
// too early. In a text,
// "@N" stands for the id of object N in hexadecimal, and "$N" for a NUL and the id's bytes, as trees have
// them; the objects are counted from 0 in "0" to "9" and "a" to "z".
#include "base/files.hpp"
#include "fuzz.hpp"
#include "history/history.hpp"
#include "source/handles.hpp"
#include "source/snapshot.hpp"
#include "support/temp_folder.hpp"

#include <git2.h>
#include <zlib.h>

#include <map>
#include <set>

using namespace localoffer;
using namespace localoffer::fuzz;

namespace {

/// A bare repository that is filled and emptied again.
class Workspace {
public:
  Workspace() {
    for (const int level : {GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_GLOBAL})
      git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, folder_.path().c_str());
    for (const auto *name : {"objects", "refs/heads"})
      std::filesystem::create_directories(where() / name);
    write_file(where() / "HEAD", "ref: refs/heads/main\n");
    write_file(where() / "config", "[core]\n\trepositoryformatversion = 0\n\tbare = true\n");
  }
  std::filesystem::path where() const { return folder_.path() / "plan.git"; }

  void add(const git_oid &id, const std::string &bytes) {
    const std::string name = git::id_text(id);
    const auto file = where() / "objects" / name.substr(0, 2) / name.substr(2);
    std::filesystem::create_directories(file.parent_path());
    write_file(file, bytes);
    files_.push_back(file);
  }
  void empty() {
    for (const auto &file : files_)
      std::filesystem::remove(file);
    files_.clear();
  }

private:
  git::Library library_;
  testing::TempFolder folder_;
  std::vector<std::filesystem::path> files_;
};

std::string deflated(const std::string &bytes) {
  uLongf size = compressBound(bytes.size());
  std::string out(size, '\0');
  // NOLINTBEGIN(cppcoreguidelines-pro-type-reinterpret-cast): zlib counts in unsigned bytes
  compress2(reinterpret_cast<Bytef *>(out.data()), &size, reinterpret_cast<const Bytef *>(bytes.data()),
            bytes.size(), 1);
  // NOLINTEND(cppcoreguidelines-pro-type-reinterpret-cast)
  out.resize(size);
  return out;
}

std::size_t number_of(char c) {
  if (c >= '0' && c <= '9') return static_cast<std::size_t>(c - '0');
  return c >= 'a' && c <= 'z' ? static_cast<std::size_t>(c - 'a') + 10 : std::string::npos;
}

/// The text with the ids of earlier objects put in.
std::string with_ids(std::string_view text, const std::vector<git_oid> &ids) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_mark = (text[i] == '@' || text[i] == '$') && i + 1 < text.size();
    const std::size_t number = is_mark ? number_of(text[i + 1]) : std::string::npos;
    if (number >= ids.size()) {
      out += text[i];
      continue;
    }
    if (text[i] == '@')
      out += git::id_text(ids[number]);
    else
      out.append(1, '\0').append(std::begin(ids[number].id), std::end(ids[number].id));
    ++i;
  }
  return out;
}

/// Whether a tree is as git writes it: sorted, each name once and one that a file can have.
bool is_as_git_writes(const std::string &tree) {
  std::string before;
  for (std::size_t at = 0; at < tree.size();) {
    const auto space = tree.find(' ', at), nul = tree.find('\0', at);
    if (space == std::string::npos || nul == std::string::npos || space > nul || nul + 20 >= tree.size())
      return false;
    const std::string mode = tree.substr(at, space - at), name = tree.substr(space + 1, nul - space - 1);
    if (mode != "100644" && mode != "40000") return false;
    const std::string sorted = mode == "40000" ? name + "/" : name;
    if (name.find('/') != std::string::npos || !is_snapshot_path(name) || sorted <= before ||
        name + "/" == before)
      return false;
    before = sorted;
    at = nul + 21;
  }
  return true;
}

/// libgit2 1.5 loses the first encoding of a commit that names two: some bytes, which the fuzzer would tell.
bool names_two_encodings(const std::string &commit) {
  const std::string head = commit.substr(0, commit.find("\n\n"));
  const auto first = head.find("\nencoding ");
  return first != std::string::npos && head.find("\nencoding ", first + 1) != std::string::npos;
}

struct Made {
  std::vector<git_oid> ids;
  bool is_plain = true;     ///< git itself could have written all of it
  bool loses_bytes = false; ///< in libgit2
};

Made make_objects(std::string_view text, Workspace &workspace) {
  Made made;
  while (!text.empty() && made.ids.size() < 36) {
    const auto [object, rest] = cut_at(text, "%%\n");
    text = rest;
    const auto [head, body] = cut_at(object, "\n");
    const auto [type, how] = cut_at(head, " ");
    const std::string bytes = with_ids(body, made.ids);
    const std::string stored =
        deflated(std::string(type) + " " + std::to_string(bytes.size()) + std::string(1, '\0') + bytes);
    git_oid id{};
    git_odb_hash(&id, bytes.data(), bytes.size(), git_object_string2type(std::string(type).c_str()));
    made.ids.push_back(id);
    made.loses_bytes = made.loses_bytes || (type == "commit" && names_two_encodings(bytes));
    made.is_plain = made.is_plain && how.empty() && (type != "tree" || is_as_git_writes(bytes));
    workspace.add(id, how.empty() ? stored : stored.substr(0, stored.size() * 2 / 3));
  }
  return made;
}

using Files = std::map<std::string, std::string>; ///< path -> blob

Files files_of(const Snapshot &snapshot) {
  Files files;
  for (const auto &entry : snapshot.list(""))
    if (entry.kind == EntryKind::file) files[entry.path] = entry.id;
  return files;
}

void hold_snapshot(const Snapshot &snapshot, bool is_plain) {
  std::string before;
  for (const auto &entry : snapshot.list("")) {
    hold(before <= entry.path, "a list is sorted", entry.path);
    hold(entry.kind == EntryKind::other || is_snapshot_path(entry.path), "a path can be one", entry.path);
    before = entry.path;
    if (entry.kind != EntryKind::file) continue;
    const std::string bytes = snapshot.read(entry);
    hold(snapshot.size(entry) == bytes.size(), "a file has its size", entry.path);
    hold(git::blob_id(bytes) == entry.id, "a file has its id", entry.path);
    if (is_plain) hold(snapshot.read(entry.path) == bytes, "a file is found by its path", entry.path);
  }
}

/// Comparing commits one by one gives the files of each, and says when each file last changed.
void hold_changes(const Snapshot &snapshot, const CommitLog &log, const FirstParents &walked) {
  CommitLog::Reader reader(log);
  const Files newest = files_of(snapshot);
  std::vector<std::string> paths;
  for (const auto &[path, blob] : newest)
    paths.push_back(path);
  const auto last = snapshot.last_changed(paths);
  std::set<std::string> dated;
  for (std::size_t i = 0; i < walked.commits.size(); ++i) {
    const bool is_first = i + 1 == walked.commits.size();
    const Files after = files_of(*snapshot.at_commit(walked.commits[i].id));
    Files files = is_first ? Files{} : files_of(*snapshot.at_commit(walked.commits[i + 1].id));
    std::set<std::string> tops;
    for (const Files *side : {&after, static_cast<const Files *>(&files)})
      for (const auto &[path, blob] : *side)
        tops.insert(path.substr(0, path.find('/')));
    for (const auto &change : reader.changes(is_first ? "" : walked.commits[i + 1].id, walked.commits[i].id,
                                             {tops.begin(), tops.end()})) {
      hold(change.before != change.after, "a change changes something", change.path);
      const auto was = files.find(change.path);
      hold((was == files.end() ? "" : was->second) == change.before, "a change begins with what was",
           change.path);
      files.erase(change.path);
      if (!change.after.empty()) files[change.path] = change.after;
      const auto date = last.dates.find(change.path);
      if (newest.count(change.path) != 0 && dated.insert(change.path).second)
        hold(date != last.dates.end() && date->second == walked.commits[i].date, "a file last changed then",
             change.path);
    }
    hold(files == after, "the changes lead to the files of the commit", walked.commits[i].id);
  }
}

/// The history is the same read anew, kept, and read from what was kept.
void hold_history(const CommitLog &log) {
  MemoryStore store;
  const auto told = [&](Store *kept) {
    const History history = read_history({log, "site.yaml", kept, 1});
    PackedWriter out;
    for (const auto &event : history.events) {
      hold(event.commit < history.commits.size(), "an event has its commit");
      pack(out, event);
    }
    for (const auto &one : history.commits)
      out.text(one.id + to_iso(one.date) + one.author_name + one.author_email + one.subject);
    out.number(history.unreadable);
    return out.take();
  };
  const std::string anew = told(nullptr);
  hold(told(&store) == anew, "a history is the same when it is kept");
  hold(told(&store) == anew, "a history is the same when it was kept");
}

void hold_commit(const Workspace &workspace, const std::string &id, bool is_plain) {
  const auto snapshot = open_commit(workspace.where(), id);
  const auto log = snapshot->log();
  const auto walked = log->first_parents([](const std::string &) { return false; });
  hold(!walked.commits.empty() && walked.commits.front().id == snapshot->info().commit,
       "a walk begins with its commit");
  for (const auto &commit : walked.commits)
    for (const auto *text : {&commit.author_name, &commit.author_email, &commit.subject})
      hold(is_clean_utf8(*text), "what a commit says is text", commit.id);
  hold(!log->descends_from(id, id), "a commit does not come from itself");
  hold_snapshot(*snapshot, is_plain);
  if (is_plain) hold_changes(*snapshot, *log, walked);
  hold_history(*log);
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  static Workspace workspace;
  const Made made = make_objects(text_of(data, size), workspace);
  try {
    if (!made.ids.empty() && !made.loses_bytes)
      hold_commit(workspace, git::id_text(made.ids.back()), made.is_plain);
  } catch (const WorldError &failure) {
    hold(!failure.remedy().empty(), "a damaged repository has a remedy", failure.what());
  }
  workspace.empty();
  return 0;
}
