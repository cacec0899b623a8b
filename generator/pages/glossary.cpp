#include "base/foreign.hpp"
#include "base/text.hpp"
#include "pages/common_views.hpp"
#include "pages/page_list.hpp"

#include <algorithm>

namespace localoffer {

struct TermView {
  std::string id, title, short_form, also;
  Html text;
};
VIEW_FIELDS(TermView, id, title, short_form, also, text);

struct LetterView {
  std::string letter, id;
  std::vector<TermView> terms;
};
VIEW_FIELDS(LetterView, letter, id, terms);

struct GlossaryView {
  Frame frame;
  std::string introduction;
  std::vector<LetterView> letters;
};
VIEW_FIELDS(GlossaryView, frame, introduction, letters);

namespace {

/// The first character of a text that is not blank, made large.
std::string letter_of(const Site &site, std::string_view text) {
  const std::string plain = without_foreign_marks(text);
  text = trimmed(plain);
  std::size_t end = 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u)
    ++end;
  return site.words.sentence_case(std::string(text.substr(0, end)));
}

TermView term_view(const Site &site, const Term &term) {
  std::vector<std::string> also;
  for (const auto &form : term.also)
    also.push_back(*form);
  return {term.head.id, site.words.sentence_case(*term.head.title), *term.short_form, site.words.list(also),
          prose_of(site, term.head, term.head.text)};
}

std::vector<const Term *> terms_in_order(const Site &site) {
  std::vector<const Term *> terms;
  for (const auto &term : site.programme.content.records.terms)
    terms.push_back(&term);
  std::stable_sort(terms.begin(), terms.end(), [&](const Term *a, const Term *b) {
    return site.words.comes_before(*a->head.title, *b->head.title);
  });
  return terms;
}

} // namespace

std::vector<TermExplanation> term_explanations(const Site &site) {
  std::vector<TermExplanation> all;
  for (const auto *term : terms_in_order(site)) {
    TermExplanation explanation;
    explanation.id = term->head.id;
    explanation.forms = {
        without_foreign_marks(*term->head.title), without_foreign_marks(*term->short_form), {}};
    for (const auto &form : term->also)
      explanation.forms.also.push_back(without_foreign_marks(*form));
    explanation.title = site.words.sentence_case(*term->head.title);
    explanation.text = prose_of(site, term->head, term->head.text);
    explanation.back = site.words.say("glossary.back", {{"word", *term->head.title}});
    explanation.hint = site.words.say("glossary.hint");
    if (site.is_translated()) explanation.hint_language = site.words.language();
    all.push_back(std::move(explanation));
  }
  return all;
}

void add_glossary(const Site &site, std::vector<View> &views) {
  PageInfo info;
  info.route = site.addresses.glossary();
  info.heading = site.words.say("footer.glossary");
  info.description = site.words.say("glossary.description");
  info.section = site.addresses.about();
  info.explains_words = false; // it does nothing else
  info.breadcrumbs = {{site.words.say("nav.about"), site.href(site.addresses.about())}};

  GlossaryView view;
  for (const auto *term : terms_in_order(site)) {
    const std::string letter = letter_of(site, *term->head.title);
    // The ids of terms are slugs, so "letter-" could only meet one that is called so; "a-z:" cannot.
    if (view.letters.empty() || view.letters.back().letter != letter)
      view.letters.push_back({letter, "a-z:" + lower_ascii(letter), {}});
    view.letters.back().terms.push_back(term_view(site, *term));
    info.records.push_back(&term->head);
  }
  view.introduction =
      site.words.say("glossary.introduction", {{"count", static_cast<long>(info.records.size())}});
  view.frame = make_frame(site, std::move(info));
  views.push_back(make_view(site.addresses.glossary(), "glossary", std::move(view)));
}

void list_glossary_templates(PageTemplates &templates) {
  templates.emplace_back("glossary", &view_type<GlossaryView>());
}

} // namespace localoffer
