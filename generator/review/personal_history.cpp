#include "review/personal_history.hpp"

#include "base/parallel_map.hpp"
#include "base/text.hpp"
#include "content/codes.hpp"
#include "content/load.hpp"
#include "programme/data_guard.hpp"
#include "programme/rules.hpp"
#include "source/snapshot.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

namespace localoffer {
namespace {

/// One file as one commit has it.
struct Version {
  std::size_t commit = 0; ///< among those of the draft
  std::string path, blob;
};

/// A datum and its place in a version.
struct Datum {
  Diagnostic problem;
  std::string text; ///< by which it is known again: itself, or all of its line where it is short
};

std::string short_id(const std::string &commit) {
  return commit.substr(0, 10);
}

std::string line_at(const SourceFile &file, std::uint32_t number) {
  const auto lines = lines_of(file.text);
  return number > 0 && number <= lines.size() ? std::string(lines[number - 1]) : std::string{};
}

/// The characters of a place, or its line: a small number alone stands in many places.
std::string text_at(const Span &span) {
  constexpr std::uint32_t shortest = 6;
  std::string line = line_at(*span.file, span.place.line);
  if (span.place.length < shortest) return line;
  std::string text;
  std::uint32_t column = 0;
  for (const char c : line) {
    if ((static_cast<unsigned char>(c) & 0xC0u) != 0x80u) ++column;
    if (column >= span.place.column && column < span.place.column + span.place.length) text += c;
  }
  return text;
}

std::string how_to_take_out(const std::string &commit, const std::string &parent) {
  const std::string rebase = parent.empty() ? "--root" : fmt::format("{}~1", short_id(commit));
  return fmt::format("A later commit does not help: whoever has the repository can read the older ones. "
                     "Before anybody merges this "
                     "draft, write the commit anew: 'git rebase -i {}', put 'edit' before it, take the words "
                     "out, 'git commit --amend', "
                     "'git rebase --continue', and push with 'git push --force-with-lease'. Where many "
                     "commits have it, use 'git "
                     "filter-repo --replace-text'. What was pushed may have been copied: ask the host of the "
                     "repository to delete the "
                     "old commits, and tell whoever answers for data protection.",
                     rebase);
}

class HistoryScanner {
public:
  HistoryScanner(const CommitLog &log, const std::string &base, const SiteFiles &site, unsigned threads)
      : log_(log), site_(site), threads_(threads), base_(base), commits_(log.commits_since(base)) {}

  std::vector<Diagnostic> scan() {
    CommitLog::Reader reader(log_);
    settings_ = text_of(reader, log_.newest(), site_.settings);
    const auto versions = list_versions(reader);
    const auto found = parallel_map(versions, threads_, [&](const Version &version) {
      return data_in(version.path, log_.read(version.blob));
    });
    for (std::size_t i = 0; i < versions.size(); ++i)
      for (const auto &datum : found[i])
        if (is_new(reader, versions[i].path, datum)) report(versions[i], datum);
    const MemorySnapshot settings(std::map<std::string, std::string>{{site_.settings, settings_}});
    const DataGuard guard(load_content(settings, site_.settings, {}, 1).settings);
    for (const auto &commit : commits_)
      scan_message(guard, commit);
    return std::move(told_);
  }

private:
  std::string text_of(CommitLog::Reader &reader, const std::string &commit, const std::string &path) const {
    const std::string blob = reader.blob(commit, path);
    return blob.empty() ? std::string{} : log_.read(blob);
  }

  /// Each version of a file once, with the first commit that has it.
  std::vector<Version> list_versions(CommitLog::Reader &reader) const {
    std::vector<Version> versions;
    std::set<std::pair<std::string, std::string>> seen;
    for (std::size_t i = 0; i < commits_.size(); ++i)
      for (const auto &change :
           reader.changes(commits_[i].parent, commits_[i].info.id, {site_.settings, site_.content}))
        if (!change.after.empty() && seen.emplace(change.path, change.after).second)
          versions.push_back({i, change.path, change.after});
    return versions;
  }

  /// What the rules find in one file, by the settings of the newest commit. What the file allows is left out.
  std::vector<Datum> data_in(const std::string &path, const std::string &text) const {
    constexpr std::size_t most_read = 1u << 20; // larger ones are no content
    std::vector<Datum> data;
    if (text.size() > most_read || !is_clean_utf8(text)) return data;
    std::map<std::string, std::string> files{{site_.settings, settings_}};
    files[path] = text;
    std::vector<Diagnostic> joining;
    const Programme programme =
        join(load_content(MemorySnapshot(files), site_.settings, {}, 1), {1, 1, 1}, joining);
    auto found = check_personal_data(programme, std::make_shared<const SourceFile>(SourceFile{path, text}));
    for (auto &problem : settle(std::move(found), programme.content))
      if (problem.code == "personal-data" && problem.span.file_path() == path) {
        std::string datum = text_at(problem.span);
        data.push_back({std::move(problem), std::move(datum)});
      }
    return data;
  }

  /// A file at either end of the draft.
  struct Ends {
    std::string before, after;
    std::set<std::string> forbidden; ///< the texts of what the rules find in it at the end
  };

  const Ends &ends_of(CommitLog::Reader &reader, const std::string &path) {
    const auto [ends, is_new] = ends_.try_emplace(path);
    if (!is_new) return ends->second;
    ends->second.before = text_of(reader, base_, path);
    ends->second.after = text_of(reader, log_.newest(), path);
    for (const auto &datum : data_in(path, ends->second.after))
      ends->second.forbidden.insert(datum.text);
    return ends->second;
  }

  /// Not there before the draft, not allowed at its end, and not told yet.
  bool is_new(CommitLog::Reader &reader, const std::string &path, const Datum &datum) {
    if (!known_.emplace(path, datum.text).second) return false;
    const Ends &ends = ends_of(reader, path);
    if (ends.before.find(datum.text) != std::string::npos) return false;
    return ends.after.find(datum.text) == std::string::npos || ends.forbidden.count(datum.text) != 0;
  }

  void report(const Version &version, const Datum &datum) {
    const DraftCommit &commit = commits_[version.commit];
    Diagnostic told = datum.problem;
    told.span = Span(version.path); // a file of the past has no line to show
    told.span.place = datum.problem.span.place;
    told.message = fmt::format("in commit {}: {}", short_id(commit.info.id), datum.problem.message);
    told.help = how_to_take_out(commit.info.id, commit.parent);
    told.notes.clear();
    told_.push_back(std::move(told));
  }

  /// "Co-authored-by: Alex <alex@example.org>" says no more than that the commit has an author.
  static bool is_signature(std::string_view line) {
    const auto colon = line.find(':');
    return colon != std::string_view::npos && lower_ascii(line.substr(0, colon)).ends_with("-by");
  }

  void scan_message(const DataGuard &guard, const DraftCommit &commit) {
    std::uint32_t number = 0;
    for (const auto line : lines_of(commit.message)) {
      ++number;
      if (is_signature(line)) continue;
      for (const auto &one : guard.forbidden_in(line, false))
        told_.push_back(diagnose("personal-data", Span(site_.settings),
                                 fmt::format("line {} of the message of commit {} has {}", number,
                                             short_id(commit.info.id), name_of(one.kind)),
                                 how_to_take_out(commit.info.id, commit.parent)));
    }
  }

  const CommitLog &log_;
  const SiteFiles &site_;
  unsigned threads_;
  std::string base_, settings_;
  std::vector<DraftCommit> commits_;
  std::set<std::pair<std::string, std::string>> known_; ///< by path
  std::map<std::string, Ends> ends_;                    ///< by path
  std::vector<Diagnostic> told_;
};

} // namespace

std::vector<Diagnostic> personal_data_since(const CommitLog &log, const std::string &base,
                                            const SiteFiles &site, unsigned threads) {
  return HistoryScanner(log, base, site, threads).scan();
}

} // namespace localoffer
