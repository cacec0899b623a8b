#include "made_milestone.hpp"

#include "made_site.hpp"
#include "made_words.hpp"

#include <array>
#include <fmt/format.h>

// The site's today is 25 March 2021, the day of its commit.

namespace bench {
namespace {

constexpr std::array<const char *, 5> statuses{"off-track", "at-risk", "planned", "on-track", "complete"};

/// What was to be done by now and is not has a new date and a reason, as the rules ask for.
std::string dates(int number, const std::string &status, MadeWords &words) {
  const int month = words.below(48); // from January 2018
  const std::string first = fmt::format("{}-{:02}", 2018 + month / 12, 1 + month % 12);
  if (status == "complete") {
    const int done = words.below(38); // up to February 2021
    return fmt::format("first_due: {}\ncompleted: {}-{:02}-{:02}\n", first, 2018 + done / 12, 1 + done % 12,
                       1 + number % 28);
  }
  if (month > 38) return fmt::format("first_due: {}\n", first);
  const int now = 40 + words.below(30); // from May 2021
  return fmt::format("first_due: {}\ndue: {}-{:02}\nwhy: {}\n", first, 2018 + now / 12, 1 + now % 12,
                     words.sentence());
}

std::string link_to(int number, const std::string &text) {
  return fmt::format("[{}](../{}/{}.md)", text, priority_id(priority_of(number)), milestone_id(number));
}

std::string body(int number, int milestones, MadeWords &words) {
  std::string text = words.sentences(2) + "\n\n";
  const int near = (number + 1) % milestones, far = words.below(milestones);
  text += words.sentence();
  text += fmt::format(" It goes on from {}, and **{}** is asked first.",
                      link_to(near, fmt::format("promise {}", near)), words.role());
  text += "\n\n## What was done\n\n";
  for (int i = 0; i < 2; ++i)
    text += fmt::format("- {}\n", words.sentence());
  text += "\nTable: How far the work is in each part of the area\n\n| Part | Families | Schools | What comes "
          "next |\n"
          "| --- | ---: | ---: | --- |\n";
  const std::string place = words.place();
  for (const char *half : {"inner", "outer", "whole"}) {
    const int families = words.below(400), schools = words.below(60);
    text += fmt::format("| {} ({}) | {} | {} | {} |\n", place, half, families, schools, words.deed());
  }
  text += "\n" + words.sentence();
  return text + fmt::format(" See also {}.\n", link_to(far, fmt::format("promise {}", far)));
}

} // namespace

std::string milestone_path(int number) {
  return fmt::format("{}/milestones/{}/{}.md", made_content, priority_id(priority_of(number)),
                     milestone_id(number));
}

std::string milestone_file(int number, int milestones) {
  MadeWords words(static_cast<unsigned>(number) + 1);
  const std::string status = statuses[static_cast<std::size_t>(words.below(statuses.size()))];
  const int priority = priority_of(number);
  std::string text =
      fmt::format("---\ntitle: \"{} ({})\"\norder: {}\nstatus: {}\npriority: {}\ntheme: {}\n", words.deed(),
                  number, number + 1, status, priority_id(priority), made_theme(priority));
  text += dates(number, status, words);
  text += fmt::format("lead: {}\nlead_role: {}\n", number % 3 == 0 ? "nhs" : "council", words.role());
  text += fmt::format("meaning: {}\ncomments:\n", words.sentence());
  text += fmt::format("  - {{date: 2021-02, text: \"Winter: {}\"}}\n", words.sentence());
  text += fmt::format("  - {{date: 2020-11, text: \"Autumn: {}\"}}\n", words.sentence());
  // Chains of five: each waits for the one before, which lies under another priority.
  if (number % 5 != 0) text += fmt::format("depends_on: [{}]\n", milestone_id(number - 1));
  text += fmt::format("sources:\n  - {{report: board, section: Priority {}}}\n---\n", priority + 1);
  return text + body(number, milestones, words);
}

} // namespace bench
