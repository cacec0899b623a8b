#include "review/marked_view.hpp"
#include "catch.hpp"
#include "shown_marks.hpp"

using namespace localoffer;
using testing::shown;

namespace localoffer {

struct TestLink {
  std::string text, href;
};
VIEW_FIELDS(TestLink, text, href);

struct TestPage {
  std::string title;
  Html body;
  bool late = false;
  Chart chart;
  std::vector<TestLink> links;
  std::vector<std::string> notes;
  std::optional<TestLink> next;
};
VIEW_FIELDS(TestPage, title, body, late, chart, links, notes, next);

} // namespace localoffer

namespace {

const ChartWords words{"Before", "After"};

std::shared_ptr<const TestPage> marked(const TestPage &before, const TestPage &after) {
  return std::static_pointer_cast<const TestPage>(marked_view(view_type<TestPage>(), &before, &after, words));
}

TestPage page() {
  return {"A title",      {"<p>Some words</p>\n"}, false, {}, {{"One", "/1/"}, {"Two", "/2/"}},
          {"first note"}, TestLink{"Three", "/3/"}};
}

} // namespace

TEST_CASE("equal values have no marks") {
  CHECK(marked(page(), page()) == nullptr);
}

TEST_CASE("texts and markup are marked where they differ") {
  TestPage after = page();
  after.title = "A name";
  after.body = {"<p>Some new words</p>\n"};
  const auto both = marked(page(), after);
  REQUIRE(both);
  CHECK(shown(both->title) == "A [-title-][+name+]");
  CHECK(shown(both->body.markup) == "<p>Some[+ new+] words</p>\n");
  CHECK(both->links[0].text == "One");
  CHECK(after.title == "A name");
}

TEST_CASE("what is gone from a list stands where it stood, and leads nowhere") {
  TestPage after = page();
  after.links = {{"Two", "/2/"}, {"Four", "/4/"}};
  const auto both = marked(page(), after);
  REQUIRE(both);
  REQUIRE(both->links.size() == 3);
  CHECK(shown(both->links[0].text) == "[-One-]");
  CHECK(both->links[0].href.empty());
  CHECK(both->links[1].text == "Two");
  CHECK(shown(both->links[2].text) == "[+Four+]");
  CHECK(both->links[2].href == "/4/");
}

TEST_CASE("an item with the same address is the same item") {
  TestPage after = page();
  after.links[0].text = "Something else";
  const auto both = marked(page(), after);
  REQUIRE(both);
  REQUIRE(both->links.size() == 2);
  CHECK(shown(both->links[0].text) == "[-One-][+Something else+]");
}

TEST_CASE("parts that come or go are marked as a whole") {
  TestPage after = page();
  after.next = std::nullopt;
  after.notes = {"second thought altogether", "first note"};
  const auto both = marked(page(), after);
  REQUIRE(both);
  REQUIRE(both->next);
  CHECK(shown(both->next->text) == "[-Three-]");
  REQUIRE(both->notes.size() == 2);
  CHECK(shown(both->notes[0]) == "[+second thought altogether+]");
  CHECK(both->notes[1] == "first note");
}

TEST_CASE("an item that stands elsewhere is a move") {
  TestPage before = page();
  before.notes = {"first note", "second thought", "third of all"};
  before.links = {{"One", "/1/"}, {"Two", "/2/"}, {"Three", "/3/"}};
  TestPage after = before;
  after.notes = {"third of all", "first note", "second thought"};
  after.links = {{"Two", "/2/"}, {"Three", "/3/"}, {"One", "/1/"}};
  const auto both = marked(before, after);
  REQUIRE(both);
  REQUIRE(both->notes.size() == 3);
  CHECK(shown(both->notes[0]) == "(moved)third of all");
  CHECK(both->notes[1] == "first note");
  REQUIRE(both->links.size() == 3);
  CHECK(shown(both->links[2].text) == "(moved)One");
  CHECK(both->links[0].text == "Two");
}

TEST_CASE("a chart that differs stands beside the earlier one") {
  TestPage before = page();
  before.chart.bar.parts = {{"Late", 3, "3", "bad", "cross"}};
  TestPage after = before;
  after.chart.bar.parts[0].value = 4;
  const auto both = marked(before, after);
  REQUIRE(both);
  REQUIRE(both->chart.earlier);
  CHECK(both->chart.earlier->bar.parts[0].value == 3);
  CHECK(both->chart.earlier_text == "Before");
}
