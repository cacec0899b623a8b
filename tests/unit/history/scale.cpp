#include "history/scale.hpp"
#include "catch.hpp"
#include "content/kinds.hpp"

using namespace localoffer;

namespace {

using Words = std::vector<std::string>;

StatusThen status(Words lifecycle, Words confidence = {}) {
  return {"key", "Label", std::move(lifecycle), std::move(confidence)};
}

const StatusThen planned = status({"not-started"});
const StatusThen going = status({"in-progress"});
const StatusThen off_track = status({"in-progress"}, {"off-track"});
const StatusThen at_risk = status({"in-progress"}, {"at-risk"});
const StatusThen on_track = status({"in-progress"}, {"on-track"});
const StatusThen complete = status({"complete"});
const StatusThen embedded = status({"embedded"});
const StatusThen done = status({"complete", "embedded"});
const StatusThen merged = status({"in-progress", "complete"});
const StatusThen stopped = status({"stopped"});
const StatusThen replaced = status({"replaced"});

Event changed(const std::string &key, const std::string &field, const std::string &after) {
  Event event;
  event.record = {"site", "site"};
  event.field = "statuses[]." + field;
  event.item = key;
  event.after = after;
  return event;
}

} // namespace

TEST_CASE("how sure a status is") {
  CHECK(rank_of(off_track) == 0);
  CHECK(rank_of(at_risk) == 1);
  CHECK(rank_of(planned) == 2);
  CHECK(rank_of(going) == 2);
  CHECK(rank_of(on_track) == 3);
  CHECK(rank_of(complete) == 4);
  CHECK(rank_of(done) == 4);
  CHECK(rank_of(embedded) == 5);
  CHECK(rank_of(merged) == 2); // it may be done, and it may be not
  CHECK(rank_of(status({"in-progress"}, {"at-risk", "off-track"})) == 0);
  CHECK(rank_of(status({"in-progress"}, {"on-track", "at-risk"})) == 1);
  CHECK(rank_of(status({})) == 2);
}

TEST_CASE("what a change from one status to another means") {
  const auto is = [](const StatusThen &from, const StatusThen &to, Movement expected) {
    INFO(rank_of(from) << " to " << rank_of(to));
    CHECK(static_cast<int>(movement(from, to)) == static_cast<int>(expected));
  };
  is(on_track, at_risk, Movement::fell);
  is(on_track, off_track, Movement::fell);
  is(at_risk, off_track, Movement::fell);
  is(going, at_risk, Movement::fell);
  is(planned, off_track, Movement::fell);
  is(going, planned, Movement::fell);
  is(embedded, complete, Movement::fell);

  is(off_track, at_risk, Movement::rose);
  is(off_track, on_track, Movement::rose);
  is(at_risk, going, Movement::rose);
  is(planned, going, Movement::rose);
  is(planned, on_track, Movement::rose);
  is(complete, embedded, Movement::rose);

  for (const auto &from : {planned, going, off_track, at_risk, on_track, merged, stopped}) {
    is(from, complete, Movement::completed);
    is(from, embedded, Movement::completed);
  }
  for (const auto &to : {planned, going, off_track, on_track, merged}) {
    is(complete, to, Movement::reopened);
    is(embedded, to, Movement::reopened);
  }
  for (const auto &from : {planned, on_track, complete, replaced})
    is(from, stopped, Movement::stopped);
  is(on_track, replaced, Movement::replaced);
  is(complete, replaced, Movement::replaced);

  is(on_track, on_track, Movement::none);
  is(merged, going, Movement::unclear);
  is(going, merged, Movement::unclear);
  is(complete, done, Movement::unclear);
}

TEST_CASE("no two different statuses both fall, or both rise, when they change places") {
  const std::vector<StatusThen> all{planned, going, off_track, at_risk, on_track, complete, embedded, merged};
  for (const auto &one : all)
    for (const auto &other : all) {
      const auto there = movement(one, other), back = movement(other, one);
      if (there == Movement::fell) CHECK((back == Movement::rose));
      if (there == Movement::completed) CHECK((back == Movement::reopened));
      if (there == Movement::none) CHECK((back == Movement::none));
    }
}

TEST_CASE("another name for the same meaning is no movement; names without a meaning say nothing") {
  StatusThen renamed = on_track;
  renamed.key = "going-well";
  renamed.label = "Going well";
  CHECK((movement(on_track, renamed) == Movement::none));
  const StatusThen one{"one", "One", {}, {}}, other{"two", "Two", {}, {}};
  CHECK((movement(one, other) == Movement::unclear));
  CHECK((movement(one, one) == Movement::none));
}

TEST_CASE("a scale is followed through the history") {
  ScaleThen scale;
  CHECK(scale.status("late").label == "late");
  Event added;
  added.what = Event::What::added;
  added.record = {"site", "site"};
  RecordedState state{added.record, {}, {}};
  state.lists.push_back(
      {"statuses",
       true,
       {{"late", {{"confidence", "off-track"}, {"label", "Late"}, {"lifecycle", "in-progress"}}},
        {"mixed", {{"label", "Mixed"}, {"lifecycle", "in-progress; complete"}}}}});
  added.state = std::make_shared<const RecordedState>(state);
  scale.follow(added);
  CHECK(scale.status("late") == StatusThen{"late", "Late", {"in-progress"}, {"off-track"}});
  CHECK(scale.status("mixed").lifecycle == Words{"in-progress", "complete"});

  scale.follow(changed("late", "label", "Behind"));
  scale.follow(changed("late", "meaning", "Words."));
  scale.follow(changed("new", "lifecycle", "complete"));
  CHECK(scale.status("late").label == "Behind");
  CHECK(scale.status("new") == StatusThen{"new", "new", {"complete"}, {}});

  // One that is taken out keeps its meaning, for the commits that used it.
  scale.follow(changed("late", "label", ""));
  scale.follow(changed("late", "confidence", ""));
  CHECK(scale.status("late").label == "Behind");
  CHECK(scale.status("late").confidence == Words{"off-track"});

  Event other = changed("late", "label", "Wrong");
  other.record = {"milestone", "site"};
  scale.follow(other);
  CHECK(scale.status("late").label == "Behind");
  CHECK(scale.all().size() == 3);
}
