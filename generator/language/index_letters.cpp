#include "language/index_letters.hpp"

#include "language/formats.hpp"

#include <stdexcept>

namespace localoffer {
namespace {

void require(UErrorCode status) {
  if (U_FAILURE(status))
    throw std::runtime_error(std::string("ICU cannot make an alphabetical index: ") + u_errorName(status));
}

} // namespace

IndexLetters::IndexLetters(const std::string &language) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::forLanguageTag(language, status);
  require(status);
  icu::AlphabeticIndex index(locale, status);
  require(status);
  letters_.reset(index.buildImmutableIndex(status));
  require(status);
}

std::string IndexLetters::of(std::string_view text) const {
  UErrorCode status = U_ZERO_ERROR;
  const auto name = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  const auto place = letters_->getBucketIndex(name, status);
  require(status);
  const auto *bucket = letters_->getBucket(place);
  if (!bucket || bucket->getLabelType() != U_ALPHAINDEX_NORMAL) return {};
  return to_utf8(bucket->getLabel());
}

} // namespace localoffer
