#include "pages/easy_reads.hpp"

#include "catch.hpp"
#include "pages/make_pages.hpp"
#include "site_fixture.hpp"

#include <algorithm>

using namespace localoffer;

namespace {

const std::string reviewed = "reviewed_by: The reading group\nreviewed_on: 2020-02\n";

std::string easy(const std::string &of, const std::string &picture = "plan", const std::string &more = {}) {
  return "title: Plans\nof: " + of + "\n" + more + "parts:\n  - items:\n      - {picture: " + picture +
         ", text: Plans are good.}\n";
}

Files with(Files more) {
  more["priorities/8-timeliness.yaml"] =
      "title: Plans on time\nnumber: 8\nheadline: H\nmeaning: M\nconcern: C\n";
  more["bodies/council.yaml"] = "title: The council\nkind: council\n";
  return more;
}

/// A site with two pictures.
class Fixture {
public:
  explicit Fixture(const Files &files) : fixture_(with(files)), site_(fixture_.site()) {
    site_.pictures = {{"meeting", {"/assets/meeting.svg", "Two people"}},
                      {"plan", {"/assets/plan.svg", "A plan"}}};
    pages_ = make_pages(site_, diagnostics_);
  }

  const Site &site() const { return site_; }
  const Pages &pages() const { return pages_; }
  const std::vector<Diagnostic> &diagnostics() const { return diagnostics_; }
  bool has_page(const std::string &route) const {
    return std::any_of(pages_.views.begin(), pages_.views.end(),
                       [&](const View &view) { return view.route == route; });
  }
  std::string link_on(const std::string &route) const {
    const auto link = version_with_pictures(site_, route);
    return link ? link->text + " " + link->href : "";
  }

private:
  SiteFixture fixture_;
  Site site_;
  std::vector<Diagnostic> diagnostics_;
  Pages pages_;
};

} // namespace

TEST_CASE("a version with pictures is offered on the page that it tells again, and on no other") {
  const Fixture made(
      {{"easy-read/plans.yaml", easy("priority/8-timeliness")}, {"easy-read/home.yaml", easy("/")}});
  CHECK(made.diagnostics().empty());
  for (const char *route : {"/easy-read/", "/easy-read/plans/", "/easy-read/home/"})
    CHECK(made.has_page(route));
  CHECK(made.link_on("/priorities/8-timeliness/") == "Read this page with pictures /easy-read/plans/");
  CHECK(made.link_on("/") == "Read this page with pictures /easy-read/home/");
  CHECK(made.link_on("/about/").empty());
  CHECK(made.pages().pictures == std::vector<std::string>{"plan"});
}

TEST_CASE("a page is called Easy Read only where its review is recorded whole") {
  const Fixture none({{"easy-read/a.yaml", easy("/")}});
  CHECK(easy_read_heading(none.site()) == "Short versions with pictures");
  CHECK(easy_read_menu_entry(none.site()) == "With pictures");

  const Fixture half({{"easy-read/a.yaml", easy("/", "plan", "reviewed_by: The reading group\n")}});
  CHECK(easy_read_heading(half.site()) == "Short versions with pictures");
  CHECK(half.link_on("/") == "Read this page with pictures /easy-read/a/");

  const Fixture some(
      {{"easy-read/a.yaml", easy("/", "plan", reviewed)}, {"easy-read/b.yaml", easy("/about/")}});
  CHECK(easy_read_heading(some.site()) == "Easy Read and short versions with pictures");
  CHECK(easy_read_menu_entry(some.site()) == "With pictures");
  CHECK(some.link_on("/") == "Read this page in Easy Read /easy-read/a/");
  CHECK(some.link_on("/about/") == "Read this page with pictures /easy-read/b/");

  const Fixture all({{"easy-read/a.yaml", easy("/", "plan", reviewed)}});
  CHECK(easy_read_heading(all.site()) == "Easy Read");
  CHECK(easy_read_menu_entry(all.site()) == "Easy Read");
}

TEST_CASE("easy-read-page: the page exists, is a page of its own, and has no other version") {
  const auto only_problem = [](const Files &files) {
    const Fixture made(files);
    REQUIRE(made.diagnostics().size() == 1);
    CHECK(made.diagnostics().front().code == "easy-read-page");
    return made.diagnostics().front();
  };
  const Diagnostic no_record = only_problem({{"easy-read/a.yaml", easy("priority/8-timelines")}});
  CHECK(no_record.message == "this site has no page 'priority/8-timelines'");
  CHECK(no_record.help.starts_with("Did you mean 'priority/8-timeliness'?"));
  CHECK(no_record.span.place.line == 2);
  CHECK(only_problem({{"easy-read/a.yaml", easy("/abot/")}}).help.starts_with("Did you mean '/about/'?"));
  CHECK(only_problem({{"easy-read/a.yaml", easy("nothing")}}).message == "this site has no page 'nothing'");
  CHECK(only_problem({{"easy-read/a.yaml", easy("body/council")}}).message ==
        "'body/council' stands on a page with others");

  const Diagnostic twice = only_problem({{"easy-read/a.yaml", easy("/priorities/8-timeliness/")},
                                         {"easy-read/b.yaml", easy("priorities/8-timeliness")}});
  CHECK(twice.span.file_path() == "content/easy-read/b.yaml");
  REQUIRE(twice.notes.size() == 1);
  CHECK(twice.notes.front().span.file_path() == "content/easy-read/a.yaml");
}

TEST_CASE("unknown-picture: the help names the nearest picture, and all of them") {
  const Fixture made({{"easy-read/a.yaml", easy("/", "meating")}});
  REQUIRE(made.diagnostics().size() == 1);
  const Diagnostic &one = made.diagnostics().front();
  CHECK(one.code == "unknown-picture");
  CHECK(one.help == "Did you mean 'meeting'? The theme's pictures are: meeting, plan.");
  CHECK(one.span.place.length == 7);
}
