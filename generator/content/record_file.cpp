#include "content/record_file.hpp"

#include "base/text.hpp"
#include "content/codes.hpp"
#include "content/file_parts.hpp"
#include "content/kinds.hpp"
#include "content/markdown.hpp"
#include "content/tables.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <functional>

namespace localoffer {
namespace {

class FileReader {
public:
  FileReader(const SourceFilePtr &file, const ContentLimits &limits, FileRecords &out)
      : out_(out), context_{file, limits, out.diagnostics, out.uses, out.texts} {}

  template <class Record>
  void read_all(const YamlNode &root, const FileParts &parts, std::vector<Record> &records) {
    if (root.kind != YamlNode::Kind::list) {
      read_one(root, parts, file_stem(context_.file->path), records.emplace_back());
      return;
    }
    for (const auto &item : root.items) {
      Record &record = records.emplace_back();
      read_one(item, parts, {}, record);
      if (record.head.id.empty())
        context_.missing_field(item, fields_of<Record>().name(), "id",
                               "Each record in a list needs an id of its own.");
    }
  }

private:
  template <class Record>
  void read_one(const YamlNode &node, const FileParts &parts, const std::string &default_id, Record &record) {
    record.head.file = context_.file;
    record.head.place = first_place(node);
    // The body counts as a field before the missing ones are looked for.
    const std::size_t first_text = out_.texts.size();
    const bool has_body = parts.body_begin != std::string::npos;
    if (has_body) read_body(parts, record.head);
    const std::size_t before = context_.diagnostics.size();
    read_record(context_, node, record);
    if (record.head.text.given && has_body) forgive_missing_text(before);
    record.head.id = record.head.id_field.given ? *record.head.id_field : default_id;
    check_id(record.head);
    for (auto text = out_.texts.begin() + static_cast<std::ptrdiff_t>(first_text); text != out_.texts.end();
         ++text) {
      text->kind = fields_of<Record>().name();
      text->id = record.head.id;
    }
  }

  static Place first_place(const YamlNode &node) {
    return node.entries.empty() ? node.place : node.entries.front().key.place;
  }

  void forgive_missing_text(std::size_t from) {
    auto &all = context_.diagnostics;
    all.erase(std::remove_if(all.begin() + static_cast<std::ptrdiff_t>(from), all.end(),
                             [](const Diagnostic &d) {
                               return d.code == "missing-field" &&
                                      d.message.find("no 'text'") != std::string::npos;
                             }),
              all.end());
  }

  void read_body(const FileParts &parts, RecordHead &head) {
    const std::string_view body = std::string_view(context_.file->text).substr(parts.body_begin);
    if (trimmed(body).empty()) return;
    YamlNode
        node; // the body is read as if it were the field 'text', so that every check of a field holds for it
    node.kind = YamlNode::Kind::scalar;
    node.scalar = std::string(body);
    node.block = true;
    node.place = {parts.body_line, 1, 0};
    node.text_begin = parts.body_begin;
    node.text_place = node.place;
    context_.read_field("text", [&] { read_value(context_, node, head.text, {}); });
  }

  void check_id(RecordHead &head) {
    if (head.id.empty() || head.id == slug(head.id)) return;
    const Place place = head.id_field.given ? head.id_field.place : Place{};
    out_.diagnostics.push_back(diagnose(
        "unknown-value", {context_.file, place}, fmt::format("'{}' cannot be part of an address", head.id),
        fmt::format("Use small letters, digits and hyphens: '{}'.", slug(head.id))));
    head.id = slug(head.id);
  }

  FileRecords &out_;
  ReadContext context_;
};

using KindReader = std::function<void(FileReader &, const YamlNode &, const FileParts &, Records &)>;

template <class Record>
KindReader reader_of(std::vector<Record> Records::*list) {
  return [list](FileReader &reader, const YamlNode &root, const FileParts &parts, Records &records) {
    reader.read_all(root, parts, records.*list);
  };
}

struct FolderKind {
  std::string folder, kind;
  KindReader read;
};

/// The kinds that have a folder: all but the plan.
const std::vector<FolderKind> &folder_kinds() {
  static const auto kinds = [] {
    std::vector<FolderKind> all;
    for_each_kind([&](std::string_view kind, std::string_view folder, auto list) {
      if (!folder.empty()) all.push_back({std::string(folder), std::string(kind), reader_of(list)});
    });
    return all;
  }();
  return kinds;
}

const KindReader *reader_for(const SourceFilePtr &file, const std::string &area_folder,
                             std::vector<Diagnostic> &diagnostics) {
  static const KindReader plan = reader_of(&Records::plans);
  const std::string wanted = kind_of_file(file->path, area_folder);
  if (wanted == "plan") return &plan;
  std::vector<std::string> known;
  for (const auto &kind : folder_kinds()) {
    if (kind.kind == wanted) return &kind.read;
    known.push_back(kind.folder);
  }
  const std::string inside = file->path.substr(std::min(file->path.size(), area_folder.size() + 1));
  const auto near = did_you_mean(inside.substr(0, inside.find('/')), known);
  diagnostics.push_back(diagnose(
      "unknown-folder", Span{file->path}, "this file is in no folder that holds records, and is not read",
      near ? fmt::format("did you mean the folder '{}'?", *near)
           : fmt::format("The folders are: {}; the plan itself is plan.md.", joined(known))));
  return nullptr;
}

} // namespace

const std::vector<std::pair<std::string, std::string>> &record_folders() {
  static const auto folders = [] {
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const auto &kind : folder_kinds())
      pairs.emplace_back(kind.folder, kind.kind);
    return pairs;
  }();
  return folders;
}

bool is_readable(const SourceFilePtr &file, const ContentLimits &limits,
                 std::vector<Diagnostic> &diagnostics) {
  if (file->text.size() > limits.file_bytes) {
    diagnostics.push_back(diagnose(
        "file-too-large", Span{file->path},
        fmt::format("this file has {} bytes, and {} is the most", file->text.size(), limits.file_bytes),
        "Split it into several files."));
    return false;
  }
  if (!is_clean_utf8(file->text)) {
    diagnostics.push_back(
        diagnose("not-utf8", Span{file->path}, "this file is not UTF-8 text",
                 "Save it again with the encoding 'UTF-8'. A Word document or a picture cannot be content."));
    return false;
  }
  return true;
}

FileRecords read_record_file(const SourceFilePtr &file, const std::string &area_folder,
                             const ContentLimits &limits) {
  FileRecords out;
  out.file = file;
  if (!is_readable(file, limits, out.diagnostics)) return out;
  const KindReader *read = reader_for(file, area_folder, out.diagnostics);
  if (!read) return out;
  const auto parts = parts_of(file, out.diagnostics);
  if (!parts) return out;
  const auto root = parse_yaml(parts->fields, limits, out.diagnostics);
  if (!root) return out;
  FileReader reader(file, limits, out);
  (*read)(reader, *root, *parts, out.records);
  out.silences = find_silences(file);
  return out;
}

Settings read_settings(const SourceFilePtr &file, const ContentLimits &limits, FileRecords &gathered) {
  Settings settings;
  settings.file = file;
  if (!is_readable(file, limits, gathered.diagnostics)) return settings;
  const auto root = parse_yaml({file, 0, file->text.size()}, limits, gathered.diagnostics);
  if (!root) return settings;
  ReadContext context{file, limits, gathered.diagnostics, gathered.uses, gathered.texts};
  read_record(context, *root, settings);
  for (auto &text : gathered.texts)
    text.kind = "site";
  gathered.silences = find_silences(file);
  return settings;
}

std::vector<KnownProblem> read_known_problems(const SourceFilePtr &file, const ContentLimits &limits,
                                              std::vector<Diagnostic> &diagnostics) {
  std::vector<KnownProblem> known;
  if (!is_readable(file, limits, diagnostics)) return known;
  const auto root = parse_yaml({file, 0, file->text.size()}, limits, diagnostics);
  if (!root || root->kind == YamlNode::Kind::null) return known; // nothing is known
  FileRecords unused;                                            // the file names problems and holds no words
  ReadContext context{file, limits, diagnostics, unused.uses, unused.texts};
  read_value(context, *root, known, {});
  return known;
}

} // namespace localoffer
