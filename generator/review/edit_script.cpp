#include "review/edit_script.hpp"

#include <algorithm>
#include <functional>

namespace localoffer {
namespace {

using Kind = EditStep::Kind;
using Numbers = std::vector<std::uint32_t>;

/// How many differences are followed: time and memory grow with their square.
constexpr long most_differences = 1500;

/// E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986): for each number of differences,
/// how far each diagonal reaches.
class ShortestPath {
public:
  ShortestPath(const Numbers &before, const Numbers &after, std::size_t from, std::size_t before_end,
               std::size_t after_end)
      : before_(before), after_(after), from_(static_cast<long>(from)),
        width_(static_cast<long>(before_end - from)), height_(static_cast<long>(after_end - from)) {}

  /// False where there are too many differences.
  bool find() {
    const long most = std::min(width_ + height_, most_differences);
    for (long d = 0; d <= most; ++d) {
      reached_.emplace_back(static_cast<std::size_t>(2 * d + 1));
      for (long k = -d; k <= d; k += 2) {
        const long x = follow(first_x(d, k), k);
        at(d, k) = x;
        if (x >= width_ && x - k >= height_) return true;
      }
    }
    return false;
  }

  /// Backwards, from the end to the beginning.
  std::vector<EditStep> steps() {
    std::vector<EditStep> back;
    long x = width_, y = height_;
    for (long d = static_cast<long>(reached_.size()) - 1; d >= 0; --d) {
      const long k = x - y, begins = first_x(d, k);
      while (x > begins)
        back.push_back(step(Kind::same, --x, --y));
      if (d == 0) break;
      if (goes_down(d, k))
        back.push_back(step(Kind::added, x, --y));
      else
        back.push_back(step(Kind::removed, --x, y));
    }
    std::reverse(back.begin(), back.end());
    return back;
  }

private:
  long &at(long d, long k) { return reached_[static_cast<std::size_t>(d)][static_cast<std::size_t>(k + d)]; }

  /// Whether the best way to diagonal k adds an item, rather than removing one.
  bool goes_down(long d, long k) { return k == -d || (k != d && at(d - 1, k - 1) < at(d - 1, k + 1)); }

  long first_x(long d, long k) {
    if (d == 0) return 0;
    return goes_down(d, k) ? at(d - 1, k + 1) : at(d - 1, k - 1) + 1;
  }

  long follow(long x, long k) const {
    while (x < width_ && x - k < height_ &&
           before_[static_cast<std::size_t>(from_ + x)] == after_[static_cast<std::size_t>(from_ + x - k)])
      ++x;
    return x;
  }

  EditStep step(Kind kind, long x, long y) const {
    return {kind, static_cast<std::size_t>(from_ + x), static_cast<std::size_t>(from_ + y)};
  }

  const Numbers &before_, &after_;
  long from_, width_, height_;
  std::vector<std::vector<long>> reached_;
};

bool is_same(const EditStep &step) {
  return step.kind == Kind::same;
}

/// Within each run of differences.
void removed_first(std::vector<EditStep> &steps) {
  for (auto run = steps.begin(); run != steps.end();) {
    run = std::find_if_not(run, steps.end(), is_same);
    const auto end = std::find_if(run, steps.end(), is_same);
    std::stable_partition(run, end, [](const EditStep &step) { return step.kind == Kind::removed; });
    run = end;
  }
}

} // namespace

std::vector<EditStep> edit_script(const Numbers &before, const Numbers &after) {
  std::size_t begin = 0, before_end = before.size(), after_end = after.size();
  while (begin < std::min(before_end, after_end) && before[begin] == after[begin])
    ++begin;
  while (before_end > begin && after_end > begin && before[before_end - 1] == after[after_end - 1]) {
    --before_end;
    --after_end;
  }
  std::vector<EditStep> steps;
  for (std::size_t i = 0; i < begin; ++i)
    steps.push_back({Kind::same, i, i});
  ShortestPath path(before, after, begin, before_end, after_end);
  if (path.find()) {
    const auto between = path.steps();
    steps.insert(steps.end(), between.begin(), between.end());
  } else {
    for (std::size_t i = begin; i < before_end; ++i)
      steps.push_back({Kind::removed, i, begin});
    for (std::size_t i = begin; i < after_end; ++i)
      steps.push_back({Kind::added, before_end, i});
  }
  for (std::size_t i = 0; before_end + i < before.size(); ++i)
    steps.push_back({Kind::same, before_end + i, after_end + i});
  removed_first(steps);
  return steps;
}

namespace {

/// A run in which something is only added (or only removed) and that ends with a space behind a space may as
/// well begin with it.
void end_before_spaces(std::vector<EditStep> &steps, const std::function<bool(std::size_t)> &is_space_before,
                       const std::function<bool(std::size_t)> &is_space_after) {
  for (std::size_t begin = 1; begin < steps.size(); ++begin) {
    if (is_same(steps[begin]) || !is_same(steps[begin - 1])) continue;
    std::size_t end = begin;
    while (end < steps.size() && steps[end].kind == steps[begin].kind)
      ++end;
    const bool alone = end == steps.size() || is_same(steps[end]);
    EditStep &first = steps[begin - 1], &last = steps[end - 1];
    const bool added = last.kind == Kind::added;
    if (alone && is_space_before(first.before) &&
        (added ? is_space_after(last.after) : is_space_before(last.before))) {
      const EditStep space = first;
      for (std::size_t i = begin - 1; i + 1 < end; ++i)
        steps[i] = added ? EditStep{Kind::added, space.before, space.after + (i - begin + 1)}
                         : EditStep{Kind::removed, space.before + (i - begin + 1), space.after};
      steps[end - 1] = added ? EditStep{Kind::same, space.before, last.after}
                             : EditStep{Kind::same, last.before, space.after};
    }
    begin = end - 1;
  }
}

/// A space that stands alone between two differences is one too: a sentence that is new then reads as one.
void join_over_spaces(std::vector<EditStep> &steps, const std::function<bool(std::size_t)> &is_space_before) {
  std::vector<EditStep> joined;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const EditStep &step = steps[i];
    const bool is_between = i > 0 && i + 1 < steps.size() && !is_same(steps[i - 1]) && !is_same(steps[i + 1]);
    if (is_same(step) && is_between && is_space_before(step.before)) {
      joined.push_back({Kind::removed, step.before, step.after});
      joined.push_back({Kind::added, step.before + 1, step.after});
    } else {
      joined.push_back(step);
    }
  }
  removed_first(joined);
  steps = std::move(joined);
}

} // namespace

std::vector<EditStep> word_script(const std::vector<std::uint32_t> &before,
                                  const std::vector<std::uint32_t> &after, std::uint32_t space) {
  auto steps = edit_script(before, after);
  const auto is_space_before = [&](std::size_t at) { return before[at] == space; };
  const auto is_space_after = [&](std::size_t at) { return after[at] == space; };
  join_over_spaces(steps, is_space_before);
  end_before_spaces(steps, is_space_before, is_space_after);
  return steps;
}

} // namespace localoffer
