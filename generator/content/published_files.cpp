#include "content/published_files.hpp"

#include "base/text.hpp"
#include "content/codes.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>

namespace localoffer {
namespace {

constexpr std::array<std::string_view, 34> endings{
    "avif", "brf", "csv",  "doc",  "docx", "epub", "gif", "ics", "jpeg", "jpg", "m4a", "mp3",
    "mp4",  "odp", "ods",  "odt",  "ogg",  "pdf",  "png", "ppt", "pptx", "rtf", "svg", "tsv",
    "txt",  "vtt", "webm", "webp", "xls",  "xlsx", "zip", "srt", "wav",  "flac"};

/// What draws and does nothing else. Elements that load, link, animate or hold another language are not here.
constexpr std::array<std::string_view, 25> drawing{
    "svg",  "g",     "path",    "rect",   "circle", "ellipse", "line",           "polyline",       "polygon",
    "text", "tspan", "title",   "desc",   "defs",   "stop",    "linearGradient", "radialGradient", "clipPath",
    "mask", "use",   "pattern", "marker", "symbol", "switch",  "textPath"};

template <class List>
bool is_in(const List &list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool is_name(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':' || c == '_' ||
         c == '-' || c == '.' || byte >= 0x80;
}

struct Finding {
  std::size_t at = 0; ///< byte
  std::string what;   ///< "the element <script>"
};

/// Reads the tags of a picture. Whatever it does not know is found, so that no other reader of XML can see
/// something in the file that this one passes over.
class PictureReader {
public:
  explicit PictureReader(std::string_view text) : text_(text) {}

  std::optional<Finding> first_finding() {
    if (starts("<?xml ")) read_declaration();
    while (!found_ && at_ < text_.size()) {
      if (text_[at_] == '&')
        check_entity();
      else if (text_[at_] == '<')
        read_markup();
      else
        ++at_;
    }
    return found_;
  }

private:
  bool starts(std::string_view what) const { return text_.substr(at_, what.size()) == what; }

  void find(std::size_t at, std::string what) {
    if (!found_) found_ = Finding{at, std::move(what)};
  }

  void skip_past(std::string_view what) {
    const auto end = text_.find(what, at_);
    if (end == std::string_view::npos) find(at_, "something that is never closed");
    at_ = end == std::string_view::npos ? text_.size() : end + what.size();
  }

  /// In another encoding the same bytes are another picture.
  void read_declaration() {
    skip_past("?>");
    const std::string declared = lower_ascii(text_.substr(0, at_));
    if (declared.find('<', 1) != std::string::npos) find(0, "a declaration with tags in it");
    if (declared.find("encoding") != std::string::npos && declared.find("utf-8") == std::string::npos)
      find(0, "an encoding that is not UTF-8");
  }

  /// A document type can give any other name a meaning of its own.
  void check_entity() {
    for (const std::string_view known : {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;", "&#"})
      if (starts(known)) {
        at_ += known.size();
        return;
      }
    find(at_, "an entity of its own");
  }

  void read_markup() {
    if (starts("<!--")) return read_comment();
    if (starts("<!") || starts("<?")) return find(at_, "a declaration or an instruction");
    const bool closes = starts("</");
    const std::size_t begin = at_;
    at_ += closes ? 2 : 1;
    const auto name = read_name();
    if (!is_in(drawing, name)) return find(begin, fmt::format("the element <{}>", name));
    while (!found_ && at_ < text_.size() && text_[at_] != '>')
      read_attribute();
    if (at_ >= text_.size()) return find(begin, "a tag that is never closed");
    ++at_;
  }

  /// HTML ends some comments earlier than XML does.
  void read_comment() {
    const std::size_t begin = at_;
    at_ += 4;
    if (starts(">") || starts("->")) return find(begin, "a comment that ends where it begins");
    skip_past("-->");
    if (text_.substr(begin, at_ - begin).find("--!>") != std::string_view::npos)
      find(begin, "a comment with an end inside");
  }

  std::string_view read_name() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_name(text_[at_]))
      ++at_;
    return text_.substr(begin, at_ - begin);
  }

  void skip_spaces() {
    while (at_ < text_.size() && is_space(text_[at_]))
      ++at_;
  }

  void read_attribute() {
    if (is_space(text_[at_]) || text_[at_] == '/') {
      ++at_;
      return;
    }
    const std::size_t begin = at_;
    const auto name = read_name();
    skip_spaces();
    if (name.empty() || !starts("=")) return find(begin, "an attribute without a value");
    ++at_;
    skip_spaces();
    if (!starts("\"") && !starts("'")) return find(begin, "an attribute without quotes");
    const auto end = text_.find(text_[at_], at_ + 1);
    if (end == std::string_view::npos) return find(begin, "a quote that is never closed");
    check_attribute(begin, name, text_.substr(at_ + 1, end - at_ - 1));
    at_ = end + 1;
  }

  void check_attribute(std::size_t begin, std::string_view name, std::string_view value) {
    const std::string local = lower_ascii(name.substr(name.find(':') + 1));
    const bool leads = (local == "href" || local == "src") && !value.starts_with('#');
    const bool names_space = name == "xmlns" && value != "http://www.w3.org/2000/svg";
    if (local.starts_with("on") || local == "style" || local == "base" || leads || names_space)
      return find(begin, fmt::format("the attribute {}=\"{}\"", name, value.substr(0, 40)));
    // "&" and "\" can spell what is looked for here in another way.
    const std::string lower = lower_ascii(value);
    for (auto at = lower.find("url("); at != std::string::npos; at = lower.find("url(", at + 4))
      if (lower.substr(at + 4, 1) != "#")
        return find(begin, fmt::format("the attribute {}=\"{}\"", name, value.substr(0, 40)));
    if (lower.find_first_of("&\\") != std::string::npos && local != "label")
      find(begin, fmt::format("the attribute {}=\"{}\"", name, value.substr(0, 40)));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::optional<Finding> found_;
};

Place place_at(std::string_view text, std::size_t at) {
  const auto before = text.substr(0, at);
  const auto line = std::count(before.begin(), before.end(), '\n');
  const auto begin = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  return {static_cast<std::uint32_t>(line + 1),
          static_cast<std::uint32_t>(character_count(before.substr(begin)) + 1), 1};
}

} // namespace

bool may_be_published(std::string_view path) {
  const auto name = path.substr(path.rfind('/') + 1);
  const auto dot = name.rfind('.');
  return dot != std::string_view::npos && dot > 0 && is_in(endings, lower_ascii(name.substr(dot + 1)));
}

std::string_view publishable_endings() {
  static const std::string all = [] {
    std::vector<std::string> sorted(endings.begin(), endings.end());
    std::sort(sorted.begin(), sorted.end());
    return joined(sorted);
  }();
  return all;
}

std::vector<Diagnostic> check_vector_picture(const SourceFilePtr &file) {
  if (!is_clean_utf8(file->text))
    return {diagnose("not-utf8", Span{file->path}, "this picture is not UTF-8 text",
                     "Save it again with the encoding 'UTF-8'.")};
  const auto found = PictureReader(file->text).first_finding();
  if (!found) return {};
  return {diagnose("unsafe-picture", {file, place_at(file->text, found->at)},
                   fmt::format("there is {} in this picture, which is no drawing", found->what),
                   "Save it as plain SVG without scripts, styles, links and pictures of others, or as PNG.")};
}

} // namespace localoffer
