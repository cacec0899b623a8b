// What a page refers to: the quick scanner and Gumbo find the same on every page without a mistake. An input
// is a page.
#include "fuzz.hpp"
#include "publish/html_references.hpp"
#include "support/told.hpp"

#include <gumbo.h>

using namespace localoffer;
using namespace localoffer::fuzz;
using testing::told;

namespace {

/// A page with mistakes is read in a way that no scanner follows: elements are moved, doubled and dropped.
/// None of ours has any.
bool has_mistakes(std::string_view html) {
  auto *parsed = gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size());
  const bool mistakes = parsed->errors.length > 0;
  gumbo_destroy_output(&kGumboDefaultOptions, parsed);
  return mistakes;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  const auto html = text_of(data, size);
  const std::string quick = told(html_references(html)), whole = told(parsed_html_references(html));
  if (quick != whole)
    hold(has_mistakes(html), "both ways to read a page find the same", quick + "--- and ---\n" + whole);
  return 0;
}
