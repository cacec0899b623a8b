#include "language/wording.hpp"

#include "base/hash.hpp"
#include "base/packed.hpp"
#include "language/short_forms.hpp"

#include <algorithm>

namespace localoffer {
namespace {

void add_short_form(const Authored<std::string> &form, std::set<std::string> &all) {
  if (!form.given) return;
  // Of "EHC plan" the letters are explained too.
  std::size_t at = 0;
  for (const std::string &text = *form; at <= text.size();) {
    const auto end = std::min(text.find(' ', at), text.size());
    if (const auto word = text.substr(at, end - at); is_short_form(word)) all.insert(word);
    at = end + 1;
  }
}

/// The names that a text may use as they are.
std::vector<TermForms> forms_of(const Programme &programme) {
  std::vector<TermForms> names;
  const Records &records = programme.content.records;
  for (const auto &term : records.terms) {
    names.push_back({*term.head.title, *term.short_form, {}});
    for (const auto &form : term.also)
      names.back().also.push_back(*form);
  }
  for (const auto &body : records.bodies)
    names.push_back({*body.head.title, *body.short_name, {}});
  for (const auto &[kind, naming] : programme.settings().names) // what the site calls its milestones
    names.push_back({*naming.one, *naming.many, {}});
  return names;
}

std::set<std::string> short_forms_of(const Programme &programme) {
  std::set<std::string> short_forms;
  const Records &records = programme.content.records;
  for (const auto &term : records.terms) {
    add_short_form(term.head.title, short_forms);
    add_short_form(term.short_form, short_forms);
    for (const auto *forms : {&term.also, &term.avoid}) // of those to avoid another rule speaks
      for (const auto &form : *forms)
        add_short_form(form, short_forms);
  }
  for (const auto &body : records.bodies) {
    add_short_form(body.head.title, short_forms);
    add_short_form(body.short_name, short_forms);
    for (const auto &form : body.also)
      add_short_form(form, short_forms);
  }
  return short_forms;
}

/// Equal keys are equal words.
std::string key_of(const std::vector<TermForms> &forms, const std::set<std::string> &short_forms) {
  PackedWriter all;
  for (const auto &form : forms) {
    all.text(form.title);
    all.text(form.short_form);
    all.number(form.also.size());
    for (const auto &also : form.also)
      all.text(also);
  }
  for (const auto &form : short_forms)
    all.text(form);
  return content_hash(all.take());
}

} // namespace

KnownWords known_words(const Programme &programme) {
  const auto forms = forms_of(programme);
  auto short_forms = short_forms_of(programme);
  std::string key = key_of(forms, short_forms);
  return {TermFinder(forms), std::move(short_forms), std::move(key)};
}

} // namespace localoffer
