#include "review/marked_page.hpp"

#include "base/text.hpp"
#include "review/html_tree.hpp"
#include "review/marks.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>

namespace localoffer {
namespace {

bool is_one_of(std::string_view name, const auto &names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Elements whose text takes no markup.
constexpr std::array<std::string_view, 6> plain_only{"title", "script", "style", "textarea", "option", "svg"};
/// Elements in which no link may stand, or should: it would become part of a name that is read out.
constexpr std::array<std::string_view, 11> without_links{"a",  "button", "summary", "label", "h1",     "h2",
                                                         "h3", "h4",     "h5",      "h6",    "caption"};

/// What stands there in the draft; where nothing does, what stood there.
std::string without_markup(std::string_view text, bool keep_removed) {
  std::string added, removed;
  bool in_removed = false;
  for (std::size_t i = 0; i < text.size();) {
    if (!marks::is_at(text, i)) {
      (in_removed ? removed : added) += text[i++];
      continue;
    }
    const auto mark = text.substr(i, marks::length);
    if (mark == marks::removed_begin) in_removed = true;
    if (mark == marks::removed_end) in_removed = false;
    i += marks::length;
  }
  return added.empty() && keep_removed ? removed : added;
}

class PageMarker {
public:
  PageMarker(std::string_view html, const MarkWords &words) : html_(html), words_(words) {}

  MarkedPage run() {
    std::size_t at = 0;
    while (at < html_.size()) {
      const auto next = std::min(html_.find('<', at), html_.size());
      text(html_.substr(at, next - at));
      at = next < html_.size() ? tag(next) : next;
    }
    end_change();
    return {linked(), std::move(marks_)};
  }

private:
  // ---- tags

  /// Gives where the tag ends.
  std::size_t tag(std::size_t begin) {
    std::size_t end = begin + 1;
    for (char quote = 0; end < html_.size() && (quote != 0 || html_[end] != '>'); ++end)
      if (quote != 0)
        quote = html_[end] == quote ? '\0' : quote;
      else if (html_[end] == '"' || html_[end] == '\'')
        quote = html_[end];
    end = std::min(end + 1, html_.size());
    const auto whole = html_.substr(begin, end - begin);
    const bool closes = whole.size() > 1 && whole[1] == '/';
    const auto name_begin = closes ? 2U : 1U;
    const auto name = whole.substr(name_begin, whole.find_first_of(" />\n", name_begin) - name_begin);
    const bool is_empty = whole.ends_with("/>");
    if (closes && is_one_of(name, plain_only)) --in_plain_;
    if (closes || is_clean(whole))
      out_ += whole;
    else
      out_ += cleaned_tag(whole);
    if (!closes && !is_empty && is_one_of(name, plain_only)) ++in_plain_;
    if (is_one_of(name, without_links)) in_without_links_ += closes ? -1 : 1;
    if (closes && in_without_links_ == 0) place_links();
    return end;
  }

  static bool is_clean(std::string_view whole) {
    return whole.find('\xEF') == std::string_view::npos && whole.find("=\"\"") == std::string_view::npos;
  }

  /// A tag without marks in its attributes. What is gone leads nowhere, and its id stands elsewhere.
  static std::string cleaned_tag(std::string_view whole) {
    std::size_t at = std::min(whole.find(' '), whole.size());
    std::string clean(whole.substr(0, at)), relation;
    bool leads_nowhere = false;
    for (auto quote = whole.find('"'); quote != std::string_view::npos; quote = whole.find('"', at)) {
      const auto end = whole.find('"', quote + 1);
      if (end == std::string_view::npos) break;
      const auto before = whole.substr(at, quote - at);
      const auto space = std::min(before.find_last_of(' '), before.size());
      const auto name = before.substr(std::min(space + 1, before.size()));
      const std::string kept = without_markup(whole.substr(quote + 1, end - quote - 1), name == "class=");
      const bool refers = name == "href=" || name == "id=" || name == "for=" || name.starts_with("aria-");
      const std::string attribute = fmt::format("{}\"{}\"", before, kept);
      if (refers && kept.empty())
        clean += before.substr(0, space);
      else if (name == "rel=") // says something of a link only
        relation = attribute;
      else
        clean += attribute;
      leads_nowhere = leads_nowhere || (name == "href=" && kept.empty());
      at = end + 1;
    }
    return clean + (leads_nowhere ? "" : relation) + std::string(whole.substr(at));
  }

  // ---- text

  void text(std::string_view text) {
    if (in_plain_ > 0) {
      out_ += without_markup(text, false);
      return;
    }
    while (!text.empty()) {
      std::size_t mark = 0;
      while (mark < text.size() && !marks::is_at(text, mark))
        ++mark;
      same(text.substr(0, mark));
      text.remove_prefix(mark);
      if (!text.empty()) text.remove_prefix(difference(text));
    }
  }

  void same(std::string_view text) {
    if (!trimmed(text).empty()) end_change();
    out_ += text;
  }

  /// Gives how much of the text it has taken.
  std::size_t difference(std::string_view text) {
    const auto mark = text.substr(0, marks::length);
    if (mark == marks::moved) {
      end_change();
      begin_change();
      marks_.back().moved = true;
      out_ += fmt::format("<strong class=\"moved\" id=\"{}\">{}</strong> ", id(), words_.moved);
      links_at_ = out_.size();
      links_can_stand_ = in_without_links_ == 0;
      end_change();
      return marks::length;
    }
    if (mark == marks::page_count) {
      counts_.push_back(out_.size());
      return marks::length;
    }
    const bool removed = mark == marks::removed_begin;
    if (!removed && mark != marks::added_begin) return marks::length;
    const auto end = text.find(removed ? marks::removed_end : marks::added_end);
    const auto words = text.substr(marks::length, end - marks::length); // escaped already
    const bool first = !open_;
    if (first) begin_change();
    std::string &read = removed ? marks_.back().removed : marks_.back().added;
    if (!read.empty()) read += ' ';
    read += trimmed(unescaped_html(words));
    const auto rest = end == std::string_view::npos ? std::string_view{} : text.substr(end + marks::length);
    const bool ends_block = rest.empty() && ends_block_behind(text);
    out_ += fmt::format("<{0}{1}>{2}{3}{4}</{0}>", removed ? "del" : "ins",
                        first ? fmt::format(" id=\"{}\"", id()) : "",
                        hidden((removed ? words_.removed : words_.added) + " "), words,
                        ends_block ? "" : hidden(" " + words_.end));
    links_at_ = out_.size();
    links_can_stand_ = in_without_links_ == 0;
    return end == std::string_view::npos ? text.size() : end + marks::length;
  }

  static std::string hidden(const std::string &words) {
    return fmt::format("<span class=\"govuk-visually-hidden\">{}</span>", words);
  }

  /// Whether a block ends where the text does: then nobody needs to be told that its last words end.
  bool ends_block_behind(std::string_view text) const {
    const auto at = static_cast<std::size_t>(text.data() + text.size() - html_.data());
    if (html_.substr(at, 2) != "</") return false;
    const auto name = html_.substr(at + 2, html_.find('>', at) - at - 2);
    return !is_inline({std::string(name), "", "", {}});
  }

  std::string id() const { return fmt::format("change-{}", marks_.size()); }

  // ---- links from one change to the next

  void begin_change() {
    end_change();
    marks_.emplace_back();
    open_ = true;
  }

  void end_change() {
    if (!open_) return;
    open_ = false;
    if (links_can_stand_)
      places_.emplace_back(links_at_, marks_.size());
    else
      waiting_.push_back(marks_.size());
  }

  /// Behind an element in which links could not stand.
  void place_links() {
    for (const auto number : waiting_)
      places_.emplace_back(out_.size(), number);
    waiting_.clear();
    if (!open_ || links_can_stand_) return;
    links_at_ = out_.size();
    links_can_stand_ = true;
  }

  std::string link(std::size_t to, std::string_view arrow, const std::string &words) const {
    return fmt::format("<a href=\"#change-{}\"><span aria-hidden=\"true\">{}</span><span "
                       "class=\"govuk-visually-hidden\">{} ({}/{})</span></a>",
                       to, arrow, words, to, marks_.size());
  }

  std::string links_of(std::size_t number) const {
    if (marks_.size() < 2) return {};
    return "<span class=\"change-steps\">" +
           (number > 1 ? link(number - 1, "↑", words_.previous) : std::string{}) +
           (number < marks_.size() ? link(number + 1, "↓", words_.next) : std::string{}) + "</span>";
  }

  /// The page with the links and the count put in where they belong.
  std::string linked() const {
    std::string page;
    std::size_t done = 0;
    auto count = counts_.begin();
    const auto copy_to = [&](std::size_t end) {
      for (; count != counts_.end() && *count <= end; ++count) {
        page.append(out_, done, *count - done);
        page += std::to_string(marks_.size());
        done = *count;
      }
      page.append(out_, done, end - done);
      done = end;
    };
    for (const auto &[at, number] : places_) {
      copy_to(at);
      page += links_of(number);
    }
    copy_to(out_.size());
    return page;
  }

  std::string_view html_;
  const MarkWords &words_;
  std::string out_;
  std::vector<PageMark> marks_;
  std::vector<std::pair<std::size_t, std::size_t>> places_; ///< in out_, and the change's number
  std::vector<std::size_t> counts_;                         ///< where the number of changes is told
  std::vector<std::size_t> waiting_;                        ///< changes whose links wait for an element's end
  std::size_t links_at_ = 0;     ///< behind the last words of the change that is open
  bool links_can_stand_ = false; ///< there
  bool open_ = false;            ///< a change has begun, and nothing that is the same came since
  int in_plain_ = 0, in_without_links_ = 0;
};

} // namespace

MarkedPage marked_page(std::string_view html, const MarkWords &words) {
  return PageMarker(html, words).run();
}

} // namespace localoffer
