#include "render/foreign_text.hpp"

#include "base/foreign.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace localoffer {
namespace {

/// Elements whose content is text alone, or drawn.
constexpr std::string_view plain_elements[] = {"title", "svg", "textarea", "option", "script", "style"};

class Finisher {
public:
  Finisher(std::string_view page, std::string_view language, std::string_view direction)
      : page_(page), language_(language),
        opening_(fmt::format("<span lang=\"{}\" dir=\"{}\">", language, direction)) {}

  std::string run() {
    for (std::size_t at = 0; at < page_.size();) {
      const auto lt = std::min(page_.find('<', at), page_.size());
      text(page_.substr(at, lt - at));
      if (lt == page_.size()) break;
      const auto end = std::min(page_.find('>', lt), page_.size() - 1) + 1;
      tag(page_.substr(lt, end - lt));
      at = end;
    }
    return std::move(out_);
  }

private:
  void tag(std::string_view whole) {
    const bool closes = whole.starts_with("</");
    const std::size_t begin = closes ? 2 : 1;
    const auto name = whole.substr(begin, whole.find_first_of(" \n\t/>", begin) - begin);
    if (is_open_ && closes && depth_-- == 0) close(); // its other mark was cut away
    if (is_open_ && !closes && name != "br" && name != "img") ++depth_;
    // What is said of a picture has no place for an element around it.
    const bool is_picture = name == "img" && whole.find(foreign_begins) != std::string_view::npos;
    if (is_picture) {
      out_ += fmt::format("<img lang=\"{}\"", language_);
      whole.remove_prefix(begin + name.size());
    }
    out_ += without_foreign_marks(whole);
    if (plain_.empty() && !closes) {
      if (std::find(std::begin(plain_elements), std::end(plain_elements), name) != std::end(plain_elements))
        plain_ = name;
    } else if (closes && name == plain_) {
      plain_ = {};
    }
  }

  void text(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const auto mark = std::min({text.find(foreign_begins, at), text.find(foreign_ends, at), text.size()});
      out_ += text.substr(at, mark - at);
      if (mark == text.size()) return;
      const bool begins = text.substr(mark).starts_with(foreign_begins);
      if (begins && !is_open_ && plain_.empty()) open();
      if (!begins && is_open_ && depth_ == 0) close();
      at = mark + foreign_begins.size();
    }
  }

  void open() {
    out_ += opening_;
    is_open_ = true;
    depth_ = 0;
  }
  void close() {
    out_ += "</span>";
    is_open_ = false;
    depth_ = 0;
  }

  bool is_open_ = false;
  int depth_ = 0; ///< of elements that were opened between the marks
  std::string_view page_, language_;
  std::string opening_, out_;
  std::string_view plain_; ///< the element in which marks only go
};

bool has_foreign_text(std::string_view main) {
  return main.find(foreign_begins) != std::string_view::npos ||
         main.find("<div lang=\"") != std::string_view::npos ||
         main.find("<span lang=\"") != std::string_view::npos;
}

} // namespace

void finish_foreign_text(std::string &page, std::string_view language, std::string_view direction) {
  const auto begin = page.find(untranslated_begins), end = page.find(untranslated_ends);
  if (begin != std::string::npos && end != std::string::npos && begin < end) {
    const auto behind = end + untranslated_ends.size();
    const auto footer = page.find("</main>", behind);
    if (has_foreign_text(std::string_view(page).substr(behind, footer - behind))) {
      page.erase(end, untranslated_ends.size());
      page.erase(begin, untranslated_begins.size());
    } else {
      page.erase(begin, behind - begin);
    }
  }
  page = Finisher(page, language, direction).run();
}

} // namespace localoffer
