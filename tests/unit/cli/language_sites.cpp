#include "catch.hpp"
#include "cli/site_build.hpp"
#include "support/temp_repository.hpp"

#include <algorithm>
#include <map>

using namespace localoffer;

namespace {

/// The small site, in Welsh and Arabic too.
class Repository : public testing::TempRepository {
public:
  Repository() {
    const std::filesystem::path top = SMALL_SITE;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(top))
      if (entry.is_regular_file())
        write(entry.path().lexically_relative(top).generic_string(), read_file(entry.path()));
    write("site.yaml", "languages: [cy, ar]\n" + read_file(top / "site.yaml"));
    page("Who can help", "Ask the school.");
  }

  void page(const std::string &title, const std::string &text) const {
    write("content/pages/help.md", "---\ntitle: " + title + "\nnav_label: Help\n---\n" + text + "\n");
  }
  void welsh(const std::string &commit) const {
    write("content/pages/help.cy.md",
          "---\ntranslates: " + commit +
              "\ntranslated_by: cwmni cyfieithu\ntitle: Pwy all helpu\n---\nGofynnwch i’r ysgol.\n");
  }
};

struct Built {
  SiteBuild site;
  std::map<std::string, std::string> files;

  std::vector<std::string> codes() const {
    std::vector<std::string> all;
    for (const auto &one : site.diagnostics)
      all.push_back(one.code);
    return all;
  }
  bool has(const std::string &path, const std::string &text) const {
    const auto file = files.find(path);
    return file != files.end() && file->second.find(text) != std::string::npos;
  }
};

Built build(const Repository &repository) {
  const auto commit = open_commit(repository.path(), "HEAD");
  Built built{build_site({*commit, "site.yaml", Date{2021, 3, 25}, 2, THEMES}), {}};
  std::string room;
  for (const auto &output : built.site.outputs)
    built.files[output.path] = bytes_of(output, room);
  return built;
}

} // namespace

TEST_CASE("a site stands once more in each of its other languages, and each page leads to the others") {
  Repository repository;
  repository.welsh(repository.commit("Begin"));
  repository.commit("Translate");
  const auto built = build(repository);
  CHECK(built.codes().empty());
  for (const std::string path : {"index.html", "help/index.html", "priorities/8-timeliness/index.html"})
    for (const std::string folder : {"", "cy/", "ar/"}) {
      INFO(folder + path);
      CHECK(built.has(folder + path, "hreflang=\"cy\""));
      CHECK(built.has(folder + path, "hreflang=\"ar\""));
    }
  CHECK(built.has("ar/index.html", "<html lang=\"ar\" dir=\"rtl\""));
  CHECK(built.has("cy/feeds/changes.atom", "Who") == false); // its history begins with it
  CHECK(built.has("sitemap.xml", "/cy/help/"));
}

TEST_CASE("a translated page is in its language; one that is not says which of it is English") {
  Repository repository;
  repository.welsh(repository.commit("Begin"));
  repository.commit("Translate");
  const auto built = build(repository);
  CHECK(built.has("cy/help/index.html", "<p>Gofynnwch i’r ysgol.</p>"));
  CHECK(built.has("cy/help/index.html", "Pwy all helpu</h1>"));
  CHECK(built.has("cy/help/index.html", "cwmni cyfieithu"));
  CHECK_FALSE(built.has("cy/help/index.html", "Ask the school."));
  CHECK(built.has("ar/help/index.html", "<div lang=\"en\" dir=\"ltr\"><p>Ask the school.</p>"));
  CHECK(built.has("ar/help/index.html", "<span lang=\"en\" dir=\"ltr\">Who can help</span></h1>"));
  for (const auto &[path, bytes] : built.files) {
    INFO(path);
    CHECK(bytes.find("\uE000") == std::string::npos);
    CHECK(bytes.find("<!--untranslated") == std::string::npos);
  }
}

TEST_CASE("a translation of words that have changed is told, on its page and to the team") {
  Repository repository;
  repository.welsh(repository.commit("Begin"));
  repository.commit("Translate", "2021-03-26T12:00:00+00:00");
  repository.page("Who can help", "Ask the council.");
  repository.commit("Say who", "2021-03-27T12:00:00+00:00");
  const auto built = build(repository);
  REQUIRE(built.codes() == std::vector<std::string>{"translation-outdated"});
  const auto &told = built.site.diagnostics.front();
  CHECK(told.severity == Severity::warning);
  CHECK(told.span.file_path() == "content/pages/help.cy.md");
  CHECK(told.span.place.line == 2);
  CHECK(built.has("cy/help/index.html", "27 Mawrth 2021"));
  CHECK_FALSE(built.has("help/index.html", "27 Mawrth 2021"));
}

TEST_CASE("a translation of a commit that nobody knows is a mistake") {
  Repository repository;
  repository.welsh("0123456789");
  repository.commit("Begin");
  const auto built = build(repository);
  CHECK(built.codes() == std::vector<std::string>{"unknown-revision"});
  CHECK(built.files.empty());
}

TEST_CASE("a branch is no commit, because it goes on") {
  Repository repository;
  repository.welsh("HEAD");
  repository.commit("Begin");
  CHECK(build(repository).codes() == std::vector<std::string>{"unknown-revision"});
}

TEST_CASE("a translation may not name a commit that does not have the original") {
  Repository repository;
  std::filesystem::remove(repository.path() / "content/pages/help.md");
  const std::string first = repository.commit("Begin");
  repository.page("Who can help", "Ask the school.");
  repository.welsh(first);
  repository.commit("Add a page");
  const auto built = build(repository);
  REQUIRE(built.codes() == std::vector<std::string>{"unknown-revision"});
  CHECK(built.site.diagnostics.front().message.find("does not have what this translates") !=
        std::string::npos);
}

TEST_CASE("translations are held to the guard of personal data, and to links") {
  Repository repository;
  repository.welsh("0123456789");
  repository.commit("Begin");
  const auto with = [&](const std::string &text) {
    repository.write("content/pages/help.cy.md", "---\ntranslates: " + repository.commit("Before") +
                                                     "\ntranslated_by: cwmni\n---\n" + text + "\n");
    repository.commit("Translate");
    return build(repository);
  };
  for (const std::string text : {"Rhif GIG 999 000 0018.", "alex@example.net", "My son Tom waits."}) {
    INFO(text);
    const auto built = with(text);
    REQUIRE(built.codes() == std::vector<std::string>{"personal-data"});
    CHECK(built.site.diagnostics.front().span.place.line == 5);
    CHECK(built.files.empty());
  }
  CHECK(with("<!-- allow personal-data: an example -->\nRhif GIG 999 000 0018.").codes().empty());
  const auto broken = with("[Cymorth](../nothing.md)");
  REQUIRE(broken.codes().size() == 1);
  CHECK(broken.site.diagnostics.front().code == "broken-link");
  CHECK(broken.site.diagnostics.front().span.file_path() == "content/pages/help.cy.md");
  CHECK(broken.site.diagnostics.front().span.place.line == 5);
}
