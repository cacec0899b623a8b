// SVG pictures: in one that may be published, a browser finds nothing that runs, loads or leads elsewhere.
// An input is a picture.
#include "content/published_files.hpp"
#include "fuzz.hpp"

#include <gumbo.h>

#include <memory>

using namespace localoffer;
using namespace localoffer::fuzz;

namespace {

void hold_drawing(const GumboNode &node) {
  if (node.type == GUMBO_NODE_DOCUMENT ||
      (node.type != GUMBO_NODE_ELEMENT && node.type != GUMBO_NODE_TEMPLATE))
    return;
  const GumboElement &element = node.v.element;
  for (const auto forbidden :
       {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_IFRAME, GUMBO_TAG_OBJECT, GUMBO_TAG_EMBED, GUMBO_TAG_A,
        GUMBO_TAG_IMG, GUMBO_TAG_IMAGE, GUMBO_TAG_FOREIGNOBJECT, GUMBO_TAG_LINK})
    hold(element.tag != forbidden, "a picture only draws", gumbo_normalized_tagname(element.tag));
  for (unsigned i = 0; i < element.attributes.length; ++i) {
    const auto &attribute = *static_cast<const GumboAttribute *>(element.attributes.data[i]);
    const std::string name = lower_ascii(attribute.name);
    const std::string_view value = attribute.value;
    hold(!name.starts_with("on") || name.find(':') != std::string::npos, "a picture has no event handler",
         name);
    hold(name != "style", "a picture has no styles", value);
    if (name == "href" || name == "src")
      hold(value.starts_with('#'), "a picture refers to itself alone", value);
  }
  for (unsigned i = 0; i < element.children.length; ++i)
    hold_drawing(*static_cast<const GumboNode *>(element.children.data[i]));
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  const auto file = std::make_shared<const SourceFile>(SourceFile{"a.svg", std::string(text_of(data, size))});
  const auto found = check_vector_picture(file);
  hold_diagnostics(found);
  if (!found.empty()) return 0;
  const std::unique_ptr<GumboOutput, void (*)(GumboOutput *)> parsed(
      gumbo_parse_with_options(&kGumboDefaultOptions, file->text.data(), file->text.size()),
      [](GumboOutput *output) { gumbo_destroy_output(&kGumboDefaultOptions, output); });
  hold_drawing(*parsed->root);
  return 0;
}
