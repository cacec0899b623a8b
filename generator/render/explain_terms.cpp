#include "render/explain_terms.hpp"

#include "base/text.hpp"
#include "language/short_forms.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace localoffer {
namespace {

/// Forms as they stand in HTML.
std::vector<TermForms> escaped_forms(const std::vector<TermExplanation> &terms) {
  std::vector<TermForms> all;
  for (const auto &term : terms) {
    TermForms forms{escape_html(term.forms.title), escape_html(term.forms.short_form), {}};
    for (const auto &form : term.forms.also)
      forms.also.push_back(escape_html(form));
    all.push_back(std::move(forms));
  }
  return all;
}

/// A title inside a sentence. One whose other words begin small has its capital from beginning a line; a name
/// keeps its own.
std::string inside_sentence(std::string title) {
  const bool is_name = std::adjacent_find(title.begin(), title.end(), [](char a, char b) {
                         return a == ' ' && b >= 'A' && b <= 'Z';
                       }) != title.end();
  const bool is_phrase = title.find(' ') != std::string::npos;
  if (is_phrase && !is_name && !is_short_form(title.substr(0, title.find(' '))))
    title.front() = lower_ascii(title.substr(0, 1)).front();
  return title;
}

/// Elements whose text is a name, somebody's own words, or no running text.
bool is_left_alone(std::string_view element) {
  constexpr std::array<std::string_view, 24> names{
      "a",    "abbr", "blockquote", "button", "caption", "cite",    "code",   "dt",
      "form", "h1",   "h2",         "h3",     "h4",      "h5",      "h6",     "label",
      "nav",  "pre",  "q",          "svg",    "th",      "summary", "script", "figcaption"};
  return std::find(names.begin(), names.end(), element) != names.end();
}

bool is_inline(std::string_view element) {
  constexpr std::array<std::string_view, 6> names{"em", "strong", "span", "b", "i", "br"};
  return std::find(names.begin(), names.end(), element) != names.end();
}

struct Tag {
  std::string_view name, whole;
  bool closes = false;
};

/// Reads one page from its main part to the mark, and writes it anew.
class Reader {
public:
  Reader(const TermFinder &finder, const std::vector<TermExplanation> &terms,
         const std::vector<std::string> &titles)
      : finder_(finder), terms_(terms), titles_(titles) {}

  void read(std::string_view html) {
    for (std::size_t at = 0; at < html.size();) {
      const auto lt = std::min(html.find('<', at), html.size());
      if (lt > at) text(html.substr(at, lt - at));
      if (lt == html.size()) break;
      const auto end = std::min(html.find('>', lt), html.size() - 1) + 1;
      tag(read_tag(html.substr(lt, end - lt)));
      at = end;
    }
  }

  std::string take() { return std::move(out_); }
  const std::set<std::size_t> &used() const { return used_; }

private:
  static Tag read_tag(std::string_view whole) {
    Tag tag{{}, whole, whole.starts_with("</")};
    const std::size_t begin = tag.closes ? 2 : 1;
    tag.name = whole.substr(begin, whole.find_first_of(" \n\t/>", begin) - begin);
    return tag;
  }

  void tag(const Tag &tag) {
    out_ += tag.whole;
    if (!left_alone_.empty()) {
      if (tag.name == left_alone_) depth_ += tag.closes ? -1 : 1;
      if (depth_ == 0) left_alone_ = {};
    } else if (!tag.closes && is_left_alone(tag.name)) {
      left_alone_ = tag.name;
      depth_ = 1;
    } else if (!is_inline(tag.name)) {
      in_speech_ = false; // a quotation mark that is never closed quotes one paragraph at most
    }
  }

  void text(std::string_view text) {
    if (!left_alone_.empty()) {
      out_ += text;
      return;
    }
    constexpr std::string_view opens = "\u201c", closes = "\u201d";
    for (std::size_t at = 0; at < text.size();) {
      const auto end = std::min(text.find(in_speech_ ? closes : opens, at), text.size());
      const auto piece = text.substr(at, end - at);
      if (in_speech_)
        out_ += piece;
      else
        running_text(piece);
      if (end == text.size()) return;
      out_ += in_speech_ ? closes : opens;
      in_speech_ = !in_speech_;
      at = end + opens.size();
    }
  }

  void running_text(std::string_view text) {
    std::size_t written = 0, from = 0;
    while (const auto match = finder_.next(text, from)) {
      from = match->begin + match->length;
      const bool is_new = used_.insert(match->term).second;
      const bool spell_out = match->is_short && spelled_out_.insert(match->term).second;
      if (!is_new && !spell_out) continue;
      out_ += text.substr(written, match->begin - written);
      const auto words = text.substr(match->begin, match->length);
      if (is_new)
        link(*match, words);
      else
        out_ += words;
      if (spell_out && !is_spelled_out(text, *match)) out_ += fmt::format(" ({})", titles_[match->term]);
      written = from;
    }
    out_ += text.substr(written);
  }

  void link(const TermFinder::Match &match, std::string_view words) {
    // Other links may have the same words: to the list of measures, say. This one says what it leads to.
    const TermExplanation &term = terms_[match.term];
    const std::string language =
        term.hint_language.empty() ? "" : fmt::format(" lang=\"{}\"", term.hint_language);
    out_ += fmt::format(
        "<a class=\"term\" id=\"use:{0}\" href=\"#word:{0}\">{1}<span class=\"govuk-visually-hidden\"{2}>"
        "{3}</span></a>",
        term.id, words, language, escape_html(term.hint));
  }

  /// Whether the text says it itself: "education, health and care plan (EHC plan)", "EHC plan (education".
  bool is_spelled_out(std::string_view text, const TermFinder::Match &match) const {
    if (titles_[match.term].empty()) return true;
    const auto before = trimmed(text.substr(0, match.begin));
    const auto after = trimmed(text.substr(match.begin + match.length));
    return (before.ends_with("(") && after.starts_with(")")) || after.starts_with("(");
  }

  const TermFinder &finder_;
  const std::vector<TermExplanation> &terms_;
  const std::vector<std::string> &titles_;
  std::string out_;
  std::string_view left_alone_; ///< the element in which nothing is touched
  int depth_ = 0;               ///< how many of its name are open
  bool in_speech_ = false;
  std::set<std::size_t> used_, spelled_out_;
};

} // namespace

TermExplainer::TermExplainer(std::vector<TermExplanation> terms, const CompiledTemplate *used_terms)
    : terms_(std::move(terms)), finder_(escaped_forms(terms_)), template_(used_terms) {
  // A term that is itself a short form has no words to be spelled out with.
  for (const auto &term : terms_)
    titles_.push_back(is_short_form(term.forms.title) ? std::string{}
                                                      : escape_html(inside_sentence(term.forms.title)));
}

std::string TermExplainer::section(const std::set<std::size_t> &used) const {
  UsedTermsView view;
  for (const auto i : used) {
    const TermExplanation &term = terms_[i];
    view.terms.push_back(
        {"word:" + term.id, "#use:" + term.id, term.title, term.forms.short_form, term.text, term.back});
  }
  std::string html;
  render_template(*template_, &view, html);
  return html;
}

void TermExplainer::explain(std::string &page) const {
  const auto mark = page.find(words_used_mark);
  if (mark == std::string::npos) return;
  const std::size_t behind = mark + words_used_mark.size();
  if (behind < page.size() && page[behind] == '\n') page.erase(behind, 1); // it stands on a line of its own
  const auto main = page.find("<main");
  if (!template_ || terms_.empty() || main > mark) {
    page.erase(mark, words_used_mark.size());
    return;
  }
  Reader reader(finder_, terms_, titles_);
  reader.read(std::string_view(page).substr(main, mark - main));
  std::string section_html = reader.used().empty() ? std::string{} : section(reader.used());
  const std::string body = reader.take();
  std::string out;
  out.reserve(page.size() + body.size() - (mark - main) + section_html.size());
  out.append(page, 0, main).append(body).append(section_html);
  out.append(page, mark + words_used_mark.size());
  page = std::move(out);
}

} // namespace localoffer
