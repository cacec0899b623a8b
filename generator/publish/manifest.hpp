#pragma once

#include "render/output.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace localoffer {

/// The name of the list that stands at the top of every site that the program wrote.
inline constexpr std::string_view manifest_name = ".localoffer-manifest.json";

/// What a published folder holds. Only what is listed here is ever removed again.
struct Manifest {
  struct File {
    std::string path; ///< as Output::path
    std::uint64_t size = 0;
    std::string hash; ///< content_hash of its bytes

    bool operator==(const File &) const = default;
  };
  std::string program;     ///< the program that wrote it, with its version: "localoffer 0.1.0"
  std::string source;      ///< what it was built from, as SnapshotInfo::description has it
  std::vector<File> files; ///< sorted by path; not the manifest itself

  bool operator==(const Manifest &) const = default;

  /// Null when the path is not listed.
  const File *find(std::string_view path) const;
};

Manifest make_manifest(const std::vector<Output> &outputs, std::string program, std::string source);

/// JSON with one file a line, the same bytes for the same manifest.
std::string to_json(const Manifest &manifest);

/// The manifest of a published folder; nothing when it has none. Throws WorldError when it is damaged, or
/// lists what no site has, such as a path that leads out of the folder.
std::optional<Manifest> read_manifest(const std::filesystem::path &folder);

} // namespace localoffer
