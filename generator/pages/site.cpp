#include "pages/site.hpp"

#include "base/foreign.hpp"

#include <fmt/format.h>

namespace localoffer {
namespace {

/// One and many, as they are called on `day`.
std::pair<std::string, std::string> name_on(const Naming &naming, const Date &day) {
  std::pair<std::string, std::string> name{*naming.one, *naming.many};
  for (const auto &change : naming.changes)
    if (first_day(*change.from) <= day) name = {*change.one, *change.many};
  return name;
}

} // namespace

std::string Site::noun(std::string_view kind, long count) const {
  const auto &names = settings().names;
  const auto named = names.find(std::string(kind));
  if (named != names.end()) {
    const auto &[one, many] = name_on(named->second, programme.today);
    const std::string &name = count == 1 ? one : many;
    if (!name.starts_with(foreign_begins)) return name; // else the language's own word is better
  }
  return words.say("noun." + std::string(kind) + (count == 1 ? ".one" : ".many"));
}

std::string Site::original(const std::string &text) const {
  return is_translated() && !text.empty() ? as_foreign(text) : text;
}

std::string Site::counted(std::string_view kind, long count) const {
  const std::string key = fmt::format("noun.{}.counted", kind);
  const auto named = settings().names.find(std::string(kind));
  const bool is_named = named != settings().names.end() && !named->second.one->starts_with(foreign_begins);
  if (!is_named && words.has(key)) return words.say(key, {{"count", count}});
  return words.number(static_cast<double>(count)) + " " + noun(kind, count);
}

} // namespace localoffer
