#include "programme/quick_link.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <variant>

namespace localoffer {
namespace {

/// "%20" -> a space, as in every address; what is no such pair of digits stays.
std::string percent_decoded(std::string_view text) {
  const auto digit = [](char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
  };
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool pair =
        text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0;
    if (pair) {
      out += static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

std::string folder_of(const std::string &path) {
  const auto slash = path.rfind('/');
  return slash == std::string::npos ? "" : path.substr(0, slash);
}

/// The path from the top that a relative one means; nothing when it climbs out of the repository.
std::optional<std::string> path_from(const std::string &folder, const std::string &relative) {
  std::vector<std::string> parts;
  const std::string whole = folder + "/" + relative;
  for (std::size_t at = 0; at <= whole.size();) {
    const auto end = std::min(whole.find('/', at), whole.size());
    const std::string part = whole.substr(at, end - at);
    at = end + 1;
    if (part.empty() || part == ".") continue;
    if (part != "..") {
      parts.push_back(part);
    } else if (parts.empty()) {
      return std::nullopt;
    } else {
      parts.pop_back();
    }
  }
  return joined(parts, "/");
}

bool is_link_to_content(std::string_view target) {
  if (target.empty() || target.front() == '#' || target.front() == '/') return false;
  const auto end = target.find_first_of(":/?#");
  return end == std::string_view::npos || target[end] != ':';
}

std::string file_name(const std::string &path) {
  return path.substr(path.rfind('/') + 1);
}

/// The file that was probably meant: the same name in another folder, or a name like it.
std::string nearest_file(const std::vector<std::string> &files, const std::string &path) {
  for (const auto &file : files)
    if (file_name(file) == file_name(path)) return file;
  return did_you_mean(path, files).value_or("");
}

/// How to write, in a file of `folder`, the path of a file.
std::string relative_path(const std::string &folder, const std::string &path) {
  std::size_t common = 0;
  const std::string base = folder + "/";
  for (std::size_t i = 0; i < std::min(base.size(), path.size()) && base[i] == path[i]; ++i)
    if (base[i] == '/') common = i + 1;
  std::string relative;
  for (auto i = common; i < base.size(); ++i)
    if (base[i] == '/') relative += "../";
  return relative + path.substr(common);
}

using Found = std::variant<std::monostate, LinkTarget, LinkProblem>;

LinkProblem missing_file(const Programme &programme, const std::string &folder, const std::string &path,
                         bool suggest) {
  const std::string near = suggest ? nearest_file(programme.content.files, path) : "";
  return {fmt::format("there is no file '{}'", path),
          near.empty()
              ? "Write the path of a content file, from the folder of the file that the link stands in."
              : fmt::format("did you mean '{}'?", relative_path(folder, near))};
}

Found find_in_list(const std::vector<RecordName> &records, const std::string &name,
                   const std::string &fragment, bool suggest) {
  for (const auto &record : records)
    if (record.id == fragment) return LinkTarget{record.kind, record.id, {}};
  std::vector<std::string> ids;
  for (const auto &record : records)
    if (suggest || ids.empty()) ids.push_back(record.id);
  if (fragment.empty())
    return LinkProblem{
        fmt::format("'{}' holds several records, and the link does not say which", name),
        fmt::format("Put '#' and the record's id behind it, for example '{}#{}'.", name, ids.front())};
  const auto near = did_you_mean(fragment, ids);
  return LinkProblem{fmt::format("there is no record '{}' in '{}'", fragment, name),
                     near ? fmt::format("did you mean '{}#{}'?", name, *near)
                          : fmt::format("Its records are: {}.", joined(ids))};
}

Found find_target(const Programme &programme, const std::string &from_file, const std::string &target,
                  bool suggest) {
  if (!is_link_to_content(target)) return std::monostate{};
  const auto hash = target.find('#');
  const std::string written = percent_decoded(target.substr(0, hash));
  const std::string fragment = hash == std::string::npos ? "" : percent_decoded(target.substr(hash + 1));
  const std::string folder = folder_of(from_file);
  const auto path = path_from(folder, written);
  const std::string content_folder = *programme.settings().content + "/";
  if (!path || path->substr(0, content_folder.size()) != content_folder)
    return LinkProblem{
        fmt::format("the link '{}' leads out of the folder '{}'", target, *programme.settings().content),
        "Link to a file inside that folder, or to a web address that begins with https://."};

  const auto &files = programme.content.files;
  if (!std::binary_search(files.begin(), files.end(), *path))
    return missing_file(programme, folder, *path, suggest);
  if (file_name(*path) == "README.md")
    return LinkProblem{
        fmt::format("'{}' is for the people who write the content, and becomes no page", *path),
        "Link to a file that holds a record."};
  if (!is_record_file(*path)) return LinkTarget{"file", *path, fragment};

  const auto records = programme.records_of_file.find(*path);
  if (records == programme.records_of_file.end()) {
    if (!programme.unread_kinds.empty()) return std::monostate{}; // not read: its own mistakes say why
    return LinkProblem{fmt::format("'{}' holds no record, and becomes no page", *path),
                       "Link to a file in one of the folders that hold records."};
  }
  // A file that is one record is linked by its name alone; what is behind '#' is then a part of its page.
  const bool is_list = records->second.size() > 1 || records->second.front().id == fragment;
  if (is_list) return find_in_list(records->second, file_name(*path), fragment, suggest);
  return LinkTarget{records->second.front().kind, records->second.front().id, fragment};
}

} // namespace

std::optional<LinkTarget> resolve_link(const Programme &programme, const std::string &from_file,
                                       const std::string &target) {
  const Found found = find_target(programme, from_file, target, false);
  if (const auto *link = std::get_if<LinkTarget>(&found)) return *link;
  return std::nullopt;
}

std::optional<LinkProblem> find_link_problem(const Programme &programme, const std::string &from_file,
                                             const std::string &target) {
  const Found found = find_target(programme, from_file, target, true);
  if (const auto *problem = std::get_if<LinkProblem>(&found)) return *problem;
  return std::nullopt;
}

std::optional<LinkProblem> quick_link_problem(const Programme &programme, const std::string &from_file,
                                              const std::string &target) {
  const Found found = find_target(programme, from_file, target, false);
  if (const auto *problem = std::get_if<LinkProblem>(&found)) return *problem;
  return std::nullopt;
}

std::optional<std::string> content_file(const Programme &programme, const std::string &written) {
  const auto &files = programme.content.files;
  const std::string path = *programme.settings().content + "/" + written;
  return std::binary_search(files.begin(), files.end(), path) ? std::optional(path) : std::nullopt;
}

std::optional<LinkTarget> resolve_from_area(const Programme &programme, const std::string &written) {
  return resolve_link(programme, *programme.settings().content + "/plan.md", written);
}

std::optional<LinkProblem> find_problem_from_area(const Programme &programme, const std::string &written) {
  return find_link_problem(programme, *programme.settings().content + "/plan.md", written);
}

} // namespace localoffer
