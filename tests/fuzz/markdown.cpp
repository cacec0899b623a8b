// Markdown to a page: a browser finds just what we wrote there, and nothing of it runs or is fetched from
// elsewhere. An input is the text of a page.
#include "base/files.hpp"
#include "fuzz.hpp"
#include "pages/prose_html.hpp"
#include "support/read_content.hpp"

#include <gumbo.h>

#include <array>
#include <memory>

using namespace localoffer;
using namespace localoffer::fuzz;

namespace {

/// A small site around the page: the words of the theme, and a page to link to.
struct Surroundings {
  Programme programme;
  Words words;
  Site site;

  Surroundings() : programme(made()), words(loaded()), site{programme, words, Addresses(programme), {}, ""} {}

  static Programme made() {
    std::vector<Diagnostic> unused;
    return join(testing::load_files({{"content/plan.md", "---\ntitle: Plan\nkind: plan\n---\nWords.\n"},
                                     {"content/pages/other.md", "---\ntitle: Other\n---\nWords.\n"},
                                     {"content/files/picture.png", ""}}),
                {2021, 3, 25}, unused);
  }
  static Words loaded() {
    std::vector<Diagnostic> mistakes;
    auto words =
        Words::load(std::make_shared<const SourceFile>(SourceFile{"en.yaml", read_file(LOCALOFFER_WORDS)}),
                    "en", mistakes);
    hold(mistakes.empty(), "the theme's words are right");
    return words;
  }
};

bool is_one_of(std::string_view word, std::string_view words) {
  return (" " + std::string(words) + " ").find(" " + std::string(word) + " ") != std::string::npos;
}

/// The scheme of an address as browsers find it: they leave line ends and tabs out, and blanks before it.
std::string scheme_of(std::string_view address) {
  std::string seen;
  for (const char c : address)
    if (c != '\n' && c != '\r' && c != '\t' && (!seen.empty() || static_cast<unsigned char>(c) > ' '))
      seen += c;
  const auto colon = seen.find_first_of(":/?#\\");
  return colon != std::string::npos && seen[colon] == ':' ? lower_ascii(seen.substr(0, colon)) : "";
}

void hold_attribute(std::string_view element, const GumboAttribute &attribute, bool links_are_right) {
  const std::string_view name = attribute.name, value = attribute.value;
  hold(is_one_of(name, "href src alt id start scope class tabindex role aria-label"),
       "an attribute is one of ours", name);
  if (!links_are_right) return;
  if (name == "href")
    hold(element == "a" && (scheme_of(value).empty() || is_one_of(scheme_of(value), "http https mailto tel")),
         "a link leads where links may lead", value);
  const auto is_slash = [&](std::size_t i) {
    return i < value.size() && (value[i] == '/' || value[i] == '\\');
  };
  if (name == "src")
    hold(element == "img" && scheme_of(value).empty() && !(is_slash(0) && is_slash(1)),
         "a picture is the site's own", value);
}

/// Writes down what a browser would have, and holds each element to what we write.
void write(const GumboNode &node, bool links_are_right, std::string &out) {
  if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE)
    return append_escaped_html(out, node.v.text.text);
  hold(node.type == GUMBO_NODE_ELEMENT, "a page holds elements and text alone", out);
  const GumboElement &element = node.v.element;
  const std::string_view name = gumbo_normalized_tagname(element.tag);
  hold(is_one_of(name,
                 "p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre code hr br em strong a img div table caption "
                 "thead tbody tr th td"),
       "an element is one of ours", name);
  out += "<" + std::string(name);
  for (unsigned i = 0; i < element.attributes.length; ++i) {
    const auto &attribute = *static_cast<const GumboAttribute *>(element.attributes.data[i]);
    hold_attribute(name, attribute, links_are_right);
    out += std::string(" ") + attribute.name + "=\"" + escape_html(attribute.value) + "\"";
  }
  out += ">";
  for (unsigned i = 0; i < element.children.length; ++i)
    write(*static_cast<const GumboNode *>(element.children.data[i]), links_are_right, out);
  if (!is_one_of(name, "hr br img")) out += "</" + std::string(name) + ">";
}

/// As browsers read line ends.
std::string with_plain_lines(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] != '\r')
      out += text[i];
    else if (i + 1 == text.size() || text[i + 1] != '\n')
      out += '\n';
  return out;
}

/// Whether there is a control character or another that is none in HTML: Gumbo puts a mark in its place.
bool has_no_character(std::string_view html) {
  for (std::size_t i = 0; i < html.size(); ++i) {
    const auto byte = [&](std::size_t at) {
      return static_cast<unsigned char>(i + at < html.size() ? html[i + at] : '\0');
    };
    if (byte(0) < 0x20 ? byte(0) != '\n' && byte(0) != '\r' && byte(0) != '\t' && byte(0) != '\f'
                       : byte(0) == 0x7F)
      return true;
    if (byte(0) == 0xC2 && byte(1) < 0xA0) return true;
    if (byte(0) == 0xEF && byte(1) == 0xB7 && byte(2) >= 0x90 && byte(2) <= 0xAF) return true;
    if (byte(0) >= 0xEF && byte(byte(0) == 0xEF ? 1 : 2) == 0xBF && byte(byte(0) == 0xEF ? 2 : 3) >= 0xBE)
      return true;
  }
  return false;
}

void hold_html(const std::string &html, bool links_are_right) {
  GumboOptions options = kGumboDefaultOptions;
  options.fragment_context = GUMBO_TAG_DIV;
  const std::unique_ptr<GumboOutput, void (*)(GumboOutput *)> parsed(
      gumbo_parse_with_options(&options, html.data(), html.size()),
      [](GumboOutput *output) { gumbo_destroy_output(&kGumboDefaultOptions, output); });
  std::string seen;
  const GumboVector &children = parsed->root->v.element.children;
  for (unsigned i = 0; i < children.length; ++i)
    write(*static_cast<const GumboNode *>(children.data[i]), links_are_right, seen);
  hold(has_no_character(html) || seen == with_plain_lines(html), "a browser reads what was written",
       html + "\n--- and ---\n" + seen);
}

void hold_places(const SourceFilePtr &file, const std::vector<ProseNode> &nodes) {
  for (const auto &node : nodes) {
    hold_place({file, node.place});
    hold_places(file, node.children);
  }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  static const Surroundings around;
  const auto read =
      testing::read_text("content/pages/a.md", "---\ntitle: A\n---\n" + std::string(text_of(data, size)));
  hold_diagnostics(read.diagnostics);
  for (const auto &page : read.records.pages) {
    hold_places(page.head.file, page.head.text->blocks());
    const bool links_are_right =
        std::none_of(read.diagnostics.begin(), read.diagnostics.end(),
                     [](const Diagnostic &one) { return one.code == "link-scheme"; });
    hold_html(prose_html(around.site, *page.head.text, page.head.file, {3, "a-"}).markup, links_are_right);
    hold_html(inline_html(around.site, *page.head.text, page.head.file).markup, links_are_right);
  }
  return 0;
}
