#pragma once

#include "content/limits.hpp"
#include "content/prose.hpp"

namespace localoffer {

/// Where a piece of Markdown stands in its file, so that its nodes know their places.
struct MarkdownSource {
  SourceFilePtr file;
  std::string_view text;          ///< the Markdown itself; indentation of a block scalar already taken off
  std::uint32_t first_line = 1;   ///< of the file, 1-based, where the text's first line stands
  std::uint32_t first_column = 1; ///< of the file, where the text's columns begin
};

/// Reads Markdown (CommonMark with tables and task lists). Raw HTML, link schemes other than http, https,
/// mailto and tel, images without a text, and nesting past the limit are diagnostics; HTML comments are
/// allowed and dropped. May be called from several threads at once.
Prose parse_markdown(const MarkdownSource &source, const ContentLimits &limits,
                     std::vector<Diagnostic> &diagnostics);

} // namespace localoffer
