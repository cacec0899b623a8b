#include "content/explanations.hpp"

#include <algorithm>

namespace localoffer {

const std::vector<Explanation> &explanations() {
  static const std::vector<Explanation> all = [] {
    std::vector<Explanation> joined;
    for (const auto &part :
         {explanations_of_files(), explanations_of_rules(), explanations_of_families(),
          explanations_of_wording(), explanations_of_translations(), explanations_of_sites()})
      joined.insert(joined.end(), part.begin(), part.end());
    return joined;
  }();
  return all;
}

const Explanation *find_explanation(std::string_view code) {
  const auto &all = explanations();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Explanation &one) { return one.code == code; });
  return found == all.end() ? nullptr : &*found;
}

} // namespace localoffer
