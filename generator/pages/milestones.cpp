#include "base/text.hpp"
#include "pages/change_items.hpp"
#include "pages/common_views.hpp"
#include "pages/milestone_inputs.hpp"
#include "pages/milestone_words.hpp"
#include "pages/page_list.hpp"
#include "pages/stated_words.hpp"

namespace localoffer {

struct CommentView {
  Html text;
  std::string date;
};
VIEW_FIELDS(CommentView, text, date);

struct PartView {
  Html text;
  std::optional<StatusView> status;
};
VIEW_FIELDS(PartView, text, status);

/// Other milestones under one heading: what this one depends on, what waits for it.
struct MilestoneLinksView {
  std::string heading, sentence;
  std::vector<MilestoneItemView> items;
};
VIEW_FIELDS(MilestoneLinksView, heading, sentence, items);

struct MilestoneView {
  Frame frame;
  std::string ref, range;
  StatusView status;
  std::string ended; ///< said at the top, where the report still counts the milestone though it is over
  Html ended_why;
  bool has_ended_links = false;
  std::vector<LinkView> ended_links;
  std::string first_promised, date_now, how_late, completed;
  Html why; ///< why the date moved
  Html text, meaning, discrepancy;
  std::optional<LinkView> theme, priority, workstream;
  std::string priority_label, workstream_label; ///< what this site calls them
  std::string lead, no_lead;
  bool tells_comments = false, has_comments = false;
  std::vector<CommentView> comments;
  std::string comments_date, comments_of; ///< "The report gives one comment for this action and 1B vi."
  std::optional<LinkView> comments_link;
  std::string no_comments;
  bool has_parts = false;
  std::vector<PartView> parts;
  std::vector<MilestoneLinksView> linked;
  bool has_key = true;
  std::vector<StatusKeyView> status_key;
  std::optional<RecordPastView> past;
  std::optional<LinkView> previous, next;
  bool has_neighbours = false;
};
VIEW_FIELDS(MilestoneView, frame, ref, range, status, ended, ended_why, has_ended_links, ended_links,
            first_promised, date_now, how_late, completed, why, text, meaning, discrepancy, theme, priority,
            priority_label, workstream_label, workstream, lead, no_lead, tells_comments, has_comments,
            comments, comments_date, comments_of, comments_link, no_comments, has_parts, parts, linked,
            has_key, status_key, past, previous, next, has_neighbours);

namespace {

/// "1B vi: Put families' views in education reports": says where it goes wherever it stands.
LinkView milestone_link(const Site &site, const MilestoneFacts &milestone) {
  return {full_name(milestone), site.href(site.addresses.milestone(milestone))};
}

class MilestonePage {
public:
  MilestonePage(const Site &site, std::size_t index)
      : site_(site), words_(site.words), index_(index), milestone_(site.programme.milestones[index]),
        record_(*milestone_.record) {}

  MilestoneView make() {
    view_.ref = shown_ref(milestone_);
    if (milestone_.refs.size() > 1) view_.range = range_sentences(site_, {&milestone_}).front();
    view_.status = status_view(site_, *milestone_.status);
    Counts shown = no_counts(site_.settings());
    add_to(shown, *milestone_.status, 1);
    view_.text = prose_of(site_, record_.head, record_.head.text);
    view_.meaning = prose_of(site_, record_.head, record_.head.meaning);
    view_.discrepancy = prose_of(site_, record_.head, record_.head.discrepancy);
    tell_ending();
    tell_dates();
    tell_place();
    tell_comments();
    tell_parts(shown);
    tell_links(shown);
    view_.status_key = status_key(site_, shown);
    tell_neighbours();
    view_.past = milestone_past(site_, milestone_);
    tell_frame();
    return std::move(view_);
  }

private:
  std::string thing() const { return site_.noun("milestone", 1); }
  std::string say(std::string_view key, WordArguments arguments = {}) const {
    arguments.emplace_back("thing", thing());
    return words_.say(key, arguments);
  }
  const MilestoneFacts &at(std::size_t index) const { return site_.programme.milestones[index]; }

  void tell_ending() {
    const Ending ending = ending_of(milestone_);
    if (ending == Ending::none) return;
    const bool replaced = ending == Ending::replaced;
    view_.ended = say(replaced ? "milestone.replaced_but_counted" : "milestone.stopped_but_counted",
                      {{"status", label_in_sentence(*milestone_.status->label)}});
    view_.ended_why = prose_of(site_, record_.head, record_.why);
    for (const std::size_t index : milestone_.replaced_by)
      view_.ended_links.push_back(milestone_link(site_, at(index)));
    view_.has_ended_links = !view_.ended_links.empty();
  }

  void tell_dates() {
    auto timing = timing_of(site_, milestone_);
    view_.first_promised =
        timing.first_promised.empty() ? words_.say("milestone.no_date") : std::move(timing.first_promised);
    view_.date_now = std::move(timing.date_now);
    view_.how_late = std::move(timing.how_late);
    view_.completed = std::move(timing.completed);
    if (view_.ended.empty()) view_.why = prose_of(site_, record_.head, record_.why);
  }

  void tell_place() {
    const Addresses &at = site_.addresses;
    if (milestone_.theme)
      view_.theme =
          LinkView{*milestone_.theme->head.title, site_.href(at.milestones_by_theme(*milestone_.theme))};
    view_.priority_label = words_.sentence_case(site_.noun("priority", 1));
    view_.workstream_label = words_.sentence_case(site_.noun("workstream", 1));
    if (milestone_.priority)
      view_.priority =
          LinkView{*milestone_.priority->head.title, site_.href(at.priority(*milestone_.priority))};
    if (milestone_.workstream)
      view_.workstream = LinkView{workstream_name(site_, *milestone_.workstream),
                                  site_.href(at.workstream(*milestone_.workstream))};
    std::vector<std::string> leads;
    if (record_.lead_role.given) leads.push_back(*record_.lead_role);
    if (record_.lead_name.given && !record_.lead_name->empty()) leads.push_back(*record_.lead_name);
    if (milestone_.lead) leads.push_back(*milestone_.lead->head.title);
    view_.lead = joined(leads);
    if (leads.empty()) view_.no_lead = words_.say("milestone.no_lead");
  }

  void tell_comments() {
    const MilestoneFacts *owner = &milestone_;
    if (record_.comments.empty() && milestone_.same_comment_as) {
      owner = &at(*milestone_.same_comment_as);
      view_.comments_of =
          say("milestone.same_comment",
              {{"ref", owner->record->ref.given ? shown_ref(*owner) : *owner->record->head.title}});
      view_.comments_link = milestone_link(site_, *owner);
    }
    const Milestone &source = *owner->record;
    for (const auto &comment : source.comments)
      view_.comments.push_back({inline_html(site_, *comment.text, source.head.file),
                                comment.date.given ? words_.date(*comment.date) : std::string{}});
    view_.has_comments = !view_.comments.empty();
    if (source.comments_date.given && view_.has_comments)
      view_.comments_date =
          words_.say("milestone.comments_date", {{"date", words_.date(*source.comments_date)}});
    // Where the plan has no refs, the report lists its milestones and comments on none.
    if (!view_.has_comments && record_.ref.given) view_.no_comments = say("milestone.no_comments");
    view_.tells_comments = view_.has_comments || !view_.no_comments.empty() || !view_.comments_of.empty();
  }

  void tell_parts(Counts &shown) {
    for (const auto &part : record_.parts) {
      PartView view{inline_html(site_, *part.text, record_.head.file), {}};
      if (const Status *status = part.status.given ? site_.settings().status(*part.status) : nullptr) {
        view.status = status_view(site_, *status);
        add_to(shown, *status, 1);
      }
      view_.parts.push_back(std::move(view));
    }
    view_.has_parts = !view_.parts.empty();
  }

  void add_linked(std::string_view name, const std::vector<std::size_t> &indices, Counts &shown) {
    if (indices.empty()) return;
    const std::string key = "milestone." + std::string(name);
    view_.linked.push_back({say(key + "_heading"),
                            say(key + "_sentence", {{"count", static_cast<long>(indices.size())}}),
                            milestone_items(site_, indices)});
    for (const std::size_t index : indices)
      add_to(shown, *at(index).status, 1);
  }

  void tell_links(Counts &shown) {
    add_linked("depends_on", milestone_.depends_on, shown);
    add_linked("needed_by", milestone_.needed_by, shown);
    if (view_.ended_links.empty()) add_linked("replaced_by", milestone_.replaced_by, shown);
    add_linked("replaces", milestone_.replaces, shown);
  }

  void tell_neighbours() {
    const auto &all = site_.programme.milestones;
    if (index_ > 0) view_.previous = milestone_link(site_, all[index_ - 1]);
    if (index_ + 1 < all.size()) view_.next = milestone_link(site_, all[index_ + 1]);
    view_.has_neighbours = view_.previous || view_.next;
  }

  void tell_frame() {
    const std::string list = words_.sentence_case(site_.noun("milestone", 2));
    PageInfo info;
    info.route = site_.addresses.milestone(milestone_);
    info.section = site_.addresses.milestones();
    info.caption = words_.sentence_case(thing()) + (view_.ref.empty() ? "" : " " + view_.ref);
    info.heading = *record_.head.title;
    info.title = full_name(milestone_);
    info.description = plain_text(record_.head.meaning.given ? *record_.head.meaning : *record_.head.text);
    info.breadcrumbs = {{list, site_.href(site_.addresses.milestones())}};
    if (view_.theme) info.breadcrumbs.push_back(*view_.theme);
    info.records.push_back(&record_.head);
    if (view_.comments_link) info.records.push_back(&at(*milestone_.same_comment_as).record->head);
    view_.frame = make_frame(site_, std::move(info));
  }

  const Site &site_;
  const Words &words_;
  std::size_t index_;
  const MilestoneFacts &milestone_;
  const Milestone &record_;
  MilestoneView view_;
};

} // namespace

void add_milestones(const Site &site, std::vector<View> &views) {
  const auto &milestones = site.programme.milestones;
  const MilestoneInputs inputs(site);
  for (std::size_t i = 0; i < milestones.size(); ++i)
    views.push_back(make_view_later(
        site.addresses.milestone(milestones[i]), "milestone",
        [&site, i] { return MilestonePage(site, i).make(); }, inputs.of(i)));
}

void list_milestone_templates(PageTemplates &templates) {
  templates.emplace_back("milestone", &view_type<MilestoneView>());
}

} // namespace localoffer
