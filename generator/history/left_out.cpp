#include "base/text.hpp"
#include "content/record_schema.hpp"
#include "history/history.hpp"
#include "history/scale.hpp"

#include <algorithm>
#include <set>

namespace localoffer {
namespace {

constexpr std::size_t id_length = 40;

bool is_fact(const Event &event, const ScaleThen &scale) {
  if (event.what != Event::What::changed || event.field == "ended") return true;
  const auto *type = type_at(event.record.kind, event.field);
  if (!type) return false;
  if (type->kind == ValueType::Kind::status && !event.before.empty() && !event.after.empty())
    return movement(scale.status(event.before), scale.status(event.after)) != Movement::none;
  switch (type->kind) {
  case ValueType::Kind::status:
  case ValueType::Kind::date:
  case ValueType::Kind::number:
  case ValueType::Kind::whole_number:
    return true;
  default:
    return false;
  }
}

} // namespace

std::vector<std::string> ignored_commits(std::string_view text) {
  std::vector<std::string> commits;
  for (const auto line : lines_of(text)) {
    const std::string word = lower_ascii(trimmed(line.substr(0, line.find('#'))));
    if (word.size() == id_length && word.find_first_not_of("0123456789abcdef") == std::string::npos)
      commits.push_back(word);
  }
  return commits;
}

void leave_out(History &history, const std::vector<std::string> &commits) {
  const std::set<std::string> named(commits.begin(), commits.end());
  ScaleThen scale;
  // The settings of a commit come first: a scale may change together with the records that use it.
  for (std::size_t begin = 0; begin < history.events.size();) {
    std::size_t end = begin;
    while (end < history.events.size() && history.events[end].commit == history.events[begin].commit)
      scale.follow(history.events[end++]);
    const bool is_named = named.count(history.commit_of(history.events[begin]).id) > 0;
    for (; begin < end; ++begin)
      history.events[begin].left_out = is_named && !is_fact(history.events[begin], scale);
  }
}

bool is_shown(const Event &event) {
  return !event.left_out && !(event.what == Event::What::added && event.record.kind == "site");
}

} // namespace localoffer
