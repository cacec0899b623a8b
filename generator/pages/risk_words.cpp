#include "pages/risk_words.hpp"

#include <algorithm>

namespace localoffer {
namespace {

bool is_factor(const Authored<int> &value) {
  return value.given && *value >= 1 && *value <= 5;
}

} // namespace

bool has_factors(const Risk &risk) {
  return is_factor(risk.consequence) && is_factor(risk.likelihood);
}

int score_of(const Risk &risk) {
  if (risk.score.given) return *risk.score;
  return has_factors(risk) ? *risk.consequence * *risk.likelihood : 0;
}

std::vector<const Risk *> risks_worst_first(const Site &site) {
  std::vector<const Risk *> risks;
  for (const auto &risk : site.programme.content.records.risks)
    risks.push_back(&risk);
  std::stable_sort(risks.begin(), risks.end(),
                   [](const Risk *a, const Risk *b) { return score_of(*a) > score_of(*b); });
  return risks;
}

} // namespace localoffer
