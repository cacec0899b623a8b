#include "language/search_words.hpp"

#include <algorithm>
#include <libstemmer.h>
#include <stdexcept>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace localoffer {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Most texts are ASCII, and need none of ICU's tables.
std::vector<std::string> ascii_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (char c : text) {
    if (c >= 'A' && c <= 'Z')
      word += static_cast<char>(c - 'A' + 'a');
    else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      word += c;
    else
      end_word();
  }
  end_word();
  return words;
}

bool is_accent(UChar32 c) {
  return c >= 0x300 && c <= 0x36F;
}

bool is_of_word(UChar32 c) {
  constexpr std::uint32_t kinds = U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK;
  return (U_MASK(u_charType(c)) & kinds) != 0;
}

} // namespace

std::vector<std::string> search_words(std::string_view text) {
  if (is_ascii(text)) return ascii_words(text);
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2 *normalizer = icu::Normalizer2::getNFKDInstance(error);
  if (U_FAILURE(error)) throw std::runtime_error("ICU has no table to take accents off");
  const icu::UnicodeString taken_apart = normalizer->normalize(
      icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())}), error);
  if (U_FAILURE(error)) throw std::runtime_error("ICU cannot take the accents off a text");
  icu::UnicodeString plain;
  for (std::int32_t at = 0; at < taken_apart.length(); at = taken_apart.moveIndex32(at, 1))
    if (const UChar32 c = taken_apart.char32At(at); !is_accent(c)) plain.append(c);
  plain.toLower(icu::Locale::getRoot());

  std::vector<std::string> words;
  icu::UnicodeString word;
  const auto end_word = [&] {
    if (!word.isEmpty()) word.toUTF8String(words.emplace_back());
    word.remove();
  };
  for (std::int32_t at = 0; at < plain.length(); at = plain.moveIndex32(at, 1)) {
    if (const UChar32 c = plain.char32At(at); is_of_word(c))
      word.append(c);
    else
      end_word();
  }
  end_word();
  return words;
}

void Stemmer::Close::operator()(void *stemmer) const {
  sb_stemmer_delete(static_cast<sb_stemmer *>(stemmer));
}

Stemmer::Stemmer(std::string_view language) {
  if (language != "en" && !language.starts_with("en-")) return;
  name_ = "porter";
  stemmer_.reset(sb_stemmer_new(name_.c_str(), "UTF_8"));
  if (!stemmer_) throw std::runtime_error("libstemmer lacks the stemmer 'porter'");
}

const std::string &Stemmer::stem(const std::string &word) {
  constexpr std::size_t shortest = 3; // Porter leaves shorter words as they are; libstemmer would not
  const bool plain = std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!stemmer_ || word.size() < shortest || !plain) return word;
  const auto [known, is_new] = known_.try_emplace(word);
  std::string &stem = known->second;
  if (!is_new) return stem;
  auto *stemmer = static_cast<sb_stemmer *>(stemmer_.get());
  const auto *bytes = reinterpret_cast<const sb_symbol *>(word.data());
  const sb_symbol *found = sb_stemmer_stem(stemmer, bytes, static_cast<int>(word.size()));
  if (!found) throw std::bad_alloc();
  stem.assign(reinterpret_cast<const char *>(found), static_cast<std::size_t>(sb_stemmer_length(stemmer)));
  // Porter added "logi -> log" to his rules later, and the browser's stemmer has it.
  if (stem.ends_with("logi")) stem.pop_back();
  return stem;
}

} // namespace localoffer
