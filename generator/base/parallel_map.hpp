#pragma once

#include <algorithm>
#include <atomic>
#include <exception>
#include <optional>
#include <thread>
#include <type_traits>
#include <vector>

namespace localoffer {

/// Calls `function(item)` for each item on up to `threads` threads and returns the results in the items'
/// order, so that the answer does not depend on the number of threads. `function` is called from several
/// threads at once and must only read what it shares. When calls throw, all threads finish what they have
/// begun, and the exception of the lowest index is thrown.
template <class Item, class Function>
auto parallel_map(const std::vector<Item> &items, unsigned threads, const Function &function) {
  using Result = std::invoke_result_t<const Function &, const Item &>;
  std::vector<std::optional<Result>> slots(items.size());
  std::vector<std::exception_ptr> failures(items.size());
  std::atomic<std::size_t> next{0};
  std::atomic<bool> failed{false};

  const auto work = [&] {
    for (std::size_t i = next++; i < items.size(); i = next++) {
      if (failed) return;
      try {
        slots[i].emplace(function(items[i]));
      } catch (...) {
        failures[i] = std::current_exception();
        failed = true;
      }
    }
  };
  {
    std::vector<std::jthread> workers;
    const std::size_t wanted = std::min<std::size_t>(std::max(threads, 1u), items.size());
    for (std::size_t i = 1; i < wanted; ++i)
      workers.emplace_back(work);
    work();
  }
  for (const auto &failure : failures)
    if (failure) std::rethrow_exception(failure);

  std::vector<Result> results;
  results.reserve(items.size());
  for (auto &slot : slots)
    results.push_back(std::move(*slot));
  return results;
}

} // namespace localoffer
