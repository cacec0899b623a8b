#include "content/translation_age.hpp"

#include "base/text.hpp"
#include "content/file_parts.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace localoffer {
namespace {

/// Whether two texts are the same but for where their lines break.
bool same_words(std::string_view a, std::string_view b) {
  return with_single_blanks(a) == with_single_blanks(b);
}

bool same(const YamlNode *a, const YamlNode *b) {
  if (!a || !b) return a == b;
  if (a->kind != b->kind || !same_words(a->scalar, b->scalar) || a->items.size() != b->items.size() ||
      a->entries.size() != b->entries.size())
    return false;
  for (std::size_t i = 0; i < a->items.size(); ++i)
    if (!same(&a->items[i], &b->items[i])) return false;
  for (std::size_t i = 0; i < a->entries.size(); ++i)
    if (a->entries[i].key.scalar != b->entries[i].key.scalar ||
        !same(&a->entries[i].value, &b->entries[i].value))
      return false;
  return true;
}

/// One record of a file, as its author wrote it.
struct WrittenRecord {
  YamlNode fields;
  std::string body;
};

std::optional<WrittenRecord> record_in(const SourceFilePtr &file, const TranslationNote &note,
                                       const ContentLimits &limits) {
  std::vector<Diagnostic> ignored;
  const auto parts = parts_of(file, ignored);
  auto root = parts ? parse_yaml(parts->fields, limits, ignored) : std::nullopt;
  if (!root) return std::nullopt;
  if (root->kind != YamlNode::Kind::list) {
    WrittenRecord record{std::move(*root), {}};
    if (parts->body_begin != std::string::npos) record.body = file->text.substr(parts->body_begin);
    return record;
  }
  for (auto &item : root->items)
    if (const auto *id = item.find("id"); id && id->scalar == note.id)
      return WrittenRecord{std::move(item), {}};
  return std::nullopt;
}

} // namespace

TranslationAge age_of(const TranslationNote &note, const Snapshot &then, const ContentLimits &limits) {
  const std::string &path = note.original->path;
  const auto entries = then.list(path);
  const bool was_there = std::any_of(entries.begin(), entries.end(), [&](const Entry &entry) {
    return entry.kind == EntryKind::file && entry.path == path;
  });
  if (!was_there) return TranslationAge::original_missing;
  const auto file = std::make_shared<const SourceFile>(SourceFile{path, without_mark(then.read(path)), {}});
  const auto was = record_in(file, note, limits), is = record_in(note.original, note, limits);
  if (!was || !is) return TranslationAge::original_missing;
  const bool is_same = std::all_of(note.keys.begin(), note.keys.end(), [&](const std::string &key) {
    if (key == "text" && !(was->body.empty() && is->body.empty())) return same_words(was->body, is->body);
    return same(was->fields.find(key), is->fields.find(key));
  });
  return is_same ? TranslationAge::up_to_date : TranslationAge::outdated;
}

} // namespace localoffer
