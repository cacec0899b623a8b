#include "publish/page_memory.hpp"
#include "base/hash.hpp"
#include "catch.hpp"
#include "publish/check_links.hpp"
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
    outputs.push_back({path_of_route(view.route), bytes, KnownBytes{content_hash(bytes), bytes.size()}});
  }
  return outputs;
}

/// A run of the program, with what it remembers.
struct Run {
  SiteReferences references;
  PageMemory memory;

  explicit Run(Store *store, const std::string &theme = "t", const std::string &site = "site.yaml")
      : memory(store, site, {{"the theme", theme}}, references) {}
};

void keep(Store &store, const std::vector<View> &pages = views) {
  Run run(&store);
  const auto outputs = outputs_of(pages);
  read_references(outputs, run.references, 1);
  run.memory.keep(pages, outputs);
}

} // namespace

TEST_CASE("a page that follows from the same things is known with all that it refers to") {
  MemoryStore store;
  keep(store);
  const Run run(&store);
  const auto outputs = outputs_of(views);
  CHECK(run.memory.find(views[0]) == outputs[0].known);
  CHECK(run.memory.find(views[1]) == outputs[1].known);
  const auto page = run.memory.references("a/index.html");
  REQUIRE(page.references.size() == 1); // each once
  const auto &reference = run.references.reference(page.references[0]);
  CHECK(reference.element == "a");
  CHECK(reference.attribute == "href");
  CHECK(reference.value == "/b/");
  REQUIRE(page.ids.size() == 1);
  CHECK(run.references.id(page.ids[0]) == "top");
}

TEST_CASE("a page is made again when anything that it follows from has changed, and the reason is told") {
  MemoryStore store;
  keep(store);
  const Run run(&store);
  CHECK_FALSE(run.memory.find(page("/a/", "3")));
  CHECK(run.memory.reason(page("/a/", "3")) == "its own file");
  CHECK(run.memory.reason(page("/c/", "3")) == "it was not there");
  CHECK(run.memory.reason(page("/list/", "")) == "it gathers from many places");
  CHECK(run.memory.reason(views[0]).empty());
  const Run other_theme(&store, "u");
  CHECK(other_theme.memory.reason(views[0]) == "the theme");
  CHECK_FALSE(other_theme.memory.find(views[0]));
  CHECK_FALSE(Run(&store, "t", "other.yaml").memory.find(views[0]));
  CHECK_FALSE(Run(nullptr).memory.find(views[0]));
}

TEST_CASE("bytes that no run kept are no memory") {
  MemoryStore store;
  keep(store);
  const std::string key = "pages/3/site.yaml";
  const std::string kept = *store.get({key}).front();
  for (std::size_t cut = 0; cut < kept.size(); cut += 3) {
    store.put({{key, kept.substr(0, cut)}});
    const Run run(&store);
    CHECK_FALSE(run.memory.find(views[0]));
  }
}

TEST_CASE("what no page refers to any more is forgotten in time, and the others are known as before") {
  MemoryStore store;
  keep(store);
  const std::vector<View> changing{page("/a/", "1"), page("/b/", "2")};
  for (int i = 0; i < 20; ++i) {
    Run run(&store);
    auto outputs = outputs_of(changing);
    outputs[0].remembered = run.memory.find(changing[0]).has_value();
    CHECK(outputs[0].remembered);
    run.references.add(outputs[0].path, run.memory.references(outputs[0].path));
    run.references.add(outputs[1].path, html_references("<!doctype html><html><body><p id=\"p" +
                                                        std::to_string(i) + "\"><a href=\"/x" +
                                                        std::to_string(i) + "/\">x</a></p></body></html>"));
    run.memory.keep(changing, outputs);
  }
  const Run run(&store);
  CHECK(run.references.reference_count() < 10);
  const auto first = run.memory.references("a/index.html"), second = run.memory.references("b/index.html");
  REQUIRE(first.references.size() == 1);
  CHECK(run.references.reference(first.references[0]).value == "/b/");
  REQUIRE(second.references.size() == 1);
  CHECK(run.references.reference(second.references[0]).value == "/x19/");
  REQUIRE(second.ids.size() == 1);
  CHECK(run.references.id(second.ids[0]) == "p19");
}
