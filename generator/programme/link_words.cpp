#include "programme/link_words.hpp"

#include "base/text.hpp"

#include <set>
#include <string>

namespace localoffer {
namespace {

/// The words of a link without capitals and without marks at either end: "Click here >" is "click here".
std::string bare_words(std::string_view words) {
  const auto is_letter = [](unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c >= 0x80;
  };
  while (!words.empty() && !is_letter(static_cast<unsigned char>(words.front())))
    words.remove_prefix(1);
  while (!words.empty() && !is_letter(static_cast<unsigned char>(words.back())))
    words.remove_suffix(1);
  return lower_ascii(words);
}

bool says_nothing(const std::string &words) {
  static const std::set<std::string> empty_words{"",
                                                 "click",
                                                 "click here",
                                                 "click here for more",
                                                 "continue",
                                                 "continue reading",
                                                 "link here",
                                                 "on this page",
                                                 "click this link",
                                                 "details",
                                                 "document",
                                                 "download",
                                                 "find out more",
                                                 "follow this link",
                                                 "go",
                                                 "here",
                                                 "info",
                                                 "information",
                                                 "learn more",
                                                 "link",
                                                 "more",
                                                 "more details",
                                                 "more info",
                                                 "more information",
                                                 "page",
                                                 "pdf",
                                                 "read more",
                                                 "read on",
                                                 "see here",
                                                 "see more",
                                                 "this",
                                                 "this document",
                                                 "this link",
                                                 "this page",
                                                 "this report",
                                                 "this site",
                                                 "this website",
                                                 "view",
                                                 "visit",
                                                 "web page",
                                                 "website"};
  return empty_words.count(words) != 0;
}

} // namespace

bool say_where_it_leads(std::string_view words) {
  return !says_nothing(bare_words(words));
}

} // namespace localoffer
