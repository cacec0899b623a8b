#include "history/recorded.hpp"
#include "catch.hpp"

using namespace localoffer;

namespace {

RecordedFile read(const std::string &path, const std::string &text, const std::string &kind) {
  return read_recorded(std::make_shared<const SourceFile>(SourceFile{path, text}), kind, {});
}

RecordedState milestone(const std::string &text) {
  const auto file = read("content/milestones/a.yaml", text, "milestone");
  REQUIRE(file.readable);
  REQUIRE(file.records.size() == 1);
  return file.records[0];
}

RecordedState measure(const std::string &text) {
  const auto file = read("content/measures/a.yaml", text, "measure");
  REQUIRE(file.readable);
  REQUIRE(file.records.size() == 1);
  return file.records[0];
}

std::string packed(const RecordedFile &file) {
  PackedWriter out;
  pack(out, file);
  return out.take();
}

/// "key: field=value field=value" of each item.
std::vector<std::string> items(const RecordedState &state, const std::string &list) {
  std::vector<std::string> all;
  const auto *found = state.list(list);
  REQUIRE(found);
  for (const auto &item : found->items) {
    all.push_back(item.key + ":");
    for (const auto &[field, value] : item.fields)
      all.back() += " " + field + "=" + value;
  }
  return all;
}

using Items = std::vector<std::string>;

} // namespace

TEST_CASE("the same fact written in another way is the same") {
  const auto plain = milestone("title: Hold meetings with parents\nref: 1B ii\norder: 3\ndue: 2021-03\n"
                               "meaning: If your child waits, this helps.\ndepends_on: [1A i, 2B iv]\n");
  const auto other =
      milestone("meaning: >\n  If your child\n  waits,\n  this helps.\n\ndepends_on:\n- 1a I\n-   '2Biv'\n"
                "due: \"2021-03\"   # still\nref:   1Bii\norder: 3.0\n"
                "title: |\n  Hold  meetings\n  with\tparents\n");
  CHECK(other.fields == plain.fields);
  CHECK(items(other, "depends_on") == items(plain, "depends_on"));
  CHECK(plain.value("ref") == "1B ii");
  CHECK(plain.value("order") == "3");
  CHECK(plain.value("title") == "Hold meetings with parents");
  CHECK(plain.value("nowhere").empty());
}

TEST_CASE("numbers have one form, and what is no number stays as it is written") {
  const auto target = [](const std::string &written) {
    return measure("target: {value: " + written + "}\n").value("target.value");
  };
  CHECK(target("45") == "45");
  for (const auto *same : {"45.0", "45.00", "4.5e1", "'45'"})
    CHECK(target(same) == "45");
  CHECK(target("0.30") == "0.3");
  CHECK(target("-0.5") == "-0.5");
  CHECK(target("'1,000'") == "1,000");
  CHECK(target("about 45") == "about 45");
  CHECK(target("100000000000000000000") != target("100000000000000000001e3"));
  CHECK(measure("target: {value: 45.1}\n").fields != measure("target: {value: 45.2}\n").fields);
}

TEST_CASE("yes and no are one form") {
  const auto note = [](const std::string &written) {
    return items(measure("observations:\n- {date: 2021-01, value: 1, about: " + written + "}\n"),
                 "observations");
  };
  CHECK(note("yes") == note("true"));
  CHECK(note("Yes") == note("true"));
  CHECK(note("no") == note("False"));
  CHECK(note("yes") != note("no"));
}

TEST_CASE("items with names are known by them, whatever their order") {
  const auto state = measure("observations:\n"
                             "- {value: 7, date: 2021-01, area: Mendip, note: Few}\n"
                             "- {date: 2021-01, value: 8}\n"
                             "comparators: [{name: England, value: 50}]\n"
                             "sources: [{report: board, section: '3'}, {report: board}]\n");
  CHECK(items(state, "observations") == Items{"2021-01, Mendip: note=Few value=7", "2021-01: value=8"});
  CHECK(state.list("observations")->keyed);
  CHECK(items(state, "comparators") == Items{"England: value=50"});
  CHECK(items(state, "sources") == Items{"board, 3:", "board:"});
  CHECK(state.list("nowhere") == nullptr);
}

TEST_CASE("items without names are known by their text") {
  const auto state = milestone("comments:\n- Work went on.\n- {text: Work\n    stopped., date: 2021-01-05}\n"
                               "topics: waiting\n");
  CHECK(items(state, "comments") == Items{"Work went on.:", "Work stopped.: date=2021-01-05"});
  CHECK_FALSE(state.list("comments")->keyed);
  CHECK(items(state, "topics") == Items{"waiting:"}); // one value alone is a list of it
}

TEST_CASE("the settings' statuses are known by their keys, with their lists as one text") {
  const auto file = read("site/made.yaml",
                         "title: Site\ncontent: content/made/\nunheard: of\nstatuses:\n"
                         "- {key: late, label: Late, lifecycle: [in-progress, complete]}\n",
                         "site");
  REQUIRE(file.records.size() == 1);
  const auto &site = file.records[0];
  CHECK(site.name == RecordName{"site", "site"});
  CHECK(site.value("content") == "content/made/");
  CHECK(site.value("unheard").empty());
  CHECK(items(site, "statuses") == Items{"late: label=Late lifecycle=in-progress; complete"});
  CHECK(site.list("statuses")->keyed);
}

TEST_CASE("what is unknown or of the wrong kind is passed over, and the rest is read") {
  const auto state =
      milestone("title: [a, list]\nnonsense: x\nstatus: late\nstatus: complete\n? [1, 2]\n: y\n"
                "due:\nfirst_due: ''\ncomments: {text: One}\nref: {a: b}\nstated: text\n");
  CHECK(state.value("title").empty());
  CHECK(state.value("nonsense").empty());
  CHECK(state.value("status") == "late"); // the first one, as check reads it
  CHECK(state.value("due").empty());
  CHECK(state.value("ref").empty());
  CHECK(items(state, "comments") == Items{"One:"});
  const auto odd = measure("target: 45\nobservations: none\n");
  CHECK(odd.value("target.value").empty());
  CHECK(odd.list("observations")->items.size() == 1);
}

TEST_CASE("a file has one record, named by the file or by itself, or a list of records with ids") {
  CHECK(milestone("title: One\n").name == RecordName{"milestone", "a"});
  CHECK(milestone("id: Another one\n").name == RecordName{"milestone", "another-one"});
  CHECK(milestone("id: x\ntitle: One\n").value("id").empty());
  const auto list =
      read("content/milestones/all.yaml",
           "- {id: a, title: A}\n- {title: nameless}\n- just text\n-\n- {id: b}\n", "milestone");
  REQUIRE(list.records.size() == 2);
  CHECK(list.records[0].value("title") == "A");
  CHECK(list.records[1].name.id == "b");
  for (const auto *nothing : {"", "# nothing\n", "just text\n", "[]\n"}) {
    const auto file = read("content/milestones/a.yaml", nothing, "milestone");
    CHECK(file.readable);
    CHECK(file.records.empty());
  }
}

TEST_CASE("a Markdown file has fields and a body") {
  const auto file = read("content/priorities/one.md",
                         "---\ntitle: One\nnumber: 1\n---\n\nThe  body\nof it.\n\n- x\n", "priority");
  REQUIRE(file.records.size() == 1);
  CHECK(file.records[0].name == RecordName{"priority", "one"});
  CHECK(file.records[0].value("text") == "The body of it. - x");
  const auto bodiless = read("content/priorities/one.md", "---\ntitle: One\n---\n", "priority");
  REQUIRE(bodiless.records.size() == 1);
  CHECK(bodiless.records[0].value("text").empty());
}

TEST_CASE("what cannot be read says so") {
  const auto readable = [](const std::string &path, const std::string &text) {
    return read(path, text, "milestone").readable;
  };
  CHECK(readable("a.yaml", "title: A\n"));
  CHECK_FALSE(readable("a.yaml", "title: [A\n"));
  CHECK_FALSE(readable("a.yaml", "<<<<<<< HEAD\ntitle: A\n"));
  CHECK_FALSE(readable("a.yaml", "title: caf\xE9\n"));
  CHECK_FALSE(readable("a.yaml", std::string("title: A\0\n", 10)));
  CHECK_FALSE(readable("a.yaml", "title: " + std::string(1 << 20, 'x') + "\n"));
  CHECK_FALSE(readable("a.yaml", std::string(2000, '[')));
  CHECK_FALSE(readable("a.md", "title: A\n"));
  CHECK_FALSE(readable("a.md", "---\ntitle: A\n"));
  CHECK_FALSE(readable("a.md", "---\ntitle: [A\n---\nBody\n"));
  CHECK(read("a.yaml", "title: [A\n", "no kind at all").records.empty());
}

TEST_CASE("facts are what is no prose, and why dates moved") {
  const auto facts =
      facts_of(milestone("title: T\nstatus: late\ndue: 2021-03\nwhy: Few staff.\nlead_role: Manager\n"
                         "meaning: Words.\ncomments: [One]\nsources: [{report: board}]\n"));
  CHECK(facts.value("status") == "late");
  CHECK(facts.value("due") == "2021-03");
  CHECK(facts.value("why") == "Few staff.");
  CHECK(facts.value("lead_role") == "Manager");
  CHECK(facts.value("meaning").empty());
  CHECK(facts.list("comments") == nullptr);
  CHECK(facts.list("sources") != nullptr);
}

TEST_CASE("what was read is kept and comes back, and no part of it is taken for the whole") {
  const std::vector<RecordedFile> files{
      read("a.yaml",
           "- {id: a, ref: 1, comments: [One, {text: Two, date: 2021}]}\n- {id: b, sources: [{report: r}]}\n",
           "milestone"),
      read("a.yaml", "[", "milestone"), read("a.yaml", "", "milestone")};
  for (const auto &file : files) {
    const std::string bytes = packed(file);
    PackedReader in(bytes);
    const auto back = unpack_file(in);
    CHECK(in.ok());
    CHECK(in.at_end());
    CHECK(back.readable == file.readable);
    CHECK(packed(back) == bytes);
    for (std::size_t length = 0; length < bytes.size(); ++length) {
      const std::string part = bytes.substr(0, length);
      PackedReader short_in(part);
      unpack_file(short_in);
      CHECK_FALSE((short_in.ok() && short_in.at_end()));
    }
  }
}
