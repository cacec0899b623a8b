#include "content/silences.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <utility>

namespace localoffer {
namespace {

constexpr std::string_view in_yaml = "# allow ", in_markdown = "<!-- allow ", closing = "-->";

/// One comment on a line.
struct Comment {
  std::size_t begin = 0, end = 0; ///< bytes
  std::string_view body;          ///< behind "allow "
  bool is_yaml = false;
};

std::vector<Comment> comments_on(std::string_view line) {
  std::vector<Comment> found;
  for (std::size_t at = 0; at < line.size();) {
    const auto yaml = line.find(in_yaml, at), markdown = line.find(in_markdown, at);
    const auto begin = std::min(yaml, markdown);
    if (begin == std::string_view::npos) break;
    Comment one{begin, line.size(), {}, yaml < markdown};
    if (one.is_yaml) {
      one.end = std::min(line.find(in_yaml, begin + 1), line.size());
      one.body = line.substr(begin + in_yaml.size(), one.end - begin - in_yaml.size());
    } else {
      const auto close = std::min(line.find(closing, begin), line.size());
      one.end = std::min(close + closing.size(), line.size());
      one.body = line.substr(begin + in_markdown.size(), close - begin - in_markdown.size());
    }
    found.push_back(one);
    at = one.end;
  }
  return found;
}

/// The codes before the colon. None of a sentence that begins with "allow".
std::vector<std::string> codes_in(std::string_view text) {
  std::vector<std::string> codes;
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find(',', at), text.size());
    codes.emplace_back(trimmed(text.substr(at, end - at)));
    if (codes.back().empty() || codes.back().find(' ') != std::string::npos) return {};
    at = end + 1;
  }
  return codes;
}

/// Which lines are inside a text: the body of a Markdown file, and the lines below a key that ends in "|" or
/// ">".
class TextLines {
public:
  explicit TextLines(const std::vector<std::string_view> &lines)
      : has_fields_(!lines.empty() && trimmed(lines.front()) == "---") {}

  /// For each line in turn.
  bool is_inside(std::string_view line, std::size_t number, bool is_markdown) {
    if (is_markdown && in_body_) return true;
    if (is_markdown && has_fields_ && number > 0 && trimmed(line) == "---") in_body_ = true;
    const auto first = line.find_first_not_of(' ');
    const std::size_t indent = first == std::string_view::npos ? std::string_view::npos : first;
    if (in_block_ && (indent == std::string_view::npos || indent > block_indent_)) return true;
    in_block_ = begins_block(line);
    if (in_block_) block_indent_ = indent;
    return false;
  }

private:
  /// "meaning: |", "- >-", "text: |  # why".
  static bool begins_block(std::string_view line) {
    if (const auto comment = line.find(" #"); comment != std::string_view::npos)
      line = line.substr(0, comment);
    line = trimmed(line);
    while (!line.empty() &&
           (line.back() == '-' || line.back() == '+' || (line.back() >= '1' && line.back() <= '9')))
      line.remove_suffix(1);
    if (line.empty() || (line.back() != '|' && line.back() != '>')) return false;
    line.remove_suffix(1);
    return line.ends_with(": ") || line.ends_with("- ");
  }

  bool has_fields_, in_body_ = false, in_block_ = false;
  std::size_t block_indent_ = 0;
};

bool is_only_comments(std::string_view line, const std::vector<Comment> &comments) {
  std::size_t at = 0;
  for (const auto &one : comments) {
    if (!trimmed(line.substr(at, one.begin - at)).empty()) return false;
    at = one.end;
  }
  return !comments.empty() && trimmed(line.substr(at)).empty();
}

} // namespace

std::vector<Silence> find_silences(const SourceFilePtr &file) {
  std::vector<Silence> silences;
  if (file->text.find("allow ") == std::string::npos) return silences;
  const auto lines = lines_of(file->text);
  const bool is_markdown = file->path.ends_with(".md");
  TextLines texts(lines);
  std::size_t first_waiting = 0; // of those that stand alone, on the lines just above
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = lines[i];
    const bool in_text = texts.is_inside(line, i, is_markdown);
    const auto comments = comments_on(line);
    const bool alone = is_only_comments(line, comments);
    if (!alone)
      for (; first_waiting < silences.size(); ++first_waiting)
        silences[first_waiting].line = static_cast<std::uint32_t>(i) + 1;
    for (const auto &comment : comments) {
      const auto colon = std::min(comment.body.find(':'), comment.body.size());
      const auto written = trimmed(line.substr(comment.begin, comment.end - comment.begin));
      for (auto &code : codes_in(comment.body.substr(0, colon))) {
        Silence silence;
        silence.code = std::move(code);
        silence.reason = std::string(trimmed(comment.body.substr(std::min(colon + 1, comment.body.size()))));
        silence.line = static_cast<std::uint32_t>(i) + (alone ? 2 : 1);
        silence.in_text = in_text && comment.is_yaml;
        silence.span = {file,
                        {static_cast<std::uint32_t>(i) + 1,
                         static_cast<std::uint32_t>(character_count(line.substr(0, comment.begin)) + 1),
                         static_cast<std::uint32_t>(character_count(written))}};
        silences.push_back(std::move(silence));
      }
    }
    if (!alone) first_waiting = silences.size();
  }
  return silences;
}

} // namespace localoffer
