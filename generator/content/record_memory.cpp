#include "content/record_memory.hpp"

#include "base/packed.hpp"
#include "base/parallel_map.hpp"
#include "content/kinds.hpp"
#include "content/tables.hpp"

#include <algorithm>
#include <functional>
#include <unordered_map>

namespace localoffer {
namespace {

constexpr std::size_t files_a_bucket = 64;

// ---- one file

void pack(PackedWriter &out, const Use &use) {
  out.number(static_cast<unsigned>(use.kind));
  for (const auto *text : {&use.of, &use.text, &use.words})
    out.text(*text);
  localoffer::pack(out, use.place);
}

Use unpack_use(PackedReader &in, const SourceFilePtr &file) {
  Use use;
  use.kind = static_cast<Use::Kind>(in.number());
  for (auto *text : {&use.of, &use.text, &use.words})
    *text = in.view();
  use.file = file;
  localoffer::unpack(in, use.place);
  return use;
}

void pack(PackedWriter &out, const WrittenText &text) {
  for (const auto *name : {&text.kind, &text.id, &text.field})
    out.text(*name);
  out.number(text.is_prose ? 1 : 0);
  localoffer::pack(out, text.place);
  out.number(text.begin);
  localoffer::pack(out, text.text_place);
  out.number(text.length);
  out.text(text.unfolded);
}

WrittenText unpack_text(PackedReader &in, const SourceFilePtr &file) {
  WrittenText text;
  for (auto *name : {&text.kind, &text.id, &text.field})
    *name = in.view();
  text.is_prose = in.number() != 0;
  text.file = file;
  localoffer::unpack(in, text.place);
  text.begin = std::min<std::size_t>(in.number(), file->text.size());
  localoffer::unpack(in, text.text_place);
  text.length = static_cast<std::size_t>(in.number());
  text.unfolded = in.view();
  return text;
}

std::string pack(const FileRecords &read) {
  PackedWriter out;
  out.text(read.file->text);
  for_each_kind([&](std::string_view, std::string_view, auto list) {
    const auto &records = read.records.*list;
    out.number(records.size());
    for (const auto &record : records) {
      localoffer::pack(out, record.head.place);
      out.text(record.head.id);
      localoffer::pack(out, record);
    }
  });
  out.number(read.uses.size());
  for (const auto &use : read.uses)
    pack(out, use);
  out.number(read.texts.size());
  for (const auto &text : read.texts)
    pack(out, text);
  out.number(read.silences.size());
  for (const auto &silence : read.silences) {
    out.text(silence.code);
    out.text(silence.reason);
    localoffer::pack(out, silence.span.place);
    out.number(silence.line);
    out.number(silence.in_text ? 1 : 0);
  }
  return out.take();
}

std::optional<FileRecords> unpack(std::string_view bytes, const Entry &entry) {
  PackedReader in(bytes);
  FileRecords read;
  const auto file = std::make_shared<const SourceFile>(SourceFile{entry.path, in.text(), entry.id});
  read.file = file;
  for_each_kind([&](std::string_view, std::string_view, auto list) {
    auto &records = read.records.*list;
    records.resize(in.count());
    for (auto &record : records) {
      record.head.file = file;
      localoffer::unpack(in, record.head.place);
      record.head.id = in.view();
      localoffer::unpack(in, record);
    }
  });
  for (auto left = in.count(); left > 0; --left)
    read.uses.push_back(unpack_use(in, file));
  for (auto left = in.count(); left > 0; --left)
    read.texts.push_back(unpack_text(in, file));
  for (auto left = in.count(); left > 0; --left) {
    Silence &silence = read.silences.emplace_back();
    silence.code = in.view();
    silence.reason = in.view();
    silence.span.file = file;
    localoffer::unpack(in, silence.span.place);
    silence.line = static_cast<std::uint32_t>(in.number());
    silence.in_text = in.number() != 0;
  }
  return in.ok() && in.at_end() ? std::optional(std::move(read)) : std::nullopt;
}

bool can_be_kept(const FileRecords &read) {
  return read.diagnostics.empty() && read.file != nullptr;
}

} // namespace

// ---- all files

void RecordMemory::open(Bucket &bucket, const std::vector<Entry> &files,
                        std::vector<std::optional<FileRecords>> &found) const {
  auto kept = store_->get({bucket.key});
  bucket.packed.resize(bucket.files.size());
  if (!kept.front()) return;
  bucket.bytes = std::move(*kept.front());
  PackedReader in(bucket.bytes);
  if (in.view() != program_) return;
  std::unordered_map<std::string_view, std::pair<std::string_view, std::string_view>> by_path;
  const auto count = in.count();
  for (auto left = count; left > 0 && in.ok(); --left) {
    const auto path = in.view(), id = in.view();
    by_path[path] = {id, in.view()};
  }
  if (!in.ok()) return;
  bucket.is_current = count == bucket.files.size();
  for (std::size_t i = 0; i < bucket.files.size(); ++i) {
    const Entry &file = files[bucket.files[i]];
    const auto known = by_path.find(file.path);
    if (known != by_path.end() && known->second.first == file.id)
      found[bucket.files[i]] = unpack(known->second.second, file);
    if (found[bucket.files[i]])
      bucket.packed[i] = known->second.second;
    else
      bucket.is_current = false;
  }
}

std::vector<std::optional<FileRecords>> RecordMemory::find(const std::vector<Entry> &files,
                                                           const std::string &folder, unsigned threads) {
  std::vector<std::optional<FileRecords>> found(files.size());
  if (store_ == nullptr) return found;
  std::size_t count = 1;
  while (count * files_a_bucket < files.size())
    count *= 2;
  buckets_.assign(count, {});
  for (std::size_t i = 0; i < count; ++i)
    buckets_[i].key =
        "records/" + apart_ + "/" + folder + "/" + std::to_string(count) + "/" + std::to_string(i);
  for (std::size_t i = 0; i < files.size(); ++i)
    buckets_[std::hash<std::string>{}(files[i].path) % count].files.push_back(i);
  std::vector<Bucket *> all;
  for (auto &bucket : buckets_)
    all.push_back(&bucket);
  parallel_map(all, threads, [&](Bucket *bucket) {
    open(*bucket, files, found); // each file is in one bucket
    if (bucket->is_current) bucket->bytes = {};
    return true;
  });
  return found;
}

void RecordMemory::keep(const std::vector<Entry> &files, const std::vector<FileRecords> &read,
                        unsigned threads) {
  std::vector<Bucket *> changed;
  for (auto &bucket : buckets_)
    if (!bucket.is_current) changed.push_back(&bucket);
  auto values = parallel_map(changed, threads, [&](const Bucket *bucket) {
    PackedWriter out;
    std::size_t count = 0;
    for (std::size_t i = 0; i < bucket->files.size(); ++i) {
      const Entry &file = files[bucket->files[i]];
      const FileRecords &records = read[bucket->files[i]];
      std::string made;
      if (bucket->packed[i].empty() && can_be_kept(records)) made = pack(records);
      const auto packed = made.empty() ? bucket->packed[i] : std::string_view(made);
      if (packed.empty()) continue;
      ++count;
      for (const auto text : {std::string_view(file.path), std::string_view(file.id), packed})
        out.text(text);
    }
    PackedWriter all;
    all.text(program_);
    all.number(count);
    return std::make_pair(bucket->key, all.take() + out.take());
  });
  if (!values.empty()) store_->put(values);
  buckets_.clear();
}

} // namespace localoffer
