#pragma once

#include "programme/programme.hpp"

// The rules, one function each, for rules.cpp alone. The numbers are those of DiagnosticCode::rule.

namespace localoffer::rules {

using Found = std::vector<Diagnostic>;

void counts_add_up(const Programme &, Found &);          // 1
void counts_are_whole(const Programme &, Found &);       // 2
void no_item_twice(const Programme &, Found &);          // 8
void promises_have_a_status(const Programme &, Found &); // 11
void merged_is_not_complete(const Programme &, Found &); // 12
void listed_matches_stated(const Programme &, Found &);  // 13
void same_comment_exists(const Programme &, Found &);    // 14
void replaced_has_successor(const Programme &, Found &); // 15
void overdue_has_new_date(const Programme &, Found &);   // 16
void nothing_names_itself(const Programme &, Found &);   // 17

void dates_are_in_order(const Programme &, Found &);
void settings_fit_content(const Programme &, Found &);

} // namespace localoffer::rules
