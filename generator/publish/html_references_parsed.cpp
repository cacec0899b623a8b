#include "publish/html_references.hpp"

#include "base/text.hpp"

#include <gumbo.h>

#include <cstddef>
#include <memory_resource>

namespace localoffer {
namespace {

/// Gumbo frees its tree by recursion, which a deeply nested page would turn into an overflow of the stack.
/// From an arena nothing has to be freed one by one; it is faster too.
void *allocate(void *arena, std::size_t size) {
  return static_cast<std::pmr::monotonic_buffer_resource *>(arena)->allocate(size, alignof(std::max_align_t));
}
void forget(void * /*arena*/, void * /*memory*/) {}

std::string_view attribute(const GumboElement &element, const char *name) {
  const auto *found = gumbo_get_attribute(&element.attributes, name);
  return found != nullptr ? std::string_view(found->value) : std::string_view();
}

/// An element that HTML does not know has no name in gumbo but what was written.
std::string name_of(const GumboElement &element) {
  if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
  GumboStringPiece piece = element.original_tag;
  gumbo_tag_from_original_text(&piece);
  return lower_ascii({piece.data, piece.length});
}

std::string_view kept(std::string text, HtmlReferences &found) {
  return found.decoded.emplace_front(std::move(text));
}

void collect(const GumboElement &element, HtmlReferences &found) {
  for (unsigned i = 0; i < element.attributes.length; ++i) {
    const auto *attribute = static_cast<const GumboAttribute *>(element.attributes.data[i]);
    const std::string_view name = attribute->name;
    if (name == "id") found.ids.push_back(kept(attribute->value, found));
    if (name == "href" || name == "src" || name == "xlink:href")
      found.references.push_back(
          {kept(name_of(element), found), name == "src" ? "src" : "href", kept(attribute->value, found)});
  }
  if (element.tag == GUMBO_TAG_META && lower_ascii(attribute(element, "http-equiv")) == "refresh") {
    found.refreshes = true;
    if (const auto target = refresh_target(attribute(element, "content")); !target.empty())
      found.references.push_back({"meta", "content", kept(std::string(target), found)});
  }
}

const GumboVector *children_of(const GumboNode *node) {
  if (node->type == GUMBO_NODE_DOCUMENT) return &node->v.document.children;
  if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE) return &node->v.element.children;
  return nullptr;
}

} // namespace

HtmlReferences parsed_html_references(std::string_view html) {
  std::pmr::monotonic_buffer_resource arena(html.size() * 4 + 4096);
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = allocate;
  options.deallocator = forget;
  options.userdata = &arena;
  options.max_errors = 0;
  const GumboOutput *output = gumbo_parse_with_options(&options, html.data(), html.size());

  HtmlReferences found;
  std::vector<const GumboNode *> waiting{output->document};
  while (!waiting.empty()) {
    const auto *node = waiting.back();
    waiting.pop_back();
    const auto *children = children_of(node);
    if (children == nullptr) continue;
    if (node->type != GUMBO_NODE_DOCUMENT) collect(node->v.element, found);
    for (unsigned i = children->length; i > 0; --i) // the first child is to be on top
      waiting.push_back(static_cast<const GumboNode *>(children->data[i - 1]));
  }
  return found;
}

} // namespace localoffer
