#pragma once

#include "render/output.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace localoffer {

/// The name of the list that stands at the top of every site that the program wrote.
inline constexpr std::string_view manifest_name = ".localoffer-manifest";

/// Where a published site came from. Texts of one line each, without control characters; any may be empty.
struct Provenance {
  std::string program;  ///< the program that wrote it, with its version: "localoffer 0.1.0"
  std::string source;   ///< what it was built from, as SnapshotInfo::description has it
  std::string settings; ///< the site's settings file, from the repository's top
  std::string commit;   ///< 40 hexadecimal digits; empty when it was not built from a commit
  std::string inputs;   ///< a hash of all that its bytes follow from; empty when that was not worked out

  bool operator==(const Provenance &) const = default;
};

/// What a published folder holds. Only what is listed here is ever removed again.
struct Manifest {
  struct File {
    std::string path; ///< as Output::path
    std::uint64_t size = 0;
    std::string hash; ///< content_hash of its bytes

    bool operator==(const File &) const = default;
  };
  Provenance from;
  std::vector<File> files; ///< sorted by path; not the manifest itself

  bool operator==(const Manifest &) const = default;

  /// Null when the path is not listed.
  const File *find(std::string_view path) const;
};

Manifest make_manifest(const std::vector<Output> &outputs, Provenance from);

/// How many files of `before` are not in `after`.
std::size_t count_gone(const Manifest &before, const Manifest &after);

/// A short head and then a line for each file, "HASH SIZE PATH", so that shell scripts can read it too. The
/// same bytes for the same manifest.
std::string to_text(const Manifest &manifest);

/// What to_text wrote. `name` is where the text comes from, for messages. Throws WorldError as read_manifest.
Manifest manifest_from(std::string_view text, const std::filesystem::path &name);

/// The manifest of a published folder; nothing when it has none. Throws WorldError when it is damaged, or
/// lists what no site has, such as a path that leads out of the folder.
std::optional<Manifest> read_manifest(const std::filesystem::path &folder);

/// The head of a folder's manifest alone; the files are neither read nor checked.
std::optional<Provenance> read_provenance(const std::filesystem::path &folder);

} // namespace localoffer
