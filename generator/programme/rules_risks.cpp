#include "content/codes.hpp"
#include "programme/rule_list.hpp"

#include <fmt/format.h>

// How a risk register scores what may go wrong.

namespace localoffer::rules {
namespace {

/// Whether the factor is given and on the scale; one that is off it is reported.
bool is_on_scale(const Authored<int> &factor, std::string_view name, const Risk &risk, Found &found) {
  if (!factor) return false;
  if (*factor >= 1 && *factor <= 5) return true;
  found.push_back(diagnose("risk-score", {risk.head.file, factor.place},
                           fmt::format("{} is no {} from 1 to 5", *factor, name),
                           "Write a whole number from 1, the lowest, to 5."));
  return false;
}

void check(const Risk &risk, Found &found) {
  const bool has_consequence = is_on_scale(risk.consequence, "consequence", risk, found);
  const bool has_likelihood = is_on_scale(risk.likelihood, "likelihood", risk, found);
  if (!risk.score) return;
  if (!risk.consequence || !risk.likelihood) {
    found.push_back(diagnose("risk-without-factors", {risk.head.file, risk.score.place},
                             fmt::format("nothing says how the score of {} comes about", *risk.score),
                             "Write 'consequence:' and 'likelihood:', each from 1 to 5. If the report gives "
                             "only the score, say so "
                             "under 'discrepancy:', and write '# allow risk-without-factors: ' and the "
                             "reason on the line before."));
    return;
  }
  const int product = *risk.consequence * *risk.likelihood;
  if (!has_consequence || !has_likelihood || *risk.score == product) return;
  found.push_back(diagnose("risk-score", {risk.head.file, risk.score.place},
                           fmt::format("the score is {}, and {} times {} is {}", *risk.score,
                                       *risk.consequence, *risk.likelihood, product),
                           "Check all three. If the report itself is wrong, say so under 'discrepancy:', and "
                           "write '# allow risk-score: ' and the reason on the line before."));
}

} // namespace

void risk_scores_follow(const Programme &programme, Found &found) {
  for (const auto &risk : programme.content.records.risks)
    check(risk, found);
}

} // namespace localoffer::rules
