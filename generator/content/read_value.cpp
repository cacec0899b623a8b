#include "content/read_value.hpp"

#include "base/text.hpp"
#include "content/codes.hpp"
#include "content/fields.hpp"
#include "content/markdown.hpp"
#include "content/text_map.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace localoffer {
namespace {

/// "a milestone", "an observation"; nothing before names that are not of one thing: "stated counts".
std::string with_article(std::string_view name) {
  const bool is_plural = name.ends_with("s") && !name.ends_with("pictures");
  if (is_plural || name == "outside help") return std::string(name);
  const bool vowel = std::string_view("aeiou").find(name.front()) != std::string_view::npos;
  return fmt::format("{} {}", vowel ? "an" : "a", name);
}

} // namespace

void ReadContext::report(std::string_view code, Place place, std::string message, std::string help) {
  diagnostics.push_back(diagnose(code, {file, place}, std::move(message), std::move(help)));
}

void ReadContext::wrong_type(const YamlNode &node, std::string_view wanted, std::string_view name) {
  const std::string_view found = node.kind == YamlNode::Kind::list  ? "a list"
                                 : node.kind == YamlNode::Kind::map ? "'key: value' lines"
                                                                    : "plain text";
  report("wrong-type", node.place, fmt::format("{} should stand here, not {}", wanted, found),
         name.empty() ? "" : fmt::format("The field guide shows {}: localoffer schema.", with_article(name)));
}

void ReadContext::unknown_key(const YamlNode &key, const std::string &record,
                              const std::vector<std::string> &known) {
  const auto near = did_you_mean(key.scalar, known);
  report("unknown-key", key.place, fmt::format("'{}' is not a field of {}", key.scalar, with_article(record)),
         near ? fmt::format("did you mean '{}'?", *near)
         : key.scalar.find(' ') != std::string::npos
             ? fmt::format(
                   "A text with a comma or a colon needs quotes around it. If this is a field: {} has {}.",
                   with_article(record), joined(known))
             : fmt::format("It has: {}.", joined(known)));
}

void ReadContext::missing_field(const YamlNode &record, const std::string &name, const std::string &key,
                                const std::string &meaning) {
  report("missing-field", record.place, fmt::format("this {} has no '{}'", name, key),
         fmt::format("Add a line '{}: ...'. {}", key, meaning));
}

bool ReadContext::is_duplicate(const YamlNode &key, const std::vector<const YamlNode *> &seen) {
  constexpr std::size_t most = 1000; // keys of one record; each is compared with all before it
  if (seen.size() >= most) {
    report("too-many-nodes", key.place, fmt::format("this record has more than {} keys", most),
           "Make several records of it.");
    return true;
  }
  const auto first = std::find_if(seen.begin(), seen.end(),
                                  [&](const YamlNode *other) { return other->scalar == key.scalar; });
  if (first == seen.end()) return false;
  report("duplicate-key", key.place, fmt::format("'{}' stands twice in this record", key.scalar),
         "Keep one of the two lines; for several values write a list.");
  diagnostics.back().notes.push_back({{file, (*first)->place}, "it was given here first"});
  return true;
}

void ReadContext::keep_text(const YamlNode &node, bool is_prose) {
  texts.emplace_back(file, node, field, is_prose);
}

void ReadContext::empty_value(const YamlNode &where, std::string_view code) {
  if (code == "empty-comment")
    report(code, where.place, "this comment is empty",
           "Say what was done or why nothing was, or remove the line. If another action has the same "
           "comment, write "
           "'same_comment_as:' and its ref.");
  else
    report(code, where.place,
           where.scalar.empty() ? "this item is empty" : fmt::format("'{}' has no value", where.scalar),
           "Write the value, or remove the line: what is not known is left out.");
}

namespace {

bool is_scalar(ReadContext &context, const YamlNode &node, std::string_view wanted) {
  if (node.kind == YamlNode::Kind::scalar) return true;
  context.wrong_type(node, wanted, "");
  return false;
}

template <class T>
void set(Authored<T> &out, const YamlNode &node, T value) {
  out.value = std::move(value);
  out.place = node.place;
  out.given = true;
}

/// "S&LT" put through a broken program comes out as "S<": no such text is meant.
void check_stray_less_than(ReadContext &context, const YamlNode &node) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  for (auto at = node.scalar.find('<'); at != std::string::npos; at = node.scalar.find('<', at + 1)) {
    if (at == 0 || !is_capital(node.scalar[at - 1])) continue;
    std::size_t begin = at;
    while (begin > 0 && is_capital(node.scalar[begin - 1]))
      --begin;
    context.report(
        "stray-less-than", TextMap(context.file, node).place_of(begin, at - begin + 1),
        fmt::format("'{}' ends in a '<', which is what is left of a broken '&'",
                    node.scalar.substr(begin, at - begin + 1)),
        "Write the words out, for example 'speech and language therapy', or the whole short form: 'S&LT'.");
    return;
  }
}

bool is_one_of(ReadContext &context, const YamlNode &node, const std::vector<std::string> &choices) {
  if (choices.empty() || std::find(choices.begin(), choices.end(), node.scalar) != choices.end()) return true;
  const auto near = did_you_mean(node.scalar, choices);
  context.report("unknown-value", node.place,
                 fmt::format("'{}' is not one of the values of this field", node.scalar),
                 (near ? fmt::format("did you mean '{}'? ", *near) : "") +
                     fmt::format("It is one of: {}.", joined(choices)));
  return false;
}

void use_links(ReadContext &context, const std::vector<ProseNode> &nodes) {
  for (const auto &node : nodes) {
    if (node.kind == ProseNode::Kind::link || node.kind == ProseNode::Kind::image)
      context.uses.push_back(
          {Use::Kind::link, {}, node.target, plain_text(node.children), context.file, node.place});
    use_links(context, node.children);
  }
}

std::optional<double> number_in(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number)) return std::nullopt;
  return number;
}

std::optional<double> read_number(ReadContext &context, const YamlNode &node) {
  if (!is_scalar(context, node, "a number")) return std::nullopt;
  if (const auto number = number_in(node.scalar)) return number;
  std::string bare;
  for (char c : node.scalar)
    if ((c >= '0' && c <= '9') || c == '.' || c == '-') bare += c;
  context.report(
      "wrong-type", node.place, fmt::format("'{}' is not a number", node.scalar),
      number_in(bare)
          ? fmt::format("Write {} and nothing else: the unit has a field of its own, and \"about\" belongs "
                        "in 'about: true' or in a note.",
                        bare)
          : "Write digits only, for example 45 or 3.5, or leave the line out.");
  return std::nullopt;
}

} // namespace

void read_value(ReadContext &context, const YamlNode &node, Authored<std::string> &out,
                const Constraint &limit) {
  if (!is_scalar(context, node, "text")) return;
  if (trimmed(node.scalar).empty()) return context.empty_value(node, limit.empty_code);
  check_stray_less_than(context, node);
  if (!is_one_of(context, node, limit.choices)) return;
  set(out, node, node.scalar);
  if (limit.names == Constraint::Names::status)
    context.uses.push_back({Use::Kind::status, {}, node.scalar, {}, context.file, node.place});
  if (limit.names == Constraint::Names::milestone_ref)
    context.uses.push_back({Use::Kind::milestone_ref, {}, node.scalar, {}, context.file, node.place});
  if (limit.names == Constraint::Names::nothing && limit.choices.empty() &&
      limit.words == Constraint::Words::chosen)
    context.keep_text(node, false);
}

void read_value(ReadContext &context, const YamlNode &node, Authored<Prose> &out, const Constraint &limit) {
  if (!is_scalar(context, node, "text")) return;
  if (trimmed(node.scalar).empty()) return context.empty_value(node, limit.empty_code);
  check_stray_less_than(context, node);
  const auto blocks = parse_markdown(context.file, node, context.limits, context.diagnostics);
  use_links(context, blocks);
  set(out, node, Prose(blocks));
  context.keep_text(node, true);
}

void read_value(ReadContext &context, const YamlNode &node, Authored<Date> &out, const Constraint &) {
  if (!is_scalar(context, node, "a date")) return;
  if (const auto date = parse_date(node.scalar)) return set(out, node, *date);
  const auto meant = suggest_iso_date(node.scalar);
  context.report(
      "date-not-iso", node.place, fmt::format("'{}' is not a date in the form that data needs", node.scalar),
      meant ? fmt::format("Write {}.", *meant)
            : "Write the year, the month or the day: 2018, 2018-12 or 2018-12-16. Families see it in words.");
}

void read_value(ReadContext &context, const YamlNode &node, Authored<double> &out, const Constraint &) {
  out.place = node.place; // so that a number that could not be read is not taken for one that is missing
  if (const auto number = read_number(context, node)) set(out, node, *number);
}

void read_value(ReadContext &context, const YamlNode &node, Authored<int> &out, const Constraint &) {
  const auto number = read_number(context, node);
  if (!number) return;
  if (*number != std::floor(*number) || std::abs(*number) > 1e9)
    return context.report("wrong-type", node.place, fmt::format("'{}' is not a whole number", node.scalar),
                          "Write a whole number, for example 8.");
  set(out, node, static_cast<int>(*number));
}

void read_value(ReadContext &context, const YamlNode &node, Authored<bool> &out, const Constraint &) {
  if (!is_scalar(context, node, "true or false")) return;
  const std::string lower = lower_ascii(node.scalar);
  if (lower == "true" || lower == "yes") return set(out, node, true);
  if (lower == "false" || lower == "no") return set(out, node, false);
  context.report("wrong-type", node.place, fmt::format("'{}' is neither true nor false", node.scalar),
                 "Write true or false.");
}

void read_value(ReadContext &context, const YamlNode &node, Authored<Ref> &out, const Constraint &limit) {
  if (!is_scalar(context, node, "the id of a " + limit.record_kind)) return;
  set(out, node, Ref{node.scalar});
  context.uses.push_back({Use::Kind::record, limit.record_kind, node.scalar, {}, context.file, node.place});
}

void read_value(ReadContext &context, const YamlNode &node, Authored<Rgb> &out, const Constraint &) {
  if (!is_scalar(context, node, "a colour")) return;
  if (const auto colour = parse_colour(node.scalar)) return set(out, node, *colour);
  context.report("bad-colour", node.place, fmt::format("'{}' is not a colour", node.scalar),
                 "Write # and six digits from 0 to f in quotes, for example \"#1d4f91\".");
}

void read_value(ReadContext &context, const YamlNode &node, StatusCounts &out, const Constraint &) {
  if (node.kind != YamlNode::Kind::map) return context.wrong_type(node, "'status: number' lines", "");
  std::vector<const YamlNode *> seen;
  for (const auto &[key, value] : node.entries) {
    if (context.is_duplicate(key, seen)) continue;
    seen.push_back(&key);
    Constraint status;
    status.names = Constraint::Names::status;
    auto &[name, count] = out.emplace_back();
    read_value(context, key, name, status);
    read_value(context, value, count, {});
  }
}

namespace {

ValueType simple(ValueType::Kind kind) {
  ValueType type;
  type.kind = kind;
  return type;
}

} // namespace

ValueType scalar_value_type(Authored<std::string> *, const Constraint &limit) {
  ValueType type = simple(limit.names == Constraint::Names::status          ? ValueType::Kind::status
                          : limit.names == Constraint::Names::milestone_ref ? ValueType::Kind::milestone_ref
                                                                            : ValueType::Kind::text);
  type.choices = limit.choices;
  const bool has_words =
      limit.words == Constraint::Words::chosen || limit.words == Constraint::Words::other_words;
  type.is_translated = has_words && limit.choices.empty();
  return type;
}
ValueType scalar_value_type(Authored<Prose> *, const Constraint &) {
  return simple(ValueType::Kind::prose);
}
ValueType scalar_value_type(Authored<Date> *, const Constraint &) {
  return simple(ValueType::Kind::date);
}
ValueType scalar_value_type(Authored<double> *, const Constraint &) {
  return simple(ValueType::Kind::number);
}
ValueType scalar_value_type(Authored<int> *, const Constraint &) {
  return simple(ValueType::Kind::whole_number);
}
ValueType scalar_value_type(Authored<bool> *, const Constraint &) {
  return simple(ValueType::Kind::yes_no);
}
ValueType scalar_value_type(Authored<Rgb> *, const Constraint &) {
  return simple(ValueType::Kind::colour);
}
ValueType scalar_value_type(Authored<Ref> *, const Constraint &limit) {
  ValueType type = simple(ValueType::Kind::reference);
  type.name = limit.record_kind;
  return type;
}
ValueType scalar_value_type(StatusCounts *, const Constraint &) {
  ValueType type = simple(ValueType::Kind::whole_number);
  type.map = true;
  return type;
}

} // namespace localoffer
