#include "content/codes.hpp"

#include <algorithm>
#include <cassert>

namespace localoffer {

const std::vector<DiagnosticCode> &diagnostic_codes() {
  constexpr auto error = Severity::error;
  constexpr auto warning = Severity::warning;
  static const std::vector<DiagnosticCode> codes{
      {"address-collision", error, 0, "Each page has an address of its own."},
      {"ampersand", warning, 0, "An ampersand stands in names only; a sentence says \"and\"."},
      {"and-or", warning, 0, "A sentence says \"and\", \"or\" or \"one or both\", and not \"and/or\"."},
      {"answer-overdue", warning, 0, "What families said is answered within a year."},
      {"bad-colour", error, 0, "A colour is written as #rrggbb."},
      {"bad-output-path", error, 0, "The path of a page is one that every computer can write."},
      {"bad-redirect", error, 0, "A redirect leads from an address that no page has to one that exists."},
      {"body-under-two-names", error, 25, "A body has one name, and the content uses that one."},
      {"broken-anchor", error, 0, "A link to a part of a page names a part that exists."},
      {"broken-link", error, 0, "A link to other content names a file that exists."},
      {"claim-needs-target", error, 7, "A claim about a target comes with the target and its date."},
      {"count-not-whole", error, 2, "A count is a whole number and not negative."},
      {"counts-add-up", error, 1, "Counts by status add up to the stated total."},
      {"date-not-iso", error, 30, "A date is written as YYYY, YYYY-MM or YYYY-MM-DD."},
      {"date-order", error, 0, "What must come later has a later date."},
      {"date-outside-window", error, 21, "A date lies in the time that the report gives for its status."},
      {"direction-target", error, 5, "The way that is better and the target agree."},
      {"document-without-html", warning, 0, "A PDF has a web page that says the same."},
      {"document-without-place", error, 0,
       "A document has a file or an address, or a report names it without one."},
      {"duplicate-html-id", error, 0, "An id stands once on a page."},
      {"duplicate-id", error, 0, "Each record of a kind has an id of its own."},
      {"duplicate-key", error, 0, "A key stands once in a record."},
      {"duplicate-ref", error, 0, "Each milestone has a ref of its own."},
      {"easy-read-label", error, 0,
       "A page is called Easy Read once it is recorded which group reviewed it, and when."},
      {"easy-read-long-sentence", warning, 0, "A sentence beside a picture has at most 15 words."},
      {"easy-read-page", error, 0, "A version with pictures is of one page, which exists and has no other."},
      {"easy-read-pairs", warning, 0,
       "In a version with pictures each sentence stands alone beside its picture."},
      {"easy-read-short-form", warning, 0, "A version with pictures writes every short form out."},
      {"empty-comment", error, 14, "A comment says something, or is left out."},
      {"empty-value", error, 0, "A key that is written has a value."},
      {"file-too-large", error, 0, "A content file is at most 1 MiB."},
      {"finding-of-nothing", error, 0,
       "A finding names the inspection or the review that found it, one of the two."},
      {"frozen-report-broken", error, 0, "A report that is kept as it was can be built from its commit."},
      {"frozen-without-commit", warning, 0,
       "A frozen report names its commit, so that a moved tag is found."},
      {"heading-too-deep", warning, 0, "Headings go down one level at a time."},
      {"hidden-negative", warning, 0, "A sentence says no once at most."},
      {"image-without-text", error, 0, "An image says in words what it shows."},
      {"known-problems", Severity::notice, 0, "The baseline file lets pass what was there before the rules."},
      {"later-than-period", error, 23, "A period's report tells of nothing that happened after the period."},
      {"link-scheme", error, 0, "A link leads to a page, to https, http, mailto or tel."},
      {"link-text", error, 10, "The words of a link say where it leads."},
      {"listed-differs-from-stated", error, 13, "The refs that are listed match the stated count."},
      {"long-sentence", warning, 0, "A sentence has at most 25 words."},
      {"low-contrast", error, 0, "Text can be told from what is behind it, at least 4.5 to 1."},
      {"markup-shown", warning, 0, "Marks of Markdown and HTML stand only where they are read as such."},
      {"measure-incomplete", warning, 9,
       "A measure has a figure, a baseline and a target, or says which is not published."},
      {"merged-as-complete", error, 12, "A status that merges two meanings is not reported as complete."},
      {"missing-field", error, 0, "A record has the fields that it needs."},
      {"missing-front-matter", error, 0,
       "A Markdown record begins with its fields between two lines of ---."},
      {"moved-tag", error, 0, "A tag names the commit that it named when a report was frozen."},
      {"nested-too-deep", error, 0, "Lists, maps, quotes and emphasis are nested within reason."},
      {"no-follow-up", warning, 0,
       "What inspectors found wrong is taken up, or the record says that nothing takes it up."},
      {"not-a-repository", Severity::notice, 0,
       "Content is in a git repository, so that its history is known."},
      {"not-utf8", error, 0, "A content file is UTF-8 text."},
      {"noun-pile", warning, 0, "A sentence says with verbs what somebody does, and does not pile up nouns."},
      {"one-meaning", error, 6, "A short form has one meaning on a site."},
      {"one-observation", error, 4, "A measure has one figure for each date and area."},
      {"one-plan", error, 0, "A local area has one plan, in plan.md or plan.yaml."},
      {"orphan-page", error, 0, "Each page can be reached from the home page."},
      {"output-collision", error, 0, "Two pages do not share a path, on any computer."},
      {"overdue-without-new-date", warning, 16,
       "What is overdue and not complete has a new date and a reason."},
      {"partly-listed", error, 20, "A period that lists only some of what it counts says so."},
      {"passive-voice", Severity::notice, 0, "A sentence says who does what."},
      {"personal-data", error, 24, "Nothing in the content is about or leads to a private person."},
      {"preferred-spelling", warning, 29, "A word is spelled in the one way that the site has chosen."},
      {"promise-passed", warning, 11, "A promise whose date has passed has a new status."},
      {"quote-consent", error, 28, "A quote is short, names nobody, and its speaker agreed to it."},
      {"raw-html", error, 0, "Content is Markdown; HTML in it is not passed on."},
      {"reason-missing", error, 0, "What is silenced or lowered has a reason."},
      {"recommendation-unanswered", error, 26,
       "A recommendation names who is to act and what they answered."},
      {"repeated-item", error, 8, "No item stands twice in one list."},
      {"replaced-without-successor", error, 15, "What was replaced or stopped says by what, or why."},
      {"risk-score", error, 27, "A risk's score is its consequence times its likelihood, each from 1 to 5."},
      {"risk-without-factors", warning, 27, "A risk's score comes with its consequence and its likelihood."},
      {"short-form", warning, 0, "A short form is explained by the site's terms, or written out."},
      {"stated-differs", error, 19, "Percentages that a report states follow from its counts."},
      {"statement-too-old", warning, 0, "The accessibility statement was reviewed in the last 12 months."},
      {"status-retired", error, 0, "A status is used only while the scale has it."},
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
      {"too-many-files", error, 0, "The content is small enough to be read whole."},
      {"too-many-nodes", error, 0, "A file has a reasonable number of values, aliases counted in full."},
      {"too-many-problems", Severity::notice, 0, "The problems are few enough to be listed."},
      {"translation-length", warning, 0, "A translated list has as many items as the original."},
      {"translation-of-fact", error, 0, "A translation has words only; facts are the original's."},
      {"translation-of-nothing", error, 0, "A translation stands beside what it translates."},
      {"translation-outdated", warning, 0, "A translation is of the words that the original has now."},
      {"unknown-aspect", error, 0, "An aspect is one of the inspection's or the review's own."},
      {"unknown-folder", warning, 0, "A content file is in the folder of its kind."},
      {"unknown-key", error, 0, "A record has only keys that its kind knows."},
      {"unknown-language", warning, 0, "A translation is in one of the languages of the site."},
      {"unknown-picture", error, 0, "A picture is one of the theme's, and the theme has its file."},
      {"unknown-record", error, 0, "A reference names a record that exists."},
      {"unknown-ref", error, 17, "A link to a milestone names a ref that exists."},
      {"unknown-revision", error, 0, "A tag or commit that the content names is in the repository."},
      {"unknown-rule", error, 0, "A silence or a rule setting names a code that exists."},
      {"unknown-status", error, 3, "A status is one of the site's scale."},
      {"unknown-value", error, 0, "A field with fixed choices has one of them."},
      {"unsafe-file", error, 0,
       "A file that is published is of a kind that a browser shows and does not run."},
      {"unsafe-picture", error, 0, "A picture only draws: no scripts, no styles, nothing from elsewhere."},
      {"unused-baseline", warning, 0, "The baseline file holds only problems that are there."},
      {"unused-silence", warning, 0, "A silence silences something."},
      {"word-to-avoid", warning, 0, "A word that has a plainer one gives way to it."},
      {"words-missing", Severity::notice, 0, "The theme has all of its words in each language of the site."},
      {"words-pattern", error, 0, "An interface sentence is a valid ICU message."},
      {"wrong-type", error, 0, "A field has a value of its type."},
      {"yaml-syntax", error, 0, "A file of fields is valid YAML."},
      {"zero-not-shown", error, 22, "Where a period lists nothing under a status, its report says so."},
  };
  return codes;
}

const DiagnosticCode *find_diagnostic_code(std::string_view code) {
  const auto &codes = diagnostic_codes();
  const auto found = std::find_if(codes.begin(), codes.end(),
                                  [&](const DiagnosticCode &candidate) { return candidate.code == code; });
  return found == codes.end() ? nullptr : &*found;
}

bool may_be_lowered(std::string_view code) {
  const DiagnosticCode *known = find_diagnostic_code(code);
  return known && (known->rule > 0 || known->severity == Severity::warning);
}

Diagnostic diagnose(std::string_view code, Span span, std::string message, std::string help) {
  const DiagnosticCode *known = find_diagnostic_code(code);
  assert(known != nullptr);
  return {std::string(code), known ? known->severity : Severity::error,
          std::move(span),   std::move(message),
          std::move(help),   {}};
}

} // namespace localoffer
