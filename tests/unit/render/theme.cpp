#include "base/files.hpp"
#include "catch.hpp"
#include "render/render_pages.hpp"
#include "render/theme_assets.hpp"
#include "support/temp_folder.hpp"

#include <algorithm>

namespace localoffer {
namespace {

struct Greeting {
  std::string name;
};

} // namespace
VIEW_FIELDS(Greeting, name);
} // namespace localoffer

using namespace localoffer;

namespace {

struct ThemeFolder {
  testing::TempFolder folder;

  void write(const std::string &path, const std::string &text) const {
    write_file(folder.path() / path, text);
  }

  ThemeRequest request() const {
    ThemeRequest request;
    request.folder = folder.path();
    request.views = {{"hello", &view_type<Greeting>()}};
    return request;
  }
};

} // namespace

TEST_CASE("a theme renders views, in their order, whatever the number of threads") {
  const ThemeFolder theme_folder;
  theme_folder.write("templates/hello.mustache", "{{>parts/greeting}}\n");
  theme_folder.write("templates/parts/_greeting.mustache", "Hello, {{name}}");
  theme_folder.write("assets/main.css", "a{}");
  std::vector<Diagnostic> diagnostics;
  const SiteTheme theme = SiteTheme::load(theme_folder.request(), diagnostics);
  CHECK(diagnostics.empty());

  std::vector<View> views;
  for (int i = 0; i < 100; ++i)
    views.push_back(
        make_view("/" + std::to_string(i) + "/", "hello", Greeting{"<" + std::to_string(i) + ">"}));
  const auto one = render_pages(views, theme, 1), eight = render_pages(views, theme, 8);
  REQUIRE(one.size() == 100);
  CHECK(one[7].path == "7/index.html");
  CHECK(one[7].bytes == "Hello, &lt;7&gt;");
  for (std::size_t i = 0; i < one.size(); ++i)
    CHECK(one[i].bytes == eight[i].bytes);

  CHECK_THROWS_AS(render_pages({make_view("/x/", "other", Greeting{})}, theme, 1), std::logic_error);
}

TEST_CASE("mistakes in a theme are told once each") {
  const ThemeFolder theme_folder;
  theme_folder.write("templates/hello.mustache", "{{>p}}{{>p}}");
  theme_folder.write("templates/_p.mustache", "{{nam}}");
  theme_folder.write("templates/extra.mustache", "");
  theme_folder.write("assets/main.css", "");
  auto request = theme_folder.request();
  request.views.emplace("missing", &view_type<Greeting>());
  std::vector<Diagnostic> diagnostics;
  SiteTheme::load(request, diagnostics);
  REQUIRE(diagnostics.size() == 3);
  CHECK(diagnostics[0].code == "template-unknown-name");
  CHECK(diagnostics[1].code == "template-unused");
  CHECK(diagnostics[1].severity == Severity::warning);
  CHECK(diagnostics[2].code == "template-missing");
}

TEST_CASE("assets carry the hash of their bytes, and style sheets name them so") {
  const ThemeFolder theme_folder;
  theme_folder.write("templates/hello.mustache", "");
  theme_folder.write("assets/main.css", "a{background:url(\"images/a.svg\")}b{background:url(data:x)}\n");
  theme_folder.write("assets/images/a.svg", "<svg/>");
  auto request = theme_folder.request();
  std::vector<Diagnostic> diagnostics;
  const SiteTheme theme = SiteTheme::load(request, diagnostics);
  const Asset *picture = theme.asset("images/a.svg");
  const Asset *styles = theme.asset("main.css");
  REQUIRE(picture);
  REQUIRE(styles);
  CHECK(picture->route.find("/assets/images/a-") == 0);
  CHECK(styles->route.size() == std::string("/assets/main-12345678.css").size());
  CHECK(styles->bytes.find("url(" + picture->route + ")") != std::string::npos);
  CHECK(styles->bytes.find("url(data:x)") != std::string::npos);
  CHECK(styles->bytes.find("--site-brand:") != std::string::npos);
  CHECK(asset_outputs(theme).size() == 2);

  request.colours.link = {1, 2, 3};
  CHECK(SiteTheme::load(request, diagnostics).asset("main.css")->route != styles->route);
}

TEST_CASE("a theme that is not there or not built is the world's failure") {
  const ThemeFolder theme_folder;
  std::vector<Diagnostic> diagnostics;
  CHECK_THROWS_AS(SiteTheme::load(theme_folder.request(), diagnostics), WorldError);
  theme_folder.write("templates/hello.mustache", "");
  theme_folder.write("assets/other.css", "");
  CHECK_THROWS_AS(SiteTheme::load(theme_folder.request(), diagnostics), WorldError);
}

TEST_CASE("routes become paths") {
  CHECK(path_of_route("/") == "index.html");
  CHECK(path_of_route("/priorities/8/") == "priorities/8/index.html");
  CHECK(path_of_route("/404.html") == "404.html");
  CHECK_THROWS_AS(path_of_route("priorities/"), std::logic_error);
  CHECK_THROWS_AS(path_of_route("/../x"), std::logic_error);
}

TEST_CASE("colours that cannot be read are found, with a shade that can") {
  CHECK(check_contrast({}).empty());
  SiteColours pale;
  pale.link = {0x77, 0x77, 0x77};
  const auto problems = check_contrast(pale);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].setting == "link");
  CHECK(problems[0].message.find("is 4.47; at least 4.5") != std::string::npos);
  CHECK(problems[0].help.find("#7") != std::string::npos);
}

TEST_CASE("a theme's pictures are known by name, and published only where they are asked for") {
  const ThemeFolder theme_folder;
  theme_folder.write("templates/hello.mustache", "{{name}}");
  theme_folder.write("assets/main.css", "a{}");
  const std::string drawing =
      R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1H8"/></svg>)";
  theme_folder.write("pictures/pictures.yaml", "plan: {alt: A plan, for: plans}\nhome: {alt: A house}\n");
  theme_folder.write("pictures/plan.svg", drawing);
  theme_folder.write("pictures/home.svg", drawing);
  std::vector<Diagnostic> diagnostics;
  const SiteTheme theme = SiteTheme::load(theme_folder.request(), diagnostics);
  CHECK(diagnostics.empty());
  REQUIRE(theme.pictures().size() == 2);
  CHECK(theme.pictures().at("plan").text == "A plan");
  CHECK(asset_outputs(theme).size() == 1);
  const auto outputs = picture_outputs(theme, {"plan", "no-such"});
  REQUIRE(outputs.size() == 1);
  CHECK("/" + outputs.front().path == theme.pictures().at("plan").asset.route);
  CHECK(outputs.front().path.starts_with("assets/pictures/plan-"));
  CHECK(outputs.front().bytes == drawing);
}

TEST_CASE("a theme's pictures have words and files, and only draw") {
  const ThemeFolder theme_folder;
  theme_folder.write("templates/hello.mustache", "{{name}}");
  theme_folder.write("assets/main.css", "a{}");
  theme_folder.write("pictures/pictures.yaml", "a: {for: no words}\nb: {alt: No file}\nc: {alt: A script}\n");
  theme_folder.write("pictures/a.svg", "<svg></svg>");
  theme_folder.write("pictures/c.svg", "<svg><script>alert(1)</script></svg>");
  theme_folder.write("pictures/d.svg", "<svg></svg>");
  std::vector<Diagnostic> diagnostics;
  SiteTheme::load(theme_folder.request(), diagnostics);
  std::vector<std::string> codes;
  for (const auto &one : diagnostics)
    codes.push_back(one.code);
  std::sort(codes.begin(), codes.end());
  CHECK(codes == std::vector<std::string>{"image-without-text", "image-without-text", "unknown-picture",
                                          "unsafe-picture"});
}
