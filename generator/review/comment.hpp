#pragma once

#include "review/review.hpp"

#include <string>

namespace localoffer {

/// By which a forge's program finds the comment that it wrote before.
inline constexpr std::string_view comment_marker = "<!-- localoffer review -->";

/// Where a comment's links lead.
struct PreviewAddress {
  std::string url;       ///< of the preview; ends with "/". Empty: no links
  bool of_files = false; ///< what shows it finds no page for a folder, as in an archive: links name files
};

/// The review as a comment in Markdown: short, the ten worst changes first, with links into the preview.
/// Whatever content says stays plain text: no mention, link, picture, HTML or heading comes of it.
std::string review_comment(const Site &site, const DraftReview &review, const PreviewAddress &preview);

/// Text that Markdown, as GitHub and GitLab read it, shows as it stands.
std::string escape_markdown(std::string_view text);

} // namespace localoffer
