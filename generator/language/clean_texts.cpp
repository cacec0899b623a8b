#include "language/clean_texts.hpp"

#include <algorithm>

namespace localoffer {
namespace {

constexpr std::size_t hash_size = 32;

} // namespace

CleanTexts::CleanTexts(Store *store, std::string key) : store_(store), key_("clean texts/" + std::move(key)) {
  if (!store_) return;
  auto kept = store_->get({key_});
  if (!kept.front() || kept.front()->size() % hash_size != 0) return;
  bytes_ = std::move(*kept.front());
  known_.reserve(bytes_.size() / hash_size);
  for (std::size_t at = 0; at < bytes_.size(); at += hash_size)
    known_.insert(std::string_view(bytes_).substr(at, hash_size));
}

void CleanTexts::keep(const std::vector<std::string> &hashes) {
  if (!store_) return;
  std::vector<std::string_view> all(hashes.begin(), hashes.end());
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  const bool as_it_was =
      all.size() == known_.size() &&
      std::all_of(all.begin(), all.end(), [&](std::string_view hash) { return knows(hash); });
  if (as_it_was) return;
  std::string bytes;
  bytes.reserve(all.size() * hash_size);
  for (const auto hash : all)
    bytes += hash;
  store_->put({{key_, std::move(bytes)}});
}

} // namespace localoffer
