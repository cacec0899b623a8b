#include "content/translate.hpp"

#include "base/text.hpp"
#include "content/codes.hpp"
#include "content/constraints.hpp"
#include "content/file_parts.hpp"
#include "content/kinds.hpp"
#include "content/languages.hpp"
#include "content/tables.hpp"
#include "content/translate_values.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace localoffer {

template <>
const Fields<TranslationNote> &fields_of() {
  static const auto table =
      Fields<TranslationNote>("translation", "Where a translation comes from.")
          .required("translates", &TranslationNote::translates,
                    "The commit whose words it translates: the id that 'git log' shows.", not_wording())
          .required("translated_by", &TranslationNote::translated_by,
                    "Who translated it: a firm, or a person's role. A program is named as one.",
                    not_wording())
          .optional("reviewed_by", &TranslationNote::reviewed_by, "The role of the person who checked it.",
                    not_wording())
          .optional("reviewed_on", &TranslationNote::reviewed_on, "When they checked it.");
  return table;
}

namespace {

using Kind = ValueType::Kind;

bool holds_words(const ValueType &type) {
  if (type.kind == Kind::record)
    return std::any_of(type.fields->begin(), type.fields->end(),
                       [](const FieldInfo &info) { return holds_words(info.type); });
  return type.kind == Kind::prose || (type.kind == Kind::text && type.is_translated);
}

/// Reads the translations of one site into one language.
class Translator {
public:
  Translator(const Content &original, const std::string &language, const ContentLimits &limits,
             TranslatedContent &out)
      : original_(original), language_(language), limits_(limits), out_(out) {}

  void run() {
    read_settings();
    for_each_kind([&](std::string_view kind, std::string_view, auto list) {
      translate_kind(std::string(kind), original_.records.*list, out_.content.records.*list);
    });
    for (const auto &path : files_of_no_kind())
      report_orphan(path);
  }

private:
  /// A translated record, before its words are put into the original.
  template <class Record>
  struct Read {
    Record record;
    TranslationNote note;
    bool used = false; ///< it has found its original
  };

  template <class Record>
  void translate_kind(const std::string &kind, const std::vector<Record> &originals,
                      std::vector<Record> &copies) {
    std::vector<Read<Record>> read;
    for (const auto &file : original_.translations)
      if (is_of_kind(*file, kind)) read_file(file, kind, read);
    std::string last_file;
    for (const auto &record : originals)
      if (record.head.file && record.head.file->path != last_file) {
        last_file = record.head.file->path;
        read_keys(record.head.file, kind, read);
      }
    for (auto &copy : copies) {
      const auto found = std::find_if(read.begin(), read.end(),
                                      [&](const Read<Record> &one) { return one.note.id == copy.head.id; });
      Translating context{found == read.end() ? nullptr : found->note.file, original_language(),
                          out_.diagnostics};
      const SourceFilePtr file = copy.head.file;
      translate(context, copy, found == read.end() ? nullptr : &found->record, {});
      if (found == read.end()) continue;
      found->note.original = file;
      // A version with pictures is another text in each language, so its review is that of the translation.
      if constexpr (requires { copy.reviewed_by = found->note.reviewed_by; }) {
        copy.reviewed_by = found->note.reviewed_by;
        copy.reviewed_on = found->note.reviewed_on;
      }
      out_.notes.push_back(found->note);
      found->used = true;
    }
    for (const auto &one : read)
      if (!one.used) report_unused(one.note, kind);
  }

  bool is_of_kind(const SourceFile &file, const std::string &kind) const {
    return language_of_file(file.path) == language_ &&
           kind_of_file(original_of_file(file.path), folder()) == kind;
  }

  void report_unused(const TranslationNote &note, const std::string &kind) {
    const auto first = std::find_if(out_.notes.begin(), out_.notes.end(), [&](const TranslationNote &other) {
      return other.kind == kind && other.id == note.id;
    });
    const bool is_second = first != out_.notes.end();
    out_.diagnostics.push_back(diagnose(
        "translation-of-nothing", {note.file, note.place},
        is_second ? fmt::format("the {} '{}' is translated twice", kind, note.id)
                  : fmt::format("there is no {} '{}' that this could translate", kind, note.id),
        is_second ? "Keep one of the two."
                  : "Give the file the name of the one that it translates, or the record the same 'id:'."));
    if (is_second)
      out_.diagnostics.back().notes.push_back({{first->file, first->place}, "it was translated here first"});
  }

  template <class Record>
  void read_file(const SourceFilePtr &file, const std::string &kind, std::vector<Read<Record>> &read) {
    const auto parts = parts_of(file, out_.diagnostics);
    if (!parts) return;
    const auto root = parse_yaml(parts->fields, limits_, out_.diagnostics);
    if (!root) return;
    if (root->kind == YamlNode::Kind::list) {
      for (const auto &item : root->items)
        read_one(file, item, nullptr, kind, {}, read);
      return;
    }
    read_one(file, *root, &*parts, kind, file_stem(original_of_file(file->path)), read);
  }

  /// Records that hold their translation themselves, under the language's key.
  template <class Record>
  void read_keys(const SourceFilePtr &file, const std::string &kind, std::vector<Read<Record>> &read) {
    if (file->text.find(language_ + ":") == std::string::npos) return;
    std::vector<Diagnostic> told_already;
    const auto parts = parts_of(file, told_already);
    const auto root = parts ? parse_yaml(parts->fields, limits_, told_already) : std::nullopt;
    if (!root) return;
    const auto read_record_node = [&](const YamlNode &record, const std::string &default_id) {
      const auto *own = record.find(language_);
      if (!own) return;
      const auto *id = record.find("id");
      read_one(file, *own, nullptr, kind, id ? id->scalar : default_id, read);
    };
    if (root->kind == YamlNode::Kind::list)
      for (const auto &item : root->items)
        read_record_node(item, {});
    else
      read_record_node(*root, file_stem(file->path));
  }

  template <class Record>
  void read_one(const SourceFilePtr &file, const YamlNode &node, const FileParts *parts,
                const std::string &kind, const std::string &id, std::vector<Read<Record>> &read) {
    Read<Record> one;
    if (!begin(file, node, kind, one.note)) return;
    const std::size_t first_text = out_.content.texts.size();
    std::vector<Use> uses;
    ReadContext context{file, limits_, out_.diagnostics, uses, out_.content.texts};
    context.is_translation = true;
    read_record(context, words_of(file, node, fields_of<Record>()), one.record);
    if (parts && parts->body_begin != std::string::npos) read_body(context, *parts, one.record.head.text);
    if (one.record.head.text.given) one.note.keys.emplace_back("text");
    one.note.id = one.record.head.id_field.given ? *one.record.head.id_field : id;
    for (std::size_t i = first_text; i < out_.content.texts.size(); ++i) {
      out_.content.texts[i].kind = kind;
      out_.content.texts[i].id = one.note.id;
    }
    keep_links(std::move(uses));
    read.push_back(std::move(one));
  }

  void read_settings() {
    const SourceFilePtr &file = original_.settings.file;
    Translating context{file, original_language(), out_.diagnostics};
    std::vector<Diagnostic> told_already;
    const auto root = parse_yaml({file, 0, file->text.size()}, limits_, told_already);
    const auto *own = root ? root->find(language_) : nullptr;
    Settings translation;
    TranslationNote note;
    const bool is_given = own && begin(file, *own, "site", note);
    if (is_given) {
      std::vector<Use> uses;
      ReadContext read{file, limits_, out_.diagnostics, uses, out_.content.texts};
      read.is_translation = true;
      YamlNode words = words_of(file, *own, fields_of<Settings>());
      put_in_order(words);
      read_record(read, words, translation);
      keep_links(std::move(uses));
      note.original = file;
      out_.notes.push_back(note);
    }
    translate(context, out_.content.settings, is_given ? &translation : nullptr, {});
  }

  /// Of the scale, a translation names the statuses by their keys, all of them or some; they are put into the
  /// scale's own order, and nothing stands for those that it leaves out.
  void put_in_order(YamlNode &words) {
    for (auto &entry : words.entries) {
      if (entry.key.scalar != "statuses" || entry.value.kind != YamlNode::Kind::list) continue;
      const auto &statuses = original_.settings.statuses;
      YamlNode none;
      none.kind = YamlNode::Kind::map;
      none.place = entry.value.place;
      std::vector<YamlNode> ordered(statuses.size(), none);
      for (auto &item : entry.value.items) {
        const auto *key = item.find("key");
        const auto status = std::find_if(statuses.begin(), statuses.end(),
                                         [&](const Status &one) { return key && key->scalar == *one.key; });
        if (status == statuses.end())
          report_status(key ? *key : item, key != nullptr);
        else
          ordered[static_cast<std::size_t>(status - statuses.begin())] = std::move(item);
      }
      entry.value.items = std::move(ordered);
    }
  }

  void report_status(const YamlNode &where, bool has_key) {
    std::vector<std::string> known;
    for (const auto &status : original_.settings.statuses)
      known.push_back(*status.key);
    const auto near = has_key ? did_you_mean(where.scalar, known) : std::nullopt;
    out_.diagnostics.push_back(diagnose(
        "translation-of-nothing", {original_.settings.file, where.place},
        has_key ? fmt::format("there is no status '{}' that this could translate", where.scalar)
                : "this status has no 'key', so nobody can tell which it translates",
        near ? fmt::format("did you mean '{}'?", *near) : fmt::format("The keys are: {}.", joined(known))));
  }

  /// Links are followed in each language; whatever else is named is the original's.
  void keep_links(std::vector<Use> uses) {
    for (auto &use : uses)
      if (use.kind == Use::Kind::link) out_.content.uses.push_back(std::move(use));
  }

  /// Reads where the translation comes from.
  bool begin(const SourceFilePtr &file, const YamlNode &node, const std::string &kind,
             TranslationNote &note) {
    if (node.kind != YamlNode::Kind::map) {
      out_.diagnostics.push_back(
          diagnose("wrong-type", {file, node.place}, "a translation is 'key: value' lines",
                   "Write 'translates:', 'translated_by:' and the words, each under its key."));
      return false;
    }
    note.file = file;
    note.kind = kind;
    note.place = node.entries.empty() ? node.place : node.entries.front().key.place;
    YamlNode about = node;
    about.entries.clear();
    for (const auto &entry : node.entries) {
      if (fields_of<TranslationNote>().find(entry.key.scalar))
        about.entries.push_back(entry);
      else if (entry.key.scalar != "id")
        note.keys.push_back(entry.key.scalar);
    }
    std::vector<Use> uses;
    std::vector<WrittenText> texts;
    ReadContext context{file, limits_, out_.diagnostics, uses, texts};
    about.place = note.place;
    read_record(context, about, note);
    return true;
  }

  /// The translation without the lines that say where it comes from, and without facts.
  template <class Record>
  YamlNode words_of(const SourceFilePtr &file, const YamlNode &node, const Fields<Record> &fields) {
    YamlNode words = node;
    words.entries.clear();
    for (const auto &entry : node.entries) {
      const std::string &key = entry.key.scalar;
      if (fields_of<TranslationNote>().find(key)) continue;
      const auto *field = fields.find(key);
      if (!field)
        report_unknown(file, entry.key, fields.infos());
      else if (key != "id" && !holds_words(field->info.type))
        out_.diagnostics.push_back(
            diagnose("translation-of-fact", {file, entry.key.place},
                     fmt::format("'{}' is a fact, and is the same in every language", key),
                     "Remove the line: the original has it."));
      else
        words.entries.push_back(entry);
    }
    return words;
  }

  void report_unknown(const SourceFilePtr &file, const YamlNode &key, const std::vector<FieldInfo> &fields) {
    std::vector<std::string> known;
    for (const auto &info : fields_of_translation(fields))
      known.push_back(info.key);
    auto near = did_you_mean(key.scalar, known);
    if (key.scalar == "translator") near = "translated_by";
    if (key.scalar == "reviewer") near = "reviewed_by";
    out_.diagnostics.push_back(diagnose(
        "unknown-key", {file, key.place}, fmt::format("'{}' is not a field of a translation", key.scalar),
        near ? fmt::format("did you mean '{}'?", *near)
             : fmt::format("A translation has words only: {}.", joined(known))));
  }

  void read_body(ReadContext &context, const FileParts &parts, Authored<Prose> &text) {
    YamlNode node;
    node.kind = YamlNode::Kind::scalar;
    node.scalar = context.file->text.substr(parts.body_begin);
    if (node.scalar.find_first_not_of(" \n\r\t") == std::string::npos) return;
    node.block = true;
    node.place = {parts.body_line, 1, 0};
    node.text_begin = parts.body_begin;
    node.text_place = node.place;
    read_value(context, node, text, {});
  }

  std::vector<std::string> files_of_no_kind() const {
    std::vector<std::string> paths;
    for (const auto &file : original_.translations)
      if (is_of_kind(*file, "")) paths.push_back(file->path);
    return paths;
  }

  void report_orphan(const std::string &path) {
    out_.diagnostics.push_back(
        diagnose("translation-of-nothing", Span{path},
                 "this file is in no folder that holds records, and translates nothing",
                 "Put it beside the file that it translates."));
  }

  const std::string &folder() const { return *original_.settings.content; }
  std::string original_language() const {
    return original_.settings.language.given ? *original_.settings.language : std::string("en");
  }

  const Content &original_;
  const std::string &language_;
  const ContentLimits &limits_;
  TranslatedContent &out_;
};

} // namespace

std::vector<FieldInfo> fields_of_translation(const std::vector<FieldInfo> &original) {
  std::vector<FieldInfo> fields = fields_of<TranslationNote>().infos();
  for (const auto &info : original) {
    const bool is_known = std::any_of(fields.begin(), fields.end(),
                                      [&](const FieldInfo &known) { return known.key == info.key; });
    if (is_known || !holds_words(info.type)) continue;
    fields.push_back(info);
    fields.back().required = false;
  }
  return fields;
}

TranslatedContent translate_content(const Content &original, const std::string &language,
                                    const ContentLimits &limits) {
  TranslatedContent out;
  out.content.settings = original.settings;
  out.content.records = original.records;
  out.content.uses = original.uses;
  out.content.files = original.files;
  out.content.document_bytes = original.document_bytes;
  out.content.beside_milestones = original.beside_milestones;
  Translator(original, language, limits, out).run();
  return out;
}

} // namespace localoffer
