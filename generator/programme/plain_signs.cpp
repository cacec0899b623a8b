#include "programme/plain_signs.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace localoffer {
namespace {

struct Sign {
  std::string_view written, plain;
};

constexpr std::array<Sign, 38> signs{{
    {"\u00a0", " "},   {"\u2002", " "},  {"\u2003", " "}, {"\u2004", " "},  {"\u2005", " "}, {"\u2006", " "},
    {"\u2007", " "},   {"\u2008", " "},  {"\u2009", " "}, {"\u200a", " "},  {"\u202f", " "}, {"\u205f", " "},
    {"\u3000", " "},   {"&nbsp;", " "},  {"&#160;", " "}, {"\u2010", "-"},  {"\u2011", "-"}, {"\u2012", "-"},
    {"\u2013", "-"},   {"\u2014", "-"},  {"\u2212", "-"}, {"\u00ad", ""},   {"\u200b", ""},  {"\u200c", ""},
    {"\u200d", ""},    {"\u2060", ""},   {"\ufeff", ""},  {" [at] ", "@"},  {"[at]", "@"},   {" (at) ", "@"},
    {"(at)", "@"},     {" [dot] ", "."}, {"[dot]", "."},  {" (dot) ", "."}, {"(dot)", "."},  {"&#64;", "@"},
    {"&commat;", "@"}, {"%40", "@"},
}};

bool may_begin_sign(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || c == '&' || c == '[' || c == '(' || c == '%';
}

const Sign *sign_at(std::string_view text, std::size_t at) {
  for (const auto &sign : signs)
    if (text.compare(at, sign.written.size(), sign.written) == 0) return &sign;
  return nullptr;
}

} // namespace

PlainSigns::PlainSigns(std::string_view text) {
  const bool is_plain = std::none_of(text.begin(), text.end(), may_begin_sign);
  if (is_plain)
    text_ = text;
  else
    take(text);
}

void PlainSigns::take(std::string_view text) {
  at_.reserve(text.size() + 1);
  for (std::size_t at = 0; at < text.size();) {
    const bool is_spaced =
        text[at] == ' ' && at + 1 < text.size() && (text[at + 1] == '[' || text[at + 1] == '(');
    const bool may_begin = may_begin_sign(text[at]) || is_spaced;
    const Sign *sign = may_begin ? sign_at(text, at) : nullptr;
    const std::string_view plain = sign ? sign->plain : text.substr(at, 1);
    text_ += plain;
    at_.insert(at_.end(), plain.size(), static_cast<std::uint32_t>(at));
    at += sign ? sign->written.size() : 1;
  }
  at_.push_back(static_cast<std::uint32_t>(text.size()));
}

} // namespace localoffer
