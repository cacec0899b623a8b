#include "base/text.hpp"
#include "content/codes.hpp"
#include "programme/rule_list.hpp"

#include <fmt/format.h>

namespace localoffer::rules {
namespace {

/// Text as people compare it: without capitals, marks and double spaces.
std::string comparable(const Prose &prose) {
  std::string out;
  for (const unsigned char c : lower_ascii(plain_text(prose))) {
    const bool counts = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80;
    if (counts)
      out += static_cast<char>(c);
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  return std::string(trimmed(out));
}

class RepeatFinder {
public:
  explicit RepeatFinder(Found &found) : found_(found) {}

  /// `text_of(item)` is what must differ; items without any are left to other rules.
  template <class Item, class TextOf>
  void look(const RecordHead &head, std::string_view key, const std::vector<Item> &items,
            const TextOf &text_of) {
    std::map<std::string, Place> seen;
    for (const Item &item : items) {
      const std::string text = text_of(item);
      if (text.empty()) continue;
      const auto [first, is_new] = seen.emplace(text, item.place);
      if (is_new) continue;
      found_.push_back(diagnose(
          "repeated-item", {head.file, item.place}, fmt::format("this item stands twice under '{}'", key),
          "Remove one of the two. If they mean different things, say how they differ."));
      found_.back().notes.push_back({{head.file, first->second}, "it stands here first"});
    }
  }
  template <class Item>
  void look(const RecordHead &head, std::string_view key, const std::vector<Item> &items) {
    look(head, key, items, [](const Item &item) { return comparable(*item.text); });
  }

private:
  Found &found_;
};

std::string asked_text(const Decision &decision) {
  return comparable(*decision.asked);
}

/// The same may begin for others, or go on in another month.
std::string step_text(const NextStep &step) {
  return comparable(*step.text) + "|" + lower_ascii(*step.for_whom) + "|" +
         (step.due ? to_iso(*step.due) : "");
}

/// What only one item of a list may stand for, letter for letter.
std::string key_of(const Aspect &aspect) {
  return *aspect.key;
}
std::string priority_of(const PriorityPeriod &said) {
  return said.priority->id;
}
std::string same_text(const Authored<std::string> &text) {
  return lower_ascii(*text);
}

void look_at_scrutiny(RepeatFinder &repeats, const Records &records) {
  for (const auto &inspection : records.inspections)
    repeats.look(inspection.head, "aspects", inspection.aspects, key_of);
  for (const auto &review : records.reviews) {
    repeats.look(review.head, "sample", review.sample);
    repeats.look(review.head, "aspects", review.aspects, key_of);
  }
  for (const auto &period : records.periods) {
    repeats.look(period.head, "headlines", period.headlines);
    repeats.look(period.head, "roll_out", period.roll_out, step_text);
    repeats.look(period.head, "decisions", period.decisions, asked_text);
    repeats.look(period.head, "priorities", period.priorities, priority_of);
  }
  for (const auto &one : records.you_said)
    repeats.look(one.head, "milestones", one.milestones, same_text);
}

std::string help_text(const OutsideHelp &help) {
  return lower_ascii(*help.who) + "|" + comparable(*help.what) + "|" + (help.when ? to_iso(*help.when) : "");
}

} // namespace

void no_item_twice(const Programme &programme, Found &found) {
  RepeatFinder repeats(found);
  const Records &records = programme.content.records;
  for (const auto &plan : records.plans) {
    repeats.look(plan.head, "improvements", plan.improvements);
    repeats.look(plan.head, "oversight", plan.oversight);
  }
  for (const auto &priority : records.priorities) {
    repeats.look(priority.head, "done", priority.done);
    repeats.look(priority.head, "next_steps", priority.next_steps);
    repeats.look(priority.head, "outside_help", priority.outside_help, help_text);
  }
  for (const auto &milestone : records.milestones) {
    repeats.look(milestone.head, "comments", milestone.comments);
    repeats.look(milestone.head, "parts", milestone.parts);
  }
  for (const auto &meeting : records.meetings) {
    repeats.look(meeting.head, "papers", meeting.papers);
    repeats.look(meeting.head, "spotlights", meeting.spotlights);
    repeats.look(meeting.head, "decisions", meeting.decisions, asked_text);
  }
  look_at_scrutiny(repeats, records);
}

} // namespace localoffer::rules
