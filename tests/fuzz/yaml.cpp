// Two parsers of YAML, one tree: what both read, they read alike. An input is a text of YAML.
#include "content/yaml_tree.hpp"
#include "fuzz.hpp"
#include "support/told.hpp"

using namespace localoffer;
using namespace localoffer::fuzz;

namespace {

const std::string not_read = "nothing", limit_reached = "too much";

/// All of a tree, or why there is none.
template <class Parse>
std::string told(const Parse &parse) {
  std::string text = not_read;
  try {
    if (const std::optional<YamlNode> tree = parse()) text = testing::told(*tree);
  } catch (const YamlTree::LimitReached &limit) {
    hold_diagnostics({limit.diagnostic});
    text = limit_reached;
  }
  return text;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  const auto file =
      std::make_shared<const SourceFile>(SourceFile{"a.yaml", std::string(text_of(data, size))});
  if (!is_clean_utf8(file->text)) return 0;
  const YamlSource source{file, 0, file->text.size()};
  std::vector<Diagnostic> diagnostics;
  const std::string any = told([&] { return parse_any_yaml(source, {}, diagnostics); });
  hold_diagnostics(diagnostics);
  hold(any != not_read || !diagnostics.empty(), "what is not read has a reason");

  const std::string plain = told([&] { return parse_plain_yaml(source, {}); });
  if (plain == not_read) return 0; // it is left to the other
  if (plain == limit_reached)
    hold(any == not_read || any == limit_reached, "both parsers refuse what is too much", any);
  else if (any != not_read) // yaml-cpp is the stricter one
    hold(plain == any, "both parsers read alike", plain + "--- and ---\n" + any);
  return 0;
}
