#pragma once

#include "language/glossary.hpp"
#include "render/template.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace localoffer {

/// A term in the list of those that a page uses.
struct UsedTermView {
  std::string id;       ///< of the entry on the page
  std::string use_href; ///< to the term's first use on the page
  std::string title, short_form;
  Html text;
  std::string back; ///< the words of the link to the first use
};
VIEW_FIELDS(UsedTermView, id, use_href, title, short_form, text, back);

struct UsedTermsView {
  std::vector<UsedTermView> terms; ///< in the order that they were given in
};
VIEW_FIELDS(UsedTermsView, terms);

/// Explains terms on finished pages. A page's template says where the list of words is to stand, with
/// `words_used_mark` in its main part; a page without it is left as it is. What comes before the mark is read
/// as a reader does: the first use of each term becomes a link to its entry in the list, and the first use of
/// a short form is spelled out where it stands. Nothing is touched in headings, links, quotes, code, graphics
/// and names of fields. Immutable, so that any number of threads may use it.
class TermExplainer {
public:
  static constexpr std::string_view words_used_mark = "<!--words-used-->";
  static constexpr std::string_view template_name = "words-used";

  /// The template renders a UsedTermsView; without one, pages lose the mark and gain nothing.
  TermExplainer(std::vector<TermExplanation> terms, const CompiledTemplate *used_terms);

  void explain(std::string &page) const;

private:
  std::string section(const std::set<std::size_t> &used) const;

  std::vector<TermExplanation> terms_;
  std::vector<std::string> titles_; ///< what each short form is spelled out as, as HTML
  TermFinder finder_;
  const CompiledTemplate *template_;
};

} // namespace localoffer
