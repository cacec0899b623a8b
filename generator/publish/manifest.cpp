#include "publish/manifest.hpp"

#include "publish/check_paths.hpp"

#include "base/diagnostic.hpp"
#include "base/files.hpp"
#include "base/hash.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <stdexcept>
#include <system_error>

namespace localoffer {
namespace {

/// Of the manifest's own form; a program that changes the form counts on.
constexpr std::string_view first_line = "localoffer manifest 2";

/// The head's lines in their order, each with the member that it fills.
struct HeadLine {
  std::string_view name;
  std::string Provenance::*member;
};
constexpr HeadLine head_lines[] = {{"program", &Provenance::program},
                                   {"source", &Provenance::source},
                                   {"settings", &Provenance::settings},
                                   {"commit", &Provenance::commit},
                                   {"inputs", &Provenance::inputs}};

[[noreturn]] void fail_damaged(const std::filesystem::path &path, const std::string &why) {
  throw WorldError("the list of published files '" + path.string() + "' is damaged: " + why,
                   "Nothing was changed. Move the folder '" + path.parent_path().string() +
                       "' away and run the command again: it writes a new one.");
}

/// Takes lines off a text. Throws std::invalid_argument where the text is not what to_text writes.
class Lines {
public:
  explicit Lines(std::string_view text) : text_(text) {}

  std::string_view next() {
    const auto end = text_.find('\n');
    if (end == std::string_view::npos) throw std::invalid_argument("it ends too early");
    const auto line = text_.substr(0, end);
    text_.remove_prefix(end + 1);
    return line;
  }
  /// The rest of a line that begins with this word and a space.
  std::string_view next(std::string_view word) {
    auto line = next();
    if (!line.starts_with(word) || line.substr(word.size(), 1) != " ")
      throw std::invalid_argument(fmt::format("a line '{} …' is missing", word));
    line.remove_prefix(word.size() + 1);
    return line;
  }
  bool empty() const { return text_.empty(); }

private:
  std::string_view text_;
};

std::uint64_t number(std::string_view digits) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size())
    throw std::invalid_argument(fmt::format("'{}' is not a number", digits));
  return value;
}

Provenance parse_head(Lines &lines) {
  if (lines.next() != first_line)
    throw std::invalid_argument("it has a form that this version does not know");
  Provenance from;
  for (const auto &[name, member] : head_lines)
    from.*member = lines.next(name);
  return from;
}

Manifest::File parse_file(std::string_view line) {
  const auto hash_end = line.find(' ');
  const auto size_end = hash_end == std::string_view::npos ? hash_end : line.find(' ', hash_end + 1);
  if (size_end == std::string_view::npos)
    throw std::invalid_argument(fmt::format("'{}' names no file", line));
  Manifest::File file{std::string(line.substr(size_end + 1)),
                      number(line.substr(hash_end + 1, size_end - hash_end - 1)),
                      std::string(line.substr(0, hash_end))};
  if (!is_output_path(file.path)) throw std::invalid_argument(fmt::format("it lists '{}'", file.path));
  return file;
}

Manifest parse(std::string_view text) {
  Lines lines(text);
  Manifest manifest{parse_head(lines), {}};
  const auto count = number(lines.next("files"));
  manifest.files.reserve(std::min<std::size_t>(count, text.size()));
  while (manifest.files.size() < count) {
    auto file = parse_file(lines.next());
    if (!manifest.files.empty() && manifest.files.back().path >= file.path)
      throw std::invalid_argument("its files are not in order");
    manifest.files.push_back(std::move(file));
  }
  if (!lines.empty()) throw std::invalid_argument("it goes on after its last file");
  return manifest;
}

/// Whether there is a file that may be a manifest.
bool is_there(const std::filesystem::path &path) {
  std::error_code error;
  const auto status = std::filesystem::symlink_status(path, error);
  if (status.type() == std::filesystem::file_type::none)
    throw WorldError("cannot read '" + path.string() + "': " + error.message(),
                     "Nothing was changed. Check that you may read it, and that the disk is sound.");
  if (!std::filesystem::exists(status)) return false;
  if (!std::filesystem::is_regular_file(status)) fail_damaged(path, "it is not a file");
  return true;
}

} // namespace

const Manifest::File *Manifest::find(std::string_view path) const {
  const auto place =
      std::lower_bound(files.begin(), files.end(), path,
                       [](const File &file, std::string_view wanted) { return file.path < wanted; });
  return place != files.end() && place->path == path ? &*place : nullptr;
}

Manifest make_manifest(const std::vector<Output> &outputs, Provenance from) {
  Manifest manifest{std::move(from), {}};
  manifest.files.reserve(outputs.size());
  for (const auto &output : outputs) {
    auto bytes = output.known.value_or(KnownBytes{"", output.bytes.size()});
    if (!output.known) bytes.hash = content_hash(output.bytes);
    manifest.files.push_back({output.path, bytes.size, std::move(bytes.hash)});
  }
  std::sort(manifest.files.begin(), manifest.files.end(),
            [](const Manifest::File &a, const Manifest::File &b) { return a.path < b.path; });
  return manifest;
}

std::size_t count_gone(const Manifest &before, const Manifest &after) {
  return static_cast<std::size_t>(
      std::count_if(before.files.begin(), before.files.end(),
                    [&](const Manifest::File &file) { return after.find(file.path) == nullptr; }));
}

std::string to_text(const Manifest &manifest) {
  std::string text(first_line);
  for (const auto &[name, member] : head_lines)
    text += fmt::format("\n{} {}", name, manifest.from.*member);
  text += fmt::format("\nfiles {}\n", manifest.files.size());
  for (const auto &file : manifest.files)
    fmt::format_to(std::back_inserter(text), "{} {} {}\n", file.hash, file.size, file.path);
  return text;
}

Manifest manifest_from(std::string_view text, const std::filesystem::path &name) {
  try {
    return parse(text);
  } catch (const std::invalid_argument &damage) {
    fail_damaged(name, damage.what());
  }
}

std::optional<Manifest> read_manifest(const std::filesystem::path &folder) {
  const auto path = folder / manifest_name;
  if (!is_there(path)) return std::nullopt;
  return manifest_from(read_file(path), path);
}

std::optional<Provenance> read_provenance(const std::filesystem::path &folder) {
  const auto path = folder / manifest_name;
  if (!is_there(path)) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  std::string head, line;
  for (std::size_t i = 0; i <= std::size(head_lines) && std::getline(file, line); ++i)
    head += line + '\n';
  try {
    Lines lines(head);
    return parse_head(lines);
  } catch (const std::invalid_argument &damage) {
    fail_damaged(path, damage.what());
  }
}

} // namespace localoffer
