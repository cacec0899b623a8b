#include "content/load.hpp"

#include "base/hash.hpp"
#include "base/packed.hpp"
#include "base/parallel_map.hpp"
#include "base/text.hpp"
#include "content/codes.hpp"
#include "content/file_parts.hpp"
#include "content/kinds.hpp"
#include "content/languages.hpp"
#include "content/published_files.hpp"

#include <algorithm>
#include <atomic>
#include <fmt/format.h>
#include <iterator>
#include <numeric>
#include <set>

namespace localoffer {
namespace {

template <class T>
void append(std::vector<T> &all, std::vector<T> &&more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

void append(Records &all, Records &more) {
  for_each_kind(
      [&](std::string_view, std::string_view, auto list) { append(all.*list, std::move(more.*list)); });
}

bool ends_with(std::string_view text, std::string_view ending) {
  return text.size() >= ending.size() && text.substr(text.size() - ending.size()) == ending;
}

bool is_empty(const Records &records) {
  bool empty = true;
  for_each_record(records, [&](std::string_view, const auto &) { empty = false; });
  return empty;
}

const std::string &path_of(const std::string &path) {
  return path;
}
const std::string &path_of(const Entry &entry) {
  return entry.path;
}
std::string id_of(const std::string &) {
  return {};
}
std::string id_of(const Entry &entry) {
  return entry.id;
}

/// `file` is a path or an entry. Null, with a diagnostic, for a file that is larger than `most`: its bytes
/// are then not read.
SourceFilePtr read_source(const Snapshot &snapshot, const auto &file, std::size_t most,
                          std::vector<Diagnostic> &diagnostics) {
  const std::string &path = path_of(file);
  if (const auto size = snapshot.size(file); size > most) {
    diagnostics.push_back(diagnose("file-too-large", Span{path},
                                   fmt::format("this file has {} bytes, and {} is the most", size, most),
                                   "Split it into several files."));
    return nullptr;
  }
  return std::make_shared<const SourceFile>(SourceFile{path, without_mark(snapshot.read(file)), id_of(file)});
}

void refuse(const Entry &entry, std::vector<Diagnostic> &diagnostics) {
  if (entry.kind == EntryKind::submodule)
    diagnostics.push_back(diagnose(
        "submodule-refused", Span{entry.path}, "this is another repository inside this one",
        "Copy its files into this repository: what is published must be in the commit that is built."));
  else
    diagnostics.push_back(
        diagnose("symlink-refused", Span{entry.path},
                 entry.kind == EntryKind::symlink ? "this is a symbolic link" : "this is not a file",
                 "Put the file itself here: a link could lead outside the repository."));
}

bool is_file(const Snapshot &snapshot, const std::string &path) {
  if (!is_snapshot_path(path)) return false;
  const auto entries = snapshot.list(path);
  return std::any_of(entries.begin(), entries.end(),
                     [&](const Entry &entry) { return entry.kind == EntryKind::file && entry.path == path; });
}

/// Nothing, with a diagnostic, when it is not a file.
std::optional<Entry> find_settings(const Snapshot &snapshot, const std::string &path, Content &content) {
  for (const auto &entry : snapshot.list(path)) {
    if (entry.kind == EntryKind::file && entry.path == path) return entry;
    refuse(entry, content.diagnostics);
    return std::nullopt;
  }
  throw WorldError(fmt::format("there is no file '{}' in {}", path, snapshot.info().description),
                   "Check the name. A file that is not committed yet is read with --work-tree.");
}

void check_content_folder(Content &content, const std::vector<Entry> &entries) {
  const auto &folder = content.settings.content;
  const Span span{content.settings.file, folder.place};
  if (!is_snapshot_path(*folder))
    content.diagnostics.push_back(
        diagnose("unknown-value", span, fmt::format("'{}' is not a folder of this repository", *folder),
                 "Write its path from the repository's top, with '/' and without '..': content/somerset."));
  else if (entries.empty())
    content.diagnostics.push_back(
        diagnose("unknown-value", span, fmt::format("there is nothing in the folder '{}'", *folder),
                 "Write the path of the folder that holds plan.md, from the repository's top."));
}

/// All that lies in the content folder; nothing, with a diagnostic, when that is more than can be listed.
std::vector<Entry> list_content(const Snapshot &snapshot, Content &content) {
  const std::string &folder = *content.settings.content;
  if (!is_snapshot_path(folder)) return {};
  try {
    return snapshot.list(folder);
  } catch (const TooManyFiles &error) {
    content.diagnostics.push_back(diagnose("too-many-files",
                                           {content.settings.file, content.settings.content.place},
                                           error.what(), error.remedy()));
    return {};
  }
}

/// How much is read of all files together. Each may be small enough, and there may still be too much: git
/// keeps a file that says the same over and over in a thousandth of its size.
constexpr std::uint64_t most_together = 128U << 20U;

/// How many mistakes are kept of one file and of all together: far more than are shown. A megabyte can hold a
/// hundred thousand. Of each file that has any at least one is kept, so that it counts as one with a mistake.
constexpr std::size_t most_in_file = 2000, most_in_all = 20'000;
constexpr std::size_t files_at_once = 128; ///< whose mistakes are held until the first of them are chosen

void refuse_bytes(const Snapshot &snapshot, const std::vector<Entry> &files, Content &content) {
  std::uint64_t bytes = 0;
  for (const auto &file : files)
    bytes += snapshot.size(file);
  content.diagnostics.push_back(
      diagnose("too-many-files", {content.settings.file, content.settings.content.place},
               fmt::format("the records of this folder have {} bytes together, and {} is the most", bytes,
                           most_together),
               "Take out what is not needed, or make several sites of it."));
}

/// What the files gave, in their order, whatever the number of threads. Stops, with a diagnostic, when they
/// are too much together.
std::optional<std::vector<FileRecords>> read_files(const Snapshot &snapshot, const std::vector<Entry> &files,
                                                   const ContentLimits &limits, unsigned threads,
                                                   RecordMemory &memory, Content &content) {
  const std::string &folder = *content.settings.content;
  std::atomic<std::uint64_t> bytes{0};
  auto known = memory.find(files, folder, threads);
  const auto read_one = [&](std::size_t index) {
    if (known[index]) {
      bytes += known[index]->file->text.size();
      return std::move(*known[index]);
    }
    FileRecords none;
    if (bytes > most_together) return none; // told below
    const auto source = read_source(snapshot, files[index], limits.file_bytes, none.diagnostics);
    if (!source) return none;
    bytes += source->text.size();
    FileRecords read = read_record_file(source, folder, limits);
    read.left_out = leave_first(read.diagnostics, most_in_file);
    return read;
  };
  std::vector<FileRecords> all;
  std::size_t room = most_in_all;
  while (all.size() < files.size()) {
    std::vector<std::size_t> indices(std::min(files_at_once, files.size() - all.size()));
    std::iota(indices.begin(), indices.end(), all.size());
    for (auto &one : parallel_map(indices, threads, read_one)) {
      content.left_out += one.left_out + leave_first(one.diagnostics, std::max<std::size_t>(room, 1));
      room -= std::min(room, one.diagnostics.size());
      all.push_back(std::move(one));
    }
    if (bytes > most_together) {
      refuse_bytes(snapshot, files, content);
      return std::nullopt;
    }
  }
  memory.keep(files, all, threads);
  return all;
}

/// Makes room for all at once: a list that grows as it is filled ends with room for half as much again.
void make_room(const std::vector<FileRecords> &read, Content &content) {
  const auto count = [&](auto list_of, auto &out) {
    std::size_t items = out.size();
    for (const auto &one : read)
      items += list_of(one).size();
    out.reserve(items);
  };
  for_each_kind([&](std::string_view, std::string_view, auto list) {
    count(
        [&](const FileRecords &one) -> const auto & { return one.records.*list; }, content.records.*list);
  });
  count(
      [](const FileRecords &one) -> const auto & { return one.uses; }, content.uses);
  count(
      [](const FileRecords &one) -> const auto & { return one.texts; }, content.texts);
}

/// "8-timeliness.polish.md" beside "8-timeliness.md" is meant as a translation.
void take_unknown_languages(std::vector<Entry> &records, std::vector<Entry> &translations) {
  std::set<std::string> paths;
  for (const auto &entry : records)
    paths.insert(entry.path);
  const auto is_meant = [&](const Entry &entry) {
    const std::string original = path_without_language(entry.path);
    return original != entry.path && paths.count(original) > 0;
  };
  const auto meant = std::stable_partition(records.begin(), records.end(),
                                           [&](const Entry &entry) { return !is_meant(entry); });
  std::move(meant, records.end(), std::back_inserter(translations));
  records.erase(meant, records.end());
}

void read_translations(const Snapshot &snapshot, const std::vector<Entry> &files, const ContentLimits &limits,
                       Content &content) {
  for (const auto &entry : files) {
    const auto file = read_source(snapshot, entry, limits.file_bytes, content.diagnostics);
    if (!file || !is_readable(file, limits, content.diagnostics)) continue;
    content.uses.push_back({Use::Kind::language, {}, language_in_name(entry.path), {}, file, {}});
    append(content.silences, find_silences(file));
    content.translations.push_back(file);
  }
}

std::string hash_beside_milestones(const std::vector<Entry> &entries, const std::string &folder) {
  PackedWriter out;
  for (const auto &entry : entries) {
    if (kind_of_file(entry.path, folder) == "milestone") continue;
    out.text(entry.path);
    out.text(entry.id);
  }
  return content_hash(out.take());
}

/// A reader is told how big a file is before it is fetched. The size is that of the file itself, so that it
/// stays right when the file changes.
void measure_documents(const Snapshot &snapshot, Content &content) {
  for (const auto &document : content.records.documents) {
    const std::string path = *content.settings.content + "/" + *document.file;
    if (std::binary_search(content.files.begin(), content.files.end(), path))
      content.document_bytes[path] = snapshot.size(path);
  }
}

void check_pictures(const Snapshot &snapshot, const ContentLimits &limits, Content &content) {
  for (const auto &path : content.files) {
    if (!ends_with(lower_ascii(path), ".svg")) continue;
    if (const auto file = read_source(snapshot, path, limits.file_bytes, content.diagnostics))
      append(content.diagnostics, check_vector_picture(file));
  }
}

} // namespace

bool is_record_file(const std::string &path) {
  if (ends_with(path, "/README.md") || !language_of_file(path).empty()) return false;
  return ends_with(path, ".yaml") || ends_with(path, ".yml") || ends_with(path, ".md");
}

Content load_content(const Snapshot &snapshot, const std::string &settings_path, const ContentLimits &limits,
                     unsigned threads, RecordMemory memory) {
  Content content;
  const auto settings = find_settings(snapshot, settings_path, content);
  if (!settings) return content;

  FileRecords gathered;
  const auto file = read_source(snapshot, *settings, limits.file_bytes, content.diagnostics);
  if (!file) return content;
  content.settings = read_settings(file, limits, gathered);
  append(content.uses, std::move(gathered.uses));
  append(content.texts, std::move(gathered.texts));
  append(content.silences, std::move(gathered.silences));
  append(content.diagnostics, std::move(gathered.diagnostics));
  if (!content.settings.content.given) return content;

  const std::string folder = *content.settings.content;
  const auto entries = list_content(snapshot, content);
  if (content.diagnostics.empty() || !entries.empty()) check_content_folder(content, entries);
  std::vector<Entry> record_files, translations;
  content.beside_milestones = hash_beside_milestones(entries, folder);
  for (const auto &entry : entries) {
    if (entry.kind != EntryKind::file) {
      refuse(entry, content.diagnostics);
      continue;
    }
    content.files.push_back(entry.path);
    if (!language_of_file(entry.path).empty())
      translations.push_back(entry);
    else if (is_record_file(entry.path))
      record_files.push_back(entry);
  }
  take_unknown_languages(record_files, translations);
  read_translations(snapshot, translations, limits, content);
  auto read = read_files(snapshot, record_files, limits, threads, memory, content);
  if (!read) return content;
  make_room(*read, content);
  for (std::size_t i = 0; i < read->size(); ++i) {
    FileRecords &one = (*read)[i];
    if (is_empty(one.records) && has_errors(one.diagnostics)) content.unread.push_back(record_files[i].path);
    append(content.records, one.records);
    append(content.uses, std::move(one.uses));
    append(content.texts, std::move(one.texts));
    append(content.silences, std::move(one.silences));
    append(content.diagnostics, std::move(one.diagnostics));
  }
  measure_documents(snapshot, content);
  check_pictures(snapshot, limits, content);
  return content;
}

void load_baseline(const Snapshot &snapshot, const ContentLimits &limits, Content &content) {
  const auto &path = content.settings.baseline;
  if (!path.given) return;
  if (!is_file(snapshot, *path)) {
    content.diagnostics.push_back(
        diagnose("unknown-value", {content.settings.file, path.place},
                 fmt::format("there is no file '{}' in {}", *path, snapshot.info().description),
                 fmt::format("Write it with: localoffer check {} --write-baseline {}",
                             content.settings.file->path, *path)));
    return;
  }
  content.baseline = read_source(snapshot, *path, limits.file_bytes, content.diagnostics);
  if (!content.baseline) return;
  content.known_problems = read_known_problems(content.baseline, limits, content.diagnostics);
}

} // namespace localoffer
