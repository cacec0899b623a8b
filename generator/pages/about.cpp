#include "pages/common_views.hpp"
#include "pages/milestone_words.hpp"
#include "pages/page_list.hpp"
#include "pages/record_links.hpp"
#include "pages/stated_words.hpp"

#include <algorithm>

namespace localoffer {

struct AboutView {
  Frame frame;
  std::string kind, kind_meaning;
  std::vector<FactView> facts;
  Html text, meaning, discrepancy;
  bool has_numbers = false;
  std::vector<std::string> numbers; ///< sentences: what the report states beside what it lists
  Html numbers_note;
  bool has_improvements = false, has_oversight = false;
  std::vector<TextView> improvements, oversight;
  std::string who_decides_href;
  std::vector<LinkView> more;
};
VIEW_FIELDS(AboutView, frame, kind, kind_meaning, facts, text, meaning, discrepancy, has_numbers, numbers,
            numbers_note, has_improvements, has_oversight, improvements, oversight, who_decides_href, more);

namespace {

class AboutPage {
public:
  explicit AboutPage(const Site &site) : site_(site), words_(site.words), plan_(*site.programme.plan) {}

  View make() {
    view_.text = prose_of(site_, plan_.head, plan_.head.text);
    view_.meaning = prose_of(site_, plan_.head, plan_.head.meaning, {3, "meaning-"});
    view_.discrepancy = prose_of(site_, plan_.head, plan_.head.discrepancy, {3, "discrepancy-"});
    tell_kind();
    tell_facts();
    tell_numbers();
    view_.improvements = statements(plan_.improvements);
    view_.has_improvements = !view_.improvements.empty();
    view_.oversight = statements(plan_.oversight);
    view_.has_oversight = !view_.oversight.empty();
    view_.who_decides_href = site_.href(site_.addresses.who_decides());
    link_to_more();
    view_.frame = make_frame(site_, info());
    return make_view(site_.addresses.about(), "about", std::move(view_));
  }

private:
  void tell_kind() {
    for (const auto &kind : site_.settings().plan_kinds)
      if (*kind.key == *plan_.kind) {
        view_.kind = words_.sentence_case(*kind.label);
        view_.kind_meaning = words_.say(
            "about.kind_sentence", {{"kind", view_.kind}, {"meaning", label_in_sentence(*kind.meaning)}});
      }
  }

  void tell_facts() {
    fact("about.area", *plan_.area);
    fact("about.kind", view_.kind);
    date("about.inspected", plan_.inspected);
    bodies("about.inspectors", plan_.inspectors);
    date("about.report_published", plan_.report_published);
    date("about.approved", plan_.approved);
    date("about.published", plan_.published);
    std::vector<Authored<Ref>> partners;
    for (const auto &partner : plan_.partners)
      partners.push_back(partner.body);
    bodies("about.partners", partners);
  }

  void fact(const char *key, const std::string &value) {
    if (!value.empty()) view_.facts.push_back({words_.say(key), value, {}});
  }

  /// A date that no report gives is told as well: families ask for these.
  void date(const char *key, const Authored<Date> &date) {
    fact(key, date.given ? words_.date(*date) : words_.say("about.not_given"));
  }

  void bodies(const char *key, const std::vector<Authored<Ref>> &refs) {
    FactView named{words_.say(key), {}, {}};
    for (const auto &ref : refs)
      if (const Body *body = site_.programme.body(ref->id))
        named.links.push_back(
            {*body->head.title, site_.href(site_.addresses.who_decides() + "#" + body->head.id)});
    if (!named.links.empty()) view_.facts.push_back(std::move(named));
  }

  void tell_numbers() {
    if (!plan_.stated.given) return;
    const Programme &programme = site_.programme;
    if (!programme.milestones.empty())
      view_.numbers = stated_and_listed(site_, plan_.stated, programme.counts);
    else
      view_.numbers = {stated_sentence(site_, stated_figures(site_.settings(), plan_.stated))};
    view_.has_numbers = !view_.numbers.empty();
    if (plan_.stated.note.given)
      view_.numbers_note = prose_html(site_, *plan_.stated.note, plan_.head.file, {3, "numbers-"});
  }

  std::vector<TextView> statements(const std::vector<Statement> &list) const {
    std::vector<TextView> views;
    for (const auto &statement : list)
      views.push_back({inline_html(site_, *statement.text, plan_.head.file)});
    return views;
  }

  void link_to_more() {
    const Addresses &at = site_.addresses;
    const auto add = [&](const std::string &text, const std::string &route) {
      view_.more.push_back({text, site_.href(route)});
    };
    add(words_.say("who_decides.heading"), at.who_decides());
    for (const auto &link : outside_looks(site_))
      view_.more.push_back(link);
    for (const auto *page : pages_in_order(site_.programme))
      add(*page->head.title, at.page(*page));
    const Records &records = site_.programme.content.records;
    if (!records.earlier_plans.empty()) add(words_.say("earlier_plan.heading"), at.earlier_plans());
    if (!records.risks.empty()) add(words_.say("risk.heading"), at.risks());
    for (auto &link : family_pages(site_))
      view_.more.push_back(std::move(link));
    add(words_.say("footer.statuses"), at.statuses());
    add(words_.say("footer.glossary"), at.glossary());
    add(words_.say("footer.sources"), at.sources());
    add(words_.say("footer.data"), at.data());
  }

  PageInfo info() const {
    PageInfo info;
    info.route = site_.addresses.about();
    info.heading = *plan_.head.title;
    info.title = words_.say("nav.about");
    info.section = info.route;
    info.description = plain_text(plan_.head.text->first_block());
    const auto part = [&](bool there, const char *key, const char *id) {
      if (there) info.on_this_page.push_back({words_.say(key), id});
    };
    part(!view_.facts.empty(), "about.facts", "#facts");
    part(view_.has_numbers, "about.numbers", "#numbers");
    part(!view_.discrepancy.markup.empty(), "part.discrepancy", "#discrepancy");
    part(view_.has_improvements, "about.improvements", "#improvements");
    part(view_.has_oversight, "about.oversight", "#oversight");
    part(true, "about.more", "#more");
    info.records = {&plan_.head};
    return info;
  }

  const Site &site_;
  const Words &words_;
  const Plan &plan_;
  AboutView view_;
};

} // namespace

void add_about(const Site &site, std::vector<View> &views) {
  if (site.programme.plan) views.push_back(AboutPage(site).make());
}

void list_about_templates(PageTemplates &templates) {
  templates.emplace_back("about", &view_type<AboutView>());
}

} // namespace localoffer
