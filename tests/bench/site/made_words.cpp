#include "made_words.hpp"

#include <array>
#include <fmt/format.h>
#include <string_view>

namespace bench {
namespace {

constexpr std::array<std::string_view, 12> verbs{"Agree",      "Check",   "Improve", "Start",
                                                 "Write down", "Explain", "Review",  "Publish",
                                                 "Share",      "Set up",  "Test",    "Pay for"};
constexpr std::array<std::string_view, 14> things{
    "the way families are asked",       "training for school staff",     "the first talk about a plan",
    "speech and language therapy",      "help before a diagnosis",       "the yearly review of plans",
    "what happens after school ends",   "how long an assessment takes",  "advice from health services",
    "the list of local clubs",          "travel to and from school",     "short breaks for carers",
    "figures that show who is waiting", "the check of plans for quality"};
constexpr std::array<std::string_view, 10> people{
    "children under five",       "young people over sixteen", "families in the north",
    "families who wait longest", "pupils out of school",      "schools and colleges",
    "children in care",          "parents and carers",        "nurseries",
    "every local team"};
constexpr std::array<std::string_view, 12> openings{
    "The team that leads this work",     "A group of parents and carers",
    "Staff from health and social care", "The board that watches over the plan",
    "Each school that takes part",       "The service that gives advice",
    "A worker who knows the family",     "The council, together with the NHS",
    "People who plan services",          "The report of the last quarter",
    "Anyone who asked for this help",    "A small trial in three schools"};
constexpr std::array<std::string_view, 12> middles{"has looked at what went well",
                                                   "meets once a month to see the work",
                                                   "found that too many letters came late",
                                                   "can now see the figures for each area",
                                                   "asked for one place to read everything",
                                                   "has agreed on what comes first",
                                                   "says that people told their story twice",
                                                   "wants to know who answers for a date",
                                                   "has written a short guide in everyday words",
                                                   "keeps a list of what is still open",
                                                   "heard early that the date would be hard",
                                                   "needs more people with the right training"};
constexpr std::array<std::string_view, 12> endings{
    "so that families know what comes next",          "because the old way helped few children",
    "and will say by summer what should change",      "while the work with schools goes on",
    "although the money is there for a year",         "so that nobody has to ask again",
    "and everyone who took part gets the answer",     "before the next step begins",
    "as families had asked for at two open meetings", "and looks at this every three months",
    "so that schools can plan the next year",         "because good advice in time saves trouble later"};
constexpr std::array<std::string_view, 8> places{"North", "South", "East", "West",
                                                 "Coast", "Hills", "Town", "Villages"};
constexpr std::array<std::string_view, 6> roles{"SEND team manager",        "Head of children's health",
                                                "Head of inclusion",        "Early years lead",
                                                "Joint commissioning lead", "Principal psychologist"};

} // namespace

std::string MadeWords::deed() {
  const auto verb = verbs[below(verbs.size())], thing = things[below(things.size())];
  return fmt::format("{} {} for {}", verb, thing, people[below(people.size())]);
}

std::string MadeWords::sentence() {
  const auto opening = openings[below(openings.size())], middle = middles[below(middles.size())];
  return fmt::format("{} {}, {}.", opening, middle, endings[below(endings.size())]);
}

std::string MadeWords::sentences(int count) {
  std::string text = sentence();
  for (int i = 1; i < count; ++i)
    text += " " + sentence();
  return text;
}

std::string MadeWords::place() {
  return std::string(places[below(places.size())]);
}

std::string MadeWords::role() {
  return std::string(roles[below(roles.size())]);
}

} // namespace bench
