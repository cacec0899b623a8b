#include "history/events.hpp"
#include "base/text.hpp"
#include "catch.hpp"
#include "past_fixture.hpp"

using namespace localoffer;
using testing::in_words;
using testing::Texts;

namespace {

RecordedFile read(const std::string &yaml, const std::string &kind = "milestone") {
  auto file = read_recorded(std::make_shared<const SourceFile>(SourceFile{"x/all.yaml", yaml}), kind, {});
  REQUIRE(file.readable);
  return file;
}

std::vector<Event> events(const std::string &before, const std::string &after,
                          const std::string &kind = "milestone") {
  const RecordedFile was = read(before, kind), is = read(after, kind);
  std::vector<const RecordedState *> from, to;
  for (const auto &record : was.records)
    from.push_back(&record);
  for (const auto &record : is.records)
    to.push_back(&record);
  return compare_records(from, to);
}

Texts told(const std::string &before, const std::string &after, const std::string &kind = "milestone") {
  Texts all;
  for (const auto &event : events(before, after, kind))
    all.push_back(in_words(event));
  return all;
}

std::string sentence(int words, const std::string &word) {
  std::string text;
  for (int i = 0; i < words; ++i)
    text += (i > 0 ? " " : "") + word + std::to_string(i);
  return text;
}

} // namespace

TEST_CASE("records that came, went and changed") {
  CHECK(told("- {id: a, title: A, status: late}\n- {id: b, title: B}\n",
             "- {id: c, title: C}\n- {id: a, title: A, status: done, due: 2021}\n") ==
        Texts{"milestone a: due:  -> 2021", "milestone a: status: late -> done", "added milestone c (C)",
              "removed milestone b (B)"});
  CHECK(told("- {id: a, title: A}\n- {id: b}\n", "- {id: b}\n- {title: A, id: a}\n").empty());
  CHECK(told("", "").empty());
  CHECK(told("- {id: a, due: 2021}", "- {id: a}") == Texts{"milestone a: due: 2021 -> "});
}

TEST_CASE("an added record brings its facts, no other event has any") {
  const auto all =
      events("- {id: a, status: late}", "- {id: a, status: done}\n- {id: b, status: late, meaning: Words}");
  REQUIRE(all.size() == 2);
  CHECK_FALSE(all[0].state);
  REQUIRE(all[1].state);
  CHECK(all[1].state->value("status") == "late");
  CHECK(all[1].state->value("meaning").empty());
}

TEST_CASE("a record that went while one like it came was renamed") {
  CHECK(told("- {id: a, title: A, comments: [x]}", "- {id: b, title: A, comments: [x]}") ==
        Texts{"renamed milestone b from a"});
  CHECK(told("- {id: a, ref: 1B ii, title: A}", "- {id: b, ref: 1Bii, title: B}") ==
        Texts{"renamed milestone b from a", "milestone b: title: A -> B"});
  CHECK(told("- {id: a, title: A, comments: [x]}", "- {id: b, title: A, comments: [y]}") ==
        Texts{"added milestone b (A)", "removed milestone a (A)"});
  CHECK(told("- {id: a, title: A}", "- {id: b, title: B}").size() == 2);
  // One that stays is not renamed, even when another has its ref.
  CHECK(told("- {id: a, ref: 1}", "- {id: a, ref: 1}\n- {id: b, ref: 1}") == Texts{"added milestone b ()"});
  // Each is the new name of one only.
  CHECK(told("- {id: a, title: A}", "- {id: b, title: A}\n- {id: c, title: A}") ==
        Texts{"renamed milestone b from a", "added milestone c (A)"});
  CHECK(told("- {id: a, title: A}\n- {id: b, title: A}", "- {id: c, title: A}") ==
        Texts{"renamed milestone c from a", "removed milestone b (A)"});
}

TEST_CASE("records of different kinds with one id have nothing to do with each other") {
  const auto term = read("{id: a, title: A}", "term"), topic = read("{id: a, title: A}", "topic");
  const auto all = compare_records({term.records.data()}, {topic.records.data()});
  REQUIRE(all.size() == 2);
  CHECK(in_words(all[0]) == "added topic a (A)");
  CHECK(in_words(all[1]) == "removed term a (A)");
}

TEST_CASE("items with names are compared by name") {
  const auto measure = [](const std::string &items) { return "{id: a, observations: [" + items + "]}"; };
  CHECK(told(measure("{date: 2021-01, value: 5}, {date: 2021-02, value: 6, note: Few}"),
             measure("{date: 2021-02, value: 7}, {date: 2021-03, value: 8, area: Mendip}"),
             "measure") == Texts{"measure a: observations[].note [2021-02]: Few -> ",
                                 "measure a: observations[].value [2021-02]: 6 -> 7",
                                 "measure a: observations[].value [2021-01]: 5 -> ",
                                 "measure a: observations[].value [2021-03, Mendip]:  -> 8"});
  CHECK(told(measure("{date: 2021-01, value: 5}, {date: 2021-02, value: 6}"),
             measure("{date: 2021-02, value: 6}, {date: 2021-01, value: 5}"), "measure")
            .empty());
  CHECK(told("{id: a, sources: [{report: x}]}", "{id: a, sources: [{report: y}]}") ==
        Texts{"milestone a: sources[] [x]: x -> ", "milestone a: sources[] [y]:  -> y"});
  CHECK(told("{id: a}", "{id: a, sources: [{report: y, section: '2'}]}") ==
        Texts{"milestone a: sources[] [y, 2]:  -> y, 2"});
  CHECK(told("{id: a, stated: {counts: {late: 5, done: 3}}}", "{id: a, stated: {counts: {late: 6, new: 1}}}",
             "workstream") == Texts{"workstream a: stated.counts[] [late]: 5 -> 6",
                                    "workstream a: stated.counts[] [done]: 3 -> ",
                                    "workstream a: stated.counts[] [new]:  -> 1"});
}

TEST_CASE("items without names are paired in their order when their text changed") {
  const auto milestone = [](const std::string &comments) { return "{id: a, comments: [" + comments + "]}"; };
  CHECK(told(milestone("one, two, three"), milestone("one, 2, three")) ==
        Texts{"milestone a: comments[]: two -> 2"});
  CHECK(told(milestone("one, two"), milestone("new, one, two")) == Texts{"milestone a: comments[]:  -> new"});
  CHECK(told(milestone("one, two, three"), milestone("three, one")) ==
        Texts{"milestone a: comments[]: two -> "});
  CHECK(told(milestone("one, one"), milestone("one")) == Texts{"milestone a: comments[]: one -> "});
  CHECK(told(milestone("one"), milestone("one, one, one")) ==
        Texts{"milestone a: comments[]:  -> one", "milestone a: comments[]:  -> one"});
  CHECK(told(milestone("a, b"), milestone("c, d, e")) == Texts{"milestone a: comments[]: a -> c",
                                                               "milestone a: comments[]: b -> d",
                                                               "milestone a: comments[]:  -> e"});
  CHECK(told(milestone("{text: one, date: 2021}"), milestone("{text: one, date: 2022}")) ==
        Texts{"milestone a: comments[].date [one]: 2021 -> 2022"});
  CHECK(told(milestone("{text: one, date: 2021}"), milestone("{text: 1, date: 2022}")) ==
        Texts{"milestone a: comments[]: one -> 1", "milestone a: comments[].date [1]: 2021 -> 2022"});
}

TEST_CASE("of long texts, an event has what differs and what follows it") {
  const std::string same = sentence(100, "same"), more = sentence(100, "more");
  const auto change = [](const std::string &before, const std::string &after) {
    const auto all = events("{id: a, meaning: '" + before + "'}", "{id: a, meaning: '" + after + "'}");
    REQUIRE(all.size() == 1);
    return all[0];
  };
  const auto end = change(same + " old end", same + " new end");
  CHECK(end.before == "… old end");
  CHECK(end.after == "… new end");
  const auto inside = change(same + " begin", same + " beginning");
  CHECK(inside.before == "… begin");
  CHECK(inside.after == "… beginning");
  const auto shorter = change(same, same + " end");
  CHECK(shorter.before == "… same99");
  CHECK(shorter.after == "… same99 end");
  const auto middle = change(same + " x " + more, same + " y " + more);
  CHECK_THAT(middle.before, Catch::StartsWith("… x more0 more1") && Catch::EndsWith(" …"));
  CHECK_THAT(middle.after, Catch::StartsWith("… y more0 more1") && Catch::EndsWith(" …"));
  CHECK(middle.before.size() < 320);
  const auto first = change("x " + more, "y " + more);
  CHECK_THAT(first.before, Catch::StartsWith("x more0"));
  const auto fresh = events("{id: a}", "{id: a, meaning: '" + same + "'}");
  REQUIRE(fresh.size() == 1);
  CHECK(fresh[0].before.empty());
  CHECK_THAT(fresh[0].after, Catch::StartsWith("same0 same1") && Catch::EndsWith(" …"));
  // Short ones are whole.
  CHECK(change("The same words here", "The same words there").before == "The same words here");
}

TEST_CASE("two texts that differ never look the same in an event, and no character is cut") {
  const std::vector<std::string> starts{"",
                                        "a",
                                        "Ŵyneb ",
                                        std::string(299, 'x'),
                                        std::string(300, 'x'),
                                        sentence(60, "é"),
                                        sentence(60, "ŵ") + "ŵŵŵ"};
  std::string wide, narrow(700, 'w');
  for (int i = 0; i < 233; ++i)
    wide += "語";
  const std::vector<std::string> ends{"",
                                      "é",
                                      "è",
                                      "ê and more",
                                      "语",
                                      wide,
                                      "x" + wide,
                                      narrow,
                                      narrow + "w",
                                      wide + "é",
                                      wide + "è",
                                      sentence(90, "é"),
                                      sentence(90, "è")};
  for (const auto &start : starts)
    for (const auto &one : ends)
      for (const auto &other : ends) {
        if (start + one == start + other || (start + one).empty() || (start + other).empty()) continue;
        const auto all =
            events("{id: a, meaning: '" + start + one + "'}", "{id: a, meaning: '" + start + other + "'}");
        if (all.empty()) continue; // only a space at the end
        INFO(start << "\n" << one << "\n" << other);
        CHECK(is_clean_utf8(all[0].before));
        CHECK(is_clean_utf8(all[0].after));
        CHECK(all[0].before.size() <= 320);
        CHECK(all[0].before != all[0].after);
      }
}

TEST_CASE("a reason is kept whole, for pages quote it") {
  const std::string same = sentence(100, "same");
  const auto all = events("{id: a, why: '" + same + " old'}", "{id: a, why: '" + same + " new'}");
  REQUIRE(all.size() == 1);
  CHECK(all[0].after == same + " new");
}

TEST_CASE("an event is kept and comes back, and no part of it is taken for the whole") {
  auto all = events(
      "- {id: a, title: A, status: x}\n- {id: b, ref: 1}\n- {id: g}",
      "- {id: a, title: B, status: y}\n- {id: c, ref: 1}\n- {id: n, due: 2021, sources: [{report: r}]}");
  REQUIRE(all.size() >= 5);
  for (auto &event : all) {
    event.commit = 70000;
    PackedWriter out;
    pack(out, event);
    const std::string bytes = out.take();
    PackedReader in(bytes);
    const Event back = unpack_event(in);
    CHECK(in.ok());
    CHECK(in.at_end());
    CHECK(back == event);
    CHECK(static_cast<bool>(back.state) == static_cast<bool>(event.state));
    if (back.state) CHECK(back.state->fields == event.state->fields);
    for (std::size_t length = 0; length < bytes.size(); ++length) {
      const std::string part = bytes.substr(0, length);
      PackedReader short_in(part);
      unpack_event(short_in);
      CHECK_FALSE((short_in.ok() && short_in.at_end()));
    }
  }
}
