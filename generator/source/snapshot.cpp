#include "source/snapshot.hpp"

#include "base/diagnostic.hpp"
#include "base/text.hpp"

namespace localoffer {

bool is_snapshot_path(std::string_view path) {
  if (path.empty() || path.find('\0') != std::string_view::npos) return false;
  while (true) {
    const auto slash = path.find('/');
    const auto part = path.substr(0, slash);
    if (part.empty() || part == "." || part == ".." || lower_ascii(part) == ".git") return false;
    if (slash == std::string_view::npos) return true;
    path.remove_prefix(slash + 1);
  }
}

void require_snapshot_path(std::string_view path) {
  if (path.empty() || is_snapshot_path(path)) return;
  throw WorldError(
      "'" + std::string(path) + "' is not a path inside the repository",
      "Write the path from the repository's top folder, without '..' and without '/' at either end.");
}

bool lies_in(std::string_view path, std::string_view folder) {
  if (folder.empty() || path == folder) return true;
  return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

} // namespace localoffer
