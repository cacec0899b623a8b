#pragma once

#include <cstddef>

namespace localoffer {

/// How much one file may ask of the program. Far above what people write, far below what could hurt a build
/// server, because the draft that is built may come from a stranger.
struct ContentLimits {
  std::size_t file_bytes = 1u << 20; ///< of one YAML or Markdown file
  std::size_t yaml_depth = 24;       ///< lists and maps inside each other
  std::size_t yaml_nodes = 100'000;  ///< in one file, with each alias counted as all that it stands for
  std::size_t markdown_depth = 32;   ///< quotes, lists and emphasis inside each other
};

} // namespace localoffer
