#include "review/review_pages.hpp"

#include "base/text.hpp"
#include "pages/common_views.hpp"
#include "review/answer_mail.hpp"
#include "review/pull_request.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace localoffer {

/// One change, and where to look at it and answer.
struct ReviewChangeView {
  std::string name, href; ///< the place on the marked page; no href where no page shows it
  std::string sentence, reason, times;
  std::string answer_href, email, line_href;
};
VIEW_FIELDS(ReviewChangeView, name, href, sentence, reason, times, answer_href, email, line_href);

struct ReviewSentenceView {
  LinkView link;
  std::string text;
};
VIEW_FIELDS(ReviewSentenceView, link, text);

/// A problem that `check` finds.
struct ReviewProblemView {
  std::string where, message;
};
VIEW_FIELDS(ReviewProblemView, where, message);

struct DraftReviewView {
  Frame frame;
  std::vector<std::string> about, broken, summary, translations;
  std::vector<ReviewChangeView> facts, wording;
  std::vector<ReviewSentenceView> added, removed, touched, doubts, long_sentences, short_forms;
  std::vector<ReviewProblemView> new_problems, mended_problems;
  std::optional<DataTableView> reading;
  std::optional<LinkView> meeting, pull_request, answer;
  std::string facts_more, wording_more, touched_more;
  bool has_facts = false, has_wording = false, has_added = false, has_removed = false, has_touched = false,
       has_doubts = false, has_long_sentences = false, has_short_forms = false, has_new_problems = false,
       has_mended_problems = false, has_pages = false, has_translations = false, has_reading = false,
       has_answer = false, is_clear = false;
};
VIEW_FIELDS(DraftReviewView, frame, about, broken, summary, translations, facts, wording, added, removed,
            touched, doubts, long_sentences, short_forms, new_problems, mended_problems, reading, meeting,
            pull_request, answer, facts_more, wording_more, touched_more, has_facts, has_wording, has_added,
            has_removed, has_touched, has_doubts, has_long_sentences, has_short_forms, has_new_problems,
            has_mended_problems, has_pages, has_translations, has_reading, has_answer, is_clear);

/// All that a meeting needs of a draft, on one sheet of paper.
struct DraftMeetingView {
  Frame frame;
  std::vector<FactView> facts; ///< who, until when
  std::vector<std::string> summary;
  std::vector<ReviewChangeView> changes;
  std::vector<ReviewSentenceView> doubts;
  std::string changes_more;
  bool has_changes = false, has_doubts = false;
};
VIEW_FIELDS(DraftMeetingView, frame, facts, summary, changes, doubts, changes_more, has_changes, has_doubts);

namespace {

// So that the page stays light, and the sheet for a meeting one; the data has all.
constexpr std::size_t most_changes = 150, most_touched = 60, most_in_meeting = 8, most_doubts_in_meeting = 5,
                      most_sentences = 20;

class ReviewPages {
public:
  ReviewPages(const Site &site, const DraftReview &review, const ReviewDetails &details)
      : site_(site), words_(site.words), review_(review), details_(details) {}

  View whole() const {
    DraftReviewView view;
    view.about = about();
    view.broken = broken();
    view.summary = review_.summary;
    view.facts = changes(review_.facts, most_changes);
    view.wording = changes(review_.wording, most_changes);
    view.facts_more = more(review_.facts.size(), most_changes);
    view.wording_more = more(review_.wording.size(), most_changes);
    for (const auto &page : review_.pages) {
      if (page.kind == PageChange::Kind::added)
        view.added.push_back({{page.heading, site_.href(page.route)}, ""});
      if (page.kind == PageChange::Kind::removed) view.removed.push_back({{page.heading, ""}, ""});
    }
    view.touched = touched();
    view.touched_more = more(review_.touched.size(), most_touched);
    view.doubts = doubts(review_.doubts.size());
    for (const auto &sentence : review_.long_sentences)
      if (view.long_sentences.size() < most_sentences)
        view.long_sentences.push_back(
            {page_link(sentence.route, sentence.heading),
             words_.say("draft.long_sentence", {{"text", sentence.text}, {"words", sentence.words}})});
    for (const auto &form : review_.short_forms)
      if (view.short_forms.size() < most_sentences)
        view.short_forms.push_back({page_link(form.route, form.heading), form.text});
    for (const auto &one : review_.translations)
      if (view.translations.size() < most_sentences)
        view.translations.push_back(
            words_.say("draft.translation", {{"file", one.path}, {"language", one.language}}));
    view.new_problems = problems(review_.new_problems);
    view.mended_problems = problems(review_.mended_problems);
    view.reading = reading();
    if (can_be_built())
      view.meeting = LinkView{words_.say("draft.meeting_link"), site_.href(site_.addresses.draft_meeting())};
    if (!review_.pull_request.empty())
      view.pull_request = LinkView{words_.say("draft.pull_request_link"), review_.pull_request};
    if (site_.settings().problem_email.given)
      view.answer = LinkView{words_.say("draft.answer_all", {{"email", *site_.settings().problem_email}}),
                             answer(words_.say("draft.heading"), "", "")};
    tell_what_there_is(view);
    PageInfo info;
    info.route = site_.addresses.draft_review();
    info.explains_words = false; // it repeats what others wrote
    info.is_in_one_language = true;
    info.heading = words_.say("draft.heading");
    info.description = words_.say("draft.description", {{"site", *site_.settings().title}});
    contents(view, info);
    view.frame = make_frame(site_, std::move(info));
    if (!can_be_built()) stand_alone(view.frame);
    return make_view(site_.addresses.draft_review(), "draft-review", std::move(view));
  }

  View meeting() const {
    DraftMeetingView view;
    const auto fact = [&](const char *key, const std::string &value) {
      if (!value.empty()) view.facts.push_back({words_.say(key), value, {}});
    };
    fact("draft.proposed_by", details_.proposed_by);
    fact("draft.made_on", words_.date(review_.after.commit.date));
    fact("draft.compared_with", words_.date(review_.before.commit.date));
    fact("draft.answers_by", details_.answers_by);
    view.summary = review_.summary;
    view.changes = changes(review_.facts, most_in_meeting);
    view.changes_more = more(review_.facts.size(), most_in_meeting);
    view.doubts = doubts(most_doubts_in_meeting);
    view.has_changes = !view.changes.empty();
    view.has_doubts = !view.doubts.empty();
    PageInfo info;
    info.route = site_.addresses.draft_meeting();
    info.explains_words = false; // it repeats what others wrote
    info.is_in_one_language = true;
    info.heading = words_.say("draft.meeting_heading");
    info.description = words_.say("draft.meeting_description", {{"site", *site_.settings().title}});
    info.breadcrumbs = {{words_.say("draft.heading"), site_.href(site_.addresses.draft_review())}};
    view.frame = make_frame(site_, std::move(info));
    return make_view(site_.addresses.draft_meeting(), "draft-meeting", std::move(view));
  }

  bool can_be_built() const { return review_.after.can_be_built; }

private:
  std::vector<std::string> about() const {
    std::vector<std::string> sentences{
        words_.say("draft.about", {{"before", words_.date(review_.before.commit.date)},
                                   {"after", words_.date(review_.after.commit.date)}})};
    if (!details_.proposed_by.empty())
      sentences.push_back(words_.say("draft.by", {{"role", details_.proposed_by}}));
    if (!details_.answers_by.empty())
      sentences.push_back(words_.say("draft.answer_until", {{"date", details_.answers_by}}));
    return sentences;
  }

  /// What a mistake keeps from being compared.
  std::vector<std::string> broken() const {
    std::vector<std::string> sentences;
    if (!review_.after.can_be_built) sentences.push_back(words_.say("draft.after_broken"));
    if (!review_.before.can_be_built) sentences.push_back(words_.say("draft.before_broken"));
    return sentences;
  }

  std::vector<ReviewChangeView> changes(const std::vector<ReviewChange> &all, std::size_t most) const {
    std::vector<ReviewChangeView> views;
    for (const auto &change : all) {
      if (views.size() == most) break;
      views.push_back({change.name, place_of(change), change.sentence, change.reason, change.times,
                       answer(change.name, change.route, change.sentence), *site_.settings().problem_email,
                       line_of(change)});
    }
    return views;
  }

  /// Where a change is shown; empty where the draft has no page for it.
  std::string place_of(const ReviewChange &change) const {
    if (change.route.empty() || !can_be_built()) return {};
    if (change.mark == 0) return site_.href(change.route);
    return fmt::format("{}#change-{}", site_.href(site_.addresses.draft_marked(change.route)), change.mark);
  }

  std::string line_of(const ReviewChange &change) const {
    if (review_.pull_request.empty() || change.path.empty()) return {};
    return line_address(review_.pull_request, change.path, change.line);
  }

  /// A mail that says what it is about.
  std::string answer(const std::string &name, const std::string &route, const std::string &sentence) const {
    if (!site_.settings().problem_email.given) return {};
    const std::string subject = words_.say("draft.answer_subject", {{"page", name}});
    const std::string address = route.empty() ? "" : site_.addresses.absolute(route);
    const std::string body =
        answer_mail_text(words_, {name, address, sentence, review_.after.commit.id.substr(0, 10)});
    // RFC 6068: each line of a mail's body ends with both.
    std::string lines;
    for (const auto line : lines_of(body))
      lines.append(line).append("\r\n");
    return fmt::format("mailto:{}?subject={}&body={}", *site_.settings().problem_email,
                       percent_encoded(subject), percent_encoded(lines));
  }

  std::string more(std::size_t all, std::size_t most) const {
    return all > most ? words_.say("draft.more", {{"count", static_cast<long>(all - most)}}) : std::string{};
  }

  /// A page of the draft: with its changes marked, where it has any.
  LinkView page_link(const std::string &route, const std::string &heading) const {
    if (!can_be_built()) return {heading, ""};
    const bool is_marked =
        std::any_of(review_.pages.begin(), review_.pages.end(), [&](const PageChange &page) {
          return page.route == route && page.kind == PageChange::Kind::changed;
        });
    return {heading,
            is_marked ? site_.href(site_.addresses.draft_marked(route)) + "#change-1" : site_.href(route)};
  }

  std::vector<ReviewSentenceView> touched() const {
    std::vector<ReviewSentenceView> views;
    for (const auto &page : review_.touched)
      if (views.size() < most_touched)
        views.push_back(
            {{words_.say("draft.changes_on_page",
                         {{"page", page.heading}, {"count", static_cast<long>(page.marks.size())}}),
              site_.href(site_.addresses.draft_marked(page.route)) + "#change-1"},
             ""});
    return views;
  }

  std::vector<ReviewSentenceView> doubts(std::size_t most) const {
    std::vector<ReviewSentenceView> views;
    for (const auto &doubt : review_.doubts)
      if (views.size() < most) views.push_back({{doubt.name, ""}, doubt.sentence});
    return views;
  }

  static std::vector<ReviewProblemView> problems(const std::vector<Diagnostic> &all) {
    std::vector<ReviewProblemView> views;
    for (const auto &problem : all)
      if (views.size() < most_changes)
        views.push_back({problem.span.place.line == 0
                             ? problem.span.file_path()
                             : fmt::format("{}:{}", problem.span.file_path(), problem.span.place.line),
                         problem.message});
    return views;
  }

  std::optional<DataTableView> reading() const {
    if (review_.reading.empty()) return std::nullopt;
    DataTableView table{"reading-table", words_.say("draft.reading_caption"), {}, {}};
    for (const char *key : {"draft.reading_page", "draft.reading_before", "draft.reading_after"})
      table.columns.push_back({words_.say(key), !table.columns.empty()});
    const auto age = [&](double years) { return years > 0 ? words_.number(std::round(years)) : "–"; };
    for (const auto &page : review_.reading)
      if (table.rows.size() < most_sentences)
        table.rows.push_back({page.heading, {{age(page.before), true}, {age(page.after), true}}});
    return table;
  }

  static void tell_what_there_is(DraftReviewView &view) {
    view.has_facts = !view.facts.empty();
    view.has_wording = !view.wording.empty();
    view.has_added = !view.added.empty();
    view.has_removed = !view.removed.empty();
    view.has_touched = !view.touched.empty();
    view.has_translations = !view.translations.empty();
    view.has_doubts = !view.doubts.empty();
    view.has_long_sentences = !view.long_sentences.empty();
    view.has_short_forms = !view.short_forms.empty();
    view.has_new_problems = !view.new_problems.empty();
    view.has_mended_problems = !view.mended_problems.empty();
    view.has_pages = view.has_added || view.has_removed;
    view.has_reading = view.reading || view.has_long_sentences || view.has_short_forms;
    view.has_answer = view.answer || view.pull_request;
    view.is_clear = !view.has_doubts && !view.has_new_problems;
  }

  /// Of a draft whose other pages could not be made: nothing leads to them.
  void stand_alone(Frame &frame) const {
    frame.navigation = {{frame.heading, site_.href(site_.addresses.draft_review()), true}};
    frame.footer_links.clear();
    frame.breadcrumbs.clear();
    frame.has_breadcrumbs = false;
    frame.notice = frame.other_formats = {};
    frame.feed_href.clear();
    frame.home_href = site_.href(site_.addresses.draft_review());
  }

  void contents(const DraftReviewView &view, PageInfo &info) const {
    const auto add = [&](bool there, const char *id) {
      if (there)
        info.on_this_page.push_back({words_.say(fmt::format("draft.part.{}", id)), fmt::format("#{}", id)});
    };
    add(true, "facts");
    add(view.has_wording, "wording");
    add(view.has_pages, "pages");
    add(view.has_touched, "touched");
    add(view.has_translations, "translations");
    add(true, "truth");
    add(view.has_reading, "reading");
    add(view.has_answer, "answer");
  }

  const Site &site_;
  const Words &words_;
  const DraftReview &review_;
  const ReviewDetails &details_;
};

} // namespace

std::vector<View> review_views(const Site &site, const DraftReview &review, const ReviewDetails &details) {
  const ReviewPages pages(site, review, details);
  std::vector<View> views{pages.whole()};
  if (pages.can_be_built()) views.push_back(pages.meeting());
  return views;
}

std::vector<std::pair<std::string, const ViewType *>> review_templates() {
  return {{"draft-review", &view_type<DraftReviewView>()}, {"draft-meeting", &view_type<DraftMeetingView>()}};
}

} // namespace localoffer
