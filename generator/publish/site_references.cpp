#include "publish/site_references.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <functional>

namespace localoffer {
namespace {

/// Whether an address opens a program for letters. Each page has some with its own name in them, longer than
/// all else that it refers to, and they lead to no page.
bool is_for_letters(std::string_view address) {
  constexpr std::string_view scheme = "mailto:";
  return lower_ascii(address.substr(0, scheme.size())) == scheme;
}

} // namespace

std::size_t SiteReferences::Hash::operator()(const Reference &reference) const {
  // What is referred to is nearly always told by the address alone.
  return std::hash<std::string_view>{}(reference.value) * 31 + reference.element.size();
}

bool SiteReferences::Same::operator()(const Reference &a, const Reference &b) const {
  return a.value == b.value && a.element == b.element && a.attribute == b.attribute;
}

std::string_view SiteReferences::kept(std::string_view text) {
  return texts_.emplace_back(text);
}

std::string_view SiteReferences::kept_name(std::string_view name) {
  const auto known = names_.find(name);
  return known != names_.end() ? *known : *names_.insert(kept(name)).first;
}

std::uint32_t SiteReferences::number_of(const Reference &reference) {
  if (const auto known = reference_numbers_.find(reference); known != reference_numbers_.end())
    return known->second;
  const auto number = static_cast<std::uint32_t>(references_.size());
  references_.push_back(
      {kept_name(reference.element), kept_name(reference.attribute), kept(reference.value)});
  reference_numbers_.emplace(references_.back(), number);
  return number;
}

std::uint32_t SiteReferences::number_of(std::string_view id) {
  if (const auto known = number_of_id(id)) return *known;
  const auto number = static_cast<std::uint32_t>(ids_.size());
  ids_.push_back(kept(id));
  id_numbers_.emplace(ids_.back(), number);
  return number;
}

std::optional<std::uint32_t> SiteReferences::number_of_id(std::string_view id) const {
  const auto known = id_numbers_.find(id);
  return known == id_numbers_.end() ? std::nullopt : std::optional(known->second);
}

void SiteReferences::add(const std::string &path, const HtmlReferences &page) {
  PageReferences numbers;
  numbers.refreshes = page.refreshes;
  const std::scoped_lock lock(mutex_);
  for (const auto &reference : page.references)
    if (!is_for_letters(reference.value)) numbers.references.push_back(number_of(reference));
  for (const auto id : page.ids)
    numbers.ids.push_back(number_of(id));
  std::sort(numbers.references.begin(), numbers.references.end());
  const auto end = std::unique(numbers.references.begin(), numbers.references.end());
  numbers.references.erase(end, numbers.references.end());
  numbers.references.shrink_to_fit();
  std::sort(numbers.ids.begin(), numbers.ids.end());
  numbers.ids.shrink_to_fit();
  pages_.insert_or_assign(path, std::move(numbers));
}

void SiteReferences::add(const std::string &path, PageReferences page) {
  const std::scoped_lock lock(mutex_);
  pages_.insert_or_assign(path, std::move(page));
}

const PageReferences *SiteReferences::find(const std::string &path) const {
  const auto found = pages_.find(path);
  return found == pages_.end() ? nullptr : &found->second;
}

void SiteReferences::pack(PackedWriter &out) const {
  out.number(references_.size());
  for (const auto &[element, attribute, value] : references_)
    for (const auto text : {element, attribute, value})
      out.text(text);
  out.number(ids_.size());
  for (const auto id : ids_)
    out.text(id);
}

bool SiteReferences::unpack(PackedReader &in) {
  for (auto left = in.count(); left > 0 && in.ok(); --left) {
    const auto element = in.view(), attribute = in.view();
    number_of(Reference{element, attribute, in.view()});
  }
  for (auto left = in.count(); left > 0 && in.ok(); --left)
    number_of(in.view());
  return in.ok();
}

} // namespace localoffer
