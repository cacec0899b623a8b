#include "cli/review_json.hpp"

#include "pages/change_words.hpp"

#include <nlohmann/json.hpp>

namespace localoffer {
namespace {

using Json = nlohmann::ordered_json;

Json side_json(const ReviewSide &side) {
  return {{"commit", side.commit.id}, {"date", to_iso(side.commit.date)}, {"built", side.can_be_built}};
}

Json change_json(const ReviewChange &told) {
  const Change change = told.change != nullptr ? *told.change : Change{};
  return {{"change", key_of(change.kind)},
          {"kind", change.record.kind},
          {"id", change.record.id},
          {"name", told.name},
          {"field", change.field},
          {"item", change.item},
          {"before", change.before},
          {"after", change.after},
          {"sentence", told.sentence},
          {"reason", told.reason},
          {"times", told.times},
          {"route", told.route},
          {"mark", told.mark},
          {"path", told.path},
          {"line", told.line}};
}

Json page_json(const PageChange &page) {
  Json json{{"kind", page.kind == PageChange::Kind::changed ? "changed"
                     : page.kind == PageChange::Kind::added ? "added"
                                                            : "removed"},
            {"route", page.route},
            {"heading", page.heading},
            {"marks", Json::array()}};
  for (const auto &mark : page.marks)
    json["marks"].push_back({{"removed", mark.removed}, {"added", mark.added}, {"moved", mark.moved}});
  return json;
}

Json problem_json(const Diagnostic &problem) {
  return {{"code", problem.code},
          {"severity", to_string(problem.severity)},
          {"path", problem.span.file_path()},
          {"line", problem.span.place.line},
          {"message", problem.message},
          {"help", problem.help}};
}

/// A list, each of its items as `one` says.
template <class Items, class One>
Json list_json(const Items &items, const One &one) {
  Json json = Json::array();
  for (const auto &item : items)
    json.push_back(one(item));
  return json;
}

} // namespace

std::string review_json(const Site &site, const DraftReview &review) {
  const Json json{
      {"title", *site.settings().title},
      {"before", side_json(review.before)},
      {"after", side_json(review.after)},
      {"summary", review.summary},
      {"facts", list_json(review.facts, change_json)},
      {"wording", list_json(review.wording, change_json)},
      {"pages", list_json(review.pages, page_json)},
      {"touched", list_json(review.touched, page_json)},
      {"doubts", list_json(review.doubts,
                           [](const ReviewDoubt &doubt) {
                             return Json{{"kind", key_of(doubt.kind)},
                                         {"name", doubt.name},
                                         {"sentence", doubt.sentence},
                                         {"route", doubt.route}};
                           })},
      {"new_problems", list_json(review.new_problems, problem_json)},
      {"mended_problems", list_json(review.mended_problems, problem_json)},
      {"reading",
       list_json(review.reading,
                 [](const ReviewReading &page) {
                   return Json{{"route", page.route}, {"before", page.before}, {"after", page.after}};
                 })},
      {"translations", list_json(review.translations,
                                 [](const TranslationChange &one) {
                                   return Json{{"file", one.path}, {"language", one.language}};
                                 })},
      {"long_sentences",
       list_json(review.long_sentences,
                 [](const NewSentence &one) {
                   return Json{{"text", one.text}, {"words", one.words}, {"route", one.route}};
                 })},
      {"short_forms", list_json(review.short_forms, [](const UnexplainedShortForm &one) {
         return Json{{"text", one.text}, {"route", one.route}};
       })}};
  return json.dump(1) + "\n";
}

} // namespace localoffer
