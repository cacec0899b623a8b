#include "content/yaml.hpp"

#include "content/yaml_tree.hpp"

namespace localoffer {

const YamlNode *YamlNode::find(std::string_view key) const {
  for (const auto &[name, value] : entries)
    if (name.scalar == key) return &value;
  return nullptr;
}

std::optional<YamlNode> parse_yaml(const YamlSource &source, const ContentLimits &limits,
                                   std::vector<Diagnostic> &diagnostics) {
  try {
    if (auto tree = parse_plain_yaml(source, limits)) return tree;
    return parse_any_yaml(source, limits, diagnostics);
  } catch (const YamlTree::LimitReached &limit) {
    diagnostics.push_back(limit.diagnostic);
  }
  return std::nullopt;
}

} // namespace localoffer
