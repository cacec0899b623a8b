#include "publish/manifest.hpp"

#include "publish/check_paths.hpp"

#include "base/diagnostic.hpp"
#include "base/files.hpp"
#include "base/hash.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace localoffer {
namespace {

/// Of the manifest's own form; a program that changes the form counts on.
constexpr int manifest_version = 1;

std::string as_json(const std::string &text) {
  return nlohmann::json(text).dump();
}

[[noreturn]] void fail_damaged(const std::filesystem::path &path, const std::string &why) {
  throw WorldError("the list of published files '" + path.string() + "' is damaged: " + why,
                   "Nothing was changed. Move the folder '" + path.parent_path().string() +
                       "' away and run the command again: it writes a new one.");
}

Manifest parse(const std::string &text) {
  const auto json = nlohmann::json::parse(text);
  if (json.at("manifest").get<int>() != manifest_version)
    throw std::invalid_argument("it has a form that this version does not know");
  Manifest manifest;
  manifest.program = json.at("program").get<std::string>();
  manifest.source = json.at("source").get<std::string>();
  for (const auto &file : json.at("files")) {
    Manifest::File entry;
    entry.path = file.at("path").get<std::string>();
    entry.size = file.at("size").get<std::uint64_t>();
    entry.hash = file.at("hash").get<std::string>();
    if (!is_output_path(entry.path)) throw std::invalid_argument("it lists " + as_json(entry.path));
    if (!manifest.files.empty() && manifest.files.back().path >= entry.path)
      throw std::invalid_argument("its files are not in order");
    manifest.files.push_back(std::move(entry));
  }
  return manifest;
}

} // namespace

const Manifest::File *Manifest::find(std::string_view path) const {
  const auto place =
      std::lower_bound(files.begin(), files.end(), path,
                       [](const File &file, std::string_view wanted) { return file.path < wanted; });
  return place != files.end() && place->path == path ? &*place : nullptr;
}

Manifest make_manifest(const std::vector<Output> &outputs, std::string program, std::string source) {
  Manifest manifest{std::move(program), std::move(source), {}};
  for (const auto &output : outputs)
    manifest.files.push_back({output.path, output.bytes.size(), content_hash(output.bytes)});
  std::sort(manifest.files.begin(), manifest.files.end(),
            [](const Manifest::File &a, const Manifest::File &b) { return a.path < b.path; });
  return manifest;
}

std::string to_json(const Manifest &manifest) {
  std::string json = "{\n\"manifest\": " + std::to_string(manifest_version) +
                     ",\n\"program\": " + as_json(manifest.program) +
                     ",\n\"source\": " + as_json(manifest.source) + ",\n\"files\": [";
  const char *separator = "\n";
  for (const auto &file : manifest.files) {
    json += separator + std::string("{\"path\": ") + as_json(file.path) +
            ", \"size\": " + std::to_string(file.size) + ", \"hash\": " + as_json(file.hash) + "}";
    separator = ",\n";
  }
  return json + "\n]\n}\n";
}

std::optional<Manifest> read_manifest(const std::filesystem::path &folder) {
  const auto path = folder / manifest_name;
  std::error_code error;
  const auto status = std::filesystem::symlink_status(path, error);
  if (!std::filesystem::exists(status)) return std::nullopt;
  if (!std::filesystem::is_regular_file(status)) fail_damaged(path, "it is not a file");
  const std::string text = read_file(path);
  try {
    return parse(text);
  } catch (const nlohmann::json::exception &damage) {
    fail_damaged(path, damage.what());
  } catch (const std::invalid_argument &damage) {
    fail_damaged(path, damage.what());
  }
}

} // namespace localoffer
