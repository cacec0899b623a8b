#include "review/marked_html.hpp"

#include "base/text.hpp"
#include "review/edit_script.hpp"
#include "review/html_tree.hpp"
#include "review/marks.hpp"
#include "review/words_of.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace localoffer {
namespace {

using Kind = EditStep::Kind;
using Nodes = std::vector<HtmlNode>;

// ---- one line of text

/// A word, a space, or an element without text, with the elements that it stands in.
struct Token {
  std::string text;
  std::vector<const HtmlNode *> path;
  const HtmlNode *element = nullptr; ///< of one without text: "br", "img"

  /// The same for tokens that read the same and look the same.
  std::string key() const {
    std::string key = element != nullptr ? opening_tag(*element) : text;
    for (const auto *outer : path)
      key += '\n' + opening_tag(*outer);
    return text == " " ? text : key;
  }
};

void add_tokens(const Nodes &nodes, std::vector<const HtmlNode *> &path, std::vector<Token> &tokens) {
  for (const auto &node : nodes) {
    if (node.is_text()) {
      for (auto &word : words_of(without_marks(node.text)))
        tokens.push_back({std::move(word), path, nullptr});
    } else if (node.children.empty()) {
      tokens.push_back({"", path, &node});
    } else {
      path.push_back(&node);
      add_tokens(node.children, path, tokens);
      path.pop_back();
    }
  }
}

std::vector<Token> tokens_of(const Nodes &nodes) {
  std::vector<Token> tokens;
  std::vector<const HtmlNode *> path;
  add_tokens(nodes, path, tokens);
  return tokens;
}

/// Writes tokens with the elements around them; what differs stands between marks that lie within one
/// element.
class LineWriter {
public:
  /// What is removed leads nowhere any more, but for the words of a link that is still there.
  explicit LineWriter(const std::vector<Token> &after = {}) {
    for (const auto &token : after)
      for (const auto *outer : token.path)
        if (outer->tag == "a") links_.insert(opening_tag(*outer));
  }

  void put(const Token &token, Kind kind) {
    std::vector<const HtmlNode *> path;
    for (const auto *outer : token.path)
      if (kind != Kind::removed || outer->tag != "a" || links_.count(opening_tag(*outer)) > 0)
        path.push_back(outer);
    if (kind != kind_ || shared_with(path) != std::max(path.size(), path_.size())) {
      end_mark();
      go_to(path);
      kind_ = kind;
      begin_mark();
    }
    if (token.element == nullptr)
      append_escaped_html(out_, token.text);
    else
      put_element(*token.element, kind);
  }

  std::string take() {
    end_mark();
    go_to({});
    return std::move(out_);
  }

private:
  void begin_mark() {
    if (kind_ == Kind::removed) out_ += marks::removed_begin;
    if (kind_ == Kind::added) out_ += marks::added_begin;
  }
  void end_mark() {
    if (kind_ == Kind::removed) out_ += marks::removed_end;
    if (kind_ == Kind::added) out_ += marks::added_end;
    kind_ = Kind::same;
  }

  /// Between marks stands plain text, so an element interrupts them; one that is removed is not shown.
  void put_element(const HtmlNode &element, Kind kind) {
    if (kind == Kind::removed) return;
    end_mark();
    out_ += written_html({element});
    kind_ = kind;
    begin_mark();
  }

  /// How many of the elements that are open are those of the path.
  std::size_t shared_with(const std::vector<const HtmlNode *> &path) const {
    std::size_t shared = 0;
    while (shared < std::min(path.size(), path_.size()) &&
           opening_tag(*path[shared]) == opening_tag(*path_[shared]))
      ++shared;
    return shared;
  }

  void go_to(const std::vector<const HtmlNode *> &path) {
    const std::size_t shared = shared_with(path);
    for (std::size_t i = path_.size(); i > shared; --i)
      out_ += "</" + path_[i - 1]->tag + ">";
    for (std::size_t i = shared; i < path.size(); ++i)
      out_ += opening_tag(*path[i]);
    path_ = path;
  }

  std::set<std::string> links_;
  std::string out_;
  std::vector<const HtmlNode *> path_;
  Kind kind_ = Kind::same;
};

std::string line_of(const Nodes &nodes, Kind kind) {
  LineWriter writer;
  for (const auto &token : tokens_of(nodes))
    writer.put(token, kind);
  return writer.take();
}

std::string marked_line(const Nodes &before, const Nodes &after) {
  const auto old_tokens = tokens_of(before), new_tokens = tokens_of(after);
  TextNumbers numbers;
  const auto numbered = [&](const std::vector<Token> &tokens) {
    std::vector<std::uint32_t> all;
    for (const auto &token : tokens)
      all.push_back(numbers.of(token.key()));
    return all;
  };
  const auto space = numbers.of(" ");
  const auto steps = word_script(numbered(old_tokens), numbered(new_tokens), space);
  LineWriter writer(new_tokens);
  for (const auto &step : steps)
    if (step.kind == Kind::removed)
      writer.put(old_tokens[step.before], Kind::removed);
    else
      writer.put(new_tokens[step.after], step.kind);
  return writer.take();
}

// ---- blocks

/// A block of a page, or a line of text that stands beside blocks.
struct Block {
  const HtmlNode *element = nullptr; ///< null for a line of text
  Nodes line;
  std::string key; ///< the same for blocks that read the same
  std::vector<std::string> words;
};

bool holds_a_line(const HtmlNode &element) {
  return std::all_of(element.children.begin(), element.children.end(), is_inline);
}

bool is_blank(const Nodes &nodes) {
  return std::all_of(nodes.begin(), nodes.end(),
                     [](const HtmlNode &node) { return node.is_text() && trimmed(node.text).empty(); });
}

std::string key_of_line(const Nodes &nodes) {
  std::string key;
  for (const auto &token : tokens_of(nodes))
    key += token.key() + '\t';
  return key;
}

std::vector<Block> blocks_of(const Nodes &nodes);

std::string key_of(const Block &block) {
  if (block.element == nullptr) return key_of_line(block.line);
  std::string key = block.element->tag + '(';
  if (holds_a_line(*block.element)) return key + key_of_line(block.element->children) + ')';
  for (const auto &child : blocks_of(block.element->children))
    key += child.key;
  return key + ')';
}

std::vector<Block> blocks_of(const Nodes &nodes) {
  std::vector<Block> blocks;
  const auto add = [&](Block block) {
    block.key = key_of(block);
    block.words = words_of(block.element != nullptr ? text_of(block.element->children) : text_of(block.line));
    blocks.push_back(std::move(block));
  };
  Nodes line;
  const auto end_line = [&] {
    if (!is_blank(line)) add({nullptr, line, "", {}});
    line.clear();
  };
  for (const auto &node : nodes) {
    if (is_inline(node)) {
      line.push_back(node);
      continue;
    }
    end_line();
    add({&node, {}, "", {}});
  }
  end_line();
  return blocks;
}

std::string whole(const Block &block, Kind kind);

std::string whole(const Nodes &nodes, Kind kind) {
  if (std::all_of(nodes.begin(), nodes.end(), is_inline)) return line_of(nodes, kind);
  std::string out;
  for (const auto &block : blocks_of(nodes))
    out += whole(block, kind);
  return out;
}

/// Of what is removed no attributes stay: an id would stand twice.
std::string whole(const Block &block, Kind kind) {
  if (block.element == nullptr) return line_of(block.line, kind);
  const std::string &tag = block.element->tag;
  if (is_void(tag)) return kind == Kind::removed ? "" : opening_tag(*block.element);
  return (kind == Kind::removed ? "<" + tag + ">" : opening_tag(*block.element)) +
         whole(block.element->children, kind) + "</" + tag + ">\n";
}

std::string marked_blocks(const Nodes &before, const Nodes &after);

/// Two blocks of which one took the other's place.
std::string marked_pair(const Block &before, const Block &after) {
  if (after.element == nullptr) return marked_line(before.line, after.line);
  const HtmlNode &was = *before.element, &is = *after.element;
  const bool lines = holds_a_line(was) && holds_a_line(is);
  return opening_tag(is) +
         (lines ? marked_line(was.children, is.children) : marked_blocks(was.children, is.children)) + "</" +
         is.tag + ">\n";
}

std::string tag_of(const Block &block) {
  return block.element == nullptr ? "" : block.element->tag;
}

/// The blocks of two pages, one beside the other.
class BlockWriter {
public:
  BlockWriter(std::vector<Block> before, std::vector<Block> after)
      : before_(std::move(before)), after_(std::move(after)) {}

  std::string run() {
    TextNumbers numbers;
    const auto numbered = [&](const std::vector<Block> &blocks) {
      std::vector<std::uint32_t> all;
      for (const auto &block : blocks)
        all.push_back(numbers.of(block.key));
      return all;
    };
    steps_ = edit_script(numbered(before_), numbered(after_));
    find_moves();
    for (std::size_t i = 0; i < steps_.size();) {
      if (steps_[i].kind == Kind::same) {
        out_ += written(after_[steps_[i++].after], Kind::same);
        continue;
      }
      std::vector<std::size_t> removed, added;
      for (; i < steps_.size() && steps_[i].kind == Kind::removed; ++i)
        removed.push_back(steps_[i].before);
      for (; i < steps_.size() && steps_[i].kind == Kind::added; ++i)
        added.push_back(steps_[i].after);
      write_differences(removed, added);
    }
    return std::move(out_);
  }

private:
  /// What was taken out in one place and stands in another.
  void find_moves() {
    std::multimap<std::string, std::size_t> gone;
    for (const auto &step : steps_)
      if (step.kind == Kind::removed) gone.emplace(before_[step.before].key, step.before);
    for (const auto &step : steps_) {
      if (step.kind != Kind::added) continue;
      const auto found = gone.find(after_[step.after].key);
      if (found == gone.end() || after_[step.after].words.empty()) continue;
      moved_away_.push_back(found->second);
      moved_here_.push_back(step.after);
      gone.erase(found);
    }
  }

  static bool holds(const std::vector<std::size_t> &indices, std::size_t index) {
    return std::find(indices.begin(), indices.end(), index) != indices.end();
  }

  /// A cell of a table stands for the one before it whatever it says; others share some of their words.
  static bool can_replace(const Block &was, const Block &is) {
    constexpr double alike = 0.4;
    const std::string tag = tag_of(is);
    return tag_of(was) == tag && (tag == "td" || tag == "th" || likeness(was.words, is.words) >= alike);
  }

  /// Each added block takes the place of the first removed one that is like it; what is left of the removed
  /// stands before it.
  void write_differences(const std::vector<std::size_t> &removed, const std::vector<std::size_t> &added) {
    std::size_t next = 0;
    const auto write_removed = [&](std::size_t end) {
      for (; next < end; ++next)
        if (!holds(moved_away_, removed[next])) out_ += whole(before_[removed[next]], Kind::removed);
    };
    for (const auto index : added) {
      const Block &block = after_[index];
      if (holds(moved_here_, index)) {
        out_ += written(block, Kind::added);
        continue;
      }
      std::size_t like = next;
      while (like < removed.size() &&
             (holds(moved_away_, removed[like]) || !can_replace(before_[removed[like]], block)))
        ++like;
      if (like == removed.size()) {
        out_ += whole(block, Kind::added);
        continue;
      }
      write_removed(like);
      out_ += marked_pair(before_[removed[like]], block);
      ++next;
    }
    write_removed(removed.size());
  }

  /// As it stands; with `added`, one that stood elsewhere.
  static std::string written(const Block &block, Kind kind) {
    if (block.element == nullptr) return line_of(block.line, Kind::same);
    HtmlNode element = *block.element;
    if (kind == Kind::added) mark_moved(element.children);
    return written_html({element}) + "\n";
  }

  static bool mark_moved(Nodes &nodes) {
    for (auto &node : nodes) {
      if (node.is_text() && !trimmed(node.text).empty()) {
        node.text.insert(0, marks::moved);
        return true;
      }
      if (mark_moved(node.children)) return true;
    }
    return false;
  }

  std::vector<Block> before_, after_;
  std::vector<EditStep> steps_;
  std::vector<std::size_t> moved_away_, moved_here_;
  std::string out_;
};

std::string marked_blocks(const Nodes &before, const Nodes &after) {
  return BlockWriter(blocks_of(before), blocks_of(after)).run();
}

} // namespace

std::string marked_html(std::string_view before, std::string_view after) {
  const Nodes was = read_html(before), is = read_html(after);
  const bool lines =
      std::all_of(was.begin(), was.end(), is_inline) && std::all_of(is.begin(), is.end(), is_inline);
  return lines ? marked_line(was, is) : marked_blocks(was, is);
}

std::string marked_removed_html(std::string_view markup) {
  return whole(read_html(markup), Kind::removed);
}

std::string marked_added_html(std::string_view markup) {
  return whole(read_html(markup), Kind::added);
}

} // namespace localoffer
