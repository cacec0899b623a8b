#include "base/text.hpp"
#include "pages/common_views.hpp"
#include "pages/page_list.hpp"

#include <algorithm>
#include <set>

namespace localoffer {

struct MemberView {
  std::string who, role;
  std::optional<LinkView> body;
};
VIEW_FIELDS(MemberView, who, role, body);

/// A body on the way that a concern takes upwards, and when it passes something on.
struct EscalationStepView {
  LinkView body;
  Html escalates;
};
VIEW_FIELDS(EscalationStepView, body, escalates);

/// From one working group to the top.
struct EscalationView {
  std::string heading;
  std::vector<EscalationStepView> steps;
};
VIEW_FIELDS(EscalationView, heading, steps);

struct BodyView {
  std::string id, title, short_name, meets;
  std::string also, ended; ///< sentences
  std::optional<LinkView> successor;
  std::vector<LinkView> took_over_from;
  bool has_predecessors = false;
  std::optional<LinkView> reports_to;
  Html text, meaning, discrepancy;
  bool has_members = false;
  std::vector<MemberView> members;
  bool has_meetings = false;
  std::vector<LinkView> meetings; ///< on this page
};
VIEW_FIELDS(BodyView, id, title, short_name, meets, also, ended, successor, took_over_from, has_predecessors,
            reports_to, text, meaning, discrepancy, has_members, members, has_meetings, meetings);

/// Bodies of one kind: the boards, the health services.
struct BodyGroupView {
  std::string id, heading;
  std::vector<BodyView> bodies;
};
VIEW_FIELDS(BodyGroupView, id, heading, bodies);

struct DecisionView {
  Html asked, decided;
};
VIEW_FIELDS(DecisionView, asked, decided);

struct MeetingView {
  std::string id, title, date;
  std::optional<LinkView> body;
  Html text, meaning, discrepancy;
  bool has_papers = false, has_spotlights = false;
  std::vector<TextView> papers, spotlights;
  std::vector<DecisionView> decisions;
};
VIEW_FIELDS(MeetingView, id, title, date, body, text, meaning, discrepancy, has_papers, has_spotlights,
            papers, spotlights, decisions);

struct WhoDecidesView {
  Frame frame;
  std::string introduction;
  bool has_escalation = false;
  std::vector<EscalationView> escalation;
  std::vector<BodyGroupView> groups;
  bool has_meetings = false;
  std::vector<MeetingView> meetings;
};
VIEW_FIELDS(WhoDecidesView, frame, introduction, has_escalation, escalation, groups, has_meetings, meetings);

namespace {

/// In the order of what families ask first: who watches over the plan, who gives help, who speaks for
/// families.
constexpr const char *kinds[] = {"board",   "council",   "health",     "families", "voluntary", "school",
                                 "adviser", "inspector", "government", "provider", ""};

std::vector<const Meeting *> newest_first(const Programme &programme) {
  std::vector<const Meeting *> meetings;
  for (const auto &meeting : programme.content.records.meetings)
    meetings.push_back(&meeting);
  std::stable_sort(meetings.begin(), meetings.end(),
                   [](const Meeting *a, const Meeting *b) { return *b->date < *a->date; });
  return meetings;
}

LinkView body_link(const Body &body) {
  return {*body.head.title, "#" + body.head.id};
}

MemberView member_view(const Site &site, const Member &member) {
  MemberView view{*member.who, *member.role, {}};
  if (const Body *body = site.programme.body(member.body->id)) view.body = body_link(*body);
  return view;
}

/// What a body is called besides its name, what became of it, and what it took over.
void tell_names(const Site &site, const Body &body, BodyView &view) {
  std::vector<std::string> also;
  for (const auto &name : body.also)
    also.push_back(*name);
  if (!also.empty()) view.also = site.words.say("who_decides.also", {{"names", joined(also, "; ")}});
  const Body *successor = site.programme.body(body.successor->id);
  if (body.ended.given)
    view.ended = site.words.say(successor ? "who_decides.ended_since" : "who_decides.ended",
                                {{"date", site.words.date(*body.ended)}});
  if (successor) view.successor = body_link(*successor);
  for (const auto &other : site.programme.content.records.bodies)
    if (other.successor->id == body.head.id) view.took_over_from.push_back(body_link(other));
  view.has_predecessors = !view.took_over_from.empty();
}

/// From `lowest` upwards. A circle, which no chain should be, ends where it closes.
std::vector<const Body *> chain_from(const Site &site, const Body &lowest) {
  std::vector<const Body *> chain;
  const Body *body = &lowest;
  while (body && std::find(chain.begin(), chain.end(), body) == chain.end()) {
    chain.push_back(body);
    body = site.programme.body(body->reports_to->id);
  }
  return chain;
}

/// One chain for each body that reports to another and that nobody reports to; the longest first. What a body
/// passes on is told in the first chain that it is in.
std::vector<EscalationView> escalation(const Site &site) {
  const auto &bodies = site.programme.content.records.bodies;
  const auto is_lowest = [&](const Body &body) {
    return std::none_of(bodies.begin(), bodies.end(),
                        [&](const Body &other) { return other.reports_to->id == body.head.id; });
  };
  std::vector<std::vector<const Body *>> chains;
  for (const auto &body : bodies)
    if (!body.ended.given && site.programme.body(body.reports_to->id) && is_lowest(body))
      chains.push_back(chain_from(site, body));
  std::stable_sort(chains.begin(), chains.end(),
                   [](const auto &a, const auto &b) { return a.size() > b.size(); });
  std::vector<EscalationView> views;
  std::set<const Body *> told;
  for (const auto &chain : chains) {
    EscalationView view{site.words.say("who_decides.escalation_from", {{"body", *chain.front()->head.title}}),
                        {}};
    for (const auto *body : chain)
      view.steps.push_back({body_link(*body),
                            told.insert(body).second ? prose_of(site, body->head, body->escalates) : Html{}});
    views.push_back(std::move(view));
  }
  return views;
}

BodyView body_view(const Site &site, const Body &body, const std::vector<const Meeting *> &meetings) {
  const RecordHead &head = body.head;
  BodyView view;
  view.id = head.id;
  view.title = *head.title;
  view.short_name = *body.short_name;
  view.meets = *body.meets;
  tell_names(site, body, view);
  if (const Body *above = site.programme.body(body.reports_to->id)) view.reports_to = body_link(*above);
  view.text = prose_of(site, head, head.text, {4, head.id + "-"});
  view.meaning = prose_of(site, head, head.meaning, {4, head.id + "-meaning-"});
  view.discrepancy = prose_of(site, head, head.discrepancy, {4, head.id + "-discrepancy-"});
  for (const auto &member : body.members)
    view.members.push_back(member_view(site, member));
  view.has_members = !view.members.empty();
  for (const auto *meeting : meetings)
    if (meeting->body->id == head.id) view.meetings.push_back({*meeting->head.title, "#" + meeting->head.id});
  view.has_meetings = !view.meetings.empty();
  return view;
}

std::vector<TextView> statements(const Site &site, const Meeting &meeting,
                                 const std::vector<Statement> &list) {
  std::vector<TextView> views;
  for (const auto &statement : list)
    views.push_back({inline_html(site, *statement.text, meeting.head.file)});
  return views;
}

MeetingView meeting_view(const Site &site, const Meeting &meeting) {
  const RecordHead &head = meeting.head;
  MeetingView view;
  view.id = head.id;
  view.title = *head.title;
  view.date = site.words.date(*meeting.date);
  if (const Body *body = site.programme.body(meeting.body->id)) view.body = body_link(*body);
  view.text = prose_of(site, head, head.text, {4, head.id + "-"});
  view.meaning = prose_of(site, head, head.meaning, {4, head.id + "-meaning-"});
  view.discrepancy = prose_of(site, head, head.discrepancy, {4, head.id + "-discrepancy-"});
  view.papers = statements(site, meeting, meeting.papers);
  view.spotlights = statements(site, meeting, meeting.spotlights);
  view.has_papers = !view.papers.empty();
  view.has_spotlights = !view.spotlights.empty();
  for (const auto &decision : meeting.decisions)
    view.decisions.push_back({prose_of(site, head, decision.asked), prose_of(site, head, decision.decided)});
  return view;
}

} // namespace

void add_who_decides(const Site &site, std::vector<View> &views) {
  const Words &words = site.words;
  const std::vector<const Meeting *> meetings = newest_first(site.programme);
  PageInfo info;
  info.route = site.addresses.who_decides();
  info.heading = words.say("who_decides.heading");
  info.description = words.say("who_decides.description");
  info.section = site.addresses.about();
  info.breadcrumbs = {{words.say("nav.about"), site.href(site.addresses.about())}};

  WhoDecidesView view;
  view.introduction = words.say("who_decides.introduction");
  view.escalation = escalation(site);
  view.has_escalation = !view.escalation.empty();
  if (view.has_escalation)
    info.on_this_page.push_back({words.say("who_decides.escalation"), "#kind:escalation"});
  for (const std::string kind : kinds) {
    const std::string key = kind.empty() ? "other" : kind;
    BodyGroupView group{"kind:" + key, words.say("body_kind." + key), {}};
    for (const auto &body : site.programme.content.records.bodies)
      if (*body.kind == kind) {
        group.bodies.push_back(body_view(site, body, meetings));
        info.records.push_back(&body.head);
      }
    if (group.bodies.empty()) continue;
    // A body that is said to meet regularly has more to do with the plan than one that is only named.
    std::stable_partition(group.bodies.begin(), group.bodies.end(),
                          [](const BodyView &body) { return !body.meets.empty(); });
    info.on_this_page.push_back({group.heading, "#" + group.id});
    view.groups.push_back(std::move(group));
  }
  for (const auto *meeting : meetings) {
    view.meetings.push_back(meeting_view(site, *meeting));
    info.records.push_back(&meeting->head);
  }
  view.has_meetings = !view.meetings.empty();
  if (view.has_meetings)
    info.on_this_page.push_back({words.sentence_case(site.noun("meeting", 2)), "#kind:meetings"});
  view.frame = make_frame(site, std::move(info));
  views.push_back(make_view(site.addresses.who_decides(), "who-decides", std::move(view)));
}

void list_who_decides_templates(PageTemplates &templates) {
  templates.emplace_back("who-decides", &view_type<WhoDecidesView>());
}

} // namespace localoffer
