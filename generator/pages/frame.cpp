#include "pages/frame.hpp"

#include "base/foreign.hpp"
#include "base/text.hpp"
#include "pages/easy_reads.hpp"
#include "pages/prose_html.hpp"
#include "pages/record_links.hpp"
#include "programme/trace.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace localoffer {
namespace {

constexpr std::size_t longest_title =
    65; // what search results show, and what a screen reader's user will sit through

/// " (Polski)" behind the title of a page in another language: what is not translated has the same title
/// twice.
std::string language_name(const Site &site) {
  return site.is_translated() ? " (" + site.words.say("language.name") + ")" : std::string{};
}

std::string document_title(const Site &site, const PageInfo &info) {
  const std::string site_title = without_foreign_marks(*site.settings().title);
  const std::string own = without_foreign_marks(info.title.empty() ? info.heading : info.title);
  if (const std::string language = language_name(site); !language.empty())
    return shortened(own == site_title ? own : own + " – " + site_title,
                     longest_title - character_count(language)) +
           language;
  if (site.kept_as) { // today's page has the same title but for the date
    const std::string when = " (" + site.words.date(site.kept_as->date) + ")";
    return shortened(own, longest_title - character_count(when)) + when;
  }
  if (own == site_title) return shortened(own, longest_title);
  const std::string both = own + " – " + site_title;
  return character_count(both) <= longest_title ? both : shortened(own, longest_title);
}

constexpr std::size_t most_in_menu = 7; // more cannot be taken in at a glance

/// An entry of the menu; of too many, those with the highest rank go. The page about the plan leads to all.
struct MenuEntry {
  LinkView link;
  int rank = 0;
};

bool has_next_steps(const Programme &programme) {
  return !programme.milestones.empty() ||
         std::any_of(programme.priorities.begin(), programme.priorities.end(),
                     [](const PriorityFacts &priority) { return !priority.record->next_steps.empty(); });
}

std::vector<LinkView> navigation(const Site &site, const std::string &section) {
  const Programme &programme = site.programme;
  const Records &records = programme.content.records;
  const Addresses &at = site.addresses;
  std::vector<MenuEntry> entries;
  const auto add = [&](bool there, int rank, const std::string &text, const std::string &route) {
    if (there)
      entries.push_back({{site.words.sentence_case(text), site.href(route), route == section}, rank});
  };
  add(!programme.priorities.empty(), 1, site.noun("priority", 2), at.priorities());
  add(!programme.milestones.empty(), 2, site.noun("milestone", 2), at.milestones());
  add(!programme.measures.empty(), 3, site.noun("measure", 2), at.measures());
  add(!records.reviews.empty(), 4, site.words.say("nav.reviews"), at.reviews());
  add(site.past != nullptr, 4, site.words.say("changes.nav"), at.changes());
  add(has_next_steps(programme), 5, site.words.say("nav.next_steps"), at.next_steps());
  add(!records.periods.empty(), 6, site.words.say("nav.periods"), at.periods());
  add(records.inspections.size() == 1, 7, site.words.say("nav.inspection"),
      records.inspections.empty() ? "" : at.inspection(records.inspections.front().head.id));
  add(records.inspections.size() > 1, 7, site.words.say("nav.inspections"), at.inspections());
  add(!records.barriers.empty(), 8, site.words.say("nav.barriers"), at.barriers());
  if (!records.easy_reads.empty()) add(true, 3, easy_read_menu_entry(site), at.easy_reads());
  add(true, 0, site.words.say("nav.about"), at.about());

  while (entries.size() > most_in_menu)
    entries.erase(std::max_element(entries.begin(), entries.end(),
                                   [](const MenuEntry &a, const MenuEntry &b) { return a.rank < b.rank; }));
  std::vector<LinkView> links;
  for (auto &entry : entries)
    links.push_back(std::move(entry.link));
  return links;
}

std::vector<LinkView> footer_links(const Site &site) {
  const Addresses &at = site.addresses;
  std::vector<LinkView> links;
  const auto add = [&](const std::string &key, const std::string &route) {
    links.push_back({site.words.say(key), site.href(route)});
  };
  for (const auto &page : pages_in_order(site.programme))
    if (page->nav_label.given) links.push_back({*page->nav_label, site.href(at.page(*page))});
  for (auto &link : family_pages(site))
    links.push_back(std::move(link));
  if (site.past) add("changes.nav", at.changes());
  if (!site.kept.empty()) add("kept.heading", at.reports());
  links.push_back({site.words.say("a_to_z.heading"), site.href_today(at.a_to_z())});
  links.push_back({site.words.say("footer.accessibility"), site.href_today(at.accessibility())});
  links.push_back({site.words.say("footer.privacy"), site.href_today(at.privacy())});
  links.push_back({site.words.say("footer.made"), site.href_today(at.how_made())});
  links.push_back({site.words.say("footer.contact"), site.href_today(at.contact())});
  add("footer.glossary", at.glossary());
  add("footer.statuses", at.statuses());
  add("footer.sources", at.sources());
  add("footer.data", at.data());
  return links;
}

std::string last_changed(const Site &site, const PageInfo &info) {
  std::optional<Date> newest = info.changed;
  const auto consider = [&](const std::string &path) {
    const auto found = site.changes.dates.find(path);
    if (found != site.changes.dates.end() && (!newest || *newest < found->second)) newest = found->second;
  };
  for (const auto *record : info.records)
    if (record->file) consider(record->file->path);
  if (!newest && info.records.empty() && site.settings().file) consider(site.settings().file->path);
  return newest ? site.words.say("frame.last_changed", {{"date", site.words.date(*newest)}}) : std::string{};
}

/// The notice stands in a line of the header, so only its paragraphs go there, one after the other.
Html notice(const Site &site) {
  const Settings &settings = site.settings();
  Html out;
  for (const auto &block : settings.notice->blocks()) {
    if (block.kind != ProseNode::Kind::paragraph) continue;
    if (!out.markup.empty()) out.markup += ' ';
    out.markup += inline_html(site, Prose({block}), settings.file).markup;
  }
  return out;
}

std::string problem_href(const Site &site, const PageInfo &info) {
  const std::string subject = site.words.say("frame.problem_subject", {{"page", info.heading}});
  const std::string body =
      site.words.say("frame.problem_body", {{"address", site.addresses.absolute(info.route)}});
  return fmt::format("mailto:{}?subject={}&body={}", *site.settings().problem_email, percent_encoded(subject),
                     percent_encoded(body));
}

/// The same page in each language. Error pages stand for any address, so they lead to the home pages.
std::vector<LanguageLinkView> language_links(const Site &site, const PageInfo &info) {
  std::vector<LanguageLinkView> links;
  if (info.is_in_one_language) return links;
  const bool is_no_page = info.route == site.addresses.not_found();
  for (const auto &language : site.languages) {
    const std::string rest = is_no_page ? "" : info.route.substr(1);
    links.push_back({language.code, language.name, language.direction, language.href + rest,
                     is_no_page ? "" : language.address + rest, language.code == site.words.language()});
  }
  return links;
}

const TranslationNote *note_of(const Site &site, const RecordHead &record) {
  for (const auto &note : *site.translations)
    if (note.original == record.file && note.id == record.id) return &note;
  return nullptr;
}

/// The site's title and its statuses stand on every page; the first one says who translated them.
const TranslationNote *note_of_settings(const Site &site) {
  for (const auto &note : *site.translations)
    if (note.kind == "site") return &note;
  return nullptr;
}

std::vector<std::string> sentences_of(const Site &site, const TranslationNote &note) {
  const Words &words = site.words;
  std::vector<std::string> sentences{
      words.say("language.by", {{"who", site.original(*note.translated_by)}}),
      note.reviewed_by.given
          ? words.say("language.reviewed", {{"reviewer", site.original(*note.reviewed_by)}})
          : words.say("language.not_reviewed")};
  if (note.outdated) sentences.push_back(words.say("language.older", {{"date", words.date(*note.outdated)}}));
  return sentences;
}

TranslationView translation_view(const Site &site, const PageInfo &info,
                                 const std::vector<LanguageLinkView> &links) {
  TranslationView view;
  view.untranslated = site.words.say("language.partly_translated");
  view.original_href = links.front().href;
  view.original_language = links.front().code;
  std::vector<const TranslationNote *> notes;
  if (info.route == site.addresses.home()) notes.push_back(note_of_settings(site));
  for (const auto *record : info.records)
    notes.push_back(note_of(site, *record));
  for (const auto *note : notes)
    for (auto &sentence : note ? sentences_of(site, *note) : std::vector<std::string>{})
      if (std::find(view.sentences.begin(), view.sentences.end(), sentence) == view.sentences.end())
        view.sentences.push_back(std::move(sentence));
  view.has_sentences = !view.sentences.empty();
  return view;
}

} // namespace

std::vector<const Page *> pages_in_order(const Programme &programme) {
  std::vector<const Page *> pages;
  for (const auto &page : programme.content.records.pages)
    pages.push_back(&page);
  std::stable_sort(pages.begin(), pages.end(), [](const Page *a, const Page *b) {
    if (a->order.given != b->order.given) return a->order.given;
    return *a->order < *b->order;
  });
  return pages;
}

std::vector<LinkView> outside_looks(const Site &site) {
  const Records &records = site.programme.content.records;
  const Addresses &at = site.addresses;
  std::vector<LinkView> links;
  const auto add = [&](const std::string &text, const std::string &route) {
    links.push_back({text, site.href(route)});
  };
  for (const auto *inspection : inspections_in_order(site.programme))
    add(*inspection->head.title, at.inspection(inspection->head.id));
  if (records.inspections.size() > 1) add(site.words.say("inspection.all"), at.inspections());
  if (!trace(site.programme).is_empty()) add(site.words.say("trace.heading"), at.trace());
  if (!records.reviews.empty()) add(site.words.sentence_case(site.noun("review", 2)), at.reviews());
  if (!records.periods.empty()) add(site.words.say("period.list_heading"), at.periods());
  if (!records.barriers.empty()) add(site.words.say("barrier.heading"), at.barriers());
  return links;
}

std::string shortened(const std::string &text, std::size_t most) {
  if (character_count(text) <= most) return text;
  std::string cut;
  std::size_t characters = 0;
  for (char c : text) {
    const bool begins = (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
    if (begins && ++characters > most - 1) break;
    cut += c;
  }
  const auto space = cut.rfind(' ');
  if (space != std::string::npos && space > cut.size() / 2) cut.resize(space);
  while (!cut.empty() && (cut.back() == ',' || cut.back() == ':' || cut.back() == ' '))
    cut.pop_back();
  return cut + "…";
}

std::string percent_encoded(std::string_view text) {
  std::string out;
  for (char c : without_foreign_marks(text)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '.' || c == '_' || c == '~';
    if (plain)
      out += c;
    else
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

std::vector<SourceView> source_views(const Site &site, const std::vector<const Citation *> &citations) {
  struct Group {
    const Report *report = nullptr;
    std::vector<std::string> sections;
  };
  std::vector<Group> groups;
  for (const auto *citation : citations) {
    const Report *report = site.programme.report(citation->report->id);
    if (!report) continue;
    auto group =
        std::find_if(groups.begin(), groups.end(), [&](const Group &g) { return g.report == report; });
    if (group == groups.end()) group = groups.insert(groups.end(), {report, {}});
    const std::string &section = *citation->section;
    const auto &known = group->sections;
    if (!section.empty() && std::find(known.begin(), known.end(), section) == known.end())
      group->sections.push_back(section);
  }
  std::stable_sort(groups.begin(), groups.end(),
                   [](const Group &a, const Group &b) { return *b.report->date < *a.report->date; });

  std::vector<SourceView> views;
  for (const auto &group : groups) {
    // A page that gathers many records would list every section of a report; the report itself is then
    // enough.
    const bool few = group.sections.size() <= 6;
    views.push_back({*group.report->head.title, *group.report->publisher,
                     site.words.date(*group.report->date),
                     site.href(site.addresses.sources() + "#" + group.report->head.id),
                     few ? joined(group.sections, "; ") : ""});
  }
  return views;
}

Frame make_frame(const Site &site, PageInfo info) {
  const Settings &settings = site.settings();
  Frame frame;
  frame.language = site.words.language();
  frame.direction = site.words.say("direction");
  frame.title = document_title(site, info);
  frame.caption = std::move(info.caption);
  frame.easy_read = version_with_pictures(site, info.route);
  frame.description =
      shortened(info.description.empty() ? plain_text(*settings.introduction) : info.description, 155);
  frame.canonical = info.route == site.addresses.not_found() ? "" : site.addresses.absolute(info.route);
  frame.site_title = *settings.title;
  frame.home_href = site.href(site.addresses.home());
  frame.search_href = site.href_today(site.addresses.search());
  frame.stylesheet = site.stylesheet;
  frame.icon = site.icon;
  frame.not_listed = frame.canonical.empty() || site.kept_as.has_value() || site.draft;
  if (site.draft) frame.draft = DraftView{site.href_today(site.addresses.draft_review()), "", "", ""};
  if (site.kept_as) {
    frame.kept_notice = site.words.say(
        "kept.notice", {{"date", site.words.date(site.kept_as->date)}, {"title", site.kept_as->title}});
    frame.kept_link = site.words.say("kept.today");
    frame.kept_href = site.kept_as->today_href;
  }
  if (site.past && !site.kept_as) {
    frame.feed_href = site.href(site.addresses.changes_feed());
    frame.feed_title = site.words.say("changes.feed_title", {{"of", *settings.title}});
  }
  if (!site.kept_as) frame.languages = language_links(site, info);
  frame.has_languages = !frame.languages.empty();
  if (site.is_translated()) {
    frame.translation = translation_view(site, info, frame.languages);
    if (site.words.has("translation.made_by") && !site.words.has("translation.reviewed_by"))
      frame.words_note = site.words.say("language.words_drafted");
  }
  frame.navigation = navigation(site, info.section);
  if (info.route != site.addresses.home()) {
    frame.breadcrumbs.push_back({site.words.say("nav.home"), frame.home_href});
    frame.breadcrumbs.insert(frame.breadcrumbs.end(), info.breadcrumbs.begin(), info.breadcrumbs.end());
  }
  frame.on_this_page = std::move(info.on_this_page);
  frame.has_breadcrumbs = !frame.breadcrumbs.empty();
  frame.explains_words = info.explains_words;
  frame.has_contents = frame.on_this_page.size() > 1;
  frame.footer_links = footer_links(site);
  frame.notice = notice(site);
  frame.position_date = site.words.say("frame.position", {{"date", site.words.date(site.programme.today)}});
  std::vector<const Citation *> citations;
  for (const auto *record : info.records)
    for (const auto &citation : record->sources)
      citations.push_back(&citation);
  frame.sources = source_views(site, citations);
  frame.has_sources = !frame.sources.empty();
  frame.last_changed = last_changed(site, info);
  if (settings.problem_email.given) frame.problem_href = problem_href(site, info);
  frame.problem_email = *settings.problem_email;
  frame.use = page_use(site, info.route, info.heading);
  frame.other_formats = prose_html(site, settings.other_formats.value, settings.file, {});
  frame.contact_href = site.href_today(site.addresses.contact());
  frame.publisher = *settings.publisher;
  frame.heading = std::move(info.heading);
  return frame;
}

} // namespace localoffer
