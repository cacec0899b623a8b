#include "catch.hpp"
#include "pages/make_pages.hpp"
#include "site_fixture.hpp"

#include <algorithm>

using namespace localoffer;

namespace {

/// "A: Autism > /glossary/#autism (ASD)", as the A to Z of a site lists it, read through the view's own
/// fields.
std::vector<std::string> lines_of(const SiteFixture &fixture) {
  std::vector<Diagnostic> diagnostics;
  const Pages pages = make_pages(fixture.site(), diagnostics);
  const auto page = std::find_if(pages.views.begin(), pages.views.end(),
                                 [](const View &view) { return view.route == "/a-z/"; });
  REQUIRE(page != pages.views.end());
  const auto value = page->value();
  const auto text = [](const ViewType &type, const void *owner, const char *field) {
    return *static_cast<const std::string *>(type.find(field)->get(owner));
  };
  std::vector<std::string> lines;
  const ViewField &letters = *page->type->find("letters");
  const void *list = letters.get(value.get());
  for (std::size_t i = 0; i < letters.size(list); ++i) {
    const void *letter = letters.item(list, i);
    const ViewField &entries = *letters.type->find("entries");
    const void *items = entries.get(letter);
    for (std::size_t j = 0; j < entries.size(items); ++j) {
      const void *entry = entries.item(items, j);
      const std::string note = text(*entries.type, entry, "note");
      lines.push_back(text(*letters.type, letter, "letter") + ": " + text(*entries.type, entry, "text") +
                      " > " + text(*entries.type, entry, "href") + (note.empty() ? "" : " (" + note + ")"));
    }
  }
  return lines;
}

bool has(const std::vector<std::string> &lines, const std::string &line) {
  return std::find(lines.begin(), lines.end(), line) != lines.end();
}

} // namespace

TEST_CASE("the A to Z lists pages, words, short forms and what questions are looked up by") {
  const auto lines = lines_of(SiteFixture(
      {{"terms/t.yaml", "- id: asd\n  title: autism\n  short_form: ASD\n  text: A way of being.\n"
                        "- id: ofsted\n  title: Ofsted\n  short_form: OFS\n  text: An inspector.\n"},
       {"bodies/b.yaml", "- id: ofsted\n  title: Ofsted\n  kind: inspector\n  text: An inspector.\n"},
       {"topics/t.yaml", "- id: school\n  title: School\n  text: About school.\n"},
       {"questions/q.yaml",
        "- id: waiting\n  title: How long?\n  text: Long.\n  look_up: [diagnosis, 20 weeks, school]\n"}}));
  CHECK(has(lines, "A: Autism > /glossary/#asd (ASD)"));
  CHECK(has(lines, "A: ASD > /glossary/#asd (Autism)"));
  CHECK(has(lines, "D: Diagnosis > /questions/#waiting (How long?)"));
  CHECK(has(lines, "Numbers: 20 weeks > /questions/#waiting (How long?)"));
  CHECK(lines.front().starts_with("Numbers: "));

  // What has a place of its own is not listed as a word beside it, and links that read the same are told
  // apart.
  CHECK(has(lines, "O: Ofsted > /about/who-decides/#ofsted"));
  CHECK(has(lines, "O: OFS > /about/who-decides/#ofsted (Ofsted)"));
  CHECK_FALSE(has(lines, "O: Ofsted > /glossary/#ofsted (OFS)"));
  CHECK(has(lines, "S: School > /topics/school/"));
  CHECK(has(lines, "S: School – How long? > /questions/#waiting"));
}

TEST_CASE("the A to Z leads to the list of milestones and not to each one") {
  const Files content{
      {"milestones/m.yaml",
       "- id: m1\n  ref: 1A\n  title: Write to schools\n  status: late\n  text: A letter.\n"}};
  const auto lines = lines_of(SiteFixture(content));
  CHECK(has(lines, "A: Actions > /actions/"));
  CHECK(std::none_of(lines.begin(), lines.end(), [](const std::string &line) {
    return line.find("Write to schools") != std::string::npos;
  }));
}
