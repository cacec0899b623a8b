#include "catch.hpp"
#include "content/codes.hpp"
#include "programme/rules.hpp"
#include "support/read_content.hpp"

using namespace localoffer;
using namespace localoffer::testing;

namespace {

const auto file = std::make_shared<const SourceFile>(SourceFile{"a.yaml", "one\ntwo\n"});

Content content_with(std::vector<Silence> silences, std::map<std::string, RuleSetting> rules = {}) {
  Content content;
  content.settings.file = std::make_shared<const SourceFile>(SourceFile{"site.yaml", "rules:\n"});
  content.silences = std::move(silences);
  content.settings.rules = std::move(rules);
  return content;
}

Silence silence(const std::string &code, std::uint32_t line, const std::string &reason = "because") {
  return {code, reason, {file, {line, 1, 1}}, line};
}

RuleSetting setting(const std::string &severity, bool with_reason = true) {
  RuleSetting made;
  made.severity.value = severity;
  made.severity.given = true;
  made.reason.given = with_reason;
  made.place = {1, 1, 5};
  return made;
}

std::vector<Diagnostic> one(const std::string &code, std::uint32_t line = 1) {
  return {diagnose(code, {file, {line, 3, 1}}, "m")};
}

std::string codes(const std::vector<Diagnostic> &diagnostics) {
  std::string all;
  for (const auto &d : diagnostics)
    all += std::string(all.empty() ? "" : ", ") + std::string(to_string(d.severity)) + " " + d.code;
  return all;
}

} // namespace

TEST_CASE("a silence takes away its code on its line, and nothing else") {
  CHECK(codes(settle(one("promise-passed"), content_with({silence("promise-passed", 1)}))).empty());
  CHECK(codes(settle(one("promise-passed", 2), content_with({silence("promise-passed", 1)}))) ==
        "warning unused-silence, warning promise-passed");
  CHECK(codes(settle(one("repeated-item"), content_with({silence("promise-passed", 1)}))) ==
        "error repeated-item");
}

TEST_CASE("a silence is not called unused while errors may hide what it is for") {
  CHECK(codes(settle({}, content_with({silence("promise-passed", 1)}))) == "warning unused-silence");
  CHECK(codes(settle(one("unknown-record"), content_with({silence("promise-passed", 1)}))) ==
        "error unknown-record");
}

TEST_CASE("what would stop a site from being built cannot be silenced or lowered") {
  CHECK(codes(settle(one("unknown-record"), content_with({silence("unknown-record", 1)}))) ==
        "error unknown-rule, error unknown-record");
  CHECK(codes(settle(one("raw-html"), content_with({}, {{"raw-html", setting("off")}}))) ==
        "error raw-html, error unknown-rule");
}

TEST_CASE("a site makes rules more or less serious") {
  CHECK(
      codes(settle(one("promise-passed"), content_with({}, {{"promise-passed", setting("error", false)}}))) ==
      "error promise-passed");
  CHECK(codes(settle(one("counts-add-up"), content_with({}, {{"counts-add-up", setting("notice")}}))) ==
        "notice counts-add-up");
  CHECK(codes(settle(one("counts-add-up"), content_with({}, {{"counts-add-up", setting("off")}}))).empty());
  CHECK(codes(settle(one("counts-add-up"), content_with({}, {{"counts-add-up", setting("off", false)}}))) ==
        "error reason-missing");
  CHECK(codes(settle({}, content_with({}, {{"count-add-up", setting("off")}}))) == "error unknown-rule");
}

TEST_CASE("a silence is used even where the site has switched its rule off") {
  CHECK(settle(one("promise-passed"),
               content_with({silence("promise-passed", 1)}, {{"promise-passed", setting("off")}}))
            .empty());
}

TEST_CASE("all codes are in order, and each once") {
  const auto &all = diagnostic_codes();
  for (std::size_t i = 1; i < all.size(); ++i) {
    INFO(all[i].code);
    CHECK(all[i - 1].code < all[i].code);
  }
}

TEST_CASE("thousands of problems are cut off, and long ones shortened") {
  Content content;
  content.settings.file = std::make_shared<SourceFile>(SourceFile{"site.yaml", "content: x\n"});
  std::vector<Diagnostic> all;
  for (std::uint32_t line = 1; line <= 4000; ++line)
    all.push_back({"unknown-folder", Severity::warning, Span{"a.yaml"}, std::to_string(line), {}, {}});
  all.push_back({"yaml-syntax", Severity::error, Span{"b.yaml"}, std::string(5000, 'x'), {}, {}});
  const auto left = settle(all, content);
  REQUIRE(left.size() == 3001);
  CHECK(has_errors(left));
  const auto said = [&](const char *code) {
    return std::find_if(left.begin(), left.end(), [&](const Diagnostic &one) { return one.code == code; });
  };
  REQUIRE(said("too-many-problems") != left.end());
  CHECK(said("too-many-problems")->message == "1001 more problems are not listed");
  CHECK(said("yaml-syntax")->message.size() < 700);
}
