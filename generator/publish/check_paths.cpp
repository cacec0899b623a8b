#include "publish/check_paths.hpp"

#include "publish/manifest.hpp"
#include "publish/staging.hpp"

#include "base/text.hpp"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>

namespace localoffer {
namespace {

constexpr std::size_t longest_part = 255; // bytes: what Linux, Windows and macOS file systems take

/// The form in which two paths are equal when some file system holds them for one.
std::string folded(const std::string &path) {
  const bool ascii =
      std::all_of(path.begin(), path.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
  if (ascii) return lower_ascii(path);
  UErrorCode error = U_ZERO_ERROR;
  const auto *composed = icu::Normalizer2::getNFCInstance(error);
  const auto text = icu::UnicodeString::fromUTF8(path).foldCase();
  std::string result;
  if (U_SUCCESS(error)) composed->normalize(text, error).toUTF8String(result);
  if (U_FAILURE(error)) throw WorldError("ICU cannot compare file names", "Install ICU's data files again.");
  return result;
}

Diagnostic problem(const char *code, const std::string &path, std::string message, std::string help) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.span = Span(path);
  diagnostic.message = std::move(message);
  diagnostic.help = std::move(help);
  return diagnostic;
}

} // namespace

bool is_output_path(std::string_view path) {
  if (!is_clean_utf8(path) || path == manifest_name || path == staging_marker) return false;
  for (const char c : path)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '\\') return false;
  while (true) {
    const auto slash = path.find('/');
    const auto part = path.substr(0, slash);
    if (part.empty() || part == "." || part == ".." || part.size() > longest_part) return false;
    if (slash == std::string_view::npos) return true;
    path.remove_prefix(slash + 1);
  }
}

std::vector<Diagnostic> check_paths(const std::vector<Output> &outputs) {
  std::vector<Diagnostic> problems;
  std::map<std::string, const Output *> files;
  for (const auto &output : outputs) {
    if (!is_output_path(output.path)) {
      problems.push_back(problem("bad-output-path", output.path,
                                 "'" + output.path + "' cannot be a page's address",
                                 "Use letters, digits and hyphens, with '/' between the parts."));
      continue;
    }
    const auto [place, is_new] = files.emplace(folded(output.path), &output);
    if (!is_new)
      problems.push_back(problem("output-collision", output.path,
                                 "'" + output.path + "' and '" + place->second->path +
                                     "' would be one file on many computers",
                                 "Give one of the two another address."));
  }
  for (const auto &[key, output] : files)
    for (auto slash = key.find('/'); slash != std::string::npos; slash = key.find('/', slash + 1))
      if (const auto file = files.find(key.substr(0, slash)); file != files.end())
        problems.push_back(problem("output-collision", output->path,
                                   "'" + file->second->path + "' is a file, but '" + output->path +
                                       "' needs a folder of that name",
                                   "Give one of the two another address."));
  sort_diagnostics(problems);
  return problems;
}

void require_good_paths(const std::vector<Output> &outputs) {
  const auto problems = check_paths(outputs);
  if (!problems.empty()) throw WorldError(problems.front().message, problems.front().help);
}

} // namespace localoffer
