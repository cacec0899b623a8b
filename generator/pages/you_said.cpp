#include "base/text.hpp"
#include "pages/family_items.hpp"
#include "pages/page_list.hpp"
#include "pages/record_links.hpp"

#include <algorithm>
#include <functional>

namespace localoffer {

/// What was said, and what came of it.
struct YouSaidView {
  std::string id, title, said; ///< "Parents and carers, March 2021"
  Html text, meaning, discrepancy;
  std::string waiting, answer_due; ///< only where there is no answer
  Html response, action;
  std::string answered;
  bool has_milestones = false;
  std::vector<LinkView> milestones;
  std::optional<LinkView> page; ///< that it is about
};
VIEW_FIELDS(YouSaidView, id, title, said, text, meaning, discrepancy, waiting, answer_due, response, action,
            answered, has_milestones, milestones, page);

struct YouSaidGroupView {
  std::string id, heading;
  std::vector<YouSaidView> items;
};
VIEW_FIELDS(YouSaidGroupView, id, heading, items);

struct YouSaidListView {
  Frame frame;
  std::vector<std::string> sentences;
  LinkView by_month, by_group;
  std::vector<YouSaidGroupView> groups;
  std::optional<LinkView> quotes;
};
VIEW_FIELDS(YouSaidListView, frame, sentences, by_month, by_group, groups, quotes);

namespace {

using Said = std::vector<const YouSaid *>;

/// What has waited longest for an answer comes first; then what was said last.
Said in_order(const Site &site) {
  Said said;
  for (const auto &one : site.programme.content.records.you_said)
    said.push_back(&one);
  std::stable_sort(said.begin(), said.end(), [](const YouSaid *a, const YouSaid *b) {
    if (is_answered(*a) != is_answered(*b)) return is_answered(*b);
    return is_answered(*a) ? *b->when < *a->when : *a->when < *b->when;
  });
  return said;
}

std::string answer_due_text(const Site &site, const YouSaid &said) {
  if (!said.answer_due.given) return {};
  const bool passed = has_passed(*said.answer_due, site.programme.today);
  return site.words.say(passed ? "you_said.was_due" : "you_said.due",
                        {{"date", site.words.date(*said.answer_due)}});
}

YouSaidView said_view(const Site &site, const YouSaid &said) {
  const RecordHead &head = said.head;
  const RecordTextView text = record_text(site, head, 4);
  YouSaidView view;
  view.id = head.id;
  view.title = *head.title;
  view.said =
      site.words.say("you_said.said_by", {{"group", *said.group}, {"date", site.words.date(*said.when)}});
  view.text = text.text;
  view.meaning = text.meaning;
  view.discrepancy = text.discrepancy;
  if (!is_answered(said)) {
    view.waiting = waiting_text(site, said);
    view.answer_due = answer_due_text(site, said);
  }
  view.response = prose_of(site, head, said.response, {4, head.id + "-response-"});
  view.action = prose_of(site, head, said.action, {4, head.id + "-action-"});
  if (said.answered.given)
    view.answered = site.words.say("you_said.answered", {{"date", site.words.date(*said.answered)}});
  view.milestones = milestone_links(site, said.milestones);
  view.has_milestones = !view.milestones.empty();
  if (said.page.given && said.page->starts_with('/'))
    view.page = LinkView{site.words.say("you_said.page", {{"title", view.title}}), site.href(*said.page)};
  return view;
}

/// One group for each name, in the order in which the names come.
std::vector<YouSaidGroupView> grouped(const Site &site, const Said &said,
                                      const std::function<YouSaidGroupView(const YouSaid &)> &group_of) {
  std::vector<YouSaidGroupView> groups;
  for (const auto *one : said) {
    YouSaidGroupView group = group_of(*one);
    auto into = std::find_if(groups.begin(), groups.end(),
                             [&](const YouSaidGroupView &known) { return known.id == group.id; });
    if (into == groups.end()) into = groups.insert(groups.end(), std::move(group));
    into->items.push_back(said_view(site, *one));
  }
  return groups;
}

std::vector<YouSaidGroupView> by_month(const Site &site, const Said &said) {
  return grouped(site, said, [&](const YouSaid &one) {
    if (!is_answered(one))
      return YouSaidGroupView{"part:no-answer", site.words.say("you_said.no_answer_heading"), {}};
    const Date month{one.when->year, one.when->month, 0};
    return YouSaidGroupView{"part:" + to_iso(month), site.words.date(month), {}};
  });
}

std::vector<YouSaidGroupView> by_group(const Site &site, const Said &said) {
  auto groups = grouped(site, said, [](const YouSaid &one) {
    return YouSaidGroupView{"part:" + slug(*one.group), *one.group, {}};
  });
  std::sort(groups.begin(), groups.end(), [&](const YouSaidGroupView &a, const YouSaidGroupView &b) {
    return site.words.comes_before(a.heading, b.heading);
  });
  return groups;
}

View one_page(const Site &site, const Said &said, bool for_groups) {
  const Addresses &at = site.addresses;
  const auto unanswered =
      std::count_if(said.begin(), said.end(), [](const auto *one) { return !is_answered(*one); });
  YouSaidListView view;
  view.sentences = {site.words.say("you_said.how_many", {{"count", static_cast<long>(said.size())},
                                                         {"unanswered", static_cast<long>(unanswered)}}),
                    site.words.say("you_said.nobody")};
  view.by_month = {site.words.say("you_said.by_month"), site.href(at.you_said()), !for_groups};
  view.by_group = {site.words.say("you_said.by_group"), site.href(at.you_said_by_group()), for_groups};
  view.groups = for_groups ? by_group(site, said) : by_month(site, said);
  if (!site.programme.content.records.quotes.empty())
    view.quotes = LinkView{site.words.say("quote.heading"), site.href(at.quotes())};

  PageInfo info;
  info.route = for_groups ? at.you_said_by_group() : at.you_said();
  info.heading = site.words.say(for_groups ? "you_said.heading_by_group" : "you_said.heading");
  info.description = view.sentences.front();
  if (for_groups) info.breadcrumbs = {{site.words.say("you_said.heading"), site.href(at.you_said())}};
  for (const auto &group : view.groups)
    info.on_this_page.push_back({group.heading, "#" + group.id});
  for (const auto *one : said)
    info.records.push_back(&one->head);
  const std::string route = info.route;
  view.frame = make_frame(site, std::move(info));
  return make_view(route, "you-said", std::move(view));
}

} // namespace

bool is_answered(const YouSaid &said) {
  return said.response.given || said.action.given;
}

std::string waiting_text(const Site &site, const YouSaid &said) {
  const long days = days_between(*said.when, site.programme.today);
  if (days < 1) return site.words.say("you_said.waiting");
  return site.words.say("you_said.waiting_for", {{"time", site.words.duration(days)}});
}

void add_you_said(const Site &site, std::vector<View> &views) {
  const Said said = in_order(site);
  if (said.empty()) return;
  views.push_back(one_page(site, said, false));
  views.push_back(one_page(site, said, true));
}

void list_you_said_templates(PageTemplates &templates) {
  templates.emplace_back("you-said", &view_type<YouSaidListView>());
}

} // namespace localoffer
