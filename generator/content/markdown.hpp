#pragma once

#include "content/limits.hpp"
#include "content/prose.hpp"
#include "content/yaml.hpp"

namespace localoffer {

/// Reads the Markdown in a scalar (CommonMark with tables and task lists). Raw HTML, link schemes other than
/// http, https, mailto and tel, images without a text, and nesting past the limit are diagnostics; HTML
/// comments are allowed and dropped. May be called from several threads at once.
std::vector<ProseNode> parse_markdown(const SourceFilePtr &file, const YamlNode &scalar,
                                      const ContentLimits &limits, std::vector<Diagnostic> &diagnostics);

} // namespace localoffer
