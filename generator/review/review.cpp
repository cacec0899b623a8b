#include "review/review.hpp"

#include "base/text.hpp"
#include "content/codes.hpp"
#include "content/kinds.hpp"
#include "content/languages.hpp"
#include "language/readability.hpp"
#include "language/short_forms.hpp"
#include "language/wording.hpp"
#include "pages/change_words.hpp"
#include "review/doubts.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

namespace localoffer {
namespace {

/// Where each record of the draft stands.
std::map<RecordName, const RecordHead *> heads_of(const Programme &programme) {
  std::map<RecordName, const RecordHead *> heads;
  for_each_record(programme.content.records, [&](std::string_view kind, const auto &record) {
    heads.emplace(RecordName{std::string(kind), record.head.id}, &record.head);
  });
  return heads;
}

/// Whether a text has a part that is no piece of a longer word: "48" does not have "8".
bool holds(std::string_view text, std::string_view part) {
  const auto is_letter = [&](std::size_t at) {
    return at < text.size() && std::isalnum(static_cast<unsigned char>(text[at])) != 0;
  };
  if (part.empty()) return false;
  for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
    if ((at == 0 || !is_letter(at - 1)) && !is_letter(at + part.size())) return true;
  return false;
}

/// How often a milestone's date has moved in all, where that was more than once.
std::string times_moved(const Site &site, const Change &change) {
  if (change.kind != Change::Kind::moved_later && change.kind != Change::Kind::moved_earlier) return {};
  if (site.past == nullptr) return {};
  const auto line = site.past->milestones.find(change.record.id);
  if (line == site.past->milestones.end() || line->second.moves.size() < 2) return {};
  return site.words.say("draft.moved_times", {{"times", static_cast<long>(line->second.moves.size())}});
}

class ReviewMaker {
public:
  explicit ReviewMaker(ReviewRequest request)
      : request_(std::move(request)), between_(request_.site), heads_(heads_of(request_.site.programme)),
        heads_before_(heads_of(request_.before_records)), known_words_(known_words(request_.site.programme)) {
    between_.past = &request_.between;
  }

  DraftReview make() {
    review_.before = std::move(request_.before);
    review_.after = std::move(request_.after);
    review_.pull_request = request_.pull_request;
    compare_problems();
    add_changes();
    add_pages();
    add_wording_of_pages();
    place_changes();
    review_.doubts = doubts_about(between_, review_.facts, review_.pages);
    for (const auto &page : review_.pages)
      read(page);
    compare_translations();
    std::stable_sort(review_.long_sentences.begin(), review_.long_sentences.end(),
                     [](const NewSentence &a, const NewSentence &b) { return a.words > b.words; });
    return std::move(review_);
  }

private:
  // ---- problems

  /// A problem is the same one wherever its line has gone.
  static std::string key_of(const Diagnostic &problem) {
    return problem.code + '\n' + problem.span.file_path() + '\n' + problem.message;
  }

  void compare_problems() {
    std::multiset<std::string> before, after;
    for (const auto &problem : review_.before.problems)
      before.insert(key_of(problem));
    for (const auto &problem : review_.after.problems) {
      after.insert(key_of(problem));
      if (before.count(key_of(problem)) < after.count(key_of(problem)))
        review_.new_problems.push_back(problem);
    }
    std::multiset<std::string> seen;
    for (const auto &problem : review_.before.problems) {
      seen.insert(key_of(problem));
      if (after.count(key_of(problem)) < seen.count(key_of(problem)))
        review_.mended_problems.push_back(problem);
    }
  }

  // ---- translations

  /// By file and language: all of the file, or what stands in it under the language's keys.
  using Translations = std::map<std::pair<std::string, std::string>, std::string>;

  static Translations translations_of(const Content &content) {
    Translations all;
    std::map<std::string, SourceFilePtr> files;
    if (content.settings.file) files.emplace(content.settings.file->path, content.settings.file);
    for (const auto &file : content.translations)
      all[{file->path, language_in_name(file->path)}] = file->text;
    for_each_record(content.records, [&](std::string_view, const auto &record) {
      if (record.head.file) files.emplace(record.head.file->path, record.head.file);
    });
    for (const auto &use : content.uses)
      if (const auto file = files.find(use.file->path);
          use.kind == Use::Kind::language && use.place.line > 0 && file != files.end())
        all[{use.file->path, use.text}] += lines_below(file->second->text, use.place);
    return all;
  }

  /// The line of a key, and those below it that are further in.
  static std::string lines_below(std::string_view text, Place place) {
    std::string all;
    const auto lines = lines_of(text);
    for (std::size_t i = place.line - 1; i < lines.size(); ++i) {
      const auto indent = lines[i].find_first_not_of(' ');
      if (i >= place.line && indent != std::string_view::npos && indent < place.column) break;
      all += std::string(lines[i]) + "\n";
    }
    return all;
  }

  void compare_translations() {
    auto before = translations_of(request_.before_records.content),
         after = translations_of(request_.site.programme.content);
    for (const auto &[where, text] : before)
      after.try_emplace(where); // one that would go
    for (const auto &[where, text] : after)
      if (before[where] != text)
        review_.translations.push_back({where.first, name_of_language(where.second)});
    if (const auto count = static_cast<long>(review_.translations.size()); count > 0)
      review_.summary.push_back(request_.site.words.say("draft.translations_count", {{"count", count}}));
  }

  std::string name_of_language(const std::string &code) const {
    for (const auto &language : request_.site.languages)
      if (language.code == code) return language.name;
    return code;
  }

  // ---- changes

  /// Of a file that one side cannot read, the records seem to come or to go.
  bool could_not_be_read(const Change &change) const {
    const bool came = change.kind == Change::Kind::added;
    if (!came && change.kind != Change::Kind::withdrawn) return false;
    const auto &heads = came ? heads_ : heads_before_;
    const auto &problems = came ? review_.before.problems : review_.after.problems;
    const auto head = heads.find(change.record);
    return head != heads.end() && head->second->file &&
           std::any_of(problems.begin(), problems.end(), [&](const Diagnostic &problem) {
             return problem.severity == Severity::error && !may_be_lowered(problem.code) &&
                    problem.span.file_path() == head->second->file->path;
           });
  }

  void add_changes() {
    const auto changes = worst_first(between_, told_changes(request_.between));
    review_.summary = summary_of(between_, changes);
    for (const auto *change : changes) {
      if (could_not_be_read(*change)) continue;
      ReviewChange told;
      told.change = change;
      ChangeText text = change_text(between_, *change);
      told.name = std::move(text.label.name);
      told.route = text.label.route.substr(0, text.label.route.find('#'));
      told.sentence = std::move(text.sentence);
      told.reason = std::move(text.reason);
      told.times = times_moved(request_.site, *change);
      if (const auto head = heads_.find(change->record); head != heads_.end() && head->second->file) {
        told.path = head->second->file->path;
        told.line = head->second->place.line;
      }
      (change->kind == Change::Kind::wording ? review_.wording : review_.facts).push_back(std::move(told));
    }
  }

  // ---- pages

  void add_pages() {
    std::set<std::string> own;
    for (const auto *changes : {&review_.facts, &review_.wording})
      for (const auto &change : *changes)
        own.insert(change.route);
    for (auto &page : request_.pages) {
      const bool tells = own.count(page.route) > 0 || page.kind != PageChange::Kind::changed;
      (tells ? review_.pages : review_.touched).push_back(std::move(page));
    }
  }

  /// A record of which more than its words changed tells of its facts alone; its page has other words too.
  void add_wording_of_pages() {
    std::set<std::string> told;
    for (const auto &change : review_.wording)
      told.insert(change.route);
    for (const auto &page : review_.pages) {
      if (page.kind != PageChange::Kind::changed || page.said_before == page.said_after ||
          !told.insert(page.route).second)
        continue;
      ReviewChange change;
      change.name = page.heading;
      change.sentence = request_.site.words.say("draft.words_change");
      change.route = page.route;
      for (const auto &fact : review_.facts)
        if (fact.route == page.route) {
          change.path = fact.path;
          change.line = fact.line;
        }
      review_.wording.push_back(std::move(change));
    }
  }

  /// A value as pages show it: dates in words.
  std::string shown(const std::string &value) const {
    const auto date = parse_date(value);
    return date ? request_.site.words.date(*date) : value;
  }

  /// Finds the place on its page where a change is shown: where what is new is added, or else the first.
  void place_changes() {
    std::map<std::string, const PageChange *> pages;
    for (const auto &page : review_.pages)
      pages.emplace(page.route, &page);
    for (auto *changes : {&review_.facts, &review_.wording})
      for (auto &told : *changes) {
        const auto page = pages.find(told.route);
        if (page == pages.end() || page->second->marks.empty()) continue;
        const auto &marks = page->second->marks;
        const std::string before = told.change == nullptr ? "" : shown(told.change->before);
        const std::string after = told.change == nullptr ? "" : shown(told.change->after);
        const auto found = std::find_if(marks.begin(), marks.end(), [&](const PageMark &mark) {
          return holds(mark.added, after) || holds(mark.removed, before) || holds(after, mark.added);
        });
        told.mark = found == marks.end() ? 1 : static_cast<std::size_t>(found - marks.begin()) + 1;
      }
  }

  // ---- reading

  void read(const PageChange &page) {
    if (page.kind != PageChange::Kind::changed || page.said_before == page.said_after) return;
    const std::string &language = request_.site.words.language();
    const ReadingText before(page.said_before, false, language), after(page.said_after, false, language);
    if (language.substr(0, 2) == "en") // the formula knows no other
      review_.reading.push_back(
          {page.route, page.heading, reading_of(before).age(), reading_of(after).age()});
    std::set<std::string_view> known;
    for (const auto &sentence : before.sentences())
      known.insert(before.written(sentence));
    std::vector<WordingFlaw> short_forms;
    for (const auto &sentence : after.sentences()) {
      if (known.count(after.written(sentence)) > 0) continue;
      if (const auto words = static_cast<long>(sentence.last - sentence.first); words > longest_sentence)
        review_.long_sentences.push_back(
            {std::string(after.written(sentence)), page.route, page.heading, words});
      find_short_forms(after, sentence, known_words_.short_forms, short_forms);
    }
    std::set<std::string_view> told; // each once
    for (const auto &flaw : short_forms)
      if (const auto form = short_form_in(std::string_view(after.text()).substr(flaw.begin, flaw.length));
          told.insert(form).second)
        review_.short_forms.push_back({std::string(form), page.route, page.heading});
  }

  ReviewRequest request_;
  Site between_; ///< the site with what lies between the two commits as its past
  std::map<RecordName, const RecordHead *> heads_, heads_before_;
  KnownWords known_words_;
  DraftReview review_;
};

} // namespace

DraftReview review_draft(ReviewRequest request) {
  return ReviewMaker(std::move(request)).make();
}

} // namespace localoffer
