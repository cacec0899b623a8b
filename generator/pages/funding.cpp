#include "pages/page_list.hpp"
#include "pages/record_links.hpp"

#include <cmath>
#include <fmt/format.h>

namespace localoffer {

struct FundingItemView {
  std::string id, title, amount, change, years;
  bool has_from = false;
  std::vector<LinkView> from; ///< who pays
  RecordTextView about;
  bool has_priorities = false;
  std::vector<LinkView> priorities;
};
VIEW_FIELDS(FundingItemView, id, title, amount, change, years, has_from, from, about, has_priorities,
            priorities);

struct FundingView {
  Frame frame;
  std::vector<FundingItemView> items;
};
VIEW_FIELDS(FundingView, frame, items);

namespace {

/// "£1,234,500" or "£12.50": pence are told only where there are any, and then with both digits.
std::string money(const Site &site, double amount) {
  const long pence = std::lround(std::fabs(amount) * 100);
  const long whole_pounds = pence / 100;
  const std::string pounds = site.words.number(static_cast<double>(whole_pounds));
  if (pence % 100 == 0) return site.words.say("funding.pounds", {{"pounds", pounds}});
  return site.words.say("funding.pounds_and_pence",
                        {{"pounds", pounds}, {"pence", fmt::format("{:02}", pence % 100)}});
}

FundingItemView funding_item(const Site &site, const Funding &funding) {
  FundingItemView view;
  view.id = funding.head.id;
  view.title = *funding.head.title;
  view.amount = money(site, *funding.amount);
  view.change = site.words.say("funding.kind_" + (funding.change.given ? *funding.change : "not_given"));
  view.years = *funding.years;
  for (const auto &payer : funding.from)
    if (auto link = body_link(site, payer)) view.from.push_back(std::move(*link));
  view.has_from = !view.from.empty();
  view.about = record_text(site, funding.head, 3);
  view.priorities = priority_links(site, funding.priorities);
  view.has_priorities = !view.priorities.empty();
  return view;
}

} // namespace

void add_funding(const Site &site, std::vector<View> &views) {
  const auto &records = site.programme.content.records.funding;
  if (records.empty()) return;
  FundingView view;
  PageInfo info;
  info.route = site.addresses.funding();
  info.heading = site.words.say("funding.heading");
  info.description = site.words.say("funding.description");
  info.section = site.addresses.about();
  info.breadcrumbs = {{site.words.say("nav.about"), site.href(site.addresses.about())}};
  for (const auto &funding : records) {
    view.items.push_back(funding_item(site, funding));
    info.on_this_page.push_back({*funding.head.title, "#" + funding.head.id});
    info.records.push_back(&funding.head);
  }
  view.frame = make_frame(site, std::move(info));
  views.push_back(make_view(site.addresses.funding(), "funding", std::move(view)));
}

void list_funding_templates(PageTemplates &templates) {
  templates.emplace_back("funding", &view_type<FundingView>());
}

} // namespace localoffer
