#include "pages/make_pages.hpp"

#include "base/parallel_map.hpp"
#include "content/codes.hpp"
#include "pages/easy_reads.hpp"
#include "pages/feeds.hpp"
#include "pages/page_list.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <iterator>
#include <map>
#include <set>

namespace localoffer {
namespace {

/// What an author can change when a page's address is taken: the record that the page comes from.
std::multimap<std::string, Span> spans_of_routes(const Site &site) {
  const Programme &programme = site.programme;
  const Addresses &at = site.addresses;
  std::multimap<std::string, Span> spans;
  for (const auto &page : programme.content.records.pages)
    spans.emplace(at.page(page), page.head.span_of(page.route));
  for (const auto &facts : programme.priorities)
    spans.emplace(at.priority(*facts.record), facts.record->head.span());
  for (const auto &facts : programme.measures)
    spans.emplace(at.measure(*facts.record), facts.record->head.span());
  for (const auto &facts : programme.milestones)
    spans.emplace(at.milestone(facts), facts.record->head.span_of(facts.record->ref));
  const Records &records = programme.content.records;
  for (const auto &inspection : records.inspections)
    spans.emplace(at.inspection(inspection.head.id), inspection.head.span());
  for (const auto &period : records.periods)
    spans.emplace(at.period(period.head.id), period.head.span());
  for (const auto &review : records.reviews)
    spans.emplace(at.review(review.head.id), review.head.span());
  for (const auto &topic : programme.content.records.topics)
    spans.emplace(at.topic(topic), topic.head.span());
  for (const auto &update : programme.content.records.news)
    spans.emplace(at.news_update(update), update.head.span());
  for (const auto &page : programme.content.records.easy_reads)
    spans.emplace(at.easy_read(page), page.head.span());
  return spans;
}

/// Where the authors chose the address of a page that is of no single record: in what they call milestones.
std::optional<Span> span_of_folder(const Site &site, const std::string &route) {
  const Settings &settings = site.settings();
  const auto named = settings.names.find("milestone");
  if (named == settings.names.end() || !route.starts_with(site.addresses.milestones())) return std::nullopt;
  return Span(settings.file, named->second.many.place);
}

/// One diagnostic for each route that several pages have; all pages but one are then left out.
void refuse_collisions(const Site &site, std::vector<View> &views, std::vector<Diagnostic> &diagnostics) {
  const auto same_route = [](const View &a, const View &b) { return a.route == b.route; };
  const auto spans = spans_of_routes(site);
  for (auto again = std::adjacent_find(views.begin(), views.end(), same_route); again != views.end();
       again = std::adjacent_find(again, views.end(), same_route)) {
    const auto authors = spans.equal_range(again->route);
    // The last one is blamed: a Markdown page at an address that the program itself uses is the only one.
    const bool known = authors.first != authors.second;
    const auto folder = known ? std::nullopt : span_of_folder(site, again->route);
    const Span span =
        known ? std::prev(authors.second)->second : folder.value_or(Span(site.settings().file, {}));
    Diagnostic diagnostic =
        diagnose("address-collision", span, fmt::format("two pages have the address {}", again->route),
                 folder ? "The site has a page of its own there. Call milestones by another word."
                        : "Give one of them another 'route', id or ref.");
    if (known && std::next(authors.first) != authors.second)
      diagnostic.notes.push_back({authors.first->second, "the other page is this one"});
    diagnostics.push_back(std::move(diagnostic));
    const std::string route = again->route;
    again = views.erase(std::next(again), std::find_if(std::next(again), views.end(), [&](const View &view) {
                          return view.route != route;
                        }));
    if (again == views.end()) return;
  }
}

/// The pictures and documents that links in the content lead to, and those that the list of documents offers.
std::vector<ContentFile> linked_files(const Site &site) {
  const Content &content = site.programme.content;
  std::set<std::string> paths;
  for (const auto &use : content.uses) {
    if (use.kind != Use::Kind::link) continue;
    const auto target = resolve_link(site.programme, use.file->path, use.text);
    if (target && target->kind == "file") paths.insert(target->id);
  }
  for (const auto &document : content.records.documents)
    if (const auto path = content_file(site.programme, *document.file)) paths.insert(*path);
  std::vector<ContentFile> files;
  for (const auto &path : paths)
    files.push_back({site.addresses.file(path), path});
  return files;
}

/// The newest change of the file that a page mostly comes from; pages that gather many records have none of
/// their own.
std::optional<Date> changed_at(const Site &site, const std::multimap<std::string, Span> &spans,
                               const std::string &route) {
  const auto found = spans.find(route);
  if (found == spans.end()) return std::nullopt;
  const auto date = site.changes.dates.find(found->second.file_path());
  return date == site.changes.dates.end() ? std::nullopt : std::optional(date->second);
}

std::vector<ListedRoute> sitemap_of(const Site &site, const std::vector<View> &views) {
  const auto spans = spans_of_routes(site);
  std::vector<ListedRoute> listed;
  for (const auto &view : views) {
    const bool for_readers = view.template_name != "redirect" && view.route != site.addresses.not_found();
    if (for_readers)
      listed.push_back({site.addresses.absolute(view.route), changed_at(site, spans, view.route)});
  }
  return listed;
}

using AddPages = void(const Site &, std::vector<View> &);

/// All kinds of page, but for those that find mistakes. What is kept as it was leads to today's contacts.
std::vector<AddPages *> page_kinds(const Site &site) {
  std::vector<AddPages *> kinds{add_home,         add_priorities,   add_workstreams,  add_milestone_lists,
                                add_milestones,   add_measures,     add_barriers,     add_next_steps,
                                add_inspections,  add_trace,        add_periods,      add_meeting_packs,
                                add_reviews,      add_statuses,     add_glossary,     add_about,
                                add_who_decides,  add_sources,      add_data,         add_content_pages,
                                add_changes,      add_change_lists, add_kept_reports, add_topics,
                                add_you_said,     add_quotes,       add_questions,    add_news,
                                add_documents,    add_funding,      add_risks,        add_earlier_plans,
                                add_completeness, add_easy_reads,   add_reading};
  if (!site.kept_as) kinds.insert(kinds.end(), {add_contact, add_search, add_privacy, add_how_made});
  if (!site.kept_as && !site.is_translated()) kinds.push_back(add_not_found); // a web server shows one
  return kinds;
}

} // namespace

Pages make_pages(const Site &site, std::vector<Diagnostic> &diagnostics, unsigned threads) {
  Pages pages;
  std::vector<View> &views = pages.views;
  for (auto &of_kind : parallel_map(page_kinds(site), threads, [&](AddPages *add) {
         std::vector<View> of_one;
         add(site, of_one);
         return of_one;
       }))
    std::move(of_kind.begin(), of_kind.end(), std::back_inserter(views));
  check_easy_read_pages(site, views, diagnostics);
  if (!site.kept_as) {
    add_accessibility(site, views, diagnostics);
    add_a_to_z(site, views);
    add_redirects(site, views, diagnostics); // last: a redirect must know all pages
  }
  std::stable_sort(views.begin(), views.end(),
                   [](const View &a, const View &b) { return a.route < b.route; });
  refuse_collisions(site, views, diagnostics);

  const std::vector<std::function<void()>> beside{
      [&] { pages.downloads = make_downloads(site); },  [&] { pages.calendars = make_calendars(site); },
      [&] { pages.feeds = make_feeds(site); },          [&] { pages.files = linked_files(site); },
      [&] { pages.sitemap = sitemap_of(site, views); }, [&] { pages.terms = term_explanations(site); }};
  pages.pictures = pictures_in_use(site);
  parallel_map(beside, threads, [](const auto &make) {
    make();
    return true;
  });
  return pages;
}

std::vector<std::pair<std::string, const ViewType *>> page_templates() {
  PageTemplates templates;
  list_home_templates(templates);
  list_priority_templates(templates);
  list_workstream_templates(templates);
  list_milestone_list_templates(templates);
  list_milestone_templates(templates);
  list_measure_templates(templates);
  list_barrier_templates(templates);
  list_next_step_templates(templates);
  list_inspection_templates(templates);
  list_trace_templates(templates);
  list_period_templates(templates);
  list_meeting_pack_templates(templates);
  list_review_templates(templates);
  list_status_templates(templates);
  list_glossary_templates(templates);
  list_about_templates(templates);
  list_who_decides_templates(templates);
  list_source_templates(templates);
  list_accessibility_templates(templates);
  list_contact_templates(templates);
  list_privacy_templates(templates);
  list_how_made_templates(templates);
  list_data_templates(templates);
  list_content_page_templates(templates);
  list_change_templates(templates);
  list_change_list_templates(templates);
  list_kept_report_templates(templates);
  list_not_found_templates(templates);
  list_search_templates(templates);
  list_a_to_z_templates(templates);
  list_redirect_templates(templates);

  list_topic_templates(templates);
  list_you_said_templates(templates);
  list_quote_templates(templates);
  list_question_templates(templates);
  list_news_templates(templates);
  list_document_templates(templates);
  list_funding_templates(templates);
  list_risk_templates(templates);
  list_earlier_plan_templates(templates);
  list_completeness_templates(templates);
  list_reading_templates(templates);
  list_easy_read_templates(templates);

  return templates;
}

} // namespace localoffer
