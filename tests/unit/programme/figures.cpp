#include "programme/figures.hpp"

#include "catch.hpp"

using namespace localoffer;
using Ints = std::vector<int>;

namespace {

template <class T>
Authored<T> given(T value) {
  Authored<T> authored;
  authored.value = std::move(value);
  authored.given = true;
  return authored;
}

Status status(const std::vector<std::string> &lifecycle) {
  Status made;
  for (const auto &one : lifecycle)
    made.lifecycle.push_back(given(one));
  return made;
}

const Date today{2021, 3, 25};

/// A measure whose newest figure is the first argument; -1 leaves a figure out.
TargetProgress progress(double newest, double baseline, double target, const std::string &direction) {
  Measure measure;
  measure.direction = given(direction);
  if (baseline >= 0) measure.baseline.value = given(baseline);
  if (target >= 0) measure.target.value = given(target);
  Observation observation;
  observation.value = given(newest);
  return target_progress(measure, newest >= 0 ? &observation : nullptr);
}

} // namespace

TEST_CASE("shares are whole and total 100") {
  CHECK(shares({33, 26, 7}) == Ints{50, 39, 11});
  CHECK(shares({1, 1, 1}) == Ints{34, 33, 33});
  CHECK(shares({7, 50, 58}) == Ints{6, 44, 50});
  CHECK(shares({1, 0, 999}) == Ints{0, 0, 100});
  CHECK(shares({5}) == Ints{100});
  CHECK(shares({0, 0}) == Ints{0, 0});
  CHECK(shares({}).empty());
}

TEST_CASE("shares total 100 and are each within one of the exact share, for all small counts") {
  for (int a = 0; a < 20; ++a)
    for (int b = 0; b < 20; ++b)
      for (int c = 1; c < 20; ++c) {
        const auto percent = shares({a, b, c});
        const int total = a + b + c;
        CHECK(percent[0] + percent[1] + percent[2] == 100);
        CHECK(std::abs(percent[0] * total - 100 * a) < total);
        CHECK(std::abs(percent[2] * total - 100 * c) < total);
      }
}

TEST_CASE("shares of very large counts do not overflow") {
  CHECK(shares({2'000'000'000, 2'000'000'000}) == Ints{50, 50});
}

TEST_CASE("done and complete hold only when every meaning of a status is") {
  CHECK(is_complete(status({"complete"})));
  CHECK(is_complete(status({"complete", "embedded"})));
  CHECK_FALSE(is_complete(status({"in-progress", "complete"})));
  CHECK_FALSE(is_complete(status({"stopped"})));
  CHECK_FALSE(is_complete(status({})));
  CHECK(is_done(status({"replaced"})));
  CHECK(is_done(status({"stopped", "complete"})));
  CHECK_FALSE(is_done(status({"in-progress", "complete"})));
  CHECK_FALSE(is_done(status({})));
}

TEST_CASE("a promise is kept until the end of its day, month or year") {
  const Status under_way = status({"in-progress"});
  const auto late = [&](Date due) { return lateness(under_way, due, std::nullopt, today); };
  CHECK_FALSE(late({2021, 3, 25}).overdue);
  CHECK(late({2021, 3, 25}).due_soon);
  CHECK(late({2021, 3, 24}).overdue);
  CHECK(late({2021, 3, 24}).days_late == 1);
  CHECK_FALSE(late({2021, 3, 0}).overdue);
  CHECK(late({2021, 2, 0}).days_late == 25);
  CHECK_FALSE(late({2021, 0, 0}).overdue);
  CHECK(late({2020, 0, 0}).days_late == 84);
}

TEST_CASE("due soon is within the next 31 days") {
  const Status under_way = status({"in-progress"});
  CHECK(lateness(under_way, Date{2021, 4, 25}, std::nullopt, today).due_soon);
  CHECK_FALSE(lateness(under_way, Date{2021, 4, 26}, std::nullopt, today).due_soon);
  CHECK_FALSE(lateness(under_way, Date{2021, 3, 1}, std::nullopt, today).due_soon);
  CHECK_FALSE(lateness(status({"complete"}), Date{2021, 4, 1}, std::nullopt, today).due_soon);
}

TEST_CASE("what is done is never late, and what may not be done can be") {
  CHECK_FALSE(lateness(status({"complete"}), Date{2018, 12, 0}, std::nullopt, today).overdue);
  CHECK_FALSE(lateness(status({"stopped"}), Date{2018, 12, 0}, std::nullopt, today).overdue);
  CHECK(lateness(status({"in-progress", "complete"}), Date{2018, 12, 0}, std::nullopt, today).overdue);
}

TEST_CASE("the date that counts is the newest one, and the move is told") {
  const auto late = lateness(status({"in-progress"}), Date{2020, 12, 0}, Date{2021, 7, 0}, today);
  CHECK_FALSE(late.overdue);
  CHECK(late.moved);
  CHECK(late.days_moved == 212);
  CHECK(lateness(status({"complete"}), Date{2021, 2, 0}, Date{2021, 1, 0}, today).days_moved == -28);
  CHECK_FALSE(lateness(status({"in-progress"}), Date{2021, 7, 0}, Date{2021, 7, 0}, today).moved);
  CHECK_FALSE(lateness(status({"in-progress"}), std::nullopt, std::nullopt, today).overdue);
}

TEST_CASE("progress towards a higher figure") {
  const auto half = progress(60, 45, 75, "up");
  CHECK(half.has_target);
  CHECK_FALSE(half.on_target);
  CHECK(*half.share == Approx(50));
  CHECK(*half.gap == Approx(15));
  CHECK(progress(75, 45, 75, "up").on_target);
  CHECK(*progress(80, 45, 75, "up").share == Approx(100));
  CHECK(*progress(80, 45, 75, "up").gap == Approx(-5));
  CHECK(*progress(16, 45, 75, "up").share == Approx(0)); // further away than at the start
}

TEST_CASE("progress towards a lower figure") {
  const auto third = progress(12, 14, 8, "down");
  CHECK(*third.share == Approx(100.0 / 3));
  CHECK(*third.gap == Approx(4));
  CHECK(progress(8, 14, 8, "down").on_target);
  CHECK_FALSE(progress(9, 14, 8, "down").on_target);
  CHECK(*progress(20, 14, 8, "down").share == Approx(0));
}

TEST_CASE("progress when the start was at the target or past it") {
  CHECK(*progress(75, 75, 75, "up").share == Approx(100));
  CHECK(*progress(70, 75, 75, "up").share == Approx(0));
  CHECK(*progress(70, 80, 75, "up").share == Approx(0));
  CHECK(*progress(8, 6, 8, "down").share == Approx(100));
}

TEST_CASE("progress without all figures says only what is known") {
  CHECK_FALSE(progress(50, 45, -1, "up").has_target);
  const auto no_figure = progress(-1, 45, 75, "up");
  CHECK(no_figure.has_target);
  CHECK_FALSE(no_figure.gap);
  const auto no_baseline = progress(50, -1, 75, "up");
  CHECK(*no_baseline.gap == Approx(25));
  CHECK_FALSE(no_baseline.share);
  CHECK_FALSE(progress(50, 45, 75, "").gap);
}

TEST_CASE("a target and a baseline count with their dates only") {
  Measure measure;
  CHECK_FALSE(completeness(measure).complete());
  measure.target.value = given(75.0);
  CHECK_FALSE(completeness(measure).has_target);
  measure.target.date = given(Date{2021, 12, 0});
  CHECK(completeness(measure).has_target);
  measure.baseline.value = given(45.0);
  measure.baseline.date = given(Date{2020, 0, 0});
  measure.unit = given(std::string("percent"));
  measure.direction = given(std::string("up"));
  Observation observation;
  observation.value = given(50.0);
  observation.date = given(Date{2021, 2, 0});
  measure.observations.push_back(observation);
  CHECK(completeness(measure).complete());
}
