#pragma once

#include "serve/preview_state.hpp"

#include <string>
#include <string_view>

namespace localoffer {

/// What the browser gets.
struct Reply {
  int status = 200;
  std::string content_type;
  std::string bytes;
  std::string location; ///< of a redirect
};

/// The answer to a path, already percent-decoded. Only the shown site's own files can be reached: the path is
/// looked up in a list and never goes to the disk. `site` is null before the first good build.
Reply reply_to(std::string_view path, const ShownSite *site);

/// What reload.js asks for, as JSON.
std::string status_json(const PreviewState::Status &status);

/// Whether a Host header names this machine. A page elsewhere may make its own name point to 127.0.0.1 ("DNS
/// rebinding"); its requests then carry that name.
bool is_local_host(std::string_view host);

/// The media type for a file's name.
std::string_view content_type_of(std::string_view path);

inline constexpr std::string_view script_path = "/_localoffer/reload.js";
inline constexpr std::string_view status_path = "/_localoffer/status";

/// The script that reloads the page and shows problems over it.
std::string_view live_script();

} // namespace localoffer
