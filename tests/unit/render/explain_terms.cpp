#include "render/explain_terms.hpp"
#include "catch.hpp"

using namespace localoffer;

namespace {

CompiledTemplate list_template() {
  const auto file = std::make_shared<const SourceFile>(SourceFile{
      "words-used.mustache", "[{{#terms}}{{id}} {{use_href}} {{title}} {{{text}}} {{back}};{{/terms}}]"});
  std::vector<Diagnostic> diagnostics;
  auto compiled = compile_template(file, view_type<UsedTermsView>(), {}, diagnostics);
  REQUIRE(diagnostics.empty());
  return compiled;
}

TermExplanation term(std::string id, std::string title, std::string short_form) {
  return {id, {title, std::move(short_form), {}}, title, {"<p>" + id + "</p>"}, "back to " + id, ", meaning",
          ""};
}

std::string explained(const std::string &main) {
  static const CompiledTemplate compiled = list_template();
  static const TermExplainer explainer({term("plan", "Education, health and care plan", "EHC plan"),
                                        term("nhs", "National Health Service", "NHS"),
                                        term("inclusion", "inclusion", ""), term("wsoa", "WSoA", "")},
                                       &compiled);
  std::string page =
      "<header>inclusion</header><main>" + main + "<!--words-used--></main><footer>NHS</footer>";
  explainer.explain(page);
  return page;
}

std::string page_of(const std::string &main, const std::string &list) {
  return "<header>inclusion</header><main>" + main + list + "</main><footer>NHS</footer>";
}

std::string use(const std::string &id, const std::string &words) {
  return "<a class=\"term\" id=\"use:" + id + "\" href=\"#word:" + id + "\">" + words +
         "<span class=\"govuk-visually-hidden\">, meaning</span></a>";
}

std::string entry(const std::string &id, const std::string &title) {
  return "word:" + id + " #use:" + id + " " + title + " <p>" + id + "</p> back to " + id + ";";
}

} // namespace

TEST_CASE("the first use of a term becomes a link to its meaning, below") {
  CHECK(explained("<p>Good inclusion is inclusion.</p>") ==
        page_of("<p>Good " + use("inclusion", "inclusion") + " is inclusion.</p>",
                "[" + entry("inclusion", "inclusion") + "]"));
}

TEST_CASE("the first use of a short form is spelled out where it stands") {
  CHECK(explained("<p>The NHS and the NHS.</p>") ==
        page_of("<p>The " + use("nhs", "NHS") + " (National Health Service) and the NHS.</p>",
                "[" + entry("nhs", "National Health Service") + "]"));
  // A phrase that is no name is written small inside a sentence.
  CHECK(explained("<p>EHC plans</p>") ==
        page_of("<p>" + use("plan", "EHC plans") + " (education, health and care plan)</p>",
                "[" + entry("plan", "Education, health and care plan") + "]"));
}

TEST_CASE("a short form is spelled out although its words were used before, but not beside them") {
  const std::string list = "[" + entry("plan", "Education, health and care plan") + "]";
  CHECK(explained("<p>An Education, health and care plan. An EHC plan.</p>") ==
        page_of("<p>An " + use("plan", "Education, health and care plan") +
                    ". An EHC plan (education, health and care plan).</p>",
                list));
  CHECK(explained("<p>An Education, health and care plan (EHC plan). An EHC plan.</p>") ==
        page_of("<p>An " + use("plan", "Education, health and care plan") + " (EHC plan). An EHC plan.</p>",
                list));
}

TEST_CASE("a term that is a short form itself has nothing to be spelled out with") {
  CHECK(explained("<p>WSoA</p>") ==
        page_of("<p>" + use("wsoa", "WSoA") + "</p>", "[" + entry("wsoa", "WSoA") + "]"));
}

TEST_CASE("headings, links, quotes, code, graphics and speech are left alone") {
  for (const std::string alone :
       {"<h2>NHS <span>NHS</span></h2>", "<a href=\"/x/\"><strong>NHS</strong></a>",
        "<blockquote><p>NHS</p></blockquote>", "<pre><code>NHS</code></pre>", "<svg><title>NHS</title></svg>",
        "<dt>NHS</dt>", "<p>They said “our NHS <em>is</em> NHS”.</p>", "<img src=\"NHS\" alt=\"NHS\">",
        "<nav><ul><li>NHS</li></ul></nav>"}) {
    CHECK(explained(alone) == page_of(alone, ""));
    // What comes behind is read again.
    CHECK(explained(alone + "<p>NHS</p>").find("<p>" + use("nhs", "NHS")) != std::string::npos);
  }
}

TEST_CASE("speech that is never closed ends with its paragraph") {
  CHECK(explained("<p>“NHS</p><p>NHS</p>").find("<p>“NHS</p><p>" + use("nhs", "NHS")) != std::string::npos);
}

TEST_CASE("a page without the mark, and one without terms, gain nothing") {
  const CompiledTemplate compiled = list_template();
  std::string page = "<main>NHS</main>";
  TermExplainer({term("nhs", "National Health Service", "NHS")}, &compiled).explain(page);
  CHECK(page == "<main>NHS</main>");
  page = "<main>NHS<!--words-used--></main>";
  TermExplainer({}, &compiled).explain(page);
  CHECK(page == "<main>NHS</main>");
}
