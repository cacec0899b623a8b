#include "base/text.hpp"
#include "content/kinds.hpp"
#include "pages/family_items.hpp"
#include "pages/milestone_words.hpp"
#include "pages/page_list.hpp"
#include "pages/priority_items.hpp"
#include "pages/record_links.hpp"

#include <algorithm>

namespace localoffer {

/// A record that carries a topic. Without an address it has no page of its own, and no place on one.
struct TopicRecordView {
  std::string title, href, note;
};
VIEW_FIELDS(TopicRecordView, title, href, note);

/// The records of one kind; milestones and measures say how they stand.
struct TopicGroupView {
  std::string id, heading;
  std::vector<TopicRecordView> records;
  std::vector<MilestoneItemView> milestones;
  std::vector<MeasureItemView> measures;
};
VIEW_FIELDS(TopicGroupView, id, heading, records, milestones, measures);

struct TopicView {
  Frame frame;
  Html text, meaning, discrepancy;
  std::string nothing;
  std::vector<TopicGroupView> groups;
  bool has_key = false;
  std::vector<StatusKeyView> status_key;
  std::optional<LinkView> feed;
};
VIEW_FIELDS(TopicView, frame, text, meaning, discrepancy, nothing, groups, has_key, status_key, feed);

struct TopicListView {
  Frame frame;
  std::vector<TopicItemView> topics;
};
VIEW_FIELDS(TopicListView, frame, topics);

namespace {

/// What families ask for comes first; all other kinds follow in the order of the field guide.
constexpr std::string_view first_kinds[] = {"question",    "priority", "milestone", "measure",
                                            "news update", "you said", "quote",     "document"};

std::vector<const Topic *> in_order(const Site &site) {
  std::vector<const Topic *> topics;
  for (const auto &topic : site.programme.content.records.topics)
    topics.push_back(&topic);
  std::stable_sort(topics.begin(), topics.end(), [](const Topic *a, const Topic *b) {
    if (a->order.given != b->order.given) return a->order.given;
    return *a->order < *b->order;
  });
  return topics;
}

bool is_empty(const TopicGroupView &group) {
  return group.records.empty() && group.milestones.empty() && group.measures.empty();
}

bool carries(const RecordHead &head, const Topic &topic) {
  return std::any_of(head.topics.begin(), head.topics.end(),
                     [&](const Authored<Ref> &ref) { return ref->id == topic.head.id; });
}

/// "Frequently asked questions" for the kinds that have a name of their own here; else the noun's plural.
std::string kind_heading(const Site &site, std::string_view kind) {
  const std::string key = with_underscores(kind);
  const std::string own = "topic.kinds." + key;
  return site.words.has(own) ? site.words.say(own) : site.words.sentence_case(site.noun(key, 2));
}

std::string note_of(const Site &site, const NewsUpdate &update) {
  return site.words.date(*update.date);
}
std::string note_of(const Site &site, const YouSaid &said) {
  return is_answered(said) ? site.words.date(*said.when) : waiting_text(site, said);
}
std::string note_of(const Site &site, const Document &document) {
  return document.date.given ? site.words.date(*document.date) : std::string{};
}
std::string note_of(const Site &site, const Meeting &meeting) {
  return site.words.date(*meeting.date);
}
template <class Record>
std::string note_of(const Site & /*site*/, const Record & /*record*/) {
  return {};
}

class TopicPage {
public:
  TopicPage(const Site &site, const Topic &topic)
      : site_(site), topic_(topic), shown_(no_counts(site.settings())) {}

  View make() {
    info_.records.push_back(&topic_.head);
    for (const auto kind : first_kinds)
      group_of(kind);
    for_each_record(site_.programme.content.records, [&](std::string_view kind, const auto &record) {
      if (carries(record.head, topic_)) gather(kind, record);
    });
    auto &groups = view_.groups;
    groups.erase(std::remove_if(groups.begin(), groups.end(), is_empty), groups.end());
    for (const auto &group : view_.groups)
      info_.on_this_page.push_back({group.heading, "#" + group.id});
    return finish();
  }

private:
  static std::string group_id(std::string_view kind) {
    std::string id = "part:" + std::string(kind);
    std::replace(id.begin(), id.end(), ' ', '-');
    return id;
  }

  TopicGroupView &group_of(std::string_view kind) {
    const std::string id = group_id(kind);
    for (auto &group : view_.groups)
      if (group.id == id) return group;
    return view_.groups.emplace_back(TopicGroupView{id, kind_heading(site_, kind), {}, {}, {}});
  }

  void gather(std::string_view kind, const Milestone &milestone) {
    const auto found = site_.programme.milestone_by_id.find(milestone.head.id);
    if (found == site_.programme.milestone_by_id.end()) return;
    const MilestoneFacts &facts = site_.programme.milestones[found->second];
    group_of(kind).milestones.push_back(milestone_item(site_, facts));
    add_to(shown_, *facts.status, 1);
    info_.records.push_back(&milestone.head);
  }

  void gather(std::string_view kind, const Measure &measure) {
    const auto found = site_.programme.measure_by_id.find(measure.head.id);
    if (found == site_.programme.measure_by_id.end()) return;
    group_of(kind).measures.push_back(measure_item(site_, site_.programme.measures[found->second]));
    info_.records.push_back(&measure.head);
  }

  /// Somebody's words have no title: what was said is the better one.
  void gather(std::string_view kind, const Quote &quote) {
    add(kind, quote.head, "“" + shortened(plain_text(*quote.words), 120) + "”", *quote.speaker);
  }

  void gather(std::string_view kind, const Priority &priority) {
    add(kind, priority.head, priority_name(site_, priority), {});
  }

  template <class Record>
  void gather(std::string_view kind, const Record &record) {
    add(kind, record.head, record_name(record.head), note_of(site_, record));
  }

  void add(std::string_view kind, const RecordHead &head, std::string name, std::string note) {
    const std::string route = site_.addresses.of({std::string(kind), head.id, {}});
    group_of(kind).records.push_back(
        {std::move(name), route.empty() ? "" : site_.href(route), std::move(note)});
    info_.records.push_back(&head);
  }

  View finish() {
    const RecordHead &head = topic_.head;
    view_.text = prose_of(site_, head, head.text);
    view_.meaning = prose_of(site_, head, head.meaning, {3, "meaning-"});
    view_.discrepancy = prose_of(site_, head, head.discrepancy, {3, "discrepancy-"});
    if (view_.groups.empty()) view_.nothing = site_.words.say("topic.nothing");
    view_.status_key = status_key(site_, shown_);
    view_.has_key = !view_.status_key.empty();
    info_.route = site_.addresses.topic(topic_);
    info_.heading = *head.title;
    info_.description = plain_text(*head.text);
    info_.breadcrumbs = {{site_.words.say("topic.heading"), site_.href(site_.addresses.topics())}};
    view_.frame = make_frame(site_, std::move(info_));
    if (site_.past && !site_.kept_as)
      view_.feed = LinkView{site_.words.say("changes.priority_feed_link", {{"of", *topic_.head.title}}),
                            site_.href(site_.addresses.topic_feed(topic_))};
    return make_view(site_.addresses.topic(topic_), "topic", std::move(view_));
  }

  const Site &site_;
  const Topic &topic_;
  Counts shown_;
  PageInfo info_;
  TopicView view_;
};

} // namespace

std::vector<TopicItemView> topic_items(const Site &site) {
  std::vector<TopicItemView> items;
  for (const auto *topic : in_order(site))
    items.push_back({*topic->head.title, site.href(site.addresses.topic(*topic)),
                     prose_of(site, topic->head, topic->head.text, {3, topic->head.id + "-"})});
  return items;
}

void add_topics(const Site &site, std::vector<View> &views) {
  const auto topics = in_order(site);
  if (topics.empty()) return;
  TopicListView view;
  view.topics = topic_items(site);
  PageInfo info;
  info.route = site.addresses.topics();
  info.heading = site.words.say("topic.heading");
  info.description = site.words.say("topic.description");
  for (const auto *topic : topics)
    info.records.push_back(&topic->head);
  view.frame = make_frame(site, std::move(info));
  views.push_back(make_view(site.addresses.topics(), "topic-list", std::move(view)));
  for (const auto *topic : topics)
    views.push_back(TopicPage(site, *topic).make());
}

void list_topic_templates(PageTemplates &templates) {
  templates.emplace_back("topic-list", &view_type<TopicListView>());
  templates.emplace_back("topic", &view_type<TopicView>());
}

} // namespace localoffer
