#include "pages/record_links.hpp"

#include "pages/easy_reads.hpp"
#include "pages/milestone_words.hpp"
#include "pages/priority_items.hpp"

#include <algorithm>

namespace localoffer {

RecordTextView record_text(const Site &site, const RecordHead &head, int heading_level) {
  const auto part = [&](const Authored<Prose> &field, const char *name) {
    return prose_of(site, head, field, {heading_level, head.id + name});
  };
  return {part(head.text, "-"), part(head.meaning, "-meaning-"), part(head.discrepancy, "-discrepancy-")};
}

std::vector<LinkView> priority_links(const Site &site, const std::vector<Authored<Ref>> &refs) {
  std::vector<LinkView> links;
  for (const auto &ref : refs) {
    const auto found = site.programme.priority_by_id.find(ref->id);
    if (found == site.programme.priority_by_id.end()) continue;
    const Priority &priority = *site.programme.priorities[found->second].record;
    links.push_back({priority_name(site, priority), site.href(site.addresses.priority(priority))});
  }
  return links;
}

std::vector<const MilestoneFacts *> named_milestones(const Site &site,
                                                     const std::vector<Authored<std::string>> &refs) {
  std::vector<const MilestoneFacts *> milestones;
  for (const auto &range : refs)
    for (const auto &ref : expanded_refs(*range)) {
      const auto found = site.programme.milestone_by_ref.find(ref);
      if (found == site.programme.milestone_by_ref.end()) continue;
      const MilestoneFacts *milestone = &site.programme.milestones[found->second];
      if (std::find(milestones.begin(), milestones.end(), milestone) == milestones.end())
        milestones.push_back(milestone);
    }
  return milestones;
}

std::vector<LinkView> milestone_links(const Site &site, const std::vector<Authored<std::string>> &refs) {
  std::vector<LinkView> links;
  for (const auto *milestone : named_milestones(site, refs))
    links.push_back({full_name(*milestone), site.href(site.addresses.milestone(*milestone))});
  return links;
}

std::optional<LinkView> body_link(const Site &site, const Authored<Ref> &ref) {
  const Body *body = site.programme.body(ref->id);
  if (!body) return std::nullopt;
  return LinkView{*body->head.title, site.href(site.addresses.who_decides() + "#" + body->head.id)};
}

std::string record_name(const RecordHead &head) {
  if (head.title.given) return *head.title;
  return head.text->empty() ? head.id : shortened(plain_text(head.text->first_block()), 120);
}

std::vector<LinkView> family_pages(const Site &site) {
  const Records &records = site.programme.content.records;
  const Addresses &at = site.addresses;
  std::vector<LinkView> links;
  const auto add = [&](bool there, const char *heading, const std::string &route) {
    if (there) links.push_back({site.words.say(heading), site.href(route)});
  };
  if (!records.easy_reads.empty()) links.push_back({easy_read_heading(site), site.href(at.easy_reads())});
  add(!records.topics.empty(), "topic.heading", at.topics());
  add(!records.questions.empty(), "question.heading", at.questions());
  add(!records.news.empty(), "news.heading", at.news());
  add(!records.you_said.empty(), "you_said.heading", at.you_said());
  add(!records.quotes.empty(), "quote.heading", at.quotes());
  add(!records.documents.empty(), "document.heading", at.documents());
  add(!records.funding.empty(), "funding.heading", at.funding());
  return links;
}

} // namespace localoffer
