#include "pages/site.hpp"

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
    return count == 1 ? one : many;
  }
  return words.say("noun." + std::string(kind) + (count == 1 ? ".one" : ".many"));
}

std::string Site::counted(std::string_view kind, long count) const {
  return words.number(static_cast<double>(count)) + " " + noun(kind, count);
}

} // namespace localoffer
