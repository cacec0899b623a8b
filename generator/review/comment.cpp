#include "review/comment.hpp"

#include "base/diagnostic_text.hpp"
#include "base/text.hpp"
#include "pages/frame.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace localoffer {
namespace {

constexpr std::size_t most_changes = 10, most_doubts = 10, longest_text = 300;

/// "https://preview.example/review/pages/actions/1/#change-1".
std::string address_of(const PreviewAddress &preview, const std::string &route,
                       const std::string &anchor = {}) {
  return preview.url + route.substr(1) + (preview.of_files ? "index.html" : "") + anchor;
}

std::string address_of(const Site &site, const PreviewAddress &preview, const ReviewChange &change) {
  if (change.mark == 0) return address_of(preview, change.route);
  return address_of(preview, site.addresses.draft_marked(change.route),
                    fmt::format("#change-{}", change.mark));
}

} // namespace

std::string escape_markdown(std::string_view written) {
  const std::string line = one_line(written);
  const std::string_view text = line;
  // A backslash makes any punctuation plain (CommonMark 2.4). Mentions, references and bare addresses are the
  // forges' own additions, which do not heed it: a character without width keeps them from being found. Line
  // ends would begin blocks.
  static constexpr std::string_view punctuation = "\\`*_{}[]()#+-.!|~\"'$^=%/;?,:@";
  static constexpr std::string_view forges_own = "@#!~%$&", no_width = "\u200B";
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '<' || c == '>' || c == '&')
      append_escaped_html(out, text.substr(i, 1));
    else if (punctuation.find(c) != std::string_view::npos)
      (out += '\\') += c;
    else
      out += c;
    const bool in_address = (c == ':' && i + 1 < text.size() && text[i + 1] != ' ') ||
                            (c == '.' && i >= 3 && lower_ascii(text.substr(i - 3, 3)) == "www");
    if (forges_own.find(c) != std::string_view::npos || in_address) out += no_width;
  }
  return out;
}

std::string review_comment(const Site &site, const DraftReview &review, const PreviewAddress &preview) {
  const Words &words = site.words;
  const auto plain = [&](const std::string &text) { return escape_markdown(shortened(text, longest_text)); };
  std::string out = fmt::format("{}\n## {}\n\n", comment_marker, words.say("draft.heading"));
  const auto item = [&](const std::string &text) { out += "- " + text + '\n'; };
  if (!review.after.can_be_built) out += words.say("draft.after_broken") + "\n\n";
  if (!review.before.can_be_built) out += words.say("draft.before_broken") + "\n\n";
  if (review.is_empty()) out += words.say("draft.nothing") + "\n\n";
  if (!review.facts.empty()) out += fmt::format("### {}\n\n", words.say("draft.part.facts"));
  for (const auto &change : review.facts) {
    if (&change == review.facts.data() + most_changes) break;
    const bool leads = review.after.can_be_built && !change.route.empty() && !preview.url.empty();
    const std::string name =
        leads ? fmt::format("[{}]({})", plain(change.name), address_of(site, preview, change))
              : plain(change.name);
    item(fmt::format("{}: {}{}{}", name, plain(change.sentence),
                     change.reason.empty() ? "" : " " + plain(change.reason),
                     change.times.empty() ? "" : " " + plain(change.times)));
  }
  if (review.facts.size() > most_changes)
    item(words.say("draft.more", {{"count", static_cast<long>(review.facts.size() - most_changes)}}));
  if (!review.wording.empty())
    out += fmt::format(
        "\n{}\n", words.say("draft.wording_count", {{"count", static_cast<long>(review.wording.size())}}));
  if (!review.translations.empty()) out += fmt::format("\n{}\n\n", words.say("draft.translations_about"));
  for (const auto &one : review.translations)
    if (&one < review.translations.data() + most_doubts)
      item(plain(words.say("draft.translation", {{"file", one.path}, {"language", one.language}})));
  if (!review.doubts.empty() || !review.new_problems.empty())
    out += fmt::format("\n### {}\n\n", words.say("draft.part.truth"));
  std::size_t told = 0;
  for (const auto &doubt : review.doubts)
    if (++told <= most_doubts) item(fmt::format("{}: {}", plain(doubt.name), plain(doubt.sentence)));
  for (const auto &problem : review.new_problems)
    if (++told <= 2 * most_doubts)
      item(fmt::format("{}, {}: {}", plain(problem.span.file_path()), problem.span.place.line,
                       plain(problem.message)));
  if (!review.mended_problems.empty())
    out += fmt::format("\n{}\n", words.say("draft.mended_count",
                                           {{"count", static_cast<long>(review.mended_problems.size())}}));
  if (!preview.url.empty())
    out += fmt::format("\n[{}]({})\n", words.say("draft.review_link"),
                       address_of(preview, site.addresses.draft_review()));
  return out;
}

} // namespace localoffer
