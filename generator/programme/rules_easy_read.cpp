#include "base/text.hpp"
#include "content/codes.hpp"
#include "programme/find_words.hpp"
#include "programme/rule_list.hpp"
#include "programme/rule_parts.hpp"

#include <fmt/format.h>

// Easy Read is what people with learning disabilities have reviewed, and nothing else is called so.

namespace localoffer::rules {
namespace {

class LabelCheck {
public:
  LabelCheck(const EasyRead &page, const Date &today, Found &found)
      : page_(page), today_(today), found_(found) {}

  void run() {
    check_review();
    if (is_reviewed(page_)) return;
    check_words(page_.head.title);
    for (const auto &part : page_.parts) {
      check_words(part.heading);
      for (const auto &item : part.items)
        check_words(item.text);
    }
  }

private:
  template <class T>
  void add(const Authored<T> &field, std::string message, std::string help) {
    found_.push_back(
        diagnose("easy-read-label", page_.head.span_of(field), std::move(message), std::move(help)));
  }

  void check_review() {
    const auto &by = page_.reviewed_by;
    const auto &on = page_.reviewed_on;
    if (by.given && !on.given)
      add(by, "this says who reviewed the page, and not when",
          "Write the day or month under 'reviewed_on:'. Until then the page is not called Easy Read.");
    if (on.given && !by.given)
      add(on, "this says when the page was reviewed, and not by whom",
          "Write under 'reviewed_by:' which group of people with learning disabilities did it.");
    if (by.given && names_somebody(*by))
      add(by, "this names a person", "Write which group it was: 'The Example People First reading group'.");
    if (on.given && today_ < first_day(*on))
      add(on,
          fmt::format("the review is recorded for {}, and the site tells of {}, when that was still to come",
                      to_iso(*on), to_iso(today_)),
          "Write it down when it has been done. A site whose settings have 'as_of:' tells of that day.");
  }

  void check_words(const Authored<std::string> &field) {
    const std::string lower = lower_ascii(*field);
    if (find_words(lower, "easy read").empty() && find_words(lower, "easy-read").empty() &&
        find_words(lower, "easyread").empty())
      return;
    add(field, "this calls the page Easy Read, and no review is recorded",
        "Leave the words out. Once people with learning disabilities have reviewed the page, write "
        "'reviewed_by:' and 'reviewed_on:', and the site calls it Easy Read by itself.");
  }

  const EasyRead &page_;
  const Date &today_;
  Found &found_;
};

} // namespace

void easy_read_is_reviewed(const Programme &programme, Found &found) {
  for (const auto &page : programme.content.records.easy_reads)
    LabelCheck(page, programme.today, found).run();
}

} // namespace localoffer::rules
