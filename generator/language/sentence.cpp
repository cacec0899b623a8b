#include "language/sentence.hpp"

#include <fmt/format.h>
#include <stdexcept>

namespace localoffer {
namespace {

using Part = Sentence::Part;
using Branch = Sentence::Branch;

const WordArgument &argument(const WordArguments &arguments, const std::string &name) {
  for (const auto &[given, value] : arguments)
    if (given == name) return value;
  throw std::invalid_argument(fmt::format("it asks for '{}', which this page does not give", name));
}

const Branch &branch_for(const Part &part, std::optional<double> exactly, std::string_view keyword) {
  const Branch *other = nullptr;
  const Branch *chosen = nullptr;
  for (const auto &branch : part.branches) {
    if (exactly && branch.exactly == exactly) return branch;
    if (branch.exactly) continue;
    if (branch.keyword == keyword && chosen == nullptr) chosen = &branch;
    if (branch.keyword == "other") other = &branch;
  }
  if (chosen != nullptr) return *chosen;
  if (other != nullptr) return *other;
  throw std::logic_error("a plural or select without 'other'");
}

class Speaker {
public:
  Speaker(const WordArguments &arguments, const Formats &formats, std::string &out)
      : arguments_(arguments), formats_(formats), out_(out) {}

  /// `hash` is what # stands for: the number of the plural around it.
  void say(const std::vector<Part> &parts, double hash) {
    for (const auto &part : parts)
      say(part, hash);
  }

private:
  void say(const Part &part, double hash) {
    switch (part.kind) {
    case Part::Kind::literal:
      out_ += part.text;
      return;
    case Part::Kind::number:
      out_ += formats_.number(hash);
      return;
    case Part::Kind::argument:
      out_ += text_of(argument(arguments_, part.text));
      return;
    case Part::Kind::select:
      say(branch_for(part, std::nullopt, text_of(argument(arguments_, part.text))).parts, hash);
      return;
    case Part::Kind::plural:
    case Part::Kind::ordinal:
      say_plural(part);
    }
  }

  void say_plural(const Part &part) {
    const auto *whole = std::get_if<long>(&argument(arguments_, part.text));
    if (whole == nullptr)
      throw std::invalid_argument(fmt::format("it makes a plural of '{}', which is a text", part.text));
    const auto number = static_cast<double>(*whole);
    const double shown = number - part.offset;
    const auto keyword = part.kind == Part::Kind::ordinal ? formats_.ordinal(shown) : formats_.plural(shown);
    say(branch_for(part, number, keyword).parts, shown);
  }

  std::string text_of(const WordArgument &value) const {
    if (const auto *text = std::get_if<std::string>(&value)) return *text;
    return formats_.number(static_cast<double>(std::get<long>(value)));
  }

  const WordArguments &arguments_;
  const Formats &formats_;
  std::string &out_;
};

} // namespace

const std::string *Sentence::literal() const {
  static const std::string nothing;
  if (parts.empty()) return &nothing;
  return parts.size() == 1 && parts.front().kind == Part::Kind::literal ? &parts.front().text : nullptr;
}

void say_sentence(const Sentence &sentence, const WordArguments &arguments, const Formats &formats,
                  std::string &out) {
  Speaker(arguments, formats, out).say(sentence.parts, 0);
}

} // namespace localoffer
