#include "history/history.hpp"

#include "base/hash.hpp"
#include "base/parallel_map.hpp"
#include "content/file_parts.hpp"
#include "content/load.hpp"
#include "history/pieces.hpp"
#include "history/remembered.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace localoffer {
namespace {

constexpr std::size_t batch_size = 512;     ///< comparisons whose files are held at one time
constexpr std::size_t most_pieces = 10'000; ///< items of lists that are remembered
constexpr std::size_t files_at_once = 1024; ///< whose texts are held at one time
constexpr std::size_t run_length = 64;      ///< neighbouring commits that one reader takes

template <class Item>
std::vector<std::vector<Item>> in_runs(const std::vector<Item> &items) {
  std::vector<std::vector<Item>> runs;
  for (std::size_t begin = 0; begin < items.size(); begin += run_length)
    runs.emplace_back(items.begin() + static_cast<std::ptrdiff_t>(begin),
                      items.begin() +
                          static_cast<std::ptrdiff_t>(std::min(begin + run_length, items.size())));
  return runs;
}

/// Two commits that follow each other, both with the site's settings.
struct Step {
  std::string before; ///< empty: the site's first commit
  CommitInfo commit;
  std::string folder_before, folder; ///< the content's, from the settings of each
  std::vector<FileChange> changes;
};

class HistoryReader {
public:
  explicit HistoryReader(const HistoryRequest &request)
      : request_(request), memory_(request.store, request.settings) {}

  History read() {
    FirstParents walked = request_.log.first_parents([&](const std::string &commit) {
      auto found = memory_.history_at(commit);
      if (found) state_ = std::move(*found);
      return found.has_value();
    });
    if (walked.commits.empty()) return std::move(state_.history);
    if (walked.history_begins) state_.history.begins = walked.history_begins;
    std::reverse(walked.commits.begin(), walked.commits.end());
    auto steps = steps_of(std::move(walked.commits));
    for (std::size_t begin = 0; begin < steps.size(); begin += batch_size)
      take(steps, begin, std::min(begin + batch_size, steps.size()));
    // What a shallow clone lacks may be there next time.
    if (!state_.history.begins) memory_.keep(request_.log.newest(), state_);
    return std::move(state_.history);
  }

  History between(const CommitInfo &before, const CommitInfo &after) {
    // A site without content before still has a first commit, so that the second one is the second.
    auto steps = steps_of({before, after});
    take(steps, 0, steps.size());
    History &history = state_.history;
    if (!history.commits.empty() && history.commits.front().id != before.id) {
      history.commits.insert(history.commits.begin(), before);
      for (auto &event : history.events)
        event.commit = 1;
    }
    return std::move(history);
  }

private:
  std::string read(const std::string &blob) const {
    if (request_.at_hand != nullptr)
      if (const auto found = request_.at_hand->find(blob); found != request_.at_hand->end())
        return found->second->text;
    return without_mark(request_.log.read(blob));
  }

  SourceFilePtr source(const std::string &path, const std::string &blob) const {
    return std::make_shared<const SourceFile>(SourceFile{path, read(blob)});
  }

  /// The content folder that a version of the settings names; empty when it names none that can be.
  const std::string &folder_of(const std::string &settings_blob) {
    const auto known = folders_.find(settings_blob);
    if (known != folders_.end()) return known->second;
    const auto file = read_recorded(source(request_.settings, settings_blob), "site", {});
    std::string folder = file.records.empty() ? std::string{} : file.records.front().value("content");
    while (folder.ends_with('/'))
      folder.pop_back();
    if (!is_snapshot_path(folder)) folder.clear();
    return folders_[settings_blob] = std::move(folder);
  }

  std::vector<std::string> settings_blobs(const std::vector<CommitInfo> &commits) const {
    const auto runs =
        parallel_map(in_runs(commits), request_.threads, [&](const std::vector<CommitInfo> &run) {
          CommitLog::Reader reader(request_.log);
          std::vector<std::string> blobs;
          for (const auto &commit : run)
            blobs.push_back(reader.blob(commit.id, request_.settings));
          return blobs;
        });
    std::vector<std::string> all;
    for (const auto &run : runs)
      all.insert(all.end(), run.begin(), run.end());
    return all;
  }

  std::vector<Step> steps_of(std::vector<CommitInfo> commits) {
    const auto blobs = settings_blobs(commits);
    std::string before = state_.tail, folder_before = state_.folder;
    std::vector<Step> steps;
    for (std::size_t i = 0; i < commits.size(); ++i) {
      if (blobs[i].empty()) continue;
      std::string folder = folder_of(blobs[i]);
      // While the settings cannot be read, the content is where it was.
      if (folder.empty()) folder = folder_before;
      steps.push_back({before, std::move(commits[i]), folder_before, folder, {}});
      before = steps.back().commit.id;
      folder_before = std::move(folder);
    }
    state_.tail = before;
    state_.folder = folder_before;
    return steps;
  }

  /// Every file of both, whether it differs or not: when the settings turn to another folder, what was there
  /// already is new to the site.
  static std::vector<FileChange> all_files(CommitLog::Reader &reader, const Step &step,
                                           const std::vector<std::string> &paths) {
    std::map<std::string, FileChange> files;
    for (auto &file : reader.changes(step.before, {}, paths))
      files.emplace(file.path, file);
    for (auto &file : reader.changes({}, step.commit.id, paths))
      files.emplace(file.path, file).first->second.after = file.after;
    std::vector<FileChange> all;
    for (auto &[path, file] : files)
      all.push_back(std::move(file));
    return all;
  }

  void find_changes(std::vector<Step> &steps, std::size_t begin, std::size_t end) const {
    std::vector<std::size_t> indices;
    for (std::size_t i = begin; i < end; ++i)
      indices.push_back(i);
    auto found = parallel_map(in_runs(indices), request_.threads, [&](const std::vector<std::size_t> &run) {
      CommitLog::Reader reader(request_.log);
      std::vector<std::vector<FileChange>> changes;
      for (const std::size_t index : run) {
        const Step &step = steps[index];
        std::vector<std::string> paths{request_.settings};
        for (const auto *folder : {&step.folder_before, &step.folder})
          if (!folder->empty() && std::find(paths.begin(), paths.end(), *folder) == paths.end())
            paths.push_back(*folder);
        changes.push_back(step.folder_before == step.folder
                              ? reader.changes(step.before, step.commit.id, paths)
                              : all_files(reader, step, paths));
      }
      return changes;
    });
    std::size_t index = begin;
    for (auto &run : found)
      for (auto &changes : run)
        steps[index++].changes = std::move(changes);
  }

  /// How a version of a file is read; an empty kind when it holds no records.
  FileVersion version_of(const std::string &path, const std::string &folder, const std::string &blob) const {
    const std::string name = path.substr(path.rfind('/') + 1);
    if (path == request_.settings) return {"site", name, blob};
    if (folder.empty() || !lies_in(path, folder) || !is_record_file(path)) return {};
    return {kind_of_file(path, folder), name, blob};
  }

  /// Reads all versions that the steps need and that are not held already.
  void read_files(const std::vector<Step> &steps, std::size_t begin, std::size_t end) {
    std::vector<FileVersion> versions, missing;
    const auto want = [&](FileVersion version) {
      if (!version.kind.empty() && !version.blob.empty() && files_.count(version) == 0)
        versions.push_back(std::move(version));
    };
    for (std::size_t i = begin; i < end; ++i)
      for (const auto &change : steps[i].changes) {
        const auto stale = state_.stale.find(change.path);
        want(stale != state_.stale.end() ? stale->second
                                         : version_of(change.path, steps[i].folder_before, change.before));
        want(version_of(change.path, steps[i].folder, change.after));
      }
    std::sort(versions.begin(), versions.end());
    versions.erase(std::unique(versions.begin(), versions.end()), versions.end());
    auto known = memory_.files(versions);
    for (std::size_t i = 0; i < versions.size(); ++i)
      if (known[i])
        files_.emplace(std::move(versions[i]), std::make_shared<const RecordedFile>(std::move(*known[i])));
      else
        missing.push_back(std::move(versions[i]));
    for (std::size_t at = 0; at < missing.size(); at += files_at_once) {
      const auto first = missing.begin() + static_cast<std::ptrdiff_t>(at);
      const auto count = static_cast<std::ptrdiff_t>(std::min(files_at_once, missing.size() - at));
      parse_and_keep({first, first + count});
    }
  }

  void parse_and_keep(const std::vector<FileVersion> &versions) {
    auto parsed = parsed_files(versions);
    std::vector<std::pair<FileVersion, const RecordedFile *>> to_keep;
    for (std::size_t i = 0; i < versions.size(); ++i) {
      to_keep.emplace_back(versions[i], parsed[i].get());
      files_.emplace(versions[i], std::move(parsed[i]));
    }
    memory_.keep(to_keep);
  }

  struct Piece {
    const FileVersion *version = nullptr;
    std::string text, key;
  };

  /// Parses files, but no item of a list that was parsed before: most commits change one of many.
  std::vector<std::shared_ptr<const RecordedFile>> parsed_files(const std::vector<FileVersion> &versions) {
    const auto cut = parallel_map(versions, request_.threads, [&](const FileVersion &version) {
      const std::string text = read(version.blob);
      std::vector<Piece> pieces;
      // One that is too large has to be refused whole, as check refuses it.
      const bool fits = text.size() <= ContentLimits{}.file_bytes;
      for (const auto piece : fits ? list_pieces(text) : std::vector<std::string_view>{text})
        pieces.push_back(
            {&version, std::string(piece), version.kind + '/' + version.name + '/' + content_hash(piece)});
      return pieces;
    });
    if (pieces_.size() > most_pieces) pieces_.clear();
    std::vector<std::string> whole; // files of one piece: they are held for this batch alone
    std::vector<const Piece *> unknown;
    for (const auto &pieces : cut)
      for (const auto &piece : pieces) {
        if (pieces_.emplace(piece.key, nullptr).second) unknown.push_back(&piece);
        if (pieces.size() == 1) whole.push_back(piece.key);
      }
    auto read = parallel_map(unknown, request_.threads, [&](const Piece *piece) {
      return std::make_shared<const RecordedFile>(parse(*piece->version, piece->text));
    });
    for (std::size_t i = 0; i < unknown.size(); ++i)
      pieces_[unknown[i]->key] = std::move(read[i]);

    std::vector<std::shared_ptr<const RecordedFile>> files;
    for (std::size_t i = 0; i < versions.size(); ++i)
      files.push_back(put_together(versions[i], cut[i]));
    for (const auto &key : whole)
      pieces_.erase(key);
    return files;
  }

  RecordedFile parse(const FileVersion &version, const std::string &text) const {
    const auto file = std::make_shared<const SourceFile>(SourceFile{version.name, text});
    return read_recorded(file, version.kind, {});
  }

  std::shared_ptr<const RecordedFile> put_together(const FileVersion &version,
                                                   const std::vector<Piece> &pieces) const {
    if (pieces.size() == 1) return pieces_.at(pieces.front().key);
    RecordedFile whole;
    for (const auto &piece : pieces) {
      const auto &part = pieces_.at(piece.key);
      if (!part->readable) return std::make_shared<const RecordedFile>(parse(version, read(version.blob)));
      whole.records.insert(whole.records.end(), part->records.begin(), part->records.end());
    }
    return std::make_shared<const RecordedFile>(std::move(whole));
  }

  const RecordedFile *file(const FileVersion &version) const {
    static const RecordedFile none;
    if (version.kind.empty() || version.blob.empty()) return &none;
    return files_.at(version).get();
  }

  void compare(Step &step) {
    std::vector<const RecordedState *> before, after;
    const auto gather = [](const RecordedFile *one, std::vector<const RecordedState *> &all) {
      for (const auto &record : one->records)
        all.push_back(&record);
    };
    for (const auto &change : step.changes) {
      FileVersion was = version_of(change.path, step.folder_before, change.before);
      const FileVersion is = version_of(change.path, step.folder, change.after);
      if (const auto stale = state_.stale.find(change.path); stale != state_.stale.end()) {
        was = stale->second;
        state_.stale.erase(stale);
      }
      if (!file(is)->readable) {
        ++state_.history.unreadable;
        state_.stale[change.path] = was;
        continue;
      }
      gather(file(was), before);
      gather(file(is), after);
    }
    auto events = compare_records(before, after);
    if (events.empty()) return;
    History &history = state_.history;
    for (auto &event : events) {
      event.commit = static_cast<std::uint32_t>(history.commits.size());
      history.events.push_back(std::move(event));
    }
    history.commits.push_back(std::move(step.commit));
  }

  void take(std::vector<Step> &steps, std::size_t begin, std::size_t end) {
    find_changes(steps, begin, end);
    read_files(steps, begin, end);
    std::set<FileVersion> newest;
    for (std::size_t i = begin; i < end; ++i) {
      compare(steps[i]);
      for (const auto &change : steps[i].changes)
        newest.insert(version_of(change.path, steps[i].folder, change.after));
      steps[i].changes.clear();
    }
    // The next batch begins where this one ends; what it needs beyond that it reads again.
    for (auto held = files_.begin(); held != files_.end();)
      held = newest.count(held->first) > 0 ? std::next(held) : files_.erase(held);
  }

  const HistoryRequest &request_;
  HistoryMemory memory_;
  RememberedHistory state_;
  std::map<std::string, std::string> folders_; ///< settings blob -> content folder
  std::map<FileVersion, std::shared_ptr<const RecordedFile>> files_;
  std::map<std::string, std::shared_ptr<const RecordedFile>> pieces_; ///< by kind and bytes
};

} // namespace

CommitPair compare_commits(const HistoryRequest &request, const std::string &before,
                           const std::string &after) {
  CommitPair pair{request.log.info(before), request.log.info(after), {}};
  pair.history = HistoryReader(request).between(pair.before, pair.after);
  return pair;
}

History read_history(const HistoryRequest &request) {
  return HistoryReader(request).read();
}

} // namespace localoffer
