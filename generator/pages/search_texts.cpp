#include "pages/search_texts.hpp"

#include "base/parallel_map.hpp"
#include "base/text.hpp"
#include "content/kinds.hpp"
#include "pages/milestone_words.hpp"
#include "pages/priority_items.hpp"
#include "pages/prose_html.hpp"
#include "pages/record_links.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <unordered_set>
#include <utility>

namespace localoffer {
namespace {

constexpr std::size_t longest_excerpt = 150;

/// Of a site with thousands of promises, only the beginning of each is searched: the index has to come
/// through a telephone. tests/bench/search measures where that begins to matter.
constexpr std::size_t most_words = 2'000'000; // bytes of all milestones together
constexpr std::size_t beginning_of_one = 240; // bytes
constexpr std::size_t excerpt_of_one = 60;    // characters

using Written = std::vector<const WrittenText *>;

/// How the body of a kind is shown on the page that is its own; nothing for records that stand among others.
std::optional<ProseOptions> body_options(std::string_view kind) {
  constexpr std::string_view plain[] = {"page",       "plan",   "news update", "topic",
                                        "inspection", "review", "period"};
  if (kind == "priority") return ProseOptions{3, "about-"};
  if (std::find(std::begin(plain), std::end(plain), kind) != std::end(plain)) return ProseOptions{};
  return std::nullopt;
}

std::string name_of(const Site &site, const Milestone &milestone) {
  const auto found = site.programme.milestone_by_id.find(milestone.head.id);
  return found == site.programme.milestone_by_id.end() ? *milestone.head.title
                                                       : full_name(site.programme.milestones[found->second]);
}
std::string name_of(const Site &site, const Priority &priority) {
  return priority_name(site, priority);
}
std::string name_of(const Site & /*site*/, const Quote &quote) {
  return "“" + shortened(plain_text(*quote.words), 120) + "”";
}
std::string name_of(const Site &site, const Term &term) {
  const std::string title = site.words.sentence_case(*term.head.title);
  return term.short_form.given ? title + " (" + *term.short_form + ")" : title;
}
template <class Record>
std::string name_of(const Site & /*site*/, const Record &record) {
  return record_name(record.head);
}

void add_also(std::string &also, const std::vector<Authored<std::string>> &words) {
  for (const auto &one : words)
    also += " " + *one;
}

std::string also_of(const Term &term) {
  std::string also = *term.short_form;
  add_also(also, term.also);
  return also;
}
std::string also_of(const Body &body) {
  std::string also = *body.short_name;
  add_also(also, body.also);
  return also;
}
std::string also_of(const Question &question) {
  std::string also;
  add_also(also, question.look_up);
  return also;
}
std::string also_of(const Topic &topic) {
  std::string also;
  add_also(also, topic.look_up);
  return also;
}
template <class Record>
std::string also_of(const Record & /*record*/) {
  return {};
}

/// "Action", "Question": what kind of thing was found. Nothing for pages, which need no name.
std::string kind_name(const Site &site, std::string_view kind) {
  const std::string key = with_underscores(kind);
  const std::string own = "search.kinds." + key;
  if (site.words.has(own)) return site.words.say(own);
  return kind == "page" ? std::string{} : site.words.sentence_case(site.noun(key, 1));
}

/// Answers come before the facts that they are made of, and what a word means comes last.
double weight_of(std::string_view kind) {
  if (kind == "question") return 2.0;
  if (kind == "topic") return 1.5;
  if (kind == "priority" || kind == "page") return 1.2;
  if (kind == "term" || kind == "report") return 0.5;
  return 1.0;
}

/// The blocks below each heading, and those before the first.
struct Section {
  std::string heading, id;
  std::vector<ProseNode> blocks;
};

std::vector<Section> sections_of(const Prose &prose, const ProseOptions &options) {
  const auto headings = prose_headings(prose, options);
  std::vector<Section> sections(1);
  std::size_t next = 0;
  for (auto &block : prose.blocks())
    if (block.kind == ProseNode::Kind::heading && next < headings.size()) {
      sections.push_back({headings[next].text, headings[next].id, {}});
      ++next;
    } else {
      sections.back().blocks.push_back(std::move(block));
    }
  return sections;
}

class SearchTexts {
public:
  explicit SearchTexts(const Site &site) : site_(site) {
    std::size_t bytes = 0;
    for (const auto &text : site.programme.content.texts) {
      written_[{text.kind, text.id}].push_back(&text);
      if (text.kind == "milestone") bytes += text.words().size();
    }
    milestones_cut_ = bytes > most_words;
  }

  void add_records(unsigned threads) {
    using Texts = std::vector<SearchText>;
    std::vector<std::function<Texts()>> records;
    for_each_record(site_.programme.content.records, [&](std::string_view kind, const auto &record) {
      records.emplace_back([this, kind, &record] { return of_record(kind, record); });
    });
    for (auto &of_one : parallel_map(records, threads, [](const auto &make) { return make(); }))
      for (auto &text : std::exchange(of_one, Texts{}))
        add(std::move(text));
  }

  void add_pages(const std::vector<View> &views) {
    for (const auto &view : views) {
      const bool for_readers = !view.heading.empty() && view.route != site_.addresses.not_found() &&
                               view.route != site_.addresses.search();
      if (for_readers)
        add({{site_.href(view.route), view.heading, "", "", shortened(view.description, longest_excerpt), 1},
             "",
             view.description});
    }
  }

  std::vector<SearchText> take() { return std::move(texts_); }

private:
  template <class Record>
  std::vector<SearchText> of_record(std::string_view kind, const Record &record) const {
    const RecordHead &head = record.head;
    const std::string route = site_.addresses.of({std::string(kind), head.id, {}});
    if (route.empty()) return {};
    const bool cut = milestones_cut_ && kind == "milestone";
    SearchText whole{{site_.href(route), name_of(site_, record), "", kind_name(site_, kind),
                      excerpt_of(head, cut ? excerpt_of_one : longest_excerpt), weight_of(kind)},
                     also_of(record),
                     ""};
    const auto options = body_options(kind);
    std::vector<Section> sections;
    if (options && head.text.given) sections = sections_of(*head.text, *options);
    const bool in_parts = sections.size() > 1;
    if (in_parts) whole.text = plain_text(sections.front().blocks);
    add_written(kind, head.id, in_parts, cut ? beginning_of_one : std::string::npos, whole.text);
    std::vector<SearchText> texts{std::move(whole)};
    for (std::size_t i = 1; i < sections.size(); ++i) {
      const SearchDocument &shown = texts.front().shown;
      const std::string text = plain_text(sections[i].blocks);
      texts.push_back({{shown.address + "#" + sections[i].id, shown.title, sections[i].heading, shown.kind,
                        shortened(text, longest_excerpt), shown.weight},
                       "",
                       text});
    }
    return texts;
  }

  /// All that the record's author wrote, but for its title, which is looked for on its own.
  void add_written(std::string_view kind, const std::string &id, bool without_body, std::size_t most,
                   std::string &text) const {
    const auto found = written_.find({kind, id});
    if (found == written_.end()) return;
    for (const auto *one : found->second) {
      if (one->field == "title") continue;
      if (without_body && one->field == "text") { // the body comes before all other texts
        without_body = false;
        continue;
      }
      if (!text.empty()) text += ' ';
      text += wording_of(*one);
      if (text.size() > most) {
        text.resize(text.rfind(' ', most)); // whole words, and so whole characters
        return;
      }
    }
  }

  static std::string excerpt_of(const RecordHead &head, std::size_t longest) {
    for (const auto *field : {&head.text, &head.meaning})
      if (!(*field)->empty()) return shortened(plain_text((*field)->first_block()), longest);
    return {};
  }

  void add(SearchText text) {
    if (addresses_.insert(text.shown.address).second) texts_.push_back(std::move(text));
  }

  const Site &site_;
  std::map<std::pair<std::string_view, std::string_view>, Written> written_; ///< by kind and id
  bool milestones_cut_ = false;
  std::unordered_set<std::string> addresses_;
  std::vector<SearchText> texts_;
};

} // namespace

std::vector<SearchText> search_texts(const Site &site, const std::vector<View> &views, unsigned threads) {
  SearchTexts texts(site);
  texts.add_records(threads);
  texts.add_pages(views);
  return texts.take();
}

} // namespace localoffer
