#include "language/words.hpp"

#include "base/foreign.hpp"
#include "base/text.hpp"
#include "content/yaml.hpp"
#include "language/sentence.hpp"

#include <cmath>
#include <fmt/format.h>
#include <map>
#include <set>
#include <stdexcept>

namespace localoffer {

struct Words::State {
  explicit State(const std::string &code) : language(code), formats(code) {}

  std::string path; ///< of the file, for messages
  std::string language;
  Formats formats;
  std::map<std::string, Sentence, std::less<>> sentences;
  std::shared_ptr<const Words> others; ///< for what is missing; null without
  std::vector<std::string> missing;
};

namespace {

/// The names of all arguments that a sentence asks for.
void collect_arguments(const std::vector<Sentence::Part> &parts, std::set<std::string> &names) {
  using Kind = Sentence::Part::Kind;
  for (const auto &part : parts) {
    if (part.kind != Kind::literal && part.kind != Kind::number) names.insert(part.text);
    for (const auto &branch : part.branches)
      collect_arguments(branch.parts, names);
  }
}

using Sentences = std::map<std::string, Sentence, std::less<>>;

/// Where a character of a scalar's text stands in the file, as far as it can be told: a text that the file
/// has as it is, in quotes or as a block. For others, the place of the whole scalar.
Place place_in_scalar(const SourceFile &file, const YamlNode &node, std::size_t characters) {
  const auto lines = lines_of(file.text);
  const auto text_lines = lines_of(node.scalar);
  std::size_t line = 0;
  while (line + 1 < text_lines.size() && characters > character_count(text_lines[line])) {
    characters -= character_count(text_lines[line]) + 1;
    ++line;
  }
  const std::size_t file_line = node.place.line - 1 + line + (node.block ? 1 : 0);
  if (text_lines.empty() || file_line >= lines.size()) return node.place;
  const auto found = lines[file_line].find(text_lines[line]);
  if (found == std::string_view::npos) return node.place;
  return {static_cast<std::uint32_t>(file_line + 1),
          static_cast<std::uint32_t>(character_count(lines[file_line].substr(0, found)) + characters + 1), 1};
}

class WordsReader {
public:
  WordsReader(const SourceFilePtr &file, const Formats &formats, const Sentences *others,
              std::vector<Diagnostic> &diagnostics)
      : file_(file), formats_(formats), others_(others), diagnostics_(diagnostics) {}

  Sentences read() {
    const auto tree = parse_yaml({file_, 0, file_->text.size()}, ContentLimits{}, diagnostics_);
    if (!tree || tree->kind == YamlNode::Kind::null) return {};
    if (tree->kind == YamlNode::Kind::map)
      read_section(*tree, "");
    else
      report("wrong-type", tree->place, "the words of a theme are keys with sentences",
             "Write lines such as 'home: Home', or sections of them.");
    return std::move(sentences_);
  }

private:
  void report(std::string_view code, Place place, std::string message, std::string help) {
    diagnostics_.push_back(
        {std::string(code), Severity::error, {file_, place}, std::move(message), std::move(help), {}});
  }

  void read_section(const YamlNode &section, const std::string &prefix) {
    std::map<std::string, Place> seen;
    for (const auto &[key, value] : section.entries) {
      const std::string name = prefix + key.scalar;
      const auto [first, is_new] = seen.emplace(key.scalar, key.place);
      if (!is_new || sentences_.contains(name)) {
        report("duplicate-key", key.place, fmt::format("'{}' stands twice", name), "Keep one of the two.");
        if (!is_new) diagnostics_.back().notes.push_back({{file_, first->second}, "first given here"});
        continue;
      }
      read_value(key, value, name);
    }
  }

  void read_value(const YamlNode &key, const YamlNode &value, const std::string &name) {
    switch (value.kind) {
    case YamlNode::Kind::map:
      read_section(value, name + ".");
      return;
    case YamlNode::Kind::scalar:
      read_sentence(value, name);
      return;
    case YamlNode::Kind::null:
      report("empty-value", key.place, fmt::format("'{}' has no words", name),
             "Write them, or remove the key.");
      return;
    case YamlNode::Kind::list:
      report("wrong-type", value.place, fmt::format("'{}' is a list", name),
             "Write one sentence, or keys with sentences.");
    }
  }

  void read_sentence(const YamlNode &value, const std::string &name) {
    PatternMistake mistake;
    if (auto sentence = parse_sentence(trimmed(value.scalar), formats_, mistake)) {
      check_arguments(value, name, *sentence);
      sentences_.emplace(name, std::move(*sentence));
      return;
    }
    report("words-pattern", place_in_scalar(*file_, value, mistake.offset),
           fmt::format("'{}': {}", name, mistake.message), std::move(mistake.help));
  }

  /// A page hands over what the first language's sentence asks for, and nothing else.
  void check_arguments(const YamlNode &value, const std::string &name, const Sentence &sentence) {
    const auto other = others_ ? others_->find(name) : Sentences::const_iterator{};
    if (!others_ || other == others_->end()) return;
    std::set<std::string> given, wanted;
    collect_arguments(other->second.parts, given);
    collect_arguments(sentence.parts, wanted);
    for (const auto &argument : wanted)
      if (given.count(argument) == 0)
        report("words-pattern", value.place,
               fmt::format("'{}': there is no {{{}}} for this sentence", name, argument),
               given.empty() ? std::string("It has none.")
                             : fmt::format("It has: {}.", joined({given.begin(), given.end()})));
  }

  const SourceFilePtr &file_;
  const Formats &formats_;
  const Sentences *others_;
  std::vector<Diagnostic> &diagnostics_;
  Sentences sentences_;
};

} // namespace

Words::Words(std::unique_ptr<State> state) : state_(std::move(state)) {}
Words::Words(Words &&) noexcept = default;
Words &Words::operator=(Words &&) noexcept = default;
Words::~Words() = default;

Words Words::load(const SourceFilePtr &file, const std::string &language,
                  std::vector<Diagnostic> &diagnostics) {
  return load(file, language, nullptr, diagnostics);
}

Words Words::load(const SourceFilePtr &file, const std::string &language, std::shared_ptr<const Words> others,
                  std::vector<Diagnostic> &diagnostics) {
  auto state = std::make_unique<State>(language);
  state->path = file->path;
  const Sentences *known = others ? &others->state_->sentences : nullptr;
  state->sentences = WordsReader(file, state->formats, known, diagnostics).read();
  if (known)
    for (const auto &[key, sentence] : *known) {
      if (state->sentences.contains(key)) continue;
      state->missing.push_back(key);
      if (const auto *text = sentence.literal())
        state->sentences.emplace(key, Sentence{{{Sentence::Part::Kind::literal, as_foreign(*text), 0, {}}}});
    }
  state->others = std::move(others);
  return Words(std::move(state));
}

const std::vector<std::string> &Words::missing() const {
  return state_->missing;
}

const std::string &Words::language() const {
  return state_->language;
}

const std::string *Words::plain(std::string_view key) const {
  const auto found = state_->sentences.find(key);
  return found == state_->sentences.end() ? nullptr : found->second.literal();
}

std::string Words::say(std::string_view key, const WordArguments &arguments) const {
  const auto found = state_->sentences.find(key);
  if (found == state_->sentences.end() && state_->others && state_->others->has(key))
    return as_foreign(state_->others->say(key, arguments));
  if (found == state_->sentences.end()) {
    const auto near = did_you_mean(key, keys());
    throw WorldError(fmt::format("the theme has no words for '{}'", key),
                     fmt::format("Add '{}' to {}{}.", key, state_->path,
                                 near ? fmt::format("; the nearest that it has is '{}'", *near) : ""));
  }
  std::string out;
  try {
    say_sentence(found->second, arguments, state_->formats, out);
  } catch (const std::invalid_argument &wrong) {
    throw WorldError(fmt::format("the theme's words '{}' cannot be said: {}", key, wrong.what()),
                     fmt::format("Change '{}' in {}.", key, state_->path));
  }
  return out;
}

bool Words::has(std::string_view key) const {
  return state_->sentences.contains(key) || (state_->others && state_->others->has(key));
}

std::vector<std::string> Words::keys() const {
  std::vector<std::string> keys;
  for (const auto &[key, sentence] : state_->sentences)
    keys.push_back(key);
  return keys;
}

std::string Words::date(const Date &date) const {
  return state_->formats.date(date);
}
std::string Words::number(double number) const {
  return state_->formats.number(number);
}
std::string Words::percent(double percent) const {
  return state_->formats.percent(percent);
}
std::string Words::list(const std::vector<std::string> &items) const {
  return state_->formats.list(items);
}

std::string Words::duration(long days) const {
  constexpr double days_in_month = 30.436875; // the Gregorian calendar's mean
  if (days < 14) return say("duration.days", {{"count", days}});
  if (days < 8 * 7) return say("duration.weeks", {{"count", std::lround(static_cast<double>(days) / 7)}});
  const long months = std::lround(static_cast<double>(days) / days_in_month);
  if (months < 24) return say("duration.months", {{"count", months}});
  return say("duration.years", {{"count", std::lround(static_cast<double>(days) / (12 * days_in_month))}});
}

std::string Words::sentence_case(std::string_view text) const {
  if (!text.starts_with(foreign_begins)) return state_->formats.sentence_case(text);
  return std::string(foreign_begins) + state_->formats.sentence_case(text.substr(foreign_begins.size()));
}
bool Words::comes_before(std::string_view a, std::string_view b) const {
  const bool is_marked =
      a.find(foreign_begins) != std::string_view::npos || b.find(foreign_begins) != std::string_view::npos;
  return is_marked ? state_->formats.comes_before(without_foreign_marks(a), without_foreign_marks(b))
                   : state_->formats.comes_before(a, b);
}

} // namespace localoffer
