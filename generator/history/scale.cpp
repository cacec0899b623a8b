#include "history/scale.hpp"

#include <algorithm>

namespace localoffer {
namespace {

std::vector<std::string> split(const std::string &joined) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin < joined.size();) {
    const auto end = std::min(joined.find("; ", begin), joined.size());
    parts.push_back(joined.substr(begin, end - begin));
    begin = end + 2;
  }
  return parts;
}

void set(StatusThen &status, const std::string &field, const std::string &value) {
  if (field == "label") status.label = value;
  if (field == "lifecycle") status.lifecycle = split(value);
  if (field == "confidence") status.confidence = split(value);
}

bool is_all(const std::vector<std::string> &values, std::string_view one, std::string_view other = {}) {
  return !values.empty() && std::all_of(values.begin(), values.end(), [&](const std::string &value) {
    return value == one || (!other.empty() && value == other);
  });
}

bool has(const std::vector<std::string> &values, std::string_view one) {
  return std::find(values.begin(), values.end(), one) != values.end();
}

bool is_complete(const StatusThen &status) {
  return is_all(status.lifecycle, "complete", "embedded");
}

bool has_begun(const StatusThen &status) {
  return !status.lifecycle.empty() && !has(status.lifecycle, "not-started");
}

} // namespace

int rank_of(const StatusThen &status) {
  if (is_all(status.lifecycle, "embedded")) return 5;
  if (is_complete(status)) return 4;
  if (has(status.confidence, "off-track")) return 0;
  if (has(status.confidence, "at-risk")) return 1;
  return has(status.confidence, "on-track") ? 3 : 2;
}

Movement movement(const StatusThen &from, const StatusThen &to) {
  if (from.lifecycle == to.lifecycle && from.confidence == to.confidence)
    return from.lifecycle.empty() && from.key != to.key ? Movement::unclear : Movement::none;
  if (is_all(to.lifecycle, "stopped")) return Movement::stopped;
  if (is_all(to.lifecycle, "replaced")) return Movement::replaced;
  if (is_complete(to) && !is_complete(from)) return Movement::completed;
  if (is_complete(from) && !is_complete(to)) return Movement::reopened;
  const int was = rank_of(from), is = rank_of(to);
  if (is != was) return is < was ? Movement::fell : Movement::rose;
  if (has_begun(from) != has_begun(to)) return has_begun(to) ? Movement::rose : Movement::fell;
  return Movement::unclear;
}

void ScaleThen::follow(const Event &event) {
  if (event.record.kind != "site") return;
  if (event.state) {
    const auto *list = event.state->list("statuses");
    for (std::size_t i = 0; list && i < list->items.size(); ++i) {
      StatusThen &status = statuses_[list->items[i].key];
      status = {list->items[i].key, {}, {}, {}};
      for (const auto &[field, value] : list->items[i].fields)
        set(status, field, value);
    }
    return;
  }
  constexpr std::string_view prefix = "statuses[].";
  if (!event.field.starts_with(prefix)) return;
  // A status that is taken out of the scale keeps its meaning: old commits use it.
  if (event.after.empty()) return;
  StatusThen &status = statuses_[event.item];
  status.key = event.item;
  set(status, event.field.substr(prefix.size()), event.after);
}

StatusThen ScaleThen::status(const std::string &key) const {
  const auto found = statuses_.find(key);
  if (found == statuses_.end()) return {key, key, {}, {}};
  StatusThen status = found->second;
  if (status.label.empty()) status.label = key;
  return status;
}

} // namespace localoffer
