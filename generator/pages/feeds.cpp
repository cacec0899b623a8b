#include "pages/feeds.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"
#include "pages/change_items.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace localoffer {
namespace {

constexpr std::size_t most_entries = 40; ///< commits that a feed goes back

/// "newcastle.progress.example", of the site's address.
std::string host_of(const Site &site) {
  const std::string top = site.addresses.absolute("/");
  const auto begin = top.find("://");
  const auto from = begin == std::string::npos ? 0 : begin + 3;
  return top.substr(from, top.find_first_of(":/", from) - from);
}

/// An id that stays the same for ever (RFC 4151): it follows from what it names and from nothing else.
std::string tag_of(const Site &site, const Date &day, const std::string &what) {
  return fmt::format("tag:{},{}:{}", host_of(site), to_iso(day), what);
}

std::string entry_html(const Site &site, const std::vector<const Change *> &changes) {
  const std::string origin = site.addresses.absolute("/");
  std::string html = "<ul>";
  for (const auto *change : worst_first(site, changes)) {
    const ChangeText text = change_text(site, *change);
    const std::string name = escape_html(text.label.name);
    html += "<li>";
    html += text.label.route.empty()
                ? name
                : fmt::format("<a href=\"{}\">{}</a>", escape_html(site.addresses.absolute(text.label.route)),
                              name);
    html += ": " + escape_html(text.sentence);
    if (!text.reason.empty()) html += " " + escape_html(text.reason);
    html += "</li>";
  }
  return html + "</ul>";
}

/// What makes an entry itself: a commit that is made anew with the same changes is the same news.
std::string fingerprint(const std::vector<const Change *> &changes) {
  std::string all;
  for (const auto *change : changes)
    for (const auto &text : {std::string(key_of(change->kind)), change->record.kind, change->record.id,
                             change->field, change->item, change->before, change->after})
      all += text + '\n';
  return content_hash(all).substr(0, 16);
}

/// The changes commit by commit, newest first; commits that changed nothing but words are left out.
std::vector<std::vector<const Change *>> by_commit(const std::vector<const Change *> &changes) {
  std::vector<std::vector<const Change *>> commits;
  for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
    if ((*change)->kind == Change::Kind::wording) continue;
    if (commits.empty() || commits.back().front()->commit != (*change)->commit) commits.emplace_back();
    commits.back().push_back(*change);
  }
  return commits;
}

struct FeedPlan {
  std::string scope; ///< "changes", "priorities/8-timeliness": names the feed in ids
  std::string title, home, route;
  PublishedFeed::Format format = PublishedFeed::Format::atom;
};

PublishedFeed feed_of(const Site &site, const FeedPlan &plan, const std::vector<const Change *> &changes) {
  const History &history = site.past->history;
  const Date first = history.commits.empty() ? site.programme.today : history.commits.front().date;
  Feed feed;
  feed.id = tag_of(site, first, "feeds/" + plan.scope);
  feed.title = plan.title;
  feed.subtitle = site.words.say("changes.feed_about");
  feed.language = site.words.language();
  feed.author = *site.settings().publisher;
  feed.home_address = site.addresses.absolute(plan.home);
  feed.feed_address = site.addresses.absolute(plan.route);
  feed.updated = first;
  const auto commits = by_commit(changes);
  const auto day_of = [&](const auto &commit) { return history.commits[commit.front()->commit].date; };
  for (std::size_t i = 0; i < std::min(commits.size(), most_entries); ++i) {
    const auto &commit = commits[i];
    const Date day = day_of(commit);
    const std::string month = to_iso({day.year, day.month, 0}), print = fingerprint(commit);
    // What was done, undone and done again on one day is three entries.
    const auto earlier =
        std::count_if(commits.begin() + static_cast<std::ptrdiff_t>(i) + 1, commits.end(),
                      [&](const auto &other) { return day_of(other) == day && fingerprint(other) == print; });
    const auto sentences = summary_of(site, commit);
    feed.entries.push_back({tag_of(site, day,
                                   fmt::format("{}/{}{}", plan.scope, print,
                                               earlier > 0 ? fmt::format("-{}", earlier + 1) : "")),
                            fmt::format("{}: {}", site.words.date(day), sentences.front()),
                            site.addresses.absolute(site.addresses.changes_in(month)), day,
                            entry_html(site, commit), joined(sentences, " ")});
    feed.updated = std::max(feed.updated, day);
  }
  return {plan.route, plan.format, std::move(feed)};
}

} // namespace

std::vector<PublishedFeed> make_feeds(const Site &site) {
  std::vector<PublishedFeed> feeds;
  if (!site.past || site.kept_as) return feeds; // what is kept has no news
  const Addresses &at = site.addresses;
  const auto title = [&](const std::string &of) {
    return site.words.say("changes.feed_title", {{"of", of}});
  };
  const auto all = told_changes(*site.past);
  const std::string site_title = title(*site.settings().title);
  feeds.push_back(feed_of(site, {"changes", site_title, at.changes(), at.changes_feed()}, all));
  feeds.push_back(feed_of(
      site, {"changes", site_title, at.changes(), at.changes_json_feed(), PublishedFeed::Format::json}, all));
  for (const auto &priority : site.programme.priorities) {
    const Priority &record = *priority.record;
    feeds.push_back(feed_of(site,
                            {"priorities/" + record.head.id, title(*record.head.title), at.priority(record),
                             at.priority_feed(record)},
                            changes_of(site, priority)));
  }
  for (const auto &topic : site.programme.content.records.topics)
    feeds.push_back(feed_of(
        site, {"topics/" + topic.head.id, title(*topic.head.title), at.topic(topic), at.topic_feed(topic)},
        changes_of(site, topic)));
  return feeds;
}

std::vector<LinkView> feed_links(const Site &site) {
  const Addresses &at = site.addresses;
  std::vector<LinkView> links;
  if (site.past && !site.kept_as) {
    links.push_back({site.words.say("changes.feed_link"), site.href(at.changes_feed())});
    links.push_back({site.words.say("changes.json_feed_link"), site.href(at.changes_json_feed())});
  }
  if (has_calendar(site))
    links.push_back({site.words.say("changes.calendar_link"), site.href(at.calendar())});
  return links;
}

} // namespace localoffer
