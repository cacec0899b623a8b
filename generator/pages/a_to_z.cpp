#include "base/text.hpp"
#include "language/index_letters.hpp"
#include "pages/common_views.hpp"
#include "pages/page_list.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace localoffer {

/// One line of the A to Z. `note`: what it is short for, or the question that it leads to.
struct IndexEntryView {
  std::string text, href, note;
};
VIEW_FIELDS(IndexEntryView, text, href, note);

struct IndexLetterView {
  std::string letter, id;
  std::vector<IndexEntryView> entries;
};
VIEW_FIELDS(IndexLetterView, letter, id, entries);

struct AToZView {
  Frame frame;
  SearchBoxView search;
  std::vector<IndexLetterView> letters;
  std::optional<LinkView> milestones; ///< too many to stand here
};
VIEW_FIELDS(AToZView, frame, search, letters, milestones);

namespace {

using Entries = std::vector<IndexEntryView>;

/// Lists of milestones are many, and one leads to all of them. What is late is looked for by its name.
bool stands_in_index(const Site &site, const View &view) {
  const Addresses &at = site.addresses;
  if (view.heading.empty() || view.route == at.not_found() || view.route == at.home()) return false;
  if (view.template_name != "milestone-list") return true;
  return view.route == at.milestones() || view.route == at.milestones_overdue() ||
         view.route == at.milestones_date_moved();
}

/// A page with pictures is mostly called as the page that it tells again.
std::string kind_of_version(const Site &site, const View &view) {
  for (const auto &page : site.programme.content.records.easy_reads)
    if (view.route == site.addresses.easy_read(page))
      return site.words.say(is_reviewed(page) ? "easy_read.label_reviewed" : "easy_read.label_unreviewed");
  return {};
}

void add_pages(const Site &site, const std::vector<View> &views, Entries &entries) {
  for (const auto &view : views)
    if (stands_in_index(site, view))
      entries.push_back({view.heading, site.href(view.route), kind_of_version(site, view)});
}

/// "EHC plan" leads to the term as well as "Education, health and care plan". What has a place of its own on
/// the site, such as an organisation, is found there and not among the words.
void add_terms(const Site &site, Entries &entries) {
  std::map<std::string, std::string> places;
  for (const auto &entry : entries)
    places.emplace(lower_ascii(entry.text), entry.href);
  for (const auto &term : site.programme.content.records.terms) {
    const std::string title = site.words.sentence_case(*term.head.title);
    const auto place = places.find(lower_ascii(title));
    const bool is_word = place == places.end();
    const std::string href =
        is_word ? site.href(site.addresses.glossary() + "#" + term.head.id) : place->second;
    if (is_word) entries.push_back({title, href, *term.short_form});
    if (term.short_form.given) entries.push_back({*term.short_form, href, title});
  }
}

template <class Record>
void add_looked_up(const Site &site, std::string_view kind, const std::vector<Record> &records,
                   Entries &entries) {
  for (const auto &record : records)
    for (const auto &words : record.look_up)
      entries.push_back({site.words.sentence_case(*words),
                         site.href(site.addresses.of({std::string(kind), record.head.id, {}})),
                         *record.head.title});
}

/// Two links that read the same must not lead to different places, here or in the menu: the note then belongs
/// to the link.
void tell_apart(const Site &site, const Frame &frame, Entries &entries) {
  std::map<std::string, std::set<std::string>> places;
  for (const auto *links : {&frame.navigation, &frame.footer_links})
    for (const auto &link : *links)
      places[link.text].insert(link.href);
  for (const auto &entry : entries)
    places[entry.text].insert(entry.href);
  for (auto &entry : entries) {
    if (places[entry.text].size() == 1) continue;
    if (entry.note.empty() && entry.href.starts_with(site.href(site.addresses.glossary())))
      entry.note = site.words.say("a_to_z.word");
    if (!entry.note.empty()) entry.text += " – " + std::exchange(entry.note, {});
  }
}

Entries entries_of(const Site &site, const std::vector<View> &views) {
  Entries entries;
  add_pages(site, views, entries);
  const Records &records = site.programme.content.records;
  add_looked_up(site, "question", records.questions, entries);
  add_looked_up(site, "topic", records.topics, entries);
  for (const auto &body : records.bodies)
    entries.push_back(
        {*body.head.title, site.href(site.addresses.who_decides() + "#" + body.head.id), *body.short_name});
  for (const auto &document : records.documents)
    entries.push_back(
        {*document.head.title, site.href(site.addresses.documents() + "#" + document.head.id), ""});
  add_terms(site, entries);
  std::stable_sort(entries.begin(), entries.end(), [&](const IndexEntryView &a, const IndexEntryView &b) {
    return site.words.comes_before(a.text, b.text);
  });
  const auto same = [](const IndexEntryView &a, const IndexEntryView &b) {
    return a.text == b.text && a.href == b.href;
  };
  entries.erase(std::unique(entries.begin(), entries.end(), same), entries.end());
  return entries;
}

std::vector<IndexLetterView> by_letter(const Site &site, Entries entries) {
  const IndexLetters alphabet(site.words.language());
  std::vector<IndexLetterView> letters;
  for (auto &entry : entries) {
    std::string letter = alphabet.of(entry.text);
    if (letter.empty()) letter = site.words.say("a_to_z.other");
    if (letters.empty() || letters.back().letter != letter)
      letters.push_back({letter, "a-z:" + std::to_string(letters.size() + 1), {}});
    letters.back().entries.push_back(std::move(entry));
  }
  return letters;
}

} // namespace

void add_a_to_z(const Site &site, std::vector<View> &views) {
  PageInfo info;
  info.route = site.addresses.a_to_z();
  info.heading = site.words.say("a_to_z.heading");
  info.explains_words = false; // it leads to the words themselves
  info.description = site.words.say("a_to_z.description");

  AToZView view;
  view.search = search_box(site);
  if (!site.programme.milestones.empty())
    view.milestones = LinkView{site.words.say("priority.all", {{"things", site.noun("milestone", 2)}}),
                               site.href(site.addresses.milestones())};
  view.frame = make_frame(site, std::move(info));
  Entries entries = entries_of(site, views);
  tell_apart(site, view.frame, entries);
  view.letters = by_letter(site, std::move(entries));
  views.push_back(make_view(site.addresses.a_to_z(), "a-to-z", std::move(view)));
}

void list_a_to_z_templates(PageTemplates &templates) {
  templates.emplace_back("a-to-z", &view_type<AToZView>());
}

} // namespace localoffer
