#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace localoffer {

/// Why a text would take cmark too long or too much memory to read, for its author; nothing for what people
/// write. cmark cannot be stopped once it has begun. Most of its slow inputs cost the square of their size,
/// so that a bound on the size is enough. Tables and references can become far more than what is written, and
/// are counted.
struct CostlyMarkdown {
  std::string message, help;
};
std::optional<CostlyMarkdown> find_costly_markdown(std::string_view text);

} // namespace localoffer
