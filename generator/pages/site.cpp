#include "pages/site.hpp"

namespace localoffer {

std::string Site::noun(std::string_view kind, long count) const {
  const auto &names = settings().names;
  const auto named = names.find(std::string(kind));
  if (named != names.end()) return count == 1 ? *named->second.one : *named->second.many;
  return words.say("noun." + std::string(kind) + (count == 1 ? ".one" : ".many"));
}

std::string Site::counted(std::string_view kind, long count) const {
  return words.number(static_cast<double>(count)) + " " + noun(kind, count);
}

} // namespace localoffer
