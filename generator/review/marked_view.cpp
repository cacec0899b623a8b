#include "review/marked_view.hpp"

#include "review/edit_script.hpp"
#include "review/marked_html.hpp"
#include "review/marks.hpp"
#include "review/words_of.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <vector>

namespace localoffer {
namespace {

using Kind = EditStep::Kind;

/// Of what is around a page: the rest is the same everywhere, or tells when and where.
constexpr std::array<std::string_view, 3> compared_of_frame{"caption", "heading", "sources"};

bool is_compared(const ViewType &type, const ViewField &field) {
  return type.name != "Frame" ||
         std::find(compared_of_frame.begin(), compared_of_frame.end(), field.name) != compared_of_frame.end();
}

/// Where a link leads, what an element is called in the page: nobody reads it.
bool is_address(const ViewField &field) {
  return field.name == "href" || field.name == "id" || field.name.ends_with("_href") ||
         field.name.ends_with("_id");
}

const std::string &text_at(const void *value) {
  return *static_cast<const std::string *>(value);
}
const std::string &markup_at(const void *value) {
  return static_cast<const Html *>(value)->markup;
}

// ---- whether two values are the same in all

bool is_same(const ViewType &type, const void *before, const void *after);

bool is_same(const ViewField &field, const void *before, const void *after) {
  switch (field.kind) {
  case ViewKind::text:
    return text_at(before) == text_at(after);
  case ViewKind::html:
    return markup_at(before) == markup_at(after);
  case ViewKind::flag:
    return *static_cast<const bool *>(before) == *static_cast<const bool *>(after);
  case ViewKind::chart:
    return *static_cast<const Chart *>(before) == *static_cast<const Chart *>(after);
  case ViewKind::object:
    if (before == nullptr || after == nullptr) return before == after;
    return is_same(*field.type, before, after);
  case ViewKind::list:
    break;
  }
  if (field.size(before) != field.size(after)) return false;
  for (std::size_t i = 0; i < field.size(before); ++i)
    if (!(field.type != nullptr ? is_same(*field.type, field.item(before, i), field.item(after, i))
                                : text_at(field.item(before, i)) == text_at(field.item(after, i))))
      return false;
  return true;
}

bool is_same(const ViewType &type, const void *before, const void *after) {
  return std::all_of(type.fields.begin(), type.fields.end(), [&](const ViewField &field) {
    return is_same(field, field.get(before), field.get(after));
  });
}

// ---- what a value says

void append_said(const ViewType &type, const void *value, std::string &said);

void append_said(const ViewField &field, const void *value, std::string &said) {
  switch (field.kind) {
  case ViewKind::text:
    said += text_at(value) + '\n';
    break;
  case ViewKind::html:
    said += markup_at(value) + '\n';
    break;
  case ViewKind::flag:
  case ViewKind::chart: // the page says the same in words and in a table
    break;
  case ViewKind::object:
    if (value != nullptr) append_said(*field.type, value, said);
    break;
  case ViewKind::list:
    for (std::size_t i = 0; i < field.size(value); ++i)
      if (field.type != nullptr)
        append_said(*field.type, field.item(value, i), said);
      else
        said += text_at(field.item(value, i)) + '\n';
    break;
  }
}

void append_said(const ViewType &type, const void *value, std::string &said) {
  for (const auto &field : type.fields)
    if (is_compared(type, field) && !is_address(field)) append_said(field, field.get(value), said);
}

std::string said_by(const ViewField &list, const void *item) {
  if (list.type == nullptr) return text_at(item);
  std::string said;
  append_said(*list.type, item, said);
  return said;
}

/// The address that an item leads to, which it keeps when its words change; empty where it has none.
std::string address_of(const ViewType &type, const void *item) {
  for (const auto &field : type.fields)
    if (field.kind == ViewKind::text && is_address(field) && !text_at(field.get(item)).empty())
      return text_at(field.get(item));
  for (const auto &field : type.fields)
    if (field.kind == ViewKind::object && field.get(item) != nullptr)
      if (auto address = address_of(*field.type, field.get(item)); !address.empty()) return address;
  return {};
}

// ---- marks

/// Marks the differences in a value that is a copy.
class Marker {
public:
  explicit Marker(const ChartWords &words) : words_(words) {}

  void mark(const ViewType &type, const void *before, void *after) {
    for (const auto &field : type.fields)
      if (is_compared(type, field)) mark(field, field.get(before), field.get(after), after);
  }

  /// All of it is removed, or added.
  void mark_all(const ViewType &type, void *value, Kind kind) {
    for (const auto &field : type.fields)
      if (is_compared(type, field)) mark_all(field, mutable_of(field.get(value)), kind);
  }

  bool differs() const { return differs_; }

private:
  /// Views hand out what they hold for reading; this one is ours.
  static void *mutable_of(const void *value) { return const_cast<void *>(value); }

  void mark(const ViewField &field, const void *before, const void *after, void *owner) {
    switch (field.kind) {
    case ViewKind::text:
      if (text_at(before) == text_at(after)) return;
      // An address is no text: it stays, and what it leads to tells of the change.
      if (is_address(field)) return;
      differs_ = true;
      text_of(after) = marked_text(text_at(before), text_at(after));
      return;
    case ViewKind::html:
      if (markup_at(before) == markup_at(after)) return;
      differs_ = true;
      markup_of(after) = marked_html(markup_at(before), markup_at(after));
      return;
    case ViewKind::flag:
      return;
    case ViewKind::chart:
      return mark_chart(before, after);
    case ViewKind::object:
      return mark_object(field, before, after, owner);
    case ViewKind::list:
      return mark_list(field, before, mutable_of(after));
    }
  }

  void mark_all(const ViewField &field, void *value, Kind kind) {
    differs_ = true;
    switch (field.kind) {
    case ViewKind::text:
      if (is_address(field)) {
        if (kind == Kind::removed) text_of(value).clear(); // it leads nowhere, and its id stands elsewhere
        return;
      }
      text_of(value) = kind == Kind::removed ? marked_removed(text_at(value)) : marked_added(text_at(value));
      return;
    case ViewKind::html:
      markup_of(value) =
          kind == Kind::removed ? marked_removed_html(markup_at(value)) : marked_added_html(markup_at(value));
      return;
    case ViewKind::flag:
      return;
    case ViewKind::chart:
      if (kind == Kind::removed) *static_cast<Chart *>(value) = {};
      return;
    case ViewKind::object:
      if (value != nullptr) mark_all(*field.type, value, kind);
      return;
    case ViewKind::list:
      for (std::size_t i = 0; i < field.size(value); ++i)
        mark_item(field, mutable_of(field.item(value, i)), kind);
      return;
    }
  }

  static std::string &text_of(const void *value) { return *static_cast<std::string *>(mutable_of(value)); }
  static std::string &markup_of(const void *value) { return static_cast<Html *>(mutable_of(value))->markup; }

  void mark_chart(const void *before, const void *after) {
    const auto &was = *static_cast<const Chart *>(before);
    auto &is = *static_cast<Chart *>(mutable_of(after));
    if (was == is) return;
    differs_ = true;
    auto earlier = std::make_shared<Chart>(was);
    earlier->id += "-before";
    is.earlier = std::move(earlier);
    is.earlier_text = words_.before;
    is.later_text = words_.after;
  }

  void mark_object(const ViewField &field, const void *before, const void *after, void *owner) {
    if (before == nullptr && after == nullptr) return;
    if (before != nullptr && after != nullptr) return mark(*field.type, before, mutable_of(after));
    if (before != nullptr) field.fill(owner, before);
    mark_all(*field.type, mutable_of(field.get(owner)), before != nullptr ? Kind::removed : Kind::added);
  }

  void mark_item(const ViewField &list, void *item, Kind kind) {
    if (list.type != nullptr) return mark_all(*list.type, item, kind);
    differs_ = true;
    text_of(item) = kind == Kind::removed ? marked_removed(text_at(item)) : marked_added(text_at(item));
  }

  void mark_pair(const ViewField &list, const void *before, void *after) {
    if (list.type != nullptr) return mark(*list.type, before, after);
    if (text_at(before) == text_at(after)) return;
    differs_ = true;
    text_of(after) = marked_text(text_at(before), text_at(after));
  }

  /// Marks the first text of an item that stood elsewhere; false where it has none.
  bool mark_moved(const ViewField &list, void *item) {
    differs_ = true;
    if (list.type == nullptr) {
      text_of(item).insert(0, marks::moved);
      return true;
    }
    for (const auto &field : list.type->fields) {
      const void *value = field.get(item);
      if (field.kind == ViewKind::object && value != nullptr) {
        if (mark_moved(field, mutable_of(value))) return true;
      }
      if (field.kind != ViewKind::text || is_address(field) || text_at(value).empty()) continue;
      text_of(value).insert(0, marks::moved);
      return true;
    }
    return false;
  }

  void mark_list(const ViewField &field, const void *before, void *after);

  const ChartWords &words_;
  bool differs_ = false;
};

/// Which items of two lists stand for each other.
class ItemPairs {
public:
  ItemPairs(const ViewField &field, const void *before, const void *after) : field_(field) {
    std::size_t was_end = field.size(before), is_end = field.size(after);
    const auto same = [&](std::size_t was, std::size_t is) {
      const void *one = field.item(before, was), *other = field.item(after, is);
      return field.type != nullptr ? is_same(*field.type, one, other) : text_at(one) == text_at(other);
    };
    // Long lists differ in few places: what they begin and end with alike need not be looked at again.
    while (begin_ < std::min(was_end, is_end) && same(begin_, begin_))
      ++begin_;
    while (was_end > begin_ && is_end > begin_ && same(was_end - 1, is_end - 1)) {
      --was_end;
      --is_end;
    }
    for (std::size_t i = begin_; i < was_end; ++i)
      was_.push_back(entry(field.item(before, i)));
    for (std::size_t i = begin_; i < is_end; ++i)
      is_.push_back(entry(field.item(after, i)));
  }

  /// How many items both lists begin with alike. Those that they end with alike have no pairs either.
  std::size_t begin() const { return begin_; }

  /// Of one item or both; in the order of the list after, what is gone where it stood. One that stands
  /// elsewhere is told once, where it stands now.
  /// Counted from begin().
  struct Pair {
    std::optional<std::size_t> before, after;
    bool moved = false;
  };

  std::vector<Pair> pairs() {
    // A cell of a table stands for the one before it whatever it says.
    if (field_.type != nullptr && field_.type->name == "TableCellView" && was_.size() == is_.size()) {
      for (std::size_t i = 0; i < is_.size(); ++i)
        pairs_.push_back({i, i, false});
      return std::move(pairs_);
    }
    TextNumbers numbers;
    const auto numbered = [&](const std::vector<Entry> &entries) {
      std::vector<std::uint32_t> all;
      for (const auto &entry : entries)
        all.push_back(numbers.of(entry.address.empty() ? entry.said : entry.address));
      return all;
    };
    const auto steps = edit_script(numbered(was_), numbered(is_));
    for (std::size_t i = 0; i < steps.size();) {
      if (steps[i].kind == Kind::same) {
        pairs_.push_back({steps[i].before, steps[i].after, false});
        ++i;
        continue;
      }
      std::vector<std::size_t> removed, added;
      for (; i < steps.size() && steps[i].kind == Kind::removed; ++i)
        removed.push_back(steps[i].before);
      for (; i < steps.size() && steps[i].kind == Kind::added; ++i)
        added.push_back(steps[i].after);
      pair_differences(removed, added);
    }
    find_moves();
    return std::move(pairs_);
  }

private:
  struct Entry {
    std::string said, address;
  };

  Entry entry(const void *item) const {
    return {said_by(field_, item), field_.type != nullptr ? address_of(*field_.type, item) : ""};
  }

  bool alike(const Entry &a, const Entry &b) const {
    constexpr double enough = 0.4;
    if (!a.address.empty() && !b.address.empty()) return a.address == b.address;
    return likeness(words_of(a.said), words_of(b.said)) >= enough;
  }

  void pair_differences(const std::vector<std::size_t> &removed, const std::vector<std::size_t> &added) {
    std::size_t next = 0;
    for (const auto after : added) {
      std::size_t like = next;
      while (like < removed.size() && !alike(was_[removed[like]], is_[after]))
        ++like;
      if (like == removed.size()) {
        pairs_.push_back({std::nullopt, after, false});
        continue;
      }
      for (; next < like; ++next)
        pairs_.push_back({removed[next], std::nullopt, false});
      pairs_.push_back({removed[next++], after, false});
    }
    for (; next < removed.size(); ++next)
      pairs_.push_back({removed[next], std::nullopt, false});
  }

  void find_moves() {
    std::unordered_multimap<std::string_view, Pair *> gone;
    for (auto &one : pairs_)
      if (!one.after && !was_[*one.before].said.empty()) gone.emplace(was_[*one.before].said, &one);
    for (auto &is : pairs_) {
      if (is.before) continue;
      const auto was = gone.find(is_[*is.after].said);
      if (was == gone.end()) continue;
      is.before = was->second->before;
      is.moved = true;
      was->second->before.reset();
      gone.erase(was);
    }
    pairs_.erase(std::remove_if(pairs_.begin(), pairs_.end(),
                                [](const Pair &one) { return !one.before && !one.after; }),
                 pairs_.end());
  }

  const ViewField &field_;
  std::size_t begin_ = 0;
  std::vector<Entry> was_, is_;
  std::vector<Pair> pairs_;
};

void Marker::mark_list(const ViewField &field, const void *before, void *after) {
  ItemPairs items(field, before, after);
  std::size_t at = items.begin();
  for (const auto &pair : items.pairs()) {
    const void *was = pair.before ? field.item(before, items.begin() + *pair.before) : nullptr;
    if (!pair.after) field.insert(after, at, was);
    void *item = mutable_of(field.item(after, at++));
    if (pair.moved)
      mark_moved(field, item);
    else if (pair.before && pair.after)
      mark_pair(field, was, item);
    else
      mark_item(field, item, pair.after ? Kind::added : Kind::removed);
  }
}

} // namespace

std::shared_ptr<void> marked_view(const ViewType &type, const void *before, const void *after,
                                  const ChartWords &words) {
  auto marked = type.copy(after);
  Marker marker(words);
  marker.mark(type, before, marked.get());
  return marker.differs() ? marked : nullptr;
}

} // namespace localoffer
