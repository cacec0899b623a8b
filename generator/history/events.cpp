#include "history/events.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace localoffer {
namespace {

constexpr std::size_t longest_value = 300; ///< bytes of a text that an event repeats whole
constexpr std::size_t longest_word = 60;   ///< bytes; a text is cut inside of longer ones

bool is_inside_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// Where two texts begin to differ, at the beginning of a word, or of a character where words have no end.
std::size_t common_start(std::string_view a, std::string_view b) {
  const auto ends = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  auto at = static_cast<std::size_t>(ends.first - a.begin());
  if (at > 0 && (at == a.size() || at == b.size())) --at;
  while (at > 0 && is_inside_character(a[at]))
    --at;
  const auto space = at == 0 ? std::string_view::npos : a.rfind(' ', at - 1);
  const std::size_t word = space == std::string_view::npos ? 0 : space + 1;
  return at - word <= longest_word ? word : at;
}

std::string cut(const std::string &text, std::size_t from) {
  std::string part = text.substr(std::min(from, text.size()));
  if (part.size() > longest_value) {
    std::size_t end = longest_value;
    while (is_inside_character(part[end]))
      --end;
    const auto space = part.rfind(' ', end);
    part.resize(space != std::string::npos && end - space <= longest_word ? space : end);
    part += " …";
  }
  return from > 0 ? "… " + part : part;
}

/// Puts both texts into an event. Of long ones, only what differs and what follows it; but a reason is quoted
/// on pages, and stays whole.
void set_values(Event &event, const std::string &before, const std::string &after) {
  const bool is_reason = event.field == "why" || event.field.ends_with(".why");
  const bool fits = is_reason || (before.size() <= longest_value && after.size() <= longest_value);
  const std::size_t from = fits ? 0 : common_start(before, after);
  event.before = fits ? before : cut(before, from);
  event.after = fits ? after : cut(after, from);
}

bool same_lists(const std::vector<RecordedList> &a, const std::vector<RecordedList> &b) {
  const auto same_item = [](const RecordedItem &one, const RecordedItem &other) {
    return one.key == other.key && one.fields == other.fields;
  };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](const auto &one, const auto &other) {
    return one.field == other.field &&
           std::equal(one.items.begin(), one.items.end(), other.items.begin(), other.items.end(), same_item);
  });
}

class Comparison {
public:
  explicit Comparison(std::vector<Event> &out) : out_(out) {}

  void compare(const RecordedState &before, const RecordedState &after) {
    name_ = after.name;
    compare_fields(before.fields, after.fields, {}, {});
    compare_lists(before.lists, after.lists);
  }

private:
  void add(const std::string &field, const std::string &item, const std::string &before,
           const std::string &after) {
    Event event;
    event.record = name_;
    event.field = field;
    event.item = item;
    set_values(event, before, after);
    out_.push_back(std::move(event));
  }

  /// Both are sorted by field.
  void compare_fields(const std::vector<RecordedField> &before, const std::vector<RecordedField> &after,
                      const std::string &prefix, const std::string &item) {
    auto was = before.begin();
    auto is = after.begin();
    while (was != before.end() || is != after.end()) {
      const bool only_before = is == after.end() || (was != before.end() && was->first < is->first);
      const bool only_after = was == before.end() || (is != after.end() && is->first < was->first);
      const auto path = [&](const std::string &field) {
        return prefix.empty() ? field : field.empty() ? prefix : prefix + "." + field;
      };
      if (only_before) {
        add(path(was->first), item, was->second, {});
        ++was;
      } else if (only_after) {
        add(path(is->first), item, {}, is->second);
        ++is;
      } else {
        if (was->second != is->second) add(path(is->first), item, was->second, is->second);
        ++was;
        ++is;
      }
    }
  }

  void compare_lists(const std::vector<RecordedList> &before, const std::vector<RecordedList> &after) {
    static const RecordedList none;
    auto was = before.begin();
    auto is = after.begin();
    while (was != before.end() || is != after.end()) {
      const bool only_before = is == after.end() || (was != before.end() && was->field < is->field);
      const bool only_after = was == before.end() || (is != after.end() && is->field < was->field);
      const RecordedList &old_list = only_after ? none : *was;
      const RecordedList &new_list = only_before ? none : *is;
      const RecordedList &either = only_before ? old_list : new_list;
      compare_items(either.field + "[]", either.keyed, old_list.items, new_list.items);
      if (!only_after) ++was;
      if (!only_before) ++is;
    }
  }

  /// Items with the same key belong together. Of the others, those without names are paired in their order:
  /// a comment that was rewritten is one change.
  void compare_items(const std::string &field, bool keyed, const std::vector<RecordedItem> &before,
                     const std::vector<RecordedItem> &after) {
    std::vector<const RecordedItem *> gone, came;
    std::multimap<std::string, const RecordedItem *> left;
    for (const auto &item : before)
      left.emplace(item.key, &item);
    for (const auto &item : after) {
      const auto found = left.find(item.key);
      if (found == left.end()) {
        came.push_back(&item);
        continue;
      }
      compare_fields(found->second->fields, item.fields, field, item.key);
      left.erase(found);
    }
    for (const auto &item : before) {
      const auto range = left.equal_range(item.key);
      if (std::any_of(range.first, range.second, [&](const auto &one) { return one.second == &item; }))
        gone.push_back(&item);
    }
    if (keyed)
      add_named(field, gone, came);
    else
      add_paired(field, gone, came);
  }

  void add_named(const std::string &field, const std::vector<const RecordedItem *> &gone,
                 const std::vector<const RecordedItem *> &came) {
    for (const auto *item : gone)
      if (item->fields.empty())
        add(field, item->key, item->key, {});
      else
        compare_fields(item->fields, {}, field, item->key);
    for (const auto *item : came)
      if (item->fields.empty())
        add(field, item->key, {}, item->key);
      else
        compare_fields({}, item->fields, field, item->key);
  }

  void add_paired(const std::string &field, const std::vector<const RecordedItem *> &gone,
                  const std::vector<const RecordedItem *> &came) {
    static const RecordedItem none;
    for (std::size_t i = 0; i < std::max(gone.size(), came.size()); ++i) {
      const RecordedItem &was = i < gone.size() ? *gone[i] : none;
      const RecordedItem &is = i < came.size() ? *came[i] : none;
      if (was.key != is.key) add(field, {}, was.key, is.key);
      if (!was.key.empty() && !is.key.empty()) compare_fields(was.fields, is.fields, field, is.key);
    }
  }

  std::vector<Event> &out_;
  RecordName name_;
};

bool is_like(const RecordedState &gone, const RecordedState &came) {
  if (gone.name.kind != came.name.kind) return false;
  if (gone.fields == came.fields && same_lists(gone.lists, came.lists)) return true;
  const std::string &ref = gone.value("ref");
  return !ref.empty() && ref == came.value("ref");
}

} // namespace

bool Event::operator==(const Event &other) const {
  return commit == other.commit && what == other.what && record == other.record && field == other.field &&
         item == other.item && before == other.before && after == other.after;
}

std::string_view to_string(Event::What what) {
  switch (what) {
  case Event::What::added:
    return "added";
  case Event::What::removed:
    return "removed";
  case Event::What::renamed:
    return "renamed";
  case Event::What::changed:
    break;
  }
  return "changed";
}

std::vector<Event> compare_records(const std::vector<const RecordedState *> &before,
                                   const std::vector<const RecordedState *> &after) {
  std::map<RecordName, const RecordedState *> was, is;
  for (const auto *record : before)
    was.emplace(record->name, record);
  for (const auto *record : after)
    is.emplace(record->name, record);

  std::vector<Event> events;
  Comparison comparison(events);
  std::vector<const RecordedState *> gone;
  for (const auto &[name, record] : was)
    if (is.find(name) == is.end()) gone.push_back(record);
  for (const auto &[name, record] : is) {
    if (const auto found = was.find(name); found != was.end()) {
      comparison.compare(*found->second, *record);
      continue;
    }
    const auto like = std::find_if(gone.begin(), gone.end(), [&, came = record](const RecordedState *one) {
      return is_like(*one, *came);
    });
    Event event;
    event.record = name;
    if (like != gone.end()) {
      event.what = Event::What::renamed;
      event.field = "id";
      event.before = (*like)->name.id;
      event.after = name.id;
      events.push_back(std::move(event));
      comparison.compare(**like, *record);
      gone.erase(like);
    } else {
      event.what = Event::What::added;
      event.after = record->value("title");
      event.state = std::make_shared<const RecordedState>(facts_of(*record));
      events.push_back(std::move(event));
    }
  }
  for (const auto *record : gone) {
    Event event;
    event.what = Event::What::removed;
    event.record = record->name;
    event.before = record->value("title");
    events.push_back(std::move(event));
  }
  return events;
}

void pack(PackedWriter &out, const Event &event) {
  out.number(event.commit);
  out.number(static_cast<std::uint64_t>(event.what));
  for (const auto *text :
       {&event.record.kind, &event.record.id, &event.field, &event.item, &event.before, &event.after})
    out.text(*text);
  out.number(event.state ? 1 : 0);
  if (event.state) pack(out, *event.state);
}

Event unpack_event(PackedReader &in) {
  Event event;
  event.commit = static_cast<std::uint32_t>(in.number());
  event.what = static_cast<Event::What>(in.number() & 3U);
  for (auto *text :
       {&event.record.kind, &event.record.id, &event.field, &event.item, &event.before, &event.after})
    *text = in.text();
  if (in.number() == 1) event.state = std::make_shared<const RecordedState>(unpack_state(in));
  return event;
}

} // namespace localoffer
