#include "programme/rules.hpp"

#include "programme/rule_list.hpp"

#include "base/hash.hpp"
#include "base/parallel_map.hpp"

#include <algorithm>
#include <iterator>

namespace localoffer {

std::vector<Diagnostic> check_rules(const Programme &programme, unsigned threads, Store *store,
                                    const std::string &program) {
  using Rule = void (*)(const Programme &, std::vector<Diagnostic> &);
  const std::vector<Rule> all{rules::counts_add_up,
                              rules::counts_are_whole,
                              rules::one_observation_a_date,
                              rules::direction_fits_target,
                              rules::short_forms_have_one_meaning,
                              rules::claims_have_a_target,
                              rules::no_item_twice,
                              rules::measures_are_complete,
                              rules::links_say_where_they_lead,
                              rules::plain_text_has_no_markup,
                              rules::promises_have_a_status,
                              rules::merged_is_not_complete,
                              rules::listed_matches_stated,
                              rules::same_comment_exists,
                              rules::replaced_has_successor,
                              rules::overdue_has_new_date,
                              rules::nothing_names_itself,
                              rules::stated_shares_follow,
                              rules::part_lists_say_so,
                              rules::dates_lie_in_windows,
                              rules::zero_is_shown,
                              rules::nothing_after_the_period,
                              rules::no_personal_data_in_names,
                              rules::small_counts_stay_hidden,
                              rules::bodies_have_one_name,
                              rules::recommendations_are_answered,
                              rules::risk_scores_follow,
                              rules::quotes_have_consent,
                              rules::spellings_are_preferred,
                              rules::answers_are_in_time,
                              rules::dates_are_in_order,
                              rules::documents_can_be_read,
                              rules::easy_read_is_reviewed,
                              rules::findings_belong_somewhere,
                              rules::settings_fit_content,
                              rules::statuses_are_in_use,
                              rules::weaknesses_are_taken_up};
  const SourceFile &settings = *programme.settings().file;
  CleanFiles clean(store, settings.path + "/" + program + content_hash(settings.text));
  std::vector<Diagnostic> found = rules::no_personal_data(programme, clean, threads);
  for (auto &of_rule : parallel_map(all, threads, [&](Rule rule) {
         std::vector<Diagnostic> of_one;
         rule(programme, of_one);
         return of_one;
       }))
    found.insert(found.end(), std::make_move_iterator(of_rule.begin()),
                 std::make_move_iterator(of_rule.end()));
  return found;
}

std::vector<Diagnostic> check_translation(const Programme &programme) {
  std::vector<Diagnostic> found;
  rules::no_named_children(programme, found);
  return found;
}

std::vector<Diagnostic> check_published_data(const Programme &programme, const SourceFilePtr &file) {
  std::vector<Diagnostic> found;
  rules::no_private_person_in(file, programme, found);
  return found;
}

std::vector<Diagnostic> check_personal_data(const Programme &programme, const SourceFilePtr &file) {
  std::vector<Diagnostic> found;
  rules::no_personal_data_in(file, programme, found);
  rules::no_named_children(programme, found);
  rules::small_counts_stay_hidden(programme, found);
  found.erase(std::remove_if(found.begin(), found.end(),
                             [](const Diagnostic &one) { return one.code != "personal-data"; }),
              found.end());
  return found;
}

} // namespace localoffer
