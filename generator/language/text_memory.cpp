#include "language/text_memory.hpp"

#include "base/packed.hpp"

#include <algorithm>

namespace localoffer {
namespace {

void write(PackedWriter &out, std::string_view hash, const ReadOnce &text) {
  out.text(hash);
  out.number(text.is_clean ? 1 : 0);
  const Reading &reading = text.reading.reading;
  for (const long number : {reading.sentences, reading.words, reading.syllables, text.reading.passives})
    out.number(static_cast<std::uint64_t>(number));
  out.number(text.reading.longest.size());
  for (const auto &sentence : text.reading.longest) {
    out.text(sentence.text);
    out.number(static_cast<std::uint64_t>(sentence.words));
  }
}

ReadOnce read(PackedReader &in) {
  ReadOnce text;
  text.is_clean = in.number() != 0;
  Reading &reading = text.reading.reading;
  for (long *number : {&reading.sentences, &reading.words, &reading.syllables, &text.reading.passives})
    *number = static_cast<long>(in.number());
  text.reading.longest.resize(in.count());
  for (auto &sentence : text.reading.longest) {
    sentence.text = in.text();
    sentence.words = static_cast<long>(in.number());
  }
  return text;
}

} // namespace

TextMemory::TextMemory(Store *store, std::string key) : store_(store), key_("texts/" + std::move(key)) {
  if (!store_) return;
  auto kept = store_->get({key_});
  if (!kept.front()) return;
  bytes_ = std::move(*kept.front());
  PackedReader in(bytes_);
  known_.reserve(in.count());
  while (in.ok() && !in.at_end()) {
    const auto hash = in.view();
    known_.emplace(hash, read(in));
  }
  if (!in.ok()) known_.clear();
}

void TextMemory::keep(std::vector<std::pair<std::string, const ReadOnce *>> texts) {
  if (!store_) return;
  const auto before = [](const auto &a, const auto &b) { return a.first < b.first; };
  const auto same = [](const auto &a, const auto &b) { return a.first == b.first; };
  std::sort(texts.begin(), texts.end(), before);
  texts.erase(std::unique(texts.begin(), texts.end(), same), texts.end());
  const bool as_it_was =
      texts.size() == known_.size() &&
      std::all_of(texts.begin(), texts.end(), [&](const auto &text) { return find(text.first); });
  if (as_it_was) return;
  PackedWriter out;
  out.number(texts.size());
  for (const auto &[hash, text] : texts)
    write(out, hash, *text);
  store_->put_one(key_, out.take());
}

} // namespace localoffer
