#include "content/file_parts.hpp"

#include "base/text.hpp"
#include "content/codes.hpp"
#include "content/record_file.hpp"

#include <algorithm>

namespace localoffer {
namespace {

bool ends_with(std::string_view text, std::string_view ending) {
  return text.size() >= ending.size() && text.substr(text.size() - ending.size()) == ending;
}

/// Cuts a Markdown file at its two lines of "---". Nothing when it does not begin with one or the second is
/// missing.
std::optional<FileParts> cut_front_matter(const SourceFilePtr &file) {
  const std::string_view text = file->text;
  FileParts parts;
  parts.fields.file = file;
  std::uint32_t line = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    // Only what begins in the first column counts: text may hold an indented line of its own.
    const bool is_mark = text.substr(at, 3) == "---" && trimmed(text.substr(at, end - at)).size() == 3;
    ++line;
    const std::size_t next = std::min(end + 1, text.size());
    if (line == 1) {
      if (!is_mark) return std::nullopt;
      parts.fields.begin = next;
    } else if (is_mark) {
      parts.fields.end = at;
      parts.body_begin = next;
      parts.body_line = line + 1;
      return parts;
    }
    at = next;
  }
  return std::nullopt;
}

} // namespace

std::optional<FileParts> parts_of(const SourceFilePtr &file, std::vector<Diagnostic> &diagnostics) {
  if (!ends_with(file->path, ".md")) return FileParts{{file, 0, file->text.size()}, std::string::npos, 1};
  auto parts = cut_front_matter(file);
  const bool begins = file->text.substr(0, 3) == "---";
  if (!parts)
    diagnostics.push_back(
        diagnose("missing-front-matter", {file, {1, 1, 1}},
                 begins ? "the fields of this file have no line of --- behind them"
                        : "this file does not begin with its fields between two lines of ---",
                 "Begin it like this: a line '---', then 'title: ...' and the other fields, then a line "
                 "'---', then the text."));
  return parts;
}

std::string without_mark(std::string text) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (text.starts_with(mark)) text.erase(0, mark.size());
  return text;
}

std::string file_stem(const std::string &path) {
  const auto slash = path.rfind('/');
  const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
  return name.substr(0, name.rfind('.'));
}

std::string kind_of_file(const std::string &path, const std::string &area_folder) {
  const std::string inside = path.substr(std::min(path.size(), area_folder.size() + 1));
  if (inside == "plan.md" || inside == "plan.yaml") return "plan";
  if (inside.starts_with(feedback_folder)) return "you said";
  const auto slash = inside.find('/');
  if (slash == std::string::npos) return {};
  for (const auto &[folder, kind] : record_folders())
    if (inside.compare(0, slash, folder) == 0) return kind;
  return {};
}

} // namespace localoffer
