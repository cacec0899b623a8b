#include "programme/rules.hpp"

#include "programme/rule_list.hpp"

namespace localoffer {

std::vector<Diagnostic> check_rules(const Programme &programme) {
  std::vector<Diagnostic> found;
  for (const auto rule :
       {rules::counts_add_up, rules::counts_are_whole, rules::no_item_twice, rules::promises_have_a_status,
        rules::merged_is_not_complete, rules::listed_matches_stated, rules::same_comment_exists,
        rules::replaced_has_successor, rules::overdue_has_new_date, rules::nothing_names_itself,
        rules::dates_are_in_order, rules::settings_fit_content})
    rule(programme, found);
  return found;
}

} // namespace localoffer
