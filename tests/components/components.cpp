// Our HTML of each govuk-frontend component in use is what the package's own fixtures.json says it must be.
#include "base/files.hpp"
#include "catch.hpp"
#include "components/html_tree.hpp"
#include "pages/common_views.hpp"
#include "render/template.hpp"

#include <filesystem>
#include <nlohmann/json.hpp>

using namespace localoffer;
using Json = nlohmann::json;

namespace localoffer {

/// One thing of each component, for the theme's partials to draw.
struct ComponentView {
  Frame frame;
  StatusView status;
  DataTableView table;
  std::vector<FactView> facts;
};
VIEW_FIELDS(ComponentView, frame, status, table, facts);

} // namespace localoffer

namespace {

const std::filesystem::path templates = THEME_TEMPLATES;
const std::filesystem::path components = GOVUK_COMPONENTS;

/// The words that the fixtures use where the theme's own words would stand.
std::string fixture_word(std::string_view key) {
  if (key == "frame.breadcrumbs") return "Breadcrumb";
  if (key == "frame.navigation") return "Menu";
  if (key == "frame.notice_tag") return "Alpha";
  if (key == "frame.skip") return "Skip to main content";
  return std::string(key);
}

std::string render(const std::string &source, const ComponentView &view) {
  TemplateSurroundings surroundings;
  for (const auto &entry : std::filesystem::directory_iterator(templates)) {
    const std::string name = entry.path().stem().string();
    if (name.front() != '_') continue;
    surroundings.partials[name.substr(1)] =
        std::make_shared<const SourceFile>(SourceFile{entry.path().string(), read_file(entry.path())});
  }
  std::map<std::string, std::string, std::less<>> words;
  surroundings.word = [&](std::string_view key) -> const std::string * {
    return &words.emplace(std::string(key), fixture_word(key)).first->second;
  };
  std::vector<Diagnostic> diagnostics;
  const auto file = std::make_shared<const SourceFile>(SourceFile{"component", source});
  const auto compiled = compile_template(file, view_type<ComponentView>(), surroundings, diagnostics);
  for (const auto &diagnostic : diagnostics)
    FAIL(diagnostic.span.file_path() + ": " + diagnostic.message);
  std::string html;
  render_template(compiled, &view, html);
  return html;
}

Json fixture(const std::string &component, const std::string &name) {
  const Json all = Json::parse(read_file(components / component / "fixtures.json"));
  for (const auto &one : all.at("fixtures"))
    if (one.at("name") == name) return one;
  FAIL("govuk-frontend has no fixture '" + name + "' of " + component);
  return {};
}

void check_same(const Json &wanted, const std::string &root_class, const std::string &ours) {
  const std::string expected = tree_of(wanted.at("html").get<std::string>(), root_class);
  REQUIRE_FALSE(expected.empty());
  CHECK(tree_of(ours, root_class) == expected);
}

std::vector<LinkView> links_of(const Json &items) {
  std::vector<LinkView> links;
  for (const auto &item : items)
    links.push_back({item.at("text"), item.at("href"), item.value("current", false)});
  return links;
}

} // namespace

TEST_CASE("the breadcrumbs are govuk-frontend's") {
  for (const auto *name : {"default", "with one level", "without the home section"}) {
    const Json wanted = fixture("breadcrumbs", name);
    ComponentView view;
    view.frame.breadcrumbs = links_of(wanted.at("options").at("items"));
    view.frame.has_breadcrumbs = true;
    check_same(wanted, "govuk-breadcrumbs", render("{{#frame}}{{>breadcrumbs}}{{/frame}}", view));
  }
}

TEST_CASE("the header is govuk-frontend's generic header") {
  for (const auto *name : {"default", "custom url"}) {
    const Json wanted = fixture("generic-header", name);
    ComponentView view;
    view.frame.site_title = wanted.at("options").at("logoText");
    view.frame.home_href = wanted.at("options").value("url", "/");
    check_same(wanted, "govuk-generic-header", render("{{#frame}}{{>generic-header}}{{/frame}}", view));
  }
}

TEST_CASE("the navigation is govuk-frontend's service navigation, but for the button that needs a script") {
  for (const auto *name : {"default", "with navigation with a current item", "with large navigation"}) {
    Json wanted = fixture("service-navigation", name);
    // Ours marks the part of the site that the page belongs to, which is not always the page itself.
    std::string html = wanted.at("html");
    const std::string page = "aria-current=\"page\"";
    if (const auto at = html.find(page); at != std::string::npos)
      html.replace(at, page.size(), "aria-current=\"true\"");
    wanted["html"] = html;
    ComponentView view;
    view.frame.navigation = links_of(wanted.at("options").at("navigation"));
    check_same(wanted, "govuk-service-navigation",
               render("{{#frame}}{{>service-navigation}}{{/frame}}", view));
  }
}

TEST_CASE("the notice is govuk-frontend's phase banner") {
  const Json wanted = fixture("phase-banner", "default");
  ComponentView view;
  view.frame.notice = {wanted.at("options").at("html")};
  check_same(wanted, "govuk-phase-banner", render("{{#frame}}{{>phase-banner}}{{/frame}}", view));
}

TEST_CASE("the skip link is govuk-frontend's, and leads to the main content") {
  const Json wanted = fixture("skip-link", "default");
  std::string expected = tree_of(wanted.at("html").get<std::string>(), "govuk-skip-link");
  const std::string target = wanted.at("options").at("href");
  expected.replace(expected.find(target), target.size(), "#main-content");
  const std::string page = render("{{>start}}", {});
  CHECK(tree_of(page, "govuk-skip-link") == expected);
  CHECK(page.find("id=\"main-content\"") != std::string::npos);
}

TEST_CASE("a status is govuk-frontend's tag") {
  for (const auto *name : {"default", "html as text"}) {
    const Json wanted = fixture("tag", name);
    ComponentView view;
    view.status.label = wanted.at("options").at("text");
    view.status.role = "good";
    view.status.shape = "circle";
    check_same(wanted, "govuk-tag", render("{{#status}}{{>status}}{{/status}}", view));
  }
}

TEST_CASE("a table is govuk-frontend's, with a caption that its scroll region is named by") {
  const Json wanted = fixture("table", "with head and caption");
  const Json &options = wanted.at("options");
  ComponentView view;
  view.table.id = "table";
  view.table.caption = options.at("caption");
  for (const auto &head : options.at("head"))
    view.table.columns.push_back({head.at("text"), head.value("format", "") == "numeric"});
  for (const auto &row : options.at("rows")) {
    TableRowView made;
    made.header = row.at(0).at("text");
    for (std::size_t i = 1; i < row.size(); ++i)
      made.cells.push_back({row.at(i).at("text"), row.at(i).value("format", "") == "numeric"});
    view.table.rows.push_back(made);
  }
  std::string ours = tree_of(render("{{#table}}{{>data-table}}{{/table}}", view), "govuk-table");
  // Ours has an id for the region's label, and its own size of caption.
  const std::string caption = "class=\"govuk-table__caption govuk-table__caption--s\" id=\"table\"";
  REQUIRE(ours.find(caption) != std::string::npos);
  ours.replace(ours.find(caption), caption.size(), "class=\"govuk-table__caption govuk-table__caption--m\"");
  CHECK(ours == tree_of(wanted.at("html").get<std::string>(), "govuk-table"));
}

TEST_CASE("a list of facts is govuk-frontend's summary list") {
  const Json wanted = fixture("summary-list", "with falsy values");
  ComponentView view;
  for (const auto &row : wanted.at("options").at("rows"))
    if (row.is_object()) view.facts.push_back({row.at("key").at("text"), row.at("value").at("text"), {}});
  check_same(wanted, "govuk-summary-list", render("{{>summary-list}}", view));
}
