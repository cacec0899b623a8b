#include "pages/common_views.hpp"
#include "pages/page_list.hpp"

#include <algorithm>

namespace localoffer {

struct MemberView {
  std::string who, role;
  std::optional<LinkView> body;
};
VIEW_FIELDS(MemberView, who, role, body);

struct BodyView {
  std::string id, title, short_name, meets;
  std::optional<LinkView> reports_to;
  Html text, meaning, discrepancy;
  bool has_members = false;
  std::vector<MemberView> members;
  bool has_meetings = false;
  std::vector<LinkView> meetings; ///< on this page
};
VIEW_FIELDS(BodyView, id, title, short_name, meets, reports_to, text, meaning, discrepancy, has_members,
            members, has_meetings, meetings);

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
  std::vector<BodyGroupView> groups;
  bool has_meetings = false;
  std::vector<MeetingView> meetings;
};
VIEW_FIELDS(WhoDecidesView, frame, introduction, groups, has_meetings, meetings);

namespace {

/// In the order of what families ask first: who watches over the plan, who gives help, who speaks for
/// families.
constexpr const char *kinds[] = {"board",   "council",   "health",   "families",
                                 "adviser", "inspector", "provider", ""};

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

BodyView body_view(const Site &site, const Body &body, const std::vector<const Meeting *> &meetings) {
  const RecordHead &head = body.head;
  BodyView view;
  view.id = head.id;
  view.title = *head.title;
  view.short_name = *body.short_name;
  view.meets = *body.meets;
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
