#include "language/text_parts.hpp"

#include <map>
#include <memory>
#include <stdexcept>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

namespace localoffer {
namespace {

struct Close {
  void operator()(UBreakIterator *breaks) const { ubrk_close(breaks); }
  void operator()(UText *text) const { utext_close(text); }
};

/// One of each for each thread: to make one takes longer than most texts.
UBreakIterator *breaks_of(TextParts kind, const std::string &language) {
  thread_local std::map<std::pair<TextParts, std::string>, std::unique_ptr<UBreakIterator, Close>> made;
  auto &breaks = made[{kind, language}];
  if (!breaks) {
    UErrorCode error = U_ZERO_ERROR;
    breaks.reset(ubrk_open(kind == TextParts::words ? UBRK_WORD : UBRK_SENTENCE, language.c_str(), nullptr, 0,
                           &error));
    if (U_FAILURE(error)) throw std::runtime_error("ICU has no rules to take texts apart");
  }
  return breaks.get();
}

} // namespace

void each_part(TextParts kind, const std::string &language, std::string_view text,
               const std::function<void(std::string_view part, bool is_word)> &use) {
  UErrorCode error = U_ZERO_ERROR;
  UBreakIterator *breaks = breaks_of(kind, language);
  const std::unique_ptr<UText, Close> opened(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &error));
  ubrk_setUText(breaks, opened.get(), &error);
  if (U_FAILURE(error)) throw std::runtime_error("ICU cannot read a text");
  auto begin = static_cast<std::size_t>(ubrk_first(breaks));
  for (auto end = ubrk_next(breaks); end != UBRK_DONE; end = ubrk_next(breaks)) {
    use(text.substr(begin, static_cast<std::size_t>(end) - begin),
        ubrk_getRuleStatus(breaks) >= UBRK_WORD_NUMBER);
    begin = static_cast<std::size_t>(end);
  }
}

} // namespace localoffer
