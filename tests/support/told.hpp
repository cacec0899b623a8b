#pragma once

#include "content/yaml_tree.hpp"
#include "publish/html_references.hpp"

#include <fmt/format.h>

#include <string>

namespace localoffer::testing {

/// All of a tree as text, so that two parsers can be compared; each node with its places, a line each.
inline std::string told(const YamlNode &node) {
  const auto place = [](const Place &p) { return fmt::format("{}:{}+{}", p.line, p.column, p.length); };
  std::string text = fmt::format("{} {} {} {} {} {}\n", static_cast<int>(node.kind), node.block,
                                 place(node.place), node.text_begin, place(node.text_place), node.scalar);
  for (const auto &item : node.items)
    text += told(item);
  for (const auto &[key, value] : node.entries)
    text += told(key) + told(value);
  return text;
}

/// All that was found in a page as text, so that two scanners can be compared.
inline std::string told(const HtmlReferences &found) {
  std::string text = found.refreshes ? "refreshes\n" : "";
  for (const auto &reference : found.references)
    text += fmt::format("{} {}={}\n", reference.element, reference.attribute, reference.value);
  for (const auto id : found.ids)
    text += fmt::format("#{}\n", id);
  return text;
}

} // namespace localoffer::testing
