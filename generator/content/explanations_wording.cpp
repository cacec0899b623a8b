#include "content/explanations.hpp"

// Sentences that are harder to read than they have to be.

namespace localoffer {

// clang-format off
std::vector<Explanation> explanations_of_wording() {
  return {
      {"ampersand",
       "Screen readers say \"and\" in different ways, and people who learn to read know the word and not the sign.",
R"(text: Schools & nurseries can ask for help.)",
R"(text: Schools and nurseries can ask for help.)"},

      {"and-or",
       "Nobody can tell whether one is enough. Most of the time \"or\" says it.",
R"(text: Ask the school and/or the council.)",
R"(text: Ask the school, the council, or both.)"},

      {"hidden-negative",
       "Two words that say no cancel each other out. Tired readers stop at the first one.",
R"(text: It is not uncommon that a plan is late.)",
R"(text: Plans are often late.)"},

      {"long-sentence",
       "GOV.UK found that people understand almost all of a sentence of 8 words, and that after 25 words many "
       "have lost its beginning.",
R"(text: >-
  The council will look at every plan that is late and write to each family before the end of the summer
  term so that they know what happens next.)",
R"(text: >-
  The council will look at every plan that is late. It will write to each family before the end of the
  summer term. The letter will say what happens next.)"},

      {"markup-shown",
       "A title or a sentence beside a picture is plain text: readers see the stars and brackets themselves.",
R"(title: "**Plans** on time")",
R"(title: Plans on time)"},

      {"noun-pile",
       "Nouns made of verbs hide who does what. \"Undertake an evaluation of\" is \"judge\".",
R"(text: We will undertake an evaluation of the form.)",
R"(text: We will ask families how well the form works.)"},

      {"passive-voice",
       "\"Mistakes were made\" does not say by whom. A reader who waits for help wants to know who is to act. "
       "Only sites whose settings name this rule hear of it, because a passive is sometimes right.",
R"(# the settings: rules: {passive-voice: {severity: warning}}
text: The plan was approved in May.)",
R"(text: The board approved the plan in May.)"},

      {"short-form",
       "Families meet dozens of short forms. One that no list explains shuts them out.",
R"(text: Ask the DCO.)",
R"(text: Ask the designated clinical officer (DCO).)"},

      {"word-to-avoid",
       "Some words sound important and say little, and some have a shorter twin that everybody knows.",
R"(text: We will utilise the money in order to help.)",
R"(text: We will use the money to help.)"},

  };
}
// clang-format on

} // namespace localoffer
