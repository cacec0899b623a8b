#include "publish/page_memory.hpp"
#include "base/hash.hpp"
#include "catch.hpp"
#include "render/render_pages.hpp"

using namespace localoffer;

namespace {

View page(const std::string &route, const std::string &record) {
  View view;
  view.route = route;
  if (!record.empty()) view.inputs = {{"its own file", record}, {"other content", "same"}};
  return view;
}

const std::vector<View> views{page("/a/", "1"), page("/b/", "2"), page("/list/", "")};

std::vector<Output> outputs_of(const std::vector<View> &pages) {
  std::vector<Output> outputs;
  for (const auto &view : pages) {
    const std::string bytes = "<!doctype html><html><body><main id=\"top\"><a href=\"/b/\">" + view.route +
                              "</a><a href=\"/b/\">again</a></main></body></html>";
    outputs.push_back({path_of_route(view.route), bytes, KnownBytes{content_hash(bytes), bytes.size()}, {}});
  }
  return outputs;
}

void keep(Store &store, const std::string &theme = "t") {
  const auto outputs = outputs_of(views);
  std::vector<HtmlReferences> references;
  for (const auto &output : outputs)
    references.push_back(html_references(output.bytes));
  PageMemory memory(&store, "site.yaml", {{"the theme", theme}});
  memory.keep(views, outputs, references);
}

} // namespace

TEST_CASE("a page that follows from the same things is known with all that it refers to") {
  MemoryStore store;
  keep(store);
  const PageMemory memory(&store, "site.yaml", {{"the theme", "t"}});
  const auto outputs = outputs_of(views);
  CHECK(memory.find(views[0]) == outputs[0].known);
  CHECK(memory.find(views[1]) == outputs[1].known);
  const auto references = memory.references("a/index.html");
  REQUIRE(references.references.size() == 1); // each once
  CHECK(references.references[0].element == "a");
  CHECK(references.references[0].attribute == "href");
  CHECK(references.references[0].value == "/b/");
  CHECK(references.ids == std::vector<std::string_view>{"top"});
}

TEST_CASE("a page is made again when anything that it follows from has changed, and the reason is told") {
  MemoryStore store;
  keep(store);
  const PageMemory memory(&store, "site.yaml", {{"the theme", "t"}});
  CHECK_FALSE(memory.find(page("/a/", "3")));
  CHECK(memory.reason(page("/a/", "3")) == "its own file");
  CHECK(memory.reason(page("/c/", "3")) == "it was not there");
  CHECK(memory.reason(page("/list/", "")) == "it gathers from many places");
  CHECK(memory.reason(views[0]).empty());
  const PageMemory other_theme(&store, "site.yaml", {{"the theme", "u"}});
  CHECK(other_theme.reason(views[0]) == "the theme");
  CHECK_FALSE(other_theme.find(views[0]));
  CHECK_FALSE(PageMemory(&store, "other.yaml", {{"the theme", "t"}}).find(views[0]));
  CHECK_FALSE(PageMemory(nullptr, "site.yaml", {{"the theme", "t"}}).find(views[0]));
}

TEST_CASE("bytes that no run kept are no memory") {
  MemoryStore store;
  keep(store);
  const std::string key = "pages/2/site.yaml";
  const std::string kept = *store.get({key}).front();
  for (std::size_t cut = 0; cut < kept.size(); cut += 3) {
    store.put({{key, kept.substr(0, cut)}});
    const PageMemory memory(&store, "site.yaml", {{"the theme", "t"}});
    CHECK_FALSE(memory.find(views[0]));
  }
}
