#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace localoffer {

/// All bytes of a file. Throws WorldError when it cannot be read.
std::string read_file(const std::filesystem::path &path);

/// content_hash of a file's bytes, of which few are in memory at a time. Throws WorldError when it cannot be
/// read.
std::string file_hash(const std::filesystem::path &path);

/// Writes a new file, or replaces what is in it; makes the folders above it. Throws WorldError.
void write_file(const std::filesystem::path &path, std::string_view bytes);

} // namespace localoffer
