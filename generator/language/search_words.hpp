#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace localoffer {

/// The words of a text as a search compares them: runs of letters, marks and digits, in small letters and
/// without accents. themes/clear/scripts/search.mjs does the same in the browser; tests/oracles/search holds
/// the two together.
std::vector<std::string> search_words(std::string_view text);

/// Brings the forms of a word together: "assessments" and "assessed" are "assess". One for each thread.
class Stemmer {
public:
  /// `language` is BCP 47. Where a browser has no stemmer for it, words stay as they are.
  explicit Stemmer(std::string_view language);

  /// What the browser calls the same way of finding stems: "porter"; empty where there is none.
  const std::string &name() const { return name_; }

  const std::string &stem(const std::string &word);

private:
  struct Close {
    void operator()(void *stemmer) const;
  };
  std::string name_;
  std::unique_ptr<void, Close> stemmer_; ///< libstemmer's
  std::unordered_map<std::string, std::string> known_;
};

} // namespace localoffer
