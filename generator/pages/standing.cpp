#include "pages/standing.hpp"

#include "pages/milestone_words.hpp"
#include "pages/period_words.hpp"
#include "pages/scrutiny_items.hpp"
#include "pages/stated_words.hpp"

#include <algorithm>
#include <cmath>

namespace localoffer {
namespace {

/// A part of the one bar: of a status, or counted by the report without one.
struct Part {
  const Status *status = nullptr;
  std::string label;
  int count = 0;
};

class StandingWriter {
public:
  explicit StandingWriter(const Site &site) : site_(site), words_(site.words), programme_(site.programme) {}

  Standing write() {
    tell_size();
    if (!programme_.milestones.empty())
      tell_listed();
    else
      tell_stated();
    tell_measures();
    tell_reviews();
    return std::move(standing_);
  }

private:
  void say(std::string sentence) { standing_.sentences.push_back(std::move(sentence)); }

  /// "The plan has 9 priorities, 26 areas of work and 21 measures."
  void tell_size() {
    std::vector<std::string> parts;
    const auto add = [&](const char *kind, std::size_t count) {
      if (count > 0) parts.push_back(site_.counted(kind, static_cast<long>(count)));
    };
    add("priority", programme_.priorities.size());
    add("workstream", programme_.workstreams.size());
    add("measure", programme_.measures.size());
    const bool is_plan = !programme_.priorities.empty() || !programme_.workstreams.empty();
    if (is_plan) say(words_.say("home.size", {{"parts", words_.list(parts)}}));
  }

  /// "Peer challenge: 14 recommendations: 14 have no response yet."
  void tell_reviews() {
    for (const Review *review : reviews_in_order(programme_))
      say(words_.say("home.review",
                     {{"review", *review->head.title},
                      {"sentence", responses_sentence(site_, recommendations_of(programme_, *review))}}));
  }

  void tell_listed() {
    static const StatedCounts none;
    const std::optional<PeriodFacts> period = period_that_counts(site_);
    const StatedCounts &stated = period            ? period->record->stated
                                 : programme_.plan ? programme_.plan->stated
                                                   : none;
    if (tell_listed_in_part(stated, period ? period->counts : programme_.counts)) return;
    std::vector<std::string> sentences = stated_and_listed(site_, stated, programme_.counts);
    // What the report counts in all, what is listed of it, and then what differs.
    sentences.insert(sentences.begin() + (sentences.empty() ? 0 : 1),
                     listed_sentence(site_, programme_.counts));
    for (auto &sentence : sentences)
      say(std::move(sentence));
    const bool counted = stated.total.given;
    draw(listed_parts(stated),
         counted ? static_cast<int>(std::lround(*stated.total)) : programme_.counts.total,
         counted ? "home.chart_message_stated" : "home.chart_message");
  }

  /// Where a report counts everything by status and lists only a part, its counts are the whole picture.
  /// False when they do not explain its total.
  bool tell_listed_in_part(const StatedCounts &stated, const Counts &listed) {
    const StatedFigures figures = stated_figures(site_.settings(), stated);
    if (!stated.given || !*stated.listed_in_part || !figures.usable || figures.unexplained > 0) return false;
    say(stated_sentence(site_, figures));
    say(showing_sentence(site_, stated, listed.total));
    draw(stated_parts(figures), figures.total, "home.chart_message_stated");
    return true;
  }

  /// What is listed, and what the report only counts: all of its total can be seen in one bar.
  std::vector<Part> listed_parts(const StatedCounts &stated) const {
    std::vector<Part> parts;
    int sum = 0;
    for (const auto &entry : programme_.counts.entries) {
      const auto is_this = [&](const Authored<std::string> &key) { return *key == *entry.status->key; };
      const bool only_counted = std::any_of(stated.not_listed.begin(), stated.not_listed.end(), is_this);
      int count = entry.count;
      for (const auto &[key, number] : stated.counts)
        if (only_counted && is_this(key)) count = static_cast<int>(std::lround(*number));
      parts.push_back({entry.status,
                       only_counted ? words_.say("home.not_listed", {{"status", *entry.status->label}})
                                    : *entry.status->label,
                       count});
      sum += count;
    }
    const int total = stated.total.given ? static_cast<int>(std::lround(*stated.total)) : sum;
    if (total > sum) parts.push_back({nullptr, words_.say("home.not_found"), total - sum});
    return parts;
  }

  void tell_stated() {
    std::vector<StatedFigures> figures;
    if (const auto period = period_that_counts(site_))
      figures.push_back(stated_figures(site_.settings(), period->record->stated));
    else if (programme_.plan)
      figures.push_back(stated_figures(site_.settings(), programme_.plan->stated));
    if (figures.empty() || !figures.front().usable) {
      figures.clear();
      for (const auto &workstream : programme_.workstreams)
        figures.push_back(stated_figures(site_.settings(), workstream.record->stated));
    }
    const StatedFigures sum = sum_of(site_.settings(), figures);
    const auto usable =
        std::count_if(figures.begin(), figures.end(), [](const StatedFigures &one) { return one.usable; });
    if (!sum.usable) return;
    say(stated_sentence(site_, sum));
    if (static_cast<std::size_t>(usable) < figures.size())
      say(words_.say("stated.partly",
                     {{"usable", static_cast<long>(usable)},
                      {"all", site_.counted("workstream", static_cast<long>(figures.size()))}}));
    draw(stated_parts(sum), sum.total, "home.chart_message_stated");
  }

  std::vector<Part> stated_parts(const StatedFigures &figures) const {
    std::vector<Part> parts;
    for (std::size_t i = 0; i < figures.by_status.size(); ++i) {
      const Status &status = site_.settings().statuses[i];
      parts.push_back({&status, *status.label, figures.by_status[i].value_or(0)});
    }
    parts.push_back({nullptr, words_.say("stated.unexplained"), figures.unexplained});
    return parts;
  }

  void tell_measures() {
    if (programme_.measures.empty()) return;
    const auto count = [&](bool (*has)(const MeasureFacts &)) {
      return static_cast<long>(std::count_if(programme_.measures.begin(), programme_.measures.end(), has));
    };
    say(words_.say(
        "home.measures",
        {{"all", static_cast<long>(programme_.measures.size())},
         {"things", site_.noun("measure", static_cast<long>(programme_.measures.size()))},
         {"with_figure", count([](const MeasureFacts &m) { return m.completeness.has_figure; })},
         {"with_target", count([](const MeasureFacts &m) { return m.completeness.has_target; })}}));
  }

  void draw(std::vector<Part> parts, int total, const char *message) {
    parts.erase(std::remove_if(parts.begin(), parts.end(), [](const Part &part) { return part.count == 0; }),
                parts.end());
    if (parts.empty()) return;
    FigureView figure;
    figure.chart.id = "standing";
    figure.table.id = "standing-table";
    figure.table.caption = words_.say("home.chart_caption", {{"things", site_.noun("milestone", 2)}});
    figure.table.columns = {{words_.say("figure.status"), false},
                            {words_.sentence_case(site_.noun("milestone", 2)), true},
                            {words_.say("figure.share"), true}};
    std::vector<int> counts;
    for (const auto &part : parts)
      counts.push_back(part.count);
    const std::vector<int> percents = shares(counts);
    std::vector<std::string> said;
    Counts in_key = no_counts(site_.settings());
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const Part &part = parts[i];
      const std::string count = words_.number(part.count);
      figure.chart.bar.parts.push_back({part.label, static_cast<double>(part.count), count,
                                        part.status ? *part.status->role : "muted",
                                        part.status ? *part.status->shape : "square"});
      figure.table.rows.push_back({part.label, {{count, true}, {words_.percent(percents[i]), true}}});
      if (!part.status) continue;
      said.push_back(count_of_status(site_, *part.status, part.count));
      add_to(in_key, *part.status, part.count);
    }
    figure.table.rows.push_back(
        {words_.say("figure.total"), {{words_.number(total), true}, {words_.percent(100), true}}});
    figure.message =
        words_.say(message, {{"counted", site_.counted("milestone", total)}, {"parts", words_.list(said)}});
    figure.chart.message = figure.message;
    standing_.figure = std::move(figure);
    standing_.key = status_key(site_, in_key);
    standing_.has_key = !standing_.key.empty();
  }

  const Site &site_;
  const Words &words_;
  const Programme &programme_;
  Standing standing_;
};

} // namespace

Standing standing_of(const Site &site) {
  return StandingWriter(site).write();
}

} // namespace localoffer
