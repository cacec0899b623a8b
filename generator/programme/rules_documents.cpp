#include "base/text.hpp"
#include "content/codes.hpp"
#include "programme/rule_list.hpp"

#include <fmt/format.h>

namespace localoffer::rules {
namespace {

bool ends_in_pdf(std::string_view address) {
  const std::string path = lower_ascii(address.substr(0, address.find_first_of("?#")));
  return path.ends_with(".pdf");
}

bool is_pdf(const Document &document) {
  return lower_ascii(*document.format) == "pdf" || ends_in_pdf(*document.file) || ends_in_pdf(*document.url);
}

} // namespace

void documents_can_be_read(const Programme &programme, Found &found) {
  for (const auto &document : programme.content.records.documents) {
    // A report may name a document and not say where it is; then the report has to be named.
    const bool is_only_named = !document.file && !document.url && !document.head.sources.empty();
    if (document.file.given == document.url.given && !is_only_named)
      found.push_back(diagnose(
          "document-without-place", document.url ? document.head.span_of(document.url) : document.head.span(),
          document.url ? "this document is a file here and has an address too"
                       : "this document is no file here and has no address",
          document.url ? "Keep 'file:' or 'url:', one of the two."
                       : "Write 'file:' with its path in the area's folder, or 'url:' with its address. If a "
                         "report names it and gives no address, name that report under 'sources:'; the page "
                         "then says so."));
    if (is_pdf(document) && !document.alternative)
      found.push_back(diagnose(
          "document-without-html", document.head.span(),
          fmt::format("'{}' is a PDF, and there is no web page that says the same", *document.head.title),
          "Many people cannot read a PDF on a telephone or with a screen reader. Name a web page that says "
          "the same under 'alternative:': a page of the content, or an address."));
  }
}

} // namespace localoffer::rules
