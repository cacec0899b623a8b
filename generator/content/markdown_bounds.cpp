#include "content/markdown_bounds.hpp"

#include "base/character_set.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace localoffer {
namespace {

constexpr std::size_t most_bytes = 200'000; // about 30,000 words
constexpr std::size_t most_cells = 100'000; // of tables, with those that cmark adds to short rows
constexpr std::size_t most_reference_bytes =
    10'000'000;                            // a reference's address is copied at each of its uses
constexpr std::size_t most_marks = 50'000; // brackets, stars and the like: each may begin something

/// The row below a table's head: "|---|:--:|", perhaps inside a quote or a list.
bool is_delimiter_row(std::string_view line) {
  constexpr CharacterSet of_delimiters("|:- \t>*+0123456789.)");
  return line.find('-') != std::string_view::npos && line.find('|') != std::string_view::npos &&
         std::all_of(line.begin(), line.end(), [&](char c) { return of_delimiters.has(c); });
}

std::size_t count_of(std::string_view text, std::string_view signs) {
  std::array<bool, 256> is_sign{};
  for (const char sign : signs)
    is_sign.at(static_cast<unsigned char>(sign)) = true;
  std::size_t count = 0;
  for (const char c : text)
    count += is_sign[static_cast<unsigned char>(c)] ? 1 : 0; // NOLINT: a byte is always in range
  return count;
}

/// What the tables and references of a text may become.
struct Cost {
  std::size_t widest_table = 0, longest_definition = 0;
};

Cost cost_of(std::string_view text, const std::vector<std::string_view> &lines) {
  Cost cost;
  if (text.find('|') == std::string_view::npos && text.find("]:") == std::string_view::npos) return cost;
  std::size_t paragraph = 0;
  bool defines = false;
  for (const auto line : lines) {
    if (is_delimiter_row(line)) cost.widest_table = std::max(cost.widest_table, count_of(line, "|") + 1);
    paragraph = trimmed(line).empty() ? 0 : paragraph + line.size();
    defines = paragraph > 0 && (defines || line.find("]:") != std::string_view::npos);
    if (defines) cost.longest_definition = std::max(cost.longest_definition, paragraph);
  }
  return cost;
}

} // namespace

std::optional<CostlyMarkdown> find_costly_markdown(std::string_view text) {
  if (text.size() > most_bytes)
    return CostlyMarkdown{fmt::format("this text has {} bytes, and {} is the most", text.size(), most_bytes),
                          "Make several pages of it."};
  if (const auto marks = count_of(text, "[*_`<&\\"); marks > most_marks)
    return CostlyMarkdown{
        fmt::format("this text has {} brackets and other marks, and {} is the most", marks, most_marks),
        "Make several pages of it."};
  const auto lines = lines_of(text);
  const Cost cost = cost_of(text, lines);
  if (cost.widest_table * lines.size() > most_cells)
    return CostlyMarkdown{fmt::format("the tables of this text may have {} cells, and {} is the most",
                                      cost.widest_table * lines.size(), most_cells),
                          "Offer the whole table as a file, and show a part of it."};
  if (const auto bytes = cost.longest_definition * count_of(text, "["); bytes > most_reference_bytes)
    return CostlyMarkdown{"the references of this text are too long for so many links",
                          "Write the addresses where the links are: [words](address)."};
  return std::nullopt;
}

} // namespace localoffer
