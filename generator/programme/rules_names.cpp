#include "base/text.hpp"
#include "content/codes.hpp"
#include "programme/find_words.hpp"
#include "programme/rule_list.hpp"

#include <algorithm>
#include <fmt/format.h>

// What words and organisations are called: one meaning for a short form, one name for a body.

namespace localoffer::rules {
namespace {

/// Where a name was given first, and by which record.
struct Owner {
  std::string id;
  Span span;
};

using Owners = std::map<std::string, Owner>;

/// The owner of a name that another record has already; else the name is taken.
const Owner *other_owner(Owners &owners, const std::string &name, const RecordHead &head, Place place) {
  const auto [owner, is_new] = owners.emplace(name, Owner{head.id, {head.file, place}});
  return is_new || owner->second.id == head.id ? nullptr : &owner->second;
}

std::vector<const Authored<std::string> *> names_of(const Term &term) {
  std::vector<const Authored<std::string> *> names{&term.short_form, &term.head.title};
  for (const auto &other : term.also)
    names.push_back(&other);
  return names;
}

std::vector<const Authored<std::string> *> names_of(const Body &body) {
  std::vector<const Authored<std::string> *> names{&body.head.title, &body.short_name};
  for (const auto &other : body.also)
    names.push_back(&other);
  return names;
}

void check_shared_names(const Programme &programme, Found &found) {
  Owners owners;
  for (const auto &body : programme.content.records.bodies)
    for (const auto *name : names_of(body)) {
      if (!*name) continue;
      const Owner *owner = other_owner(owners, lower_ascii(**name), body.head, name->place);
      if (!owner) continue;
      found.push_back(diagnose(
          "body-under-two-names", {body.head.file, name->place},
          fmt::format("'{}' is a name of '{}' too", **name, owner->id),
          "If both are one body, keep one record, with its other names under 'also:', and use its id "
          "everywhere. If they are two, give each a name that only it has."));
      found.back().notes.push_back({owner->span, "the name was given here first"});
    }
}

/// The names that the content is to use, the longest first: what stands inside one is no other name.
std::vector<std::string> chosen_names(const Programme &programme) {
  std::vector<std::string> names;
  for (const auto &body : programme.content.records.bodies) {
    if (body.head.title) names.push_back(*body.head.title);
    if (body.short_name) names.push_back(*body.short_name);
  }
  std::stable_sort(names.begin(), names.end(),
                   [](const std::string &a, const std::string &b) { return a.size() > b.size(); });
  return names;
}

/// What reports and people said stays as they said it, and a discrepancy or a list of words may have to show
/// the other name.
bool repeats_others(const WrittenText &text) {
  const bool is_term = text.kind == "term" && (text.field == "title" || text.field == "short_form");
  return text.kind == "report" || text.kind == "quote" || text.field == "discrepancy" || is_term;
}

/// "the council" is how people speak of it, and no second name.
bool is_a_name(const std::string &words) {
  return std::any_of(words.begin(), words.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

void check_use(const Body &body, const WrittenText &text, const std::string &wording, Found &found) {
  for (const auto &other : body.also) {
    if (!is_a_name(*other)) continue;
    for (const auto &match : find_words(wording, *other)) {
      const std::string also_short =
          body.short_name ? fmt::format(", or '{}' where it was named before", *body.short_name) : "";
      found.push_back(diagnose("body-under-two-names", text.span_of(match.begin, match.length),
                               fmt::format("'{}' is called '{}' here", *body.head.title, *other),
                               fmt::format("Write '{}'{}.", *body.head.title, also_short)));
    }
  }
}

} // namespace

void short_forms_have_one_meaning(const Programme &programme, Found &found) {
  Owners owners;
  for (const auto &term : programme.content.records.terms)
    for (const auto *name : names_of(term)) {
      if (!*name) continue;
      const Owner *owner = other_owner(owners, **name, term.head, name->place);
      if (!owner) continue;
      found.push_back(
          diagnose("one-meaning", {term.head.file, name->place},
                   fmt::format("'{}' means '{}' here, and has another meaning in '{}'", **name,
                               *term.head.title, owner->id),
                   "Keep the short form for one of the two, and write the other one out everywhere. If the "
                   "report uses it for both, say so under 'discrepancy:'."));
      found.back().notes.push_back({owner->span, "its first meaning"});
    }
}

void bodies_have_one_name(const Programme &programme, Found &found) {
  check_shared_names(programme, found);
  const auto &bodies = programme.content.records.bodies;
  if (std::all_of(bodies.begin(), bodies.end(), [](const Body &body) { return body.also.empty(); })) return;
  const auto chosen = chosen_names(programme);
  for (const auto &text : programme.content.texts) {
    if (repeats_others(text)) continue;
    std::string wording = wording_of(text);
    for (const auto &name : chosen)
      blank_words(wording, name);
    for (const auto &body : bodies)
      if (text.kind != "body" || text.id != body.head.id) check_use(body, text, wording, found);
  }
}

} // namespace localoffer::rules
