#pragma once

#include "base/date.hpp"
#include "base/diagnostic.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace localoffer {

/// A value put into a sentence: text as it is, whole numbers with the language's plural rules.
using WordArgument = std::variant<std::string, long>;
using WordArguments = std::vector<std::pair<std::string_view, WordArgument>>;

/// The interface words of one language, from the theme's words/LANGUAGE.yaml, and how the language writes
/// dates, numbers and order. Sentences are ICU message patterns: "{count, plural, one {# action is late}
/// other {# actions are late}}". Immutable after load; every function may be called from several threads at
/// once.
class Words {
public:
  /// Keys are joined with dots: home.late. Patterns that are not valid, and keys that stand twice, are
  /// diagnostics
  /// ("words-pattern", "duplicate-key").
  static Words load(const SourceFilePtr &file, const std::string &language,
                    std::vector<Diagnostic> &diagnostics);

  /// The same. Words that are missing are those of another language, marked as foreign (base/foreign.hpp).
  /// Sentences that ask for what the other language's do not are diagnostics ("words-pattern").
  static Words load(const SourceFilePtr &file, const std::string &language,
                    std::shared_ptr<const Words> others, std::vector<Diagnostic> &diagnostics);

  /// The keys of the words that are missing.
  const std::vector<std::string> &missing() const;

  const std::string &language() const; ///< BCP 47: "en"

  /// A word without arguments, as it stands; null when there is none or when it takes arguments. For
  /// templates.
  const std::string *plain(std::string_view key) const;

  /// A sentence with its arguments filled in. Throws WorldError that names the key and the file when the
  /// theme has no such sentence or when it asks for an argument that is not given.
  std::string say(std::string_view key, const WordArguments &arguments = {}) const;

  bool has(std::string_view key) const;
  std::vector<std::string> keys() const;

  std::string date(const Date &date) const;  ///< "16 October 2019", "December 2018", "2018"
  std::string number(double number) const;   ///< "1,234", "3.5": at most two decimals, none that are zero
  std::string percent(double percent) const; ///< 45 -> "45%"
  std::string list(const std::vector<std::string> &items) const; ///< "a, b and c"
  /// A length of time in the largest unit that says it well: "5 days", "3 weeks", "10 months", "2 years".
  /// Days >= 0.
  std::string duration(long days) const;
  /// First letter of a sentence made large, in the language's way. Marks of foreign text are passed over,
  /// here and in the order.
  std::string sentence_case(std::string_view text) const;

  /// The language's alphabetical order.
  bool comes_before(std::string_view a, std::string_view b) const;

  Words(Words &&) noexcept;
  Words &operator=(Words &&) noexcept;
  ~Words();

private:
  struct State;
  explicit Words(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

} // namespace localoffer
