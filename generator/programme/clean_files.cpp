#include "programme/clean_files.hpp"

#include "base/hash.hpp"

#include <algorithm>

namespace localoffer {
namespace {

constexpr std::size_t mark_size = 32;

} // namespace

CleanFiles::CleanFiles(Store *store, const std::string &key) : store_(store), key_("clean files/" + key) {
  if (!store_) return;
  auto kept = store_->get({key_});
  if (!kept.front() || kept.front()->size() % mark_size != 0) return;
  bytes_ = std::move(*kept.front());
  known_.reserve(bytes_.size() / mark_size);
  for (std::size_t at = 0; at < bytes_.size(); at += mark_size)
    known_.insert(std::string_view(bytes_).substr(at, mark_size));
}

std::string CleanFiles::mark_of(const SourceFile &file) const {
  return store_ && !file.id.empty() ? content_hash(file.path + '\n' + file.id) : std::string{};
}

void CleanFiles::keep(std::vector<std::string> marks) {
  if (!store_) return;
  std::sort(marks.begin(), marks.end());
  marks.erase(std::unique(marks.begin(), marks.end()), marks.end());
  const bool as_it_was =
      marks.size() == known_.size() &&
      std::all_of(marks.begin(), marks.end(), [&](const std::string &mark) { return has(mark); });
  if (as_it_was) return;
  std::string bytes;
  bytes.reserve(marks.size() * mark_size);
  for (const auto &mark : marks)
    bytes += mark;
  store_->put_one(key_, std::move(bytes));
}

} // namespace localoffer
