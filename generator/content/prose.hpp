#pragma once

#include "base/diagnostic.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace localoffer {

/// Markdown read into a tree of our own. There is no node for raw HTML, so none can reach a page.
struct ProseNode {
  enum class Kind {
    paragraph,
    heading,
    quote,
    bullet_list,
    ordered_list,
    list_item,
    code_block,
    thematic_break,
    table,
    table_row,
    table_cell,
    text,
    soft_break,
    line_break,
    code,
    emphasis,
    strong,
    link,
    image
  };
  Kind kind = Kind::paragraph;
  std::string text;    ///< of text, code and code_block; an image's alternative text
  std::string target;  ///< where a link leads or an image comes from, as the author wrote it
  Place place;         ///< in the file, as near as Markdown tells: blocks and links know theirs
  int level = 0;       ///< heading 1 to 6 as written; the first number of an ordered list
  bool header = false; ///< table_row: the heading row
  enum class Task { none, open, done } task = Task::none;             ///< list_item: "[ ]" or "[x]"
  enum class Align { none, left, centre, right } align = Align::none; ///< table_cell
  std::vector<ProseNode> children;
};

/// One piece of Markdown, read: a whole file's body or one field. The tree is kept as bytes, a quarter of its
/// size; whoever needs it has it made.
class Prose {
public:
  Prose() = default;
  explicit Prose(const std::vector<ProseNode> &blocks);

  std::vector<ProseNode> blocks() const;
  Prose first_block() const; ///< nothing of nothing
  bool empty() const { return packed_.empty(); }

  const std::string &packed() const { return packed_; }
  static Prose from_packed(std::string_view packed);

  std::string language = {}; ///< where it is not the page's own: it has no translation

private:
  std::string packed_; ///< how many blocks, and each of them
};

/// All text of the nodes, without marks; blocks are separated by one space.
std::string plain_text(const std::vector<ProseNode> &nodes);
std::string plain_text(const Prose &prose);

} // namespace localoffer
