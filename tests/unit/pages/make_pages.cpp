#include "pages/make_pages.hpp"

#include "catch.hpp"
#include "pages/frame.hpp"
#include "pages/list_pages.hpp"
#include "site_fixture.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

using namespace localoffer;

namespace {

struct Made {
  Pages pages;
  std::vector<Diagnostic> diagnostics;
};

Made make(const Site &site) {
  Made made;
  made.pages = make_pages(site, made.diagnostics);
  return made;
}

Made make(const SiteFixture &fixture) {
  return make(fixture.site());
}

bool has_page(const Pages &pages, const std::string &route) {
  return std::any_of(pages.views.begin(), pages.views.end(),
                     [&](const View &view) { return view.route == route; });
}

std::string page(const std::string &fields) {
  return "---\ntitle: A page\n" + fields + "---\nWords.\n";
}

} // namespace

TEST_CASE("make_pages: in the order of their routes, each of a template that is listed") {
  const SiteFixture fixture(Files{
      {"milestones/list.yaml", "- {id: a, ref: 1A i, title: A, text: A., status: late, first_due: 2019}"}});
  const Made made = make(fixture);
  CHECK(made.diagnostics.empty());
  CHECK(std::is_sorted(made.pages.views.begin(), made.pages.views.end(),
                       [](const View &a, const View &b) { return a.route < b.route; }));
  for (const char *route :
       {"/", "/404.html", "/about/", "/about/sources/", "/about/who-decides/", "/accessibility/", "/actions/",
        "/actions/1a-i/", "/contact/", "/data/", "/glossary/", "/how-this-site-is-made/", "/privacy/",
        "/what-each-status-means/"}) {
    INFO(route);
    CHECK(has_page(made.pages, route));
  }
  const auto templates = page_templates();
  for (const auto &view : made.pages.views) {
    const auto listed =
        std::find(templates.begin(), templates.end(), std::make_pair(view.template_name, view.type));
    INFO(view.template_name);
    CHECK(listed != templates.end());
  }
}

namespace {

/// So many milestones that are late, and three that are done.
SiteFixture many(int late) {
  std::string yaml;
  for (int i = 0; i < late + 3; ++i)
    yaml += fmt::format(
        "- {{id: m-{0}, ref: 1A {0}, title: Thing {0}, text: Words., status: {1}, first_due: 2019}}\n", i + 1,
        i < late ? "late" : "done");
  return SiteFixture(Files{{"milestones/list.yaml", yaml}});
}

const View &view_at(const Pages &pages, const std::string &route) {
  const auto found = std::find_if(pages.views.begin(), pages.views.end(),
                                  [&](const View &view) { return view.route == route; });
  REQUIRE(found != pages.views.end());
  return *found;
}

/// Of a view of a list: its groups, each with how many it shows, and where "next" leads.
std::string told(const View &view, std::string_view list_name = "groups") {
  const auto value = view.value();
  const auto &groups = *view.type->find(list_name);
  std::string told;
  const void *list = groups.get(value.get());
  for (std::size_t i = 0; i < groups.size(list); ++i) {
    const void *group = groups.item(list, i);
    const auto &items = *groups.type->find("items");
    told += fmt::format("{} {}; ", *static_cast<const std::string *>(groups.type->find("id")->get(group)),
                        items.size(items.get(group)));
  }
  for (const char *name : {"previous", "next"}) {
    const auto &field = *view.type->find(name);
    if (const void *link = field.get(value.get()))
      told += fmt::format("{} {} {}; ", name,
                          *static_cast<const std::string *>(field.type->find("text")->get(link)),
                          *static_cast<const std::string *>(field.type->find("href")->get(link)));
  }
  return told;
}

} // namespace

TEST_CASE("make_pages: a long list of milestones goes on on further pages, which link to each other") {
  const SiteFixture fixture = many(600);
  const Made made = make(fixture);
  CHECK(made.diagnostics.empty());
  CHECK(told(view_at(made.pages, "/actions/")) == "late 250; next Page 2 of 3 /actions/page-2/; ");
  CHECK(told(view_at(made.pages, "/actions/page-2/")) ==
        "late 250; previous Page 1 of 3 /actions/; next Page 3 of 3 /actions/page-3/; ");
  CHECK(told(view_at(made.pages, "/actions/page-3/")) ==
        "late 100; done 3; previous Page 2 of 3 /actions/page-2/; ");
  CHECK_FALSE(has_page(made.pages, "/actions/page-4/"));
  CHECK(told(view_at(made.pages, "/actions/by-status/done/")) == "done 3; ");
  CHECK(told(view_at(made.pages, "/actions/overdue/page-3/")) ==
        "worst-first 100; previous Page 2 of 3 /actions/overdue/page-2/; ");
  const auto &last = view_at(made.pages, "/actions/by-status/late/page-3/");
  const auto value = last.value();
  const auto *frame = static_cast<const Frame *>(last.type->find("frame")->get(value.get()));
  CHECK(frame->heading == "Off track: 600 actions (page 3 of 3)");
}

TEST_CASE("make_pages: a list that fits on one page has no other") {
  const SiteFixture fixture = many(247);
  const Made made = make(fixture);
  CHECK(told(view_at(made.pages, "/actions/")) == "late 247; done 3; ");
  CHECK_FALSE(has_page(made.pages, "/actions/page-2/"));
  CHECK(has_page(make(many(248)).pages, "/actions/page-2/"));
}

TEST_CASE("make_pages: of more lists than a reader looks through, each leads to those of its own way") {
  const auto ways_at = [](int months, const std::string &route) {
    std::string yaml;
    for (int i = 0; i < months; ++i)
      yaml += fmt::format(
          "- {{id: m-{0}, ref: 1A {0}, title: Thing, text: Words., status: late, first_due: {1}-{2:02}}}\n",
          i + 1, 2010 + i / 12, i % 12 + 1);
    const SiteFixture fixture(Files{{"milestones/list.yaml", yaml}});
    const Made made = make(fixture);
    const View &view = view_at(made.pages, route);
    const auto value = view.value();
    const auto &ways = *view.type->find("ways");
    const void *list = ways.get(value.get());
    std::string told;
    for (std::size_t i = 0; i < ways.size(list); ++i)
      told += *static_cast<const std::string *>(ways.type->find("heading")->get(ways.item(list, i))) + "; ";
    const auto &more = *view.type->find("more_ways");
    if (const void *link = more.get(value.get()))
      told += *static_cast<const std::string *>(more.type->find("href")->get(link));
    return told;
  };
  CHECK(ways_at(30, "/actions/by-month/2010-01/") ==
        "By status; By how late; By month due; By the organisation that leads; ");
  CHECK(ways_at(80, "/actions/by-month/2010-01/") == "By month due; /actions/#ways");
  CHECK(ways_at(80, "/actions/") == ways_at(30, "/actions/"));
}

TEST_CASE("make_pages: what happens next goes on on further pages, and the contents lead to each month") {
  std::string yaml;
  for (int i = 0; i < 600; ++i)
    yaml += fmt::format(
        "- {{id: m-{0}, ref: 1A {0}, title: Thing {0}, text: Words., status: risk, first_due: {1}}}\n", i + 1,
        i % 2 == 0 ? "2021-06" : "2022-01");
  const SiteFixture fixture(Files{{"milestones/list.yaml", yaml}});
  const Made made = make(fixture);
  CHECK(made.diagnostics.empty());
  const View &first = view_at(made.pages, "/next-steps/");
  CHECK(told(first, "months") == "month-2021-06 250; next Page 2 of 3 /next-steps/page-2/; ");
  CHECK(told(view_at(made.pages, "/next-steps/page-2/"), "months") ==
        "month-2021-06 50; month-2022-01 200; previous Page 1 of 3 /next-steps/; "
        "next Page 3 of 3 /next-steps/page-3/; ");
  CHECK(told(view_at(made.pages, "/next-steps/page-3/"), "months") ==
        "month-2022-01 100; previous Page 2 of 3 /next-steps/page-2/; ");

  const auto value = first.value();
  const auto &frame = *static_cast<const Frame *>(first.type->find("frame")->get(value.get()));
  std::vector<std::string> contents;
  for (const auto &link : frame.on_this_page)
    contents.push_back(link.href);
  CHECK(contents == std::vector<std::string>{"#month-2021-06", "/next-steps/page-2/#month-2022-01"});
  CHECK(first.heading == frame.heading);
  CHECK(first.description == frame.description);
}

TEST_CASE("make_pages: a long list about the past goes on on further pages") {
  const SiteFixture fixture(Files{});
  Timelines past;
  past.history.commits.push_back({"1234567", {2020, 1, 1}, "", "", "Words"});
  for (int i = 0; i < 300; ++i) {
    Change change;
    change.kind = Change::Kind::withdrawn;
    change.record = {"milestone", fmt::format("m-{}", i)};
    change.title = "Thing";
    past.changes.push_back(change);
  }
  Site site = fixture.site();
  site.past = &past;
  const Made made = make(site);
  const auto lines_of = [&](const std::string &route) {
    const View &view = view_at(made.pages, route);
    const auto value = view.value();
    const auto &items = *view.type->find("items");
    return items.size(items.get(value.get()));
  };
  CHECK(lines_of("/changes/taken-out/") == 250);
  CHECK(lines_of("/changes/taken-out/page-2/") == 50);
  CHECK_FALSE(has_page(made.pages, "/changes/taken-out/page-3/"));
}

TEST_CASE(
    "cut_into_pages: a group without lines stands nowhere, and a full page has no empty one behind it") {
  CHECK(cut_into_pages({}) == std::vector<ListPage>{{}});
  CHECK(cut_into_pages({0, 2}) == std::vector<ListPage>{{{1, 0, 2}}});
  CHECK(cut_into_pages({most_on_a_page, 0}) == std::vector<ListPage>{{{0, 0, most_on_a_page}}});
  CHECK(cut_into_pages({most_on_a_page, 1}) == std::vector<ListPage>{{{0, 0, most_on_a_page}}, {{1, 0, 1}}});
}

TEST_CASE("make_pages: one address for two pages is an error at the second one") {
  const Made made = make(
      SiteFixture(Files{{"pages/a.md", page("route: /help/\n")}, {"pages/b.md", page("route: help\n")}}));
  REQUIRE(made.diagnostics.size() == 1);
  const Diagnostic &diagnostic = made.diagnostics.front();
  CHECK(diagnostic.code == "address-collision");
  CHECK(diagnostic.message == "two pages have the address /help/");
  CHECK(diagnostic.span.file_path() == "content/pages/b.md");
  CHECK(diagnostic.span.place.line == 3);
  REQUIRE(diagnostic.notes.size() == 1);
  CHECK(diagnostic.notes.front().span.file_path() == "content/pages/a.md");
}

TEST_CASE("make_pages: a Markdown page may not take an address of the program's own") {
  const Made made = make(SiteFixture(
      Files{{"pages/a.md", page("route: /glossary/\n")}, {"pages/b.md", page("route: /contact/\n")}}));
  REQUIRE(made.diagnostics.size() == 2);
  CHECK(made.diagnostics[0].span.file_path() == "content/pages/b.md");
  CHECK(made.diagnostics[1].span.file_path() == "content/pages/a.md");
}

TEST_CASE("make_pages: milestones may not be called what a page of the program's own is called") {
  const Made made =
      make(SiteFixture(Files{{"milestones/list.yaml",
                              "- {id: a, ref: 1A i, title: A, text: A., status: late, first_due: 2019}"}},
                       "names:\n  milestone: {one: a, many: data}\n"));
  REQUIRE(made.diagnostics.size() == 1);
  const Diagnostic &diagnostic = made.diagnostics.front();
  CHECK(diagnostic.code == "address-collision");
  CHECK(diagnostic.message == "two pages have the address /data/");
  CHECK(diagnostic.help == "The site has a page of its own there. Call milestones by another word.");
  CHECK(excerpt(diagnostic.span).find("many: data") != std::string::npos);
  CHECK(diagnostic.span.place.length == 4);
}

TEST_CASE("make_pages: a redirect leads from where no page is to where one is") {
  const std::string redirects = "redirects:\n  - {from: /old, to: /about/#facts}\n  - {from: /about/, to: "
                                "/}\n  - {from: /x/, to: /glosary/}\n";
  const Made made = make(SiteFixture({}, redirects));
  CHECK(has_page(made.pages, "/old/"));
  REQUIRE(made.diagnostics.size() == 2);
  CHECK(made.diagnostics[0].code == "bad-redirect");
  CHECK(made.diagnostics[0].message == "there is a page at /about/, so it cannot lead to another");
  CHECK(made.diagnostics[1].code == "bad-redirect");
  CHECK(made.diagnostics[1].help == "Did you mean /glossary/?");
  for (const auto &listed : made.pages.sitemap) {
    CHECK(listed.address != "https://testshire.example/old/");
    CHECK(listed.address != "https://testshire.example/404.html");
  }
}

TEST_CASE("make_pages: an accessibility statement is good for 12 months") {
  const std::string statement = "accessibility: {compliance: full, prepared: 2019-01, reviewed: 2019-03, "
                                "tested: 2019-03, how_tested: By hand.}\n";
  const auto reported_when = [&](const Date &newest_change) {
    LastChanges changes;
    changes.dates["content/plan.md"] = newest_change;
    return make(SiteFixture({}, statement, changes)).diagnostics;
  };
  CHECK(reported_when({2020, 3, 31}).empty());
  const auto late = reported_when({2020, 4, 1});
  REQUIRE(late.size() == 1);
  CHECK(late.front().code == "statement-too-old");
  CHECK(late.front().severity == Severity::warning);
}

TEST_CASE("make_pages: files that the content links to are copied, others are not") {
  const Made made = make(SiteFixture(Files{{"pages/a.md", "---\ntitle: A\n---\n![A map](../files/map.png)\n"},
                                           {"files/map.png", "x"},
                                           {"files/draft.png", "x"}}));
  REQUIRE(made.pages.files.size() == 1);
  CHECK(made.pages.files.front().path == "content/files/map.png");
  CHECK(made.pages.files.front().route == "/files/files/map.png");
}

TEST_CASE("make_frame: a menu has at most seven entries, and the page about the plan leads to the rest") {
  const std::string text = "title: T\ntext: T\n";
  const SiteFixture fixture(
      Files{{"priorities/a.yaml", "title: A\nnumber: 1\nheadline: H\nmeaning: M\nconcern: C\n"},
            {"measures/a.yaml", "title: A\nmeaning: M\n"},
            {"milestones/a.yaml", "- {id: a, ref: 1A i, title: A, meaning: M, status: late}\n"},
            {"barriers/a.yaml", "- {id: b, title: B}\n"},
            {"bodies/a.yaml", "- {id: ofsted, title: Ofsted}\n"},
            {"inspections/spring.yaml", text + "when: {words: spring}\ninspectors: [ofsted]\n"},
            {"findings/a.yaml", "- {id: f, title: F, inspection: spring, kind: weakness}\n"},
            {"reviews/peers.yaml", text + "kind: peer challenge\nwhen: {from: 2020-01}\n"},
            {"recommendations/a.yaml", "- {id: r, title: R, review: peers, letter: a}\n"},
            {"periods/winter.yaml", text + "start: 2019-12\nend: 2020-02\n"}});
  const Site &site = fixture.site();
  PageInfo info;
  info.route = "/";
  const Frame frame = make_frame(site, std::move(info));
  CHECK(frame.navigation.size() == 7);
  CHECK(frame.navigation.front().href == "/priorities/");
  CHECK(frame.navigation.back().href == "/about/");
  const auto looks = outside_looks(site);
  for (const char *route : {"/inspections/spring/", "/trace/", "/reviews/", "/periods/", "/barriers/"})
    CHECK(std::any_of(looks.begin(), looks.end(), [&](const LinkView &link) { return link.href == route; }));

  CHECK(site.addresses.of({"finding", "f", ""}) == "/inspections/spring/#finding-f");
  CHECK(site.addresses.of({"recommendation", "r", ""}) == "/reviews/peers/#recommendation-a");
  CHECK(site.addresses.of({"period", "winter", ""}) == "/periods/winter/");
  const Made made = make(fixture);
  CHECK(made.diagnostics.empty());
  for (const char *route : {"/inspections/spring/", "/trace/", "/reviews/", "/reviews/peers/", "/periods/",
                            "/periods/winter/", "/periods/winter/meeting-pack/"})
    CHECK(has_page(made.pages, route));
}
