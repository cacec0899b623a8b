#include "pages/family_items.hpp"
#include "pages/page_list.hpp"
#include "pages/record_links.hpp"

#include <algorithm>

namespace localoffer {

struct QuestionView {
  std::string id, title;
  RecordTextView answer;
};
VIEW_FIELDS(QuestionView, id, title, answer);

struct QuestionListView {
  Frame frame;
  std::vector<QuestionView> questions;
};
VIEW_FIELDS(QuestionListView, frame, questions);

std::vector<const Question *> questions_in_order(const Site &site) {
  std::vector<const Question *> questions;
  for (const auto &question : site.programme.content.records.questions)
    questions.push_back(&question);
  std::stable_sort(questions.begin(), questions.end(), [](const Question *a, const Question *b) {
    if (a->order.given != b->order.given) return a->order.given;
    return *a->order < *b->order;
  });
  return questions;
}

void add_questions(const Site &site, std::vector<View> &views) {
  const auto questions = questions_in_order(site);
  if (questions.empty()) return;

  QuestionListView view;
  PageInfo info;
  info.route = site.addresses.questions();
  info.heading = site.words.say("question.heading");
  info.description = site.words.say("question.description");
  for (const auto *question : questions) {
    const RecordHead &head = question->head;
    view.questions.push_back({head.id, *head.title, record_text(site, head, 3)});
    info.on_this_page.push_back({*head.title, "#" + head.id});
    info.records.push_back(&head);
  }
  view.frame = make_frame(site, std::move(info));
  views.push_back(make_view(site.addresses.questions(), "question-list", std::move(view)));
}

void list_question_templates(PageTemplates &templates) {
  templates.emplace_back("question-list", &view_type<QuestionListView>());
}

} // namespace localoffer
