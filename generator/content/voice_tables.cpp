#include "content/constraints.hpp"
#include "content/tables.hpp"

// Tables of the records between the programme and families.

namespace localoffer {

template <>
const Fields<Topic> &fields_of() {
  static const auto table = Fields<Topic>("topic", "What a family might look for: Waiting for a plan.")
                                .including(&Topic::head, fields_of<RecordHead>(), {"title", "text"})
                                .optional("order", &Topic::order, "Its place among the topics.")
                                .optional("look_up", &Topic::look_up,
                                          "Other words for it. The A to Z lists it under each, and the "
                                          "search finds it by them: Exclusion from school.",
                                          other_words());
  return table;
}

template <>
const Fields<YouSaid> &fields_of() {
  static const auto table =
      Fields<YouSaid>("you said",
                      "What families or young people said, and what was done about it. Answers to "
                      "a draft lie in reviews/feedback/.")
          .including(&YouSaid::head, fields_of<RecordHead>(), {"title", "text"})
          .required("when", &YouSaid::when, "When it was said.")
          .required("group", &YouSaid::group, "Which group said it: Parents and carers. Never who.")
          .optional("response", &YouSaid::response, "The answer. Leave it out while there is none.")
          .optional("action", &YouSaid::action, "What was done or will be done.")
          .optional("answered", &YouSaid::answered, "When it was answered.")
          .optional("answer_due", &YouSaid::answer_due, "By when it is to be answered.")
          .optional("milestones", &YouSaid::milestones, "Refs of the milestones that came of it.",
                    a_milestone_ref())
          .optional("page", &YouSaid::page, "The page of this site that it is about: /actions/4b-i/.",
                    not_wording());
  return table;
}

template <>
const Fields<Quote> &fields_of() {
  static const auto table =
      Fields<Quote>("quote", "Somebody's own words, used with their consent.")
          .including(&Quote::head, fields_of<RecordHead>(), {"sources"})
          .required("words", &Quote::words, "What they said. Short, and naming nobody.")
          .required("speaker", &Quote::speaker, "What kind of person said it: A parent.")
          .required("when", &Quote::when, "The month in which they said it.")
          .optional("consent", &Quote::consent, "How it is known that they agree.",
                    one_of({"recorded", "published-elsewhere"}))
          .optional("consent_date", &Quote::consent_date, "When the consent was recorded.")
          .optional("redactions", &Quote::redactions, "What was left out so that nobody can be identified.")
          .optional("priority", &Quote::priority, "The id of the priority that it is about.",
                    id_of("priority"));
  return table;
}

template <>
const Fields<Question> &fields_of() {
  static const auto table = Fields<Question>("question", "A question that families ask, and its answer.")
                                .including(&Question::head, fields_of<RecordHead>(), {"title", "text"})
                                .optional("order", &Question::order,
                                          "Its place among the questions. The home page shows the first ten.")
                                .optional("look_up", &Question::look_up,
                                          "What it is about, in a word or two. The A to Z lists it under "
                                          "each, and the search finds it by them: Exclusion from school.",
                                          other_words());
  return table;
}

template <>
const Fields<NewsUpdate> &fields_of() {
  static const auto table = Fields<NewsUpdate>("news update", "Something new that families should know.")
                                .including(&NewsUpdate::head, fields_of<RecordHead>(), {"title", "text"})
                                .required("date", &NewsUpdate::date, "Its day.")
                                .optional("priorities", &NewsUpdate::priorities,
                                          "The ids of the priorities that it is about.", id_of("priority"));
  return table;
}

template <>
const Fields<Funding> &fields_of() {
  static const auto table =
      Fields<Funding>("funding", "Money for the programme, or for what it is about.")
          .including(&Funding::head, fields_of<RecordHead>(), {"title", "text", "sources"})
          .required("amount", &Funding::amount, "How much, in pounds.")
          .optional("years", &Funding::years, "For which years: 2020 to 2021.")
          .optional("from", &Funding::from, "The ids of the bodies that pay.", id_of("body"))
          .optional("change", &Funding::change, "What the amount is.",
                    one_of({"total", "increase", "saving", "overspend"}))
          .optional("priorities", &Funding::priorities, "The ids of the priorities that it is for.",
                    id_of("priority"));
  return table;
}

template <>
const Fields<Document> &fields_of() {
  static const auto table =
      Fields<Document>("document", "Something to read or download.")
          .including(&Document::head, fields_of<RecordHead>(), {"title"})
          .optional("file", &Document::file, "Its path in the area's folder: files/plan.pdf.", not_wording())
          .optional("url", &Document::url, "Its address, when it lies elsewhere.", not_wording())
          .optional("format", &Document::format, "What kind of file it is: PDF. Known from the file's name.",
                    not_wording())
          .optional("bytes", &Document::bytes, "Its size, when it lies elsewhere.")
          .optional("pages", &Document::pages, "How many pages it has.")
          .optional("date", &Document::date, "Its date.")
          .optional(
              "alternative", &Document::alternative,
              "The same as a web page: a file of the content, or an address. check asks for it when the "
              "document is a PDF.",
              not_wording())
          .optional("priorities", &Document::priorities, "The ids of the priorities that it is about.",
                    id_of("priority"));
  return table;
}

template <>
const Fields<EasyReadItem> &fields_of() {
  static const auto table =
      Fields<EasyReadItem>("sentence with a picture", "One thing to know, and the picture beside it.")
          .required("picture", &EasyReadItem::picture,
                    "The name of one of the theme's pictures: meeting. themes/clear/pictures/pictures.yaml "
                    "lists them.",
                    not_wording())
          .required("text", &EasyReadItem::text, "One sentence of 10 to 15 words or fewer, with one idea.");
  return table;
}

template <>
const Fields<EasyReadPart> &fields_of() {
  static const auto table = Fields<EasyReadPart>("part with pictures", "Sentences that belong together.")
                                .optional("heading", &EasyReadPart::heading, "What they are about.")
                                .required("items", &EasyReadPart::items, "Each sentence with its picture.");
  return table;
}

template <>
const Fields<EasyRead> &fields_of() {
  static const auto table =
      Fields<EasyRead>("easy read",
                       "A page of the site told again in short sentences, each with a picture. It is called "
                       "Easy Read once a review by people with learning disabilities is recorded.")
          .including(&EasyRead::head, fields_of<RecordHead>(), {"title"})
          .required("of", &EasyRead::of,
                    "The page that it tells again: a record, as priority/8-timeliness, or an address, as /.",
                    not_wording())
          .required("parts", &EasyRead::parts, "Its sentences and pictures.")
          .optional("reviewed_by", &EasyRead::reviewed_by,
                    "Which group of people with learning disabilities reviewed it. Never a person's name.")
          .optional("reviewed_on", &EasyRead::reviewed_on, "When they did.")
          .optional("order", &EasyRead::order, "Its place in the list.");
  return table;
}

} // namespace localoffer
