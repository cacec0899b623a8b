#pragma once

#include "base/view.hpp"
#include "pages/make_pages.hpp"

namespace localoffer {

// One function for each kind of page: it adds its pages to the list. Each stands in a file of its own name.

void add_home(const Site &site, std::vector<View> &views);
void add_priorities(const Site &site, std::vector<View> &views); ///< the list, and each priority
void add_workstreams(const Site &site, std::vector<View> &views);
void add_milestone_lists(const Site &site,
                         std::vector<View> &views); ///< all; by status, theme, lead and month due
void add_milestones(const Site &site, std::vector<View> &views); ///< each one
void add_measures(const Site &site, std::vector<View> &views);   ///< the list, and each measure
void add_barriers(const Site &site, std::vector<View> &views);
void add_inspections(const Site &site, std::vector<View> &views); ///< the list, and each inspection
void add_trace(const Site &site, std::vector<View> &views);       ///< from finding to measure
void add_periods(const Site &site, std::vector<View> &views);     ///< the list, and each period
void add_meeting_packs(const Site &site, std::vector<View> &views);
void add_reviews(const Site &site, std::vector<View> &views); ///< the list, and each review
void add_next_steps(const Site &site, std::vector<View> &views);
void add_statuses(const Site &site, std::vector<View> &views);
void add_glossary(const Site &site, std::vector<View> &views);
void add_about(const Site &site, std::vector<View> &views); ///< the plan
void add_who_decides(const Site &site, std::vector<View> &views);
void add_sources(const Site &site, std::vector<View> &views);
void add_accessibility(const Site &site, std::vector<View> &views, std::vector<Diagnostic> &diagnostics);
void add_contact(const Site &site, std::vector<View> &views);
void add_privacy(const Site &site, std::vector<View> &views);
void add_how_made(const Site &site, std::vector<View> &views);
void add_data(const Site &site, std::vector<View> &views);
void add_content_pages(const Site &site, std::vector<View> &views); ///< the Markdown pages of the content
void add_changes(const Site &site, std::vector<View> &views);       ///< the list, and each month
void add_change_lists(const Site &site, std::vector<View> &views); ///< moved dates, standing still, taken out
void add_kept_reports(const Site &site, std::vector<View> &views); ///< the list of reports kept as they were
void add_not_found(const Site &site, std::vector<View> &views);
void add_search(const Site &site, std::vector<View> &views);
void add_a_to_z(const Site &site, std::vector<View> &views); ///< after all pages that it lists
void add_redirects(const Site &site, std::vector<View> &views, std::vector<Diagnostic> &diagnostics);

// What families look for, say, ask and can read; and what the team looks at.
void add_topics(const Site &site, std::vector<View> &views);   ///< the list, and each topic
void add_you_said(const Site &site, std::vector<View> &views); ///< by month and by group
void add_quotes(const Site &site, std::vector<View> &views);
void add_questions(const Site &site, std::vector<View> &views);
void add_news(const Site &site, std::vector<View> &views); ///< the list, and each update
void add_documents(const Site &site, std::vector<View> &views);
void add_funding(const Site &site, std::vector<View> &views);
void add_risks(const Site &site, std::vector<View> &views);
void add_earlier_plans(const Site &site, std::vector<View> &views);
void add_completeness(const Site &site, std::vector<View> &views);
void add_reading(const Site &site, std::vector<View> &views); ///< how hard the words are

void add_easy_reads(const Site &site, std::vector<View> &views); ///< the list, and each page with pictures
/// Which pages they tell again, and which pictures they show; `views` are all other pages.
void check_easy_read_pages(const Site &site, const std::vector<View> &views,
                           std::vector<Diagnostic> &diagnostics);

std::vector<Download> make_downloads(const Site &site);
std::vector<TermExplanation> term_explanations(const Site &site); ///< of the glossary

// The templates of each kind of page, by name, with the types of the views behind them. They stand beside the
// views, in the files above; page_templates() gathers them.
using PageTemplates = std::vector<std::pair<std::string, const ViewType *>>;

void list_priority_templates(PageTemplates &templates);
void list_workstream_templates(PageTemplates &templates);
void list_milestone_list_templates(PageTemplates &templates);
void list_milestone_templates(PageTemplates &templates);
void list_measure_templates(PageTemplates &templates);
void list_barrier_templates(PageTemplates &templates);
void list_next_step_templates(PageTemplates &templates);
void list_home_templates(PageTemplates &templates);
void list_status_templates(PageTemplates &templates);
void list_glossary_templates(PageTemplates &templates);
void list_about_templates(PageTemplates &templates);
void list_who_decides_templates(PageTemplates &templates);
void list_source_templates(PageTemplates &templates);
void list_accessibility_templates(PageTemplates &templates);
void list_contact_templates(PageTemplates &templates);
void list_privacy_templates(PageTemplates &templates);
void list_how_made_templates(PageTemplates &templates);
void list_data_templates(PageTemplates &templates);
void list_content_page_templates(PageTemplates &templates);
void list_inspection_templates(PageTemplates &templates);
void list_trace_templates(PageTemplates &templates);
void list_period_templates(PageTemplates &templates);
void list_meeting_pack_templates(PageTemplates &templates);
void list_review_templates(PageTemplates &templates);
void list_change_templates(PageTemplates &templates);
void list_change_list_templates(PageTemplates &templates);
void list_kept_report_templates(PageTemplates &templates);
void list_not_found_templates(PageTemplates &templates);
void list_search_templates(PageTemplates &templates);
void list_a_to_z_templates(PageTemplates &templates);
void list_redirect_templates(PageTemplates &templates);

void list_topic_templates(PageTemplates &templates);
void list_you_said_templates(PageTemplates &templates);
void list_quote_templates(PageTemplates &templates);
void list_question_templates(PageTemplates &templates);
void list_news_templates(PageTemplates &templates);
void list_document_templates(PageTemplates &templates);
void list_funding_templates(PageTemplates &templates);
void list_risk_templates(PageTemplates &templates);
void list_earlier_plan_templates(PageTemplates &templates);
void list_completeness_templates(PageTemplates &templates);
void list_reading_templates(PageTemplates &templates);
void list_easy_read_templates(PageTemplates &templates);

} // namespace localoffer
