#include "base/view.hpp"
#include "catch.hpp"

namespace localoffer {
struct TestLink {
  std::string text, href;
};
VIEW_FIELDS(TestLink, text, href);

struct TestPage {
  std::string title;
  bool late = false;
  std::vector<TestLink> links;
  std::optional<TestLink> next;
  std::vector<std::string> tags;
};
VIEW_FIELDS(TestPage, title, late, links, next, tags);
} // namespace localoffer

using namespace localoffer;

TEST_CASE("a described struct can be read by the names of its fields") {
  const TestPage page{"Home", true, {{"a", "/a/"}, {"b", "/b/"}}, std::nullopt, {"x"}};
  const auto &type = view_type<TestPage>();
  REQUIRE(type.find("title"));
  CHECK(*static_cast<const std::string *>(type.find("title")->get(&page)) == "Home");
  CHECK(type.find("late")->kind == ViewKind::flag);
  CHECK_FALSE(type.find("titel"));

  const ViewField &links = *type.find("links");
  REQUIRE(links.kind == ViewKind::list);
  const void *list = links.get(&page);
  CHECK(links.size(list) == 2);
  const auto *second = static_cast<const TestLink *>(links.item(list, 1));
  CHECK(second->href == "/b/");
  CHECK(links.type == &view_type<TestLink>());
}

TEST_CASE("an absent optional object is null, and a list of strings has no item type") {
  const TestPage page;
  CHECK(view_type<TestPage>().find("next")->get(&page) == nullptr);
  CHECK(view_type<TestPage>().find("tags")->type == nullptr);
}
