#include "programme/link_words.hpp"

#include "base/text.hpp"

#include <set>
#include <string>

namespace localoffer {
namespace {

bool is_letter(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c >= 0x80;
}

/// Words of links that are the same whatever they lead to.
bool says_nothing(const std::string &word) {
  static const std::set<std::string> empty_words{
      "a",       "and",   "at",    "click",   "continue", "details",   "document", "download", "find",
      "follow",  "for",   "full",  "further", "go",       "here",      "in",       "info",     "information",
      "it",      "learn", "link",  "links",   "listed",   "more",      "on",       "open",     "out",
      "over",    "page",  "pdf",   "please",  "press",    "read",      "see",      "site",     "start",
      "tap",     "that",  "the",   "there",   "this",     "to",        "view",     "visit",    "web",
      "website", "www",   "pages", "you",     "can",      "available", "by",       "clicking", "using"};
  return empty_words.count(word) != 0;
}

} // namespace

bool are_an_address(std::string_view words) {
  return words.starts_with("http://") || words.starts_with("https://") || words.starts_with("www.");
}

bool say_where_it_leads(std::string_view words) {
  if (lower_ascii(words) == "this report") return false;
  for (std::size_t at = 0; at < words.size();) {
    if (!is_letter(static_cast<unsigned char>(words[at]))) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < words.size() && is_letter(static_cast<unsigned char>(words[at])))
      ++at;
    if (!says_nothing(lower_ascii(words.substr(begin, at - begin)))) return true;
  }
  return false;
}

} // namespace localoffer
