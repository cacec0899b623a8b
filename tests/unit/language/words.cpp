#include "language/words.hpp"
#include "base/text.hpp"
#include "catch.hpp"

#include <atomic>
#include <thread>

using namespace localoffer;

namespace {

struct Loaded {
  std::vector<Diagnostic> diagnostics;
  Words words;
};

Loaded load(const std::string &text, const std::string &language = "en") {
  std::vector<Diagnostic> diagnostics;
  auto words =
      Words::load(std::make_shared<const SourceFile>(SourceFile{"words/" + language + ".yaml", text}),
                  language, diagnostics);
  return {std::move(diagnostics), std::move(words)};
}

const std::string english_durations = R"(duration:
  days: "{count, plural, one {# day} other {# days}}"
  weeks: "{count, plural, one {# week} other {# weeks}}"
  months: "{count, plural, one {# month} other {# months}}"
  years: "{count, plural, one {# year} other {# years}}"
)";

} // namespace

TEST_CASE("words are found under keys joined with dots") {
  const auto [diagnostics, words] =
      load("title: Home\nhome:\n  late: What is late\n  moved:\n    one: It isn't late\n");
  CHECK(diagnostics.empty());
  CHECK(words.keys() == std::vector<std::string>{"home.late", "home.moved.one", "title"});
  REQUIRE(words.plain("home.late") != nullptr);
  CHECK(*words.plain("home.late") == "What is late");
  CHECK(words.say("home.moved.one") == "It isn't late");
  CHECK(words.plain("home") == nullptr);
  CHECK_FALSE(words.has("late"));
}

TEST_CASE("a sentence takes its arguments") {
  const auto [diagnostics, words] = load(R"(
simple: Last changed on {date}, by {who}
plural: "{count, plural, =0 {No action is late} one {# action is late} other {# actions are late}}"
offset: "{count, plural, offset:1 =1 {{lead} alone} one {{lead} and # other} other {{lead} and # others}}"
select: "{kind, select, month {in {when}} other {on {when}}}"
ordinal: "{count, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}"
nested: "{late, plural, =0 {All is on time} other {{late, plural, one {# is} other {# are}} late of {total}}}."
)");
  CHECK(diagnostics.empty());
  CHECK(words.plain("simple") == nullptr);
  CHECK(words.say("simple", {{"date", "3 May 2021"}, {"who", "the board"}}) ==
        "Last changed on 3 May 2021, by the board");
  CHECK(words.say("plural", {{"count", 0L}}) == "No action is late");
  CHECK(words.say("plural", {{"count", 1L}}) == "1 action is late");
  CHECK(words.say("plural", {{"count", 1234L}}) == "1,234 actions are late");
  CHECK(words.say("offset", {{"count", 1L}, {"lead", "Ann"}}) == "Ann alone");
  CHECK(words.say("offset", {{"count", 2L}, {"lead", "Ann"}}) == "Ann and 1 other");
  CHECK(words.say("offset", {{"count", 4L}, {"lead", "Ann"}}) == "Ann and 3 others");
  CHECK(words.say("select", {{"kind", "month"}, {"when", "May 2021"}}) == "in May 2021");
  CHECK(words.say("select", {{"kind", "day"}, {"when", "3 May 2021"}}) == "on 3 May 2021");
  CHECK(words.say("ordinal", {{"count", 2L}}) == "2nd");
  CHECK(words.say("ordinal", {{"count", 13L}}) == "13th");
  CHECK(words.say("nested", {{"late", 1L}, {"total", 66L}}) == "1 is late of 66.");
}

TEST_CASE("a sentence that cannot be said is told with its key and its file") {
  const auto [diagnostics, words] = load("home:\n  late: \"{count, plural, one {one} other {#}}\"\n");
  try {
    (void)words.say("home.later", {});
    FAIL("no exception");
  } catch (const WorldError &error) {
    CHECK(std::string(error.what()).find("home.later") != std::string::npos);
    CHECK(error.remedy().find("words/en.yaml") != std::string::npos);
    CHECK(error.remedy().find("'home.late'") != std::string::npos);
  }
  CHECK_THROWS_WITH(words.say("home.late"), Catch::Contains("'count'"));
  CHECK_THROWS_WITH(words.say("home.late", {{"count", "many"}}), Catch::Contains("is a text"));
}

TEST_CASE("mistakes in words are shown where they stand") {
  struct Case {
    const char *text;
    const char *code;
    std::uint32_t line, column;
    const char *message;
  };
  const std::vector<Case> cases{
      {"a: Changed on {date", "words-pattern", 1, 15, "not closed"},
      {"a: \"{n, plural, one {#}}\"", "words-pattern", 1, 0, "no form 'other'"},
      {"a: \"{n, plural, one {#} few {#} other {#}}\"", "words-pattern", 1, 25, "no plural form 'few'"},
      {"a: \"{n, plural, one {#} one {#} other {#}}\"", "words-pattern", 1, 25, "stands twice"},
      {"a: Paid on {day, date, long}", "words-pattern", 1, 12, "type that these words do not use"},
      {"a: Called '{name}'", "words-pattern", 1, 11, "hides the brace"},
      {"a: First {0}", "words-pattern", 1, 11, "has a name"},
      {"a: |\n  The first line\n  and {second", "words-pattern", 3, 7, "not closed"},
      {"home:\n  a: One\n  b: Two\n  a: Three", "duplicate-key", 4, 3, "'home.a' stands twice"},
      {"home:\n  a: One\nhome.a: Two", "duplicate-key", 3, 1, "'home.a' stands twice"},
      {"home:\n  a:\n", "empty-value", 2, 3, "has no words"},
      {"home: [a, b]", "wrong-type", 1, 7, "is a list"},
      {"- a", "wrong-type", 1, 1, "keys with sentences"},
  };
  for (const auto &[text, code, line, column, message] : cases) {
    CAPTURE(text);
    const auto [diagnostics, words] = load(text);
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics.front().code == code);
    CHECK(diagnostics.front().span.place.line == line);
    if (column != 0) CHECK(diagnostics.front().span.place.column == column);
    CHECK_THAT(diagnostics.front().message, Catch::Contains(message));
    CHECK_FALSE(diagnostics.front().help.empty());
  }
}

TEST_CASE("English dates, numbers and lists follow the style of GOV.UK") {
  const auto [diagnostics, words] = load(english_durations);
  CHECK(words.date({2019, 10, 16}) == "16 October 2019");
  CHECK(words.date({2018, 12, 0}) == "December 2018");
  CHECK(words.date({2018, 0, 0}) == "2018");
  CHECK(words.number(1234) == "1,234");
  CHECK(words.number(3.5) == "3.5");
  CHECK(words.number(0.125) == "0.13");
  CHECK(words.number(7.999) == "8");
  CHECK(words.number(-0.001) == "0");
  CHECK(words.percent(45) == "45%");
  CHECK(words.percent(12.5) == "12.5%");
  CHECK(words.list({}).empty());
  CHECK(words.list({"a"}) == "a");
  CHECK(words.list({"a", "b", "c"}) == "a, b and c");
  CHECK(words.sentence_case("actions that are late") == "Actions that are late");
  CHECK(words.sentence_case("NHS and council") == "NHS and council");
  CHECK(words.sentence_case("élan") == "Élan");
  CHECK(words.sentence_case("3 actions") == "3 actions");
}

TEST_CASE("a length of time is said in the largest unit that says it well") {
  const auto [diagnostics, words] = load(english_durations);
  CHECK(words.duration(0) == "0 days");
  CHECK(words.duration(1) == "1 day");
  CHECK(words.duration(13) == "13 days");
  CHECK(words.duration(14) == "2 weeks");
  CHECK(words.duration(55) == "8 weeks");
  CHECK(words.duration(56) == "2 months");
  CHECK(words.duration(90) == "3 months");
  CHECK(words.duration(304) == "10 months");
  CHECK(words.duration(365) == "12 months");
  CHECK(words.duration(731) == "2 years");
}

TEST_CASE("alphabetical order is the language's, and numbers in it count") {
  const auto [diagnostics, words] = load("");
  CHECK(words.comes_before("Éclair", "egg"));
  CHECK(words.comes_before("apple", "Banana"));
  CHECK(words.comes_before("Priority 2", "Priority 10"));
  CHECK_FALSE(words.comes_before("same", "same"));
  CHECK((words.comes_before("SEND", "send") != words.comes_before("send", "SEND")));
  const auto swedish = load("", "sv");
  CHECK(swedish.words.comes_before("zebra", "ärta"));
  CHECK_FALSE(words.comes_before("zebra", "ärta"));
}

TEST_CASE("plural forms come from the language: Polish has few and many, Welsh has six") {
  const auto polish =
      load("late: \"{n, plural, one {# działanie} few {# działania} many {# działań} other {# działania}}\"\n"
           "unknown: \"{n, plural, two {#} other {#}}\"\n",
           "pl");
  REQUIRE(polish.diagnostics.size() == 1);
  CHECK_THAT(polish.diagnostics.front().help, Catch::Contains("few"));
  const auto say = [&](long n) { return polish.words.say("late", {{"n", n}}); };
  CHECK(say(1) == "1 działanie");
  CHECK(say(3) == "3 działania");
  CHECK(say(5) == "5 działań");
  CHECK(say(12) == "12 działań");
  CHECK(say(22) == "22 działania");
  CHECK(polish.words.date({2019, 10, 16}) == "16 października 2019");
  CHECK(polish.words.date({2019, 10, 0}) == "październik 2019");
  CHECK(polish.words.list({"a", "b", "c"}) == "a, b i c");

  const auto welsh =
      load("cats: \"{n, plural, zero {#0} one {#1} two {#2} few {#3} many {#6} other {#+}}\"", "cy");
  CHECK(welsh.diagnostics.empty());
  for (const auto &[n, said] : std::vector<std::pair<long, std::string>>{
           {0, "00"}, {1, "11"}, {2, "22"}, {3, "33"}, {6, "66"}, {4, "4+"}})
    CHECK(welsh.words.say("cats", {{"n", n}}) == said);
  CHECK(welsh.words.date({2019, 10, 16}) == "16 Hydref 2019");
}

TEST_CASE("a language that does not exist is refused") {
  CHECK_THROWS_AS(load("", "not a language"), WorldError);
  CHECK_THROWS_AS(load("", ""), WorldError);
}

TEST_CASE("words may be used from eight threads at once") {
  const auto [diagnostics, words] = load(english_durations);
  const auto all = [&words = words] {
    std::string out;
    for (long n = 0; n < 200; ++n) {
      out += words.duration(n * 7) + words.number(static_cast<double>(n) * 10.25) +
             words.percent(static_cast<double>(n));
      out += words.date(date_of_day_number(n * 37)) + words.list({"a", "b", words.sentence_case("c")});
      out += words.comes_before("a" + std::to_string(n), "a7") ? "<" : ">";
    }
    return out;
  };
  const std::string expected = all();
  std::atomic<int> wrong{0};
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 8; ++i)
      threads.emplace_back([&] { wrong += all() != expected; });
  }
  CHECK(wrong == 0);
}

TEST_CASE("words that a language lacks are those of another, marked, and listed") {
  const auto english = std::make_shared<const Words>(
      load("home: Home\nlate: \"{count, plural, one {# is late} other {# are late}}\"\nname: \"By {who}\"\n")
          .words);
  std::vector<Diagnostic> diagnostics;
  const auto file = std::make_shared<const SourceFile>(SourceFile{"words/pl.yaml", "home: Strona\n"});
  const Words polish = Words::load(file, "pl", english, diagnostics);
  CHECK(diagnostics.empty());
  CHECK(polish.missing() == std::vector<std::string>{"late", "name"});
  CHECK(*polish.plain("home") == "Strona");
  CHECK(polish.say("late", {{"count", 2L}}) == "\uE0002 are late\uE001");
  CHECK(polish.has("name"));
  CHECK_FALSE(polish.has("none"));
}

TEST_CASE("a sentence that asks for what the other language's does not is a mistake") {
  const auto english = std::make_shared<const Words>(load("name: \"By {who}\"\nhome: Home\n").words);
  std::vector<Diagnostic> diagnostics;
  const auto file = std::make_shared<const SourceFile>(SourceFile{
      "words/pl.yaml", "name: \"{kto}\"\nhome: \"{count, plural, one {a} few {b} many {c} other {d}}\"\n"});
  Words::load(file, "pl", english, diagnostics);
  REQUIRE(diagnostics.size() == 2);
  CHECK(diagnostics[0].code == "words-pattern");
  CHECK(diagnostics[0].help == "It has: who.");
  CHECK(diagnostics[1].span.place.line == 2);
}

TEST_CASE("Welsh says ac before a vowel") {
  const auto welsh = load("a: b\n", "cy").words;
  CHECK(welsh.list({"Ysgol", "afal"}) == "Ysgol ac afal");
  CHECK(welsh.list({"afal", "Bryn"}) == "afal a Bryn");
}

TEST_CASE("marks of foreign text are passed over in the order and at the beginning of a sentence") {
  const auto words = load("a: b\n").words;
  CHECK(words.sentence_case("\uE000late\uE001") == "\uE000Late\uE001");
  CHECK(words.comes_before("\uE000a\uE001", "b"));
  CHECK_FALSE(words.comes_before("b", "\uE000a\uE001"));
}
