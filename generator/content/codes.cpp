#include "content/codes.hpp"

#include <algorithm>
#include <cassert>

namespace localoffer {

const std::vector<DiagnosticCode> &diagnostic_codes() {
  constexpr auto error = Severity::error;
  constexpr auto warning = Severity::warning;
  static const std::vector<DiagnosticCode> codes{
      {"address-collision", error, 0, "Each page has an address of its own."},
      {"bad-colour", error, 0, "A colour is written as #rrggbb."},
      {"bad-output-path", error, 0, "The path of a page is one that every computer can write."},
      {"bad-redirect", error, 0, "A redirect leads from an address that no page has to one that exists."},
      {"broken-anchor", error, 0, "A link to a part of a page names a part that exists."},
      {"broken-link", error, 0, "A link to other content names a file that exists."},
      {"count-not-whole", error, 2, "A count is a whole number and not negative."},
      {"counts-add-up", error, 1, "Counts by status add up to the stated total."},
      {"date-not-iso", error, 30, "A date is written as YYYY, YYYY-MM or YYYY-MM-DD."},
      {"date-order", error, 0, "What must come later has a later date."},
      {"duplicate-html-id", error, 0, "An id stands once on a page."},
      {"duplicate-id", error, 0, "Each record of a kind has an id of its own."},
      {"duplicate-key", error, 0, "A key stands once in a record."},
      {"duplicate-ref", error, 0, "Each milestone has a ref of its own."},
      {"empty-comment", error, 14, "A comment says something, or is left out."},
      {"empty-value", error, 0, "A key that is written has a value."},
      {"file-too-large", error, 0, "A content file is at most 1 MiB."},
      {"heading-too-deep", warning, 0, "Headings go down one level at a time."},
      {"image-without-text", error, 0, "An image says in words what it shows."},
      {"known-problems", Severity::notice, 0, "The baseline file lets pass what was there before the rules."},
      {"link-scheme", error, 0, "A link leads to a page, to https, http, mailto or tel."},
      {"listed-differs-from-stated", error, 13, "The refs that are listed match the stated count."},
      {"low-contrast", error, 0, "Text can be told from what is behind it, at least 4.5 to 1."},
      {"merged-as-complete", error, 12, "A status that merges two meanings is not reported as complete."},
      {"missing-field", error, 0, "A record has the fields that it needs."},
      {"missing-front-matter", error, 0,
       "A Markdown record begins with its fields between two lines of ---."},
      {"nested-too-deep", error, 0, "Lists, maps, quotes and emphasis are nested within reason."},
      {"not-a-repository", Severity::notice, 0,
       "Content is in a git repository, so that its history is known."},
      {"not-utf8", error, 0, "A content file is UTF-8 text."},
      {"one-plan", error, 0, "A local area has one plan, in plan.md or plan.yaml."},
      {"orphan-page", error, 0, "Each page can be reached from the home page."},
      {"output-collision", error, 0, "Two pages do not share a path, on any computer."},
      {"overdue-without-new-date", warning, 16,
       "What is overdue and not complete has a new date and a reason."},
      {"promise-passed", warning, 11, "A promise whose date has passed has a new status."},
      {"raw-html", error, 0, "Content is Markdown; HTML in it is not passed on."},
      {"reason-missing", error, 0, "What is silenced or lowered has a reason."},
      {"repeated-item", error, 8, "No item stands twice in one list."},
      {"replaced-without-successor", error, 15, "What was replaced or stopped says by what, or why."},
      {"statement-too-old", warning, 0, "The accessibility statement was reviewed in the last 12 months."},
      {"stray-less-than", error, 18, "A '<' straight after a capital letter is a broken ampersand."},
      {"submodule-refused", error, 0, "Content is in this repository, not in a submodule."},
      {"symlink-refused", error, 0, "Content is a file, not a symbolic link."},
      {"template-missing", error, 0, "A theme has a template for each kind of page."},
      {"template-recursive-partial", error, 0, "A partial does not put itself in."},
      {"template-syntax", error, 0, "A template is valid Mustache."},
      {"template-unknown-name", error, 0, "A template names what its page has."},
      {"template-unknown-partial", error, 0, "A template puts in partials that exist."},
      {"template-unknown-word", error, 0, "A template names interface words that exist."},
      {"template-unused", warning, 0, "Each template of a theme is used."},
      {"template-wrong-use", error, 0, "A template uses a value as what it is: text, a list, or markup."},
      {"too-many-nodes", error, 0, "A file has a reasonable number of values, aliases counted in full."},
      {"unknown-folder", warning, 0, "A content file is in the folder of its kind."},
      {"unknown-key", error, 0, "A record has only keys that its kind knows."},
      {"unknown-record", error, 0, "A reference names a record that exists."},
      {"unknown-ref", error, 17, "A link to a milestone names a ref that exists."},
      {"unknown-rule", error, 0, "A silence or a rule setting names a code that exists."},
      {"unknown-status", error, 3, "A status is one of the site's scale."},
      {"unknown-value", error, 0, "A field with fixed choices has one of them."},
      {"unused-baseline", warning, 0, "The baseline file holds only problems that are there."},
      {"unused-silence", warning, 0, "A silence silences something."},
      {"words-pattern", error, 0, "An interface sentence is a valid ICU message."},
      {"wrong-type", error, 0, "A field has a value of its type."},
      {"yaml-syntax", error, 0, "A file of fields is valid YAML."},
  };
  return codes;
}

const DiagnosticCode *find_diagnostic_code(std::string_view code) {
  const auto &codes = diagnostic_codes();
  const auto found = std::find_if(codes.begin(), codes.end(),
                                  [&](const DiagnosticCode &candidate) { return candidate.code == code; });
  return found == codes.end() ? nullptr : &*found;
}

Diagnostic diagnose(std::string_view code, Span span, std::string message, std::string help) {
  const DiagnosticCode *known = find_diagnostic_code(code);
  assert(known != nullptr);
  return {std::string(code), known ? known->severity : Severity::error,
          std::move(span),   std::move(message),
          std::move(help),   {}};
}

} // namespace localoffer
