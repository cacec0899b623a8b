#include "components/html_tree.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <gumbo.h>
#include <map>
#include <memory>
#include <vector>

namespace {

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  while (!(text = localoffer::trimmed(text)).empty()) {
    const auto end = text.find_first_of(" \t\r\n");
    words.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end, text.size()));
  }
  return words;
}

const GumboAttribute *attribute(const GumboNode *node, const char *name) {
  return gumbo_get_attribute(&node->v.element.attributes, name);
}

bool has_class(const GumboNode *node, std::string_view wanted) {
  const auto *classes = attribute(node, "class");
  if (!classes) return false;
  const auto all = words_of(classes->value);
  return std::find(all.begin(), all.end(), wanted) != all.end();
}

const GumboNode *find_class(const GumboNode *node, std::string_view wanted) {
  if (node->type != GUMBO_NODE_ELEMENT) return nullptr;
  if (has_class(node, wanted)) return node;
  const GumboVector &children = node->v.element.children;
  for (unsigned i = 0; i < children.length; ++i)
    if (const auto *found = find_class(static_cast<const GumboNode *>(children.data[i]), wanted))
      return found;
  return nullptr;
}

std::string own_classes(std::string_view classes) {
  std::vector<std::string> own;
  for (const auto &name : words_of(classes))
    if (name.rfind("govuk-", 0) == 0 && name.rfind("govuk-js-", 0) != 0) own.push_back(name);
  std::sort(own.begin(), own.end());
  return localoffer::joined(own, " ");
}

std::string attributes_of(const GumboNode *node) {
  std::map<std::string, std::string> kept;
  const GumboVector &attributes = node->v.element.attributes;
  for (unsigned i = 0; i < attributes.length; ++i) {
    const auto *one = static_cast<const GumboAttribute *>(attributes.data[i]);
    const std::string name = one->name;
    if (name == "data-module") continue;
    const std::string value = name == "class" ? own_classes(one->value) : one->value;
    if (name != "class" || !value.empty()) kept[name] = value;
  }
  std::string out;
  for (const auto &[name, value] : kept)
    out += " " + name + "=\"" + value + "\"";
  return out;
}

void write(const GumboNode *node, std::size_t depth, std::string &out) {
  const std::string indent(depth * 2, ' ');
  if (node->type == GUMBO_NODE_TEXT) {
    out += indent + localoffer::joined(words_of(node->v.text.text), " ") + "\n";
    return;
  }
  if (node->type != GUMBO_NODE_ELEMENT || attribute(node, "hidden")) return;
  out += indent + gumbo_normalized_tagname(node->v.element.tag) + attributes_of(node) + "\n";
  const GumboVector &children = node->v.element.children;
  for (unsigned i = 0; i < children.length; ++i)
    write(static_cast<const GumboNode *>(children.data[i]), depth + 1, out);
}

} // namespace

std::string tree_of(std::string_view html, std::string_view root_class) {
  const auto destroy = [](GumboOutput *output) { gumbo_destroy_output(&kGumboDefaultOptions, output); };
  const std::unique_ptr<GumboOutput, decltype(destroy)> parsed(
      gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size()), destroy);
  std::string out;
  if (const auto *root = find_class(parsed->root, root_class)) write(root, 0, out);
  return out;
}
