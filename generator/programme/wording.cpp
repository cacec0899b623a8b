#include "programme/wording.hpp"

#include <fmt/format.h>

namespace localoffer {

std::string name_of_one(const Settings &settings, const std::string &kind) {
  const auto naming = settings.names.find(kind);
  return naming == settings.names.end() ? kind : *naming->second.one;
}

std::string name_of_many(const Settings &settings, const std::string &kind) {
  const auto naming = settings.names.find(kind);
  if (naming != settings.names.end()) return *naming->second.many;
  const bool to_ies = kind.size() > 1 && kind.back() == 'y';
  return to_ies ? kind.substr(0, kind.size() - 1) + "ies" : kind + "s";
}

std::string counted(const Settings &settings, const std::string &kind, int count) {
  return fmt::format("{} {}", count, count == 1 ? name_of_one(settings, kind) : name_of_many(settings, kind));
}

} // namespace localoffer
