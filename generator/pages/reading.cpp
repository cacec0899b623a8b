#include "base/text.hpp"
#include "content/kinds.hpp"
#include "pages/change_words.hpp"
#include "pages/common_views.hpp"
#include "pages/page_list.hpp"

#include <algorithm>
#include <cmath>

namespace localoffer {

struct ReadingRowView {
  std::string title, href, age, words_count, long_sentences, passives;
  std::string trend; ///< against a month before; empty where nothing changed
};
VIEW_FIELDS(ReadingRowView, title, href, age, words_count, long_sentences, passives, trend);

struct HardSentenceView {
  std::string text, title, href, words_count;
};
VIEW_FIELDS(HardSentenceView, text, title, href, words_count);

struct ReadingView {
  Frame frame;
  std::string whole, formula, shown, since;
  std::vector<ReadingRowView> rows;
  std::vector<HardSentenceView> sentences;
  bool has_sentences = false, has_since = false;
};
VIEW_FIELDS(ReadingView, frame, whole, formula, shown, since, rows, sentences, has_sentences, has_since);

namespace {

constexpr long fewest_words = 30;      ///< of which an age can be told
constexpr std::size_t most_rows = 300; ///< the hardest; nobody reads on
constexpr std::size_t most_sentences = 20;

double rounded(double age) {
  return std::round(age * 10) / 10;
}

struct Row {
  const RecordName *name = nullptr;
  const RecordReading *reading = nullptr;
};

/// Those that can be judged, the hardest first.
std::vector<Row> rows_of(const Readings &readings) {
  std::vector<Row> rows;
  for (const auto &[name, reading] : readings)
    if (reading.reading.words >= fewest_words) rows.push_back({&name, &reading});
  std::stable_sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) {
    return rounded(a.reading->reading.age()) > rounded(b.reading->reading.age());
  });
  return rows;
}

class ReadingPage {
public:
  explicit ReadingPage(const Site &site) : site_(site), readings_(*site.readings), rows_(rows_of(readings_)) {
    for_each_record(site.programme.content.records, [&](std::string_view kind, const auto &record) {
      titles_.emplace(RecordName{std::string(kind), record.head.id}, *record.head.title);
    });
  }

  ReadingView make() const {
    ReadingView view;
    Reading all;
    for (const auto &[name, reading] : readings_)
      all += reading.reading;
    view.whole = say("whole", {{"age", number(all.age())}});
    view.formula = say("formula");
    const auto shown = std::min(rows_.size(), most_rows);
    view.shown =
        say("shown", {{"count", static_cast<long>(shown)}, {"total", static_cast<long>(rows_.size())}});
    if (const auto *earlier = site_.earlier_readings)
      view.since = say("since", {{"date", site_.words.date(earlier->date)}});
    view.has_since = !view.since.empty();
    for (std::size_t i = 0; i < shown; ++i)
      view.rows.push_back(row_view(rows_[i]));
    view.sentences = hardest_sentences();
    view.has_sentences = !view.sentences.empty();
    return view;
  }

private:
  std::string say(const std::string &key, const WordArguments &arguments = {}) const {
    return site_.words.say("reading." + key, arguments);
  }
  std::string number(double value) const { return site_.words.number(rounded(value)); }

  LinkView label(const RecordName &name) const {
    if (name.kind == "site")
      return {site_.words.say("changes.settings"), site_.href(site_.addresses.about())};
    const std::string route = site_.addresses.of({name.kind, name.id, {}});
    const auto title = titles_.find(name);
    const std::string own = "reading.kind." + with_underscores(name.kind);
    const std::string kind = site_.words.sentence_case(site_.words.has(own) ? site_.words.say(own)
                                                                            : kind_noun(site_, name.kind, 1));
    return {kind + ": " + (title == titles_.end() || title->second.empty() ? name.id : title->second),
            route.empty() ? std::string{} : site_.href(route)};
  }

  ReadingRowView row_view(const Row &row) const {
    const auto [title, href, current] = label(*row.name);
    const Reading &reading = row.reading->reading;
    return {title,
            href,
            number(reading.age()),
            site_.words.number(static_cast<double>(reading.words)),
            site_.words.number(static_cast<double>(row.reading->longest.size())),
            site_.words.number(static_cast<double>(row.reading->passives)),
            trend(*row.name, reading)};
  }

  /// Against a month before: texts that did not change read as they did.
  std::string trend(const RecordName &name, const Reading &now) const {
    if (!site_.earlier_readings) return {};
    const auto found = site_.earlier_readings->changed.find(name);
    if (found == site_.earlier_readings->changed.end()) return say("same");
    if (found->second.words < fewest_words) return say("new");
    const double before = rounded(found->second.age()), after = rounded(now.age());
    if (before == after) return say("same");
    return say(after < before ? "easier" : "harder", {{"before", site_.words.number(before)}});
  }

  std::vector<HardSentenceView> hardest_sentences() const {
    std::vector<std::pair<const HardSentence *, const RecordName *>> all;
    for (const auto &[name, reading] : readings_)
      for (const auto &sentence : reading.longest)
        all.emplace_back(&sentence, &name);
    std::stable_sort(all.begin(), all.end(),
                     [](const auto &a, const auto &b) { return a.first->words > b.first->words; });
    if (all.size() > most_sentences) all.resize(most_sentences);
    std::vector<HardSentenceView> views;
    for (const auto &[sentence, name] : all) {
      const auto [title, href, current] = label(*name);
      views.push_back(
          {sentence->text, title, href, site_.words.number(static_cast<double>(sentence->words))});
    }
    return views;
  }

  const Site &site_;
  Readings readings_;
  std::vector<Row> rows_;
  std::map<RecordName, std::string> titles_;
};

} // namespace

/// Only for the language that the words were written in: the formula knows English alone.
void add_reading(const Site &site, std::vector<View> &views) {
  if (!site.has_reading()) return;
  views.push_back(make_view_later(site.addresses.reading(), "reading", [&site] {
    ReadingView view = ReadingPage(site).make();
    PageInfo info;
    info.route = site.addresses.reading();
    info.heading = site.words.say("reading.heading");
    info.description = site.words.say("reading.description");
    info.section = site.addresses.about();
    info.explains_words = false; // its sentences are examples
    info.is_in_one_language = true;
    info.breadcrumbs = {{site.words.say("nav.about"), site.href(site.addresses.about())},
                        {site.words.say("footer.data"), site.href(site.addresses.data())}};
    view.frame = make_frame(site, std::move(info));
    return view;
  }));
}

void list_reading_templates(PageTemplates &templates) {
  templates.emplace_back("reading", &view_type<ReadingView>());
}

} // namespace localoffer
