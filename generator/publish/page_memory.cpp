#include "publish/page_memory.hpp"

#include "base/hash.hpp"
#include "base/packed.hpp"
#include "render/render_pages.hpp"

#include <algorithm>
#include <utility>

namespace localoffer {

/// Texts that many pages share, each once.
class PageMemory::Texts {
public:
  explicit Texts(const std::vector<std::string_view> &known) {
    for (const auto text : known)
      number_of(text);
  }

  std::uint64_t number_of(std::string_view text) {
    const auto [known, is_new] = numbers_.emplace(text, all_.size());
    if (is_new) all_.push_back(text);
    return known->second;
  }

  std::size_t size() const { return all_.size(); }

  void write(PackedWriter &out) const {
    out.number(all_.size());
    for (const auto text : all_)
      out.text(text);
  }

private:
  std::unordered_map<std::string_view, std::uint64_t> numbers_;
  std::vector<std::string_view> all_;
};

namespace {

/// To be raised whenever pages are kept in another way.
constexpr auto version = "3";

void write(PackedWriter &out, const PageReferences &page) {
  for (const auto *numbers : {&page.references, &page.ids}) {
    out.number(numbers->size());
    std::uint32_t before = 0;
    for (const auto number : *numbers) { // sorted, so that the steps between them are small
      out.number(number - before);
      before = number;
    }
  }
  out.number(page.refreshes ? 1 : 0);
}

/// The same references and ids by the numbers of another table.
PageReferences renumbered(const PageReferences &page, const SiteReferences &from, SiteReferences &to) {
  PageReferences out{{}, {}, page.refreshes};
  for (const auto number : page.references)
    out.references.push_back(to.number_of(from.reference(number)));
  for (const auto number : page.ids)
    out.ids.push_back(to.number_of(from.id(number)));
  std::sort(out.references.begin(), out.references.end());
  std::sort(out.ids.begin(), out.ids.end());
  return out;
}

} // namespace

PageMemory::PageMemory(Store *store, const std::string &site, std::vector<ViewInput> shared,
                       SiteReferences &references)
    : store_(store), key_(std::string("pages/") + version + "/" + site), shared_(std::move(shared)),
      references_(references) {
  if (store_ == nullptr) return;
  auto kept = store_->get({key_});
  if (!kept.front()) return;
  bytes_ = std::move(*kept.front());
  if (!read()) pages_.clear();
}

bool PageMemory::read() {
  PackedReader in(bytes_);
  texts_.resize(in.count());
  for (auto &text : texts_)
    text = in.view();
  needed_ = in.number();
  bool good = references_.unpack(in);
  for (auto left = in.count(); left > 0 && good && in.ok(); --left) {
    const auto path = in.view();
    Page &page = pages_[path];
    page.packed = in.view();
    PackedReader inside(page.packed);
    const auto text = [&] {
      const auto number = inside.number();
      good = good && number < texts_.size();
      return good ? texts_[number] : std::string_view{};
    };
    page.inputs.resize(inside.count());
    for (auto &[name, hash] : page.inputs) {
      name = text();
      hash = text();
    }
    page.hash = inside.view();
    page.size = inside.number();
    page.references = inside.view();
    good = good && inside.ok();
  }
  return good && in.ok() && in.at_end();
}

std::string PageMemory::reason(const View &view) const {
  if (view.inputs.empty()) return "it gathers from many places";
  const auto found = pages_.find(path_of_route(view.route));
  if (found == pages_.end()) return "it was not there";
  const auto &kept = found->second.inputs;
  std::size_t i = 0;
  for (const auto *inputs : {&shared_, &view.inputs})
    for (const auto &input : *inputs) {
      if (i >= kept.size() || kept[i].first != input.name || kept[i].second != input.hash)
        return std::string(input.name);
      ++i;
    }
  return {};
}

std::optional<KnownBytes> PageMemory::find(const View &view) const {
  if (pages_.empty() || !reason(view).empty()) return std::nullopt;
  const Page &page = pages_.at(path_of_route(view.route));
  return KnownBytes{std::string(page.hash), page.size};
}

PageReferences PageMemory::references(std::string_view path) const {
  PageReferences page;
  PackedReader in(pages_.at(path).references);
  const auto read = [&](std::vector<std::uint32_t> &numbers, std::size_t count) {
    std::size_t left = in.count();
    numbers.reserve(left);
    for (std::uint64_t number = 0; left > 0; --left)
      if (number += in.number(); number < count) numbers.push_back(static_cast<std::uint32_t>(number));
  };
  read(page.references, references_.reference_count());
  read(page.ids, references_.id_count());
  page.refreshes = in.number() != 0;
  return page;
}

std::string PageMemory::pack(const View &view, const Output &output, const PageReferences &references,
                             Texts &texts) const {
  PackedWriter out;
  out.number(shared_.size() + view.inputs.size());
  for (const std::vector<ViewInput> *inputs : {&shared_, &view.inputs})
    for (const auto &input : *inputs) {
      out.number(texts.number_of(input.name));
      out.number(texts.number_of(input.hash));
    }
  out.text(output.known->hash);
  out.number(output.known->size);
  PackedWriter packed;
  write(packed, references);
  out.text(packed.take());
  return out.take();
}

void PageMemory::keep(const std::vector<View> &views, const std::vector<Output> &outputs) {
  if (store_ == nullptr) return;
  // Of the pages that were not made, what was kept can stay, as long as texts and references keep their
  // numbers; when there are none, or half of the numbers are of no more use, all is written anew.
  const auto size_of = [](std::size_t texts, const SiteReferences &references) {
    return texts + references.reference_count() + references.id_count();
  };
  const bool none_stays =
      std::none_of(outputs.begin(), outputs.end(), [](const Output &one) { return one.remembered; });
  const bool anew = none_stays || size_of(texts_.size(), references_) > needed_ + needed_ / 2;
  SiteReferences fresh;
  SiteReferences &numbered = anew ? fresh : references_;
  Texts texts(anew ? std::vector<std::string_view>{} : texts_);
  PackedWriter pages;
  std::size_t count = 0, packed_anew = 0;
  for (const auto &view : views) {
    if (view.inputs.empty()) continue;
    const std::string path = path_of_route(view.route);
    const auto output =
        std::lower_bound(outputs.begin(), outputs.end(), path,
                         [](const Output &one, const std::string &wanted) { return one.path < wanted; });
    const auto *references = references_.find(path);
    if (output == outputs.end() || output->path != path || !output->known || references == nullptr) continue;
    ++count;
    pages.text(path);
    if (output->remembered && !anew) {
      pages.text(pages_.at(path).packed);
      continue;
    }
    ++packed_anew;
    pages.text(pack(view, *output, anew ? renumbered(*references, references_, fresh) : *references, texts));
  }
  if (packed_anew == 0 && count == pages_.size()) return; // as it was
  PackedWriter all;
  texts.write(all);
  all.number(packed_anew == count ? size_of(texts.size(), numbered) : needed_);
  numbered.pack(all);
  all.number(count);
  store_->put_one(key_, all.take() + pages.take());
}

} // namespace localoffer
