#include "pages/stated_words.hpp"

#include "pages/milestone_words.hpp"
#include "pages/scrutiny_items.hpp"

#include <algorithm>
#include <cmath>

namespace localoffer {
namespace {

/// Halves and negative numbers are no counts.
std::optional<int> whole_count(double number) {
  const bool whole = number >= 0 && number <= 1e6 && std::floor(number) == number;
  return whole ? std::optional<int>(static_cast<int>(number)) : std::nullopt;
}

} // namespace

std::string workstream_name(const Site &site, const Workstream &workstream) {
  const std::string number = site.words.sentence_case(site.noun("workstream", 1)) + " " + *workstream.number;
  return workstream.head.title.given ? number + ": " + *workstream.head.title : number;
}

StatedFigures stated_figures(const Settings &settings, const StatedCounts &stated) {
  StatedFigures figures;
  figures.by_status.resize(settings.statuses.size());
  if (!stated.given) return figures;

  int sum = 0;
  for (const auto &[key, number] : stated.counts) {
    const auto status = std::find_if(settings.statuses.begin(), settings.statuses.end(),
                                     [&, wanted = *key](const Status &one) { return *one.key == wanted; });
    const auto count = whole_count(*number);
    if (!count || status == settings.statuses.end()) return figures;
    figures.by_status[static_cast<std::size_t>(status - settings.statuses.begin())] = *count;
    sum += *count;
  }
  const auto total = stated.total.given ? whole_count(*stated.total) : std::optional<int>(sum);
  if (!total || *total < sum) return figures;
  figures.total = *total;
  figures.unexplained = *total - sum;
  figures.usable = stated.total.given || !stated.counts.empty();
  return figures;
}

StatedFigures sum_of(const Settings &settings, const std::vector<StatedFigures> &figures) {
  StatedFigures sum;
  sum.by_status.resize(settings.statuses.size());
  for (const auto &one : figures) {
    if (!one.usable) continue;
    sum.usable = true;
    sum.total += one.total;
    sum.unexplained += one.unexplained;
    for (std::size_t i = 0; i < one.by_status.size(); ++i)
      if (one.by_status[i]) sum.by_status[i] = sum.by_status[i].value_or(0) + *one.by_status[i];
  }
  return sum;
}

std::string stated_sentence(const Site &site, const StatedFigures &figures) {
  if (!figures.usable) return site.words.say("stated.not_usable", {{"things", site.noun("milestone", 2)}});
  std::string text = site.words.say("stated.total", {{"counted", site.counted("milestone", figures.total)}});
  const auto add = [&](const std::string &label, int count) {
    text += " " + site.words.say("stated.of_status", {{"status", label}, {"count", long{count}}});
  };
  for (std::size_t i = 0; i < figures.by_status.size(); ++i)
    if (figures.by_status[i]) add(*site.settings().statuses[i].label, *figures.by_status[i]);
  if (figures.unexplained > 0) add(site.words.say("stated.unexplained"), figures.unexplained);
  return text;
}

Counts counts_of(const Settings &settings, const StatedFigures &figures) {
  Counts counts = no_counts(settings);
  for (std::size_t i = 0; i < figures.by_status.size(); ++i)
    if (figures.by_status[i]) add_to(counts, settings.statuses[i], *figures.by_status[i]);
  return counts;
}

std::string standing_sentence(const Site &site, const PriorityFacts &priority) {
  if (priority.counts.total > 0) return listed_sentence(site, priority.counts);
  const StatedFigures own = stated_figures(site.settings(), priority.record->stated);
  if (own.usable) return stated_sentence(site, own);
  if (priority.workstreams.empty())
    if (auto recommended = recommended_sentence(site, *priority.record); !recommended.empty())
      return recommended;
  std::vector<StatedFigures> of_workstreams;
  for (const std::size_t index : priority.workstreams)
    of_workstreams.push_back(
        stated_figures(site.settings(), site.programme.workstreams[index].record->stated));
  const auto usable =
      std::count_if(of_workstreams.begin(), of_workstreams.end(), [](const auto &one) { return one.usable; });
  std::string sentence = stated_sentence(site, sum_of(site.settings(), of_workstreams));
  const auto all = static_cast<long>(of_workstreams.size());
  if (usable == 0 || usable == all) return sentence;
  return sentence + " " +
         site.words.say("stated.partly",
                        {{"usable", static_cast<long>(usable)}, {"all", site.counted("workstream", all)}});
}

} // namespace localoffer
