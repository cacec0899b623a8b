#include "publish/html_references.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace localoffer {
namespace {

constexpr std::array<std::string_view, 14> without_end{"area",  "base",   "br",    "col",  "embed",
                                                       "hr",    "img",    "input", "link", "meta",
                                                       "param", "source", "track", "wbr"};
/// What stands in these is text up to their end.
constexpr std::array<std::string_view, 4> text_elements{"script", "style", "title", "textarea"};
/// What a browser reads otherwise than element by element; pages that we make have none.
constexpr std::array<std::string_view, 11> strange{"plaintext", "xmp",      "iframe",   "noembed",
                                                   "noframes",  "noscript", "template", "frameset",
                                                   "select",    "math",     "image"};

template <class Names>
bool is_one_of(std::string_view name, const Names &names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}
bool is_lower_letter(char c) {
  return c >= 'a' && c <= 'z';
}

struct Attribute {
  std::string_view name, value;
};

/// Reads a page tag by tag. Every function gives false, or nothing, where the page is not what we make.
class Scanner {
public:
  explicit Scanner(std::string_view html) : html_(html) {}

  std::optional<HtmlReferences> run() {
    if (html_.find('\0') != std::string_view::npos) return std::nullopt;
    while (true) {
      at_ = html_.find('<', at_);
      if (at_ == std::string_view::npos) break;
      if (!tag()) return std::nullopt;
    }
    if (!open_.empty()) return std::nullopt;
    return std::move(found_);
  }

private:
  bool starts(std::string_view text) const { return html_.substr(at_, text.size()) == text; }

  bool skip_past(std::string_view end) {
    const auto found = html_.find(end, at_);
    if (found == std::string_view::npos) return false;
    at_ = found + end.size();
    return true;
  }

  bool comment() {
    at_ += 4;
    const auto begin = at_;
    if (starts(">") || starts("->") || !skip_past("-->")) return false;
    return html_.substr(begin, at_ - begin).find("--!>") == std::string_view::npos; // which ends it too
  }

  bool tag() {
    if (starts("<!--")) return comment();
    if (starts("<!doctype html>") || starts("<!DOCTYPE html>")) return skip_past(">");
    if (starts("</")) return end_tag();
    const char next = at_ + 1 < html_.size() ? html_[at_ + 1] : ' ';
    if (!is_lower_letter(next)) return false;
    return start_tag();
  }

  std::string_view name() {
    const auto begin = at_;
    while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '>' && html_[at_] != '/' &&
           html_[at_] != '=')
      ++at_;
    return html_.substr(begin, at_ - begin);
  }

  void skip_space() {
    while (at_ < html_.size() && is_space(html_[at_]))
      ++at_;
  }

  bool end_tag() {
    at_ += 2;
    const auto closed = name();
    skip_space();
    if (!starts(">") || open_.empty() || open_.back() != closed) return false;
    ++at_;
    open_.pop_back();
    count(closed, -1);
    return true;
  }

  void count(std::string_view element, int by) {
    if (element == "a") links_ += by;
    if (element == "svg") pictures_ += by;
  }

  bool start_tag() {
    ++at_;
    const auto element = name();
    if (is_one_of(element, strange)) return false;
    if (element == "a" && links_ > 0) return false; // a browser ends the first one here
    attributes_.clear();
    while (true) {
      skip_space();
      if (starts(">") || starts("/>")) break;
      if (!attribute()) return false;
    }
    const bool closed = starts("/");
    at_ += closed ? 2 : 1;
    if (!collect(element)) return false;
    if (is_one_of(element, without_end)) return true;
    const bool foreign = element == "svg" || pictures_ > 0;
    if (closed) return foreign; // elsewhere a browser does not heed the "/"
    open_.push_back(element);
    count(element, 1);
    return foreign || !is_one_of(element, text_elements) || skip_text(element);
  }

  /// To the end tag of an element that holds text alone.
  bool skip_text(std::string_view element) {
    while (true) {
      at_ = html_.find("</", at_);
      if (at_ == std::string_view::npos) return false;
      if (html_.substr(at_ + 2, element.size()) == element) return true;
      at_ += 2;
    }
  }

  bool attribute() {
    Attribute attribute;
    attribute.name = name();
    if (attribute.name.empty() || !is_plain(attribute.name)) return false;
    skip_space();
    if (starts("=")) {
      ++at_;
      skip_space();
      if (!starts("\"") && !starts("'")) return false;
      const auto end = html_.find(html_[at_], at_ + 1);
      if (end == std::string_view::npos) return false;
      attribute.value = html_.substr(at_ + 1, end - at_ - 1);
      at_ = end + 1;
    }
    const bool repeated = std::any_of(attributes_.begin(), attributes_.end(),
                                      [&](const Attribute &other) { return other.name == attribute.name; });
    attributes_.push_back(attribute);
    return !repeated;
  }

  /// Whether a name is one that we write. Some of SVG's have capitals; those that matter here have none.
  static bool is_plain(std::string_view name) {
    bool capitals = false;
    for (const char c : name) {
      const bool capital = c >= 'A' && c <= 'Z';
      if (!capital && !is_lower_letter(c) && !(c >= '0' && c <= '9') && c != '-' && c != ':') return false;
      capitals = capitals || capital;
    }
    if (!capitals) return true;
    const auto lower = lower_ascii(name);
    constexpr std::array meant{"href", "src", "id", "xlink:href", "content", "http-equiv"};
    return std::none_of(meant.begin(), meant.end(), [&](std::string_view one) { return lower == one; });
  }

  bool collect(std::string_view element) {
    bool refreshes = false;
    for (const auto &attribute : attributes_) {
      const bool refers =
          attribute.name == "href" || attribute.name == "src" || attribute.name == "xlink:href";
      if (refers || attribute.name == "id") {
        const auto value = decoded(attribute.value);
        if (!value) return false;
        if (refers)
          found_.references.push_back({element, attribute.name == "src" ? "src" : "href", *value});
        else
          found_.ids.push_back(*value);
      }
      if (element == "meta" && attribute.name == "http-equiv")
        refreshes = lower_ascii(attribute.value) == "refresh";
    }
    return !refreshes || collect_refresh();
  }

  bool collect_refresh() {
    found_.refreshes = true;
    for (const auto &attribute : attributes_) {
      if (attribute.name != "content") continue;
      const auto content = decoded(attribute.value);
      if (!content) return false;
      if (const auto target = refresh_target(*content); !target.empty())
        found_.references.push_back({"meta", "content", target});
    }
    return true;
  }

  /// A value with its character references replaced; nothing when there is one that pages of ours do not
  /// have.
  std::optional<std::string_view> decoded(std::string_view value) {
    if (value.find('&') == std::string_view::npos && value.find('\r') == std::string_view::npos) return value;
    std::string text;
    for (std::size_t i = 0; i < value.size(); ++i) {
      if (value[i] == '\r') return std::nullopt;
      if (value[i] != '&') {
        text += value[i];
        continue;
      }
      const auto end = value.find(';', i);
      const char character =
          end == std::string_view::npos ? '\0' : character_of(value.substr(i + 1, end - i - 1));
      if (character == 0) return std::nullopt;
      text += character;
      i = end;
    }
    return found_.decoded.emplace_front(std::move(text));
  }

  /// The character that "amp" or "#39" means; 0 for what is not ASCII or not known here.
  static char character_of(std::string_view reference) {
    constexpr std::array<std::pair<std::string_view, char>, 5> named{
        {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};
    for (const auto &[name, character] : named)
      if (reference == name) return character;
    if (!reference.starts_with('#')) return 0;
    reference.remove_prefix(1);
    const bool hexadecimal = reference.starts_with('x');
    if (hexadecimal) reference.remove_prefix(1);
    int code = 0;
    const auto [end, error] =
        std::from_chars(reference.data(), reference.data() + reference.size(), code, hexadecimal ? 16 : 10);
    const bool good =
        error == std::errc{} && end == reference.data() + reference.size() && code >= 0x20 && code < 0x7F;
    return good ? static_cast<char>(code) : '\0';
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::vector<std::string_view> open_; ///< elements that are not closed yet
  int links_ = 0, pictures_ = 0;       ///< how many of those are <a>, and <svg>
  std::vector<Attribute> attributes_;  ///< of the tag that is being read
  HtmlReferences found_;
};

} // namespace

HtmlReferences html_references(std::string_view html) {
  if (auto found = Scanner(html).run()) return std::move(*found);
  return parsed_html_references(html);
}

std::string_view refresh_target(std::string_view content) {
  const auto url = lower_ascii(content).find("url=");
  if (url == std::string::npos) return {};
  auto target = trimmed(content.substr(url + 4));
  if (target.size() > 1 && (target.front() == '\'' || target.front() == '"'))
    target = target.substr(1, target.size() - 2);
  return target;
}

} // namespace localoffer
