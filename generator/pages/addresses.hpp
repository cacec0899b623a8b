#pragma once

#include "programme/links.hpp"
#include "programme/programme.hpp"

namespace localoffer {

/// Where each page of a site stands. An address is permanent: it follows from the record's id or ref and from
/// what the site calls things ("/actions/1b-vi/"), never from a position in a list.
///
/// Routes begin with "/" and are the site's own; `href` puts the folder before them that the site is served
/// from.
class Addresses {
public:
  explicit Addresses(const Programme &programme) : Addresses(programme, *programme.settings().url) {}
  /// `url` is where the site stands, with or without "/" at its end.
  Addresses(const Programme &programme, const std::string &url);
  /// The same site in another language: its pages have the same names in their own folder.
  Addresses(const Programme &programme, const std::string &url, const Addresses &original)
      : Addresses(programme, url) {
    milestone_folder_ = original.milestone_folder_;
  }

  std::string home() const { return "/"; }
  std::string reading() const { return "/data/reading/"; }
  std::string priorities() const { return "/priorities/"; }
  std::string priority(const Priority &priority) const { return priorities() + priority.head.id + "/"; }
  std::string workstreams() const { return "/workstreams/"; }
  std::string workstream(const Workstream &workstream) const {
    return workstreams() + "#" + workstream.head.id;
  }
  std::string milestones() const { return "/" + milestone_folder_ + "/"; }
  std::string milestone(const MilestoneFacts &milestone) const { return milestones() + milestone.slug + "/"; }
  std::string milestones_by_status(const Status &status) const {
    return milestones() + "by-status/" + *status.key + "/";
  }
  std::string milestones_by_theme(const Theme &theme) const {
    return milestones() + "by-theme/" + theme.head.id + "/";
  }
  std::string milestones_by_lead(const std::string &body_id) const {
    return milestones() + "by-lead/" + body_id + "/";
  }
  std::string milestones_by_month(const std::string &iso_month) const {
    return milestones() + "by-month/" + iso_month + "/";
  }
  std::string measures() const { return "/measures/"; }
  std::string measure(const Measure &measure) const { return measures() + measure.head.id + "/"; }
  std::string measure_data(const Measure &measure) const {
    return "/data/measures/" + measure.head.id + ".csv";
  }
  std::string milestones_by_role(const std::string &role_slug) const {
    return milestones() + "by-role/" + role_slug + "/";
  }
  std::string milestones_overdue() const { return milestones() + "overdue/"; }
  std::string milestones_date_moved() const { return milestones() + "date-moved/"; }
  std::string barriers() const { return "/barriers/"; }
  std::string next_steps() const { return "/next-steps/"; }
  std::string inspections() const { return "/inspections/"; }
  std::string inspection(const std::string &id) const { return inspections() + id + "/"; }
  std::string concern(const Concern &concern) const {
    return inspection(concern.inspection->id) + "#concern-" + concern.head.id;
  }
  std::string review_findings(const std::string &id) const { return review(id) + "findings/"; }
  std::string review_strengths(const std::string &id) const { return review_findings(id) + "strengths/"; }
  std::string finding(const Finding &finding) const {
    const std::string &review = finding.review->id;
    return (!finding.review.given         ? inspection(finding.inspection->id)
            : *finding.kind == "strength" ? review_strengths(review)
                                          : review_findings(review)) +
           "#finding-" + finding.head.id;
  }
  std::string trace() const { return "/trace/"; }
  std::string periods() const { return "/periods/"; }
  std::string period(const std::string &id) const { return periods() + id + "/"; }
  std::string meeting_pack(const Period &period) const {
    return this->period(period.head.id) + "meeting-pack/";
  }
  std::string reports() const { return "/reports/"; }
  std::string reviews() const { return "/reviews/"; }
  std::string review(const std::string &id) const { return reviews() + id + "/"; }
  std::string recommendation(const Recommendation &recommendation) const;
  std::string changes() const { return "/changes/"; }
  std::string changes_in(const std::string &iso_month) const { return changes() + iso_month + "/"; }
  std::string changes_moved() const { return changes() + "dates-that-moved/"; }
  std::string changes_still() const { return changes() + "standing-still/"; }
  std::string changes_gone() const { return changes() + "taken-out/"; }
  std::string changes_data() const { return "/data/changes.csv"; }
  std::string changes_feed() const { return "/feeds/changes.atom"; }
  std::string changes_json_feed() const { return "/feeds/changes.json"; }
  std::string priority_feed(const Priority &priority) const {
    return "/feeds/priorities/" + priority.head.id + ".atom";
  }
  std::string topic_feed(const Topic &topic) const { return "/feeds/topics/" + topic.head.id + ".atom"; }
  std::string calendar() const { return "/feeds/dates.ics"; }
  /// Of a draft: what would change, and each page with its changes marked.
  std::string draft_review() const { return "/review/"; }
  std::string draft_meeting() const { return draft_review() + "meeting/"; }
  std::string draft_marked(const std::string &route) const { return "/review/pages" + route; }
  std::string search() const { return "/search/"; }
  std::string search_index() const { return "/search/index.json"; }
  std::string a_to_z() const { return "/a-z/"; }
  std::string statuses() const { return "/what-each-status-means/"; }
  std::string glossary() const { return "/glossary/"; }
  std::string about() const { return "/about/"; }
  std::string who_decides() const { return "/about/who-decides/"; }
  std::string sources() const { return "/about/sources/"; }
  std::string accessibility() const { return "/accessibility/"; }
  std::string contact() const { return "/contact/"; }
  std::string privacy() const { return "/privacy/"; }
  std::string how_made() const { return "/how-this-site-is-made/"; }
  std::string data() const { return "/data/"; }
  std::string not_found() const { return "/404.html"; }
  std::string risks() const { return "/risks/"; }
  std::string topics() const { return "/topics/"; }
  std::string topic(const Topic &topic) const { return topics() + topic.head.id + "/"; }
  std::string you_said() const { return "/you-said-we-did/"; }
  std::string you_said_by_group() const { return you_said() + "by-group/"; }
  std::string quotes() const { return "/what-families-say/"; }
  std::string questions() const { return "/questions/"; }
  std::string news() const { return "/news/"; }
  std::string news_update(const NewsUpdate &update) const { return news() + update.head.id + "/"; }
  std::string documents() const { return "/documents/"; }
  std::string funding() const { return "/funding/"; }
  std::string easy_reads() const { return "/easy-read/"; }
  std::string easy_read(const EasyRead &page) const { return easy_reads() + page.head.id + "/"; }
  std::string earlier_plans() const { return "/about/earlier-plans/"; }
  std::string completeness() const { return "/data/completeness/"; }
  std::string page(const Page &page) const;
  std::string file(const std::string &path) const; ///< of a content file that a page shows or offers

  /// Where a link in the content leads. Nothing when it leads to no record or file of the content.
  std::string of(const LinkTarget &target) const;

  /// What goes into href="": the route below the folder that the site is served from.
  std::string href(std::string_view route) const;
  /// The whole address, for canonical links and feeds.
  std::string absolute(std::string_view route) const;

private:
  std::string of_record(const LinkTarget &target) const;
  std::string of_scrutiny(const LinkTarget &target) const; ///< of inspections, periods and reviews
  /// Of the records between the programme and families: most stand in a list, on one page for all of a kind.
  std::string of_family_record(const LinkTarget &target) const;

  const Programme &programme_;
  std::string milestone_folder_; ///< "actions"
  std::string origin_;           ///< "https://newcastle.progress.example"
  std::string base_;             ///< "/" or "/somerset/"
};

} // namespace localoffer
