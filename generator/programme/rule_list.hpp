#pragma once

#include "programme/clean_files.hpp"
#include "programme/programme.hpp"

// The rules, one function each, for rules.cpp alone. The numbers are those of DiagnosticCode::rule.

namespace localoffer::rules {

using Found = std::vector<Diagnostic>;

void counts_add_up(const Programme &, Found &);                // 1
void counts_are_whole(const Programme &, Found &);             // 2
void one_observation_a_date(const Programme &, Found &);       // 4
void direction_fits_target(const Programme &, Found &);        // 5
void short_forms_have_one_meaning(const Programme &, Found &); // 6
void claims_have_a_target(const Programme &, Found &);         // 7
void no_item_twice(const Programme &, Found &);                // 8
void measures_are_complete(const Programme &, Found &);        // 9
void plain_text_has_no_markup(const Programme &, Found &);
void links_say_where_they_lead(const Programme &, Found &);    // 10
void promises_have_a_status(const Programme &, Found &);       // 11
void merged_is_not_complete(const Programme &, Found &);       // 12
void listed_matches_stated(const Programme &, Found &);        // 13
void same_comment_exists(const Programme &, Found &);          // 14
void replaced_has_successor(const Programme &, Found &);       // 15
void overdue_has_new_date(const Programme &, Found &);         // 16
void nothing_names_itself(const Programme &, Found &);         // 17
void stated_shares_follow(const Programme &, Found &);         // 19
void part_lists_say_so(const Programme &, Found &);            // 20
void dates_lie_in_windows(const Programme &, Found &);         // 21
void zero_is_shown(const Programme &, Found &);                // 22
void nothing_after_the_period(const Programme &, Found &);     // 23
void no_personal_data_in_names(const Programme &, Found &);    // 24
void no_named_children(const Programme &, Found &);            // 24
void small_counts_stay_hidden(const Programme &, Found &);     // 24
void bodies_have_one_name(const Programme &, Found &);         // 25
void recommendations_are_answered(const Programme &, Found &); // 26
void risk_scores_follow(const Programme &, Found &);           // 27
void quotes_have_consent(const Programme &, Found &);          // 28
void spellings_are_preferred(const Programme &, Found &);      // 29

void answers_are_in_time(const Programme &, Found &);
void dates_are_in_order(const Programme &, Found &);
void documents_can_be_read(const Programme &, Found &);
void easy_read_is_reviewed(const Programme &, Found &);
void findings_belong_somewhere(const Programme &, Found &);
void settings_fit_content(const Programme &, Found &);
void statuses_are_in_use(const Programme &, Found &);
void weaknesses_are_taken_up(const Programme &, Found &);

/// The part of rule 24 that holds for data to download too: offices may stand there.
void no_private_person_in(const SourceFilePtr &, const Programme &, Found &);

/// Rule 24 for all files of a site, those that are known to be clean passed by.
std::vector<Diagnostic> no_personal_data(const Programme &, CleanFiles &, unsigned threads);

/// Rule 24 for the lines of one file.
void no_personal_data_in(const SourceFilePtr &, const Programme &, Found &);

} // namespace localoffer::rules
