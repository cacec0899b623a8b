#include "render/template_syntax.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

namespace localoffer {
namespace {

struct Token {
  enum class Kind { text, escaped, raw, section, inverted, end, partial, comment };
  Kind kind = Kind::text;
  std::string text; ///< the text, or the tag's name
  Place place;
  std::string indent;
};

using Kind = Token::Kind;

/// Counts lines and characters up to offsets that only grow.
class PlaceCounter {
public:
  explicit PlaceCounter(std::string_view text) : text_(text) {}

  Place at(std::size_t offset, std::size_t length) {
    for (; at_ < offset; ++at_) {
      if (text_[at_] == '\n') {
        ++line_;
        line_start_ = at_ + 1;
      }
    }
    const auto before = text_.substr(line_start_, offset - line_start_), meant = text_.substr(offset, length);
    return {line_, static_cast<std::uint32_t>(character_count(before) + 1),
            static_cast<std::uint32_t>(character_count(meant.substr(0, meant.find('\n'))))};
  }

private:
  std::string_view text_;
  std::size_t at_ = 0, line_start_ = 0;
  std::uint32_t line_ = 1;
};

bool is_blank(std::string_view text) {
  return trimmed(text).empty();
}

bool may_stand_alone(const Token &token) {
  switch (token.kind) {
  case Kind::section:
  case Kind::inverted:
  case Kind::end:
  case Kind::partial:
  case Kind::comment:
    return true;
  case Kind::text:
    return is_blank(token.text);
  case Kind::escaped:
  case Kind::raw:
    return false;
  }
  return false;
}

class Lexer {
public:
  Lexer(const SourceFilePtr &file, std::string_view indent, std::vector<Diagnostic> &diagnostics)
      : file_(file), text_(file->text), indent_(indent), diagnostics_(diagnostics), places_(text_) {}

  std::vector<Token> tokens() {
    while (at_ < text_.size()) {
      const auto open = text_.find("{{", at_);
      take_text(open == std::string_view::npos ? text_.size() : open);
      if (at_ < text_.size()) take_tag();
    }
    end_line();
    return std::move(done_);
  }

private:
  /// Text up to `end`, cut after each line end so that each line can be judged by itself.
  void take_text(std::size_t end) {
    while (at_ < end) {
      indent_line();
      const auto newline = text_.find('\n', at_);
      const bool whole_line = newline != std::string_view::npos && newline < end;
      const auto stop = whole_line ? newline + 1 : end;
      line_.push_back({Kind::text, std::string(text_.substr(at_, stop - at_)), {}, {}});
      at_ = stop;
      if (whole_line) end_line();
    }
  }

  void indent_line() {
    if (line_.empty() && !indent_.empty() && text_[at_] != '\n')
      line_.push_back({Kind::text, std::string(indent_), {}, {}});
  }

  void take_tag() {
    indent_line();
    const std::size_t open = at_;
    std::size_t name_start = open + 2;
    const char sign = name_start < text_.size() ? text_[name_start] : '\0';
    const auto kind = kind_of(sign);
    if (kind != Kind::escaped || sign == '=') ++name_start;
    const std::string_view close = sign == '{' ? "}}}" : "}}";
    const auto end = text_.find(close, name_start);
    const auto inside = text_.substr(name_start, end == std::string_view::npos ? end : end - name_start);
    const bool runs_into_next = kind != Kind::comment && inside.find("{{") != std::string_view::npos;
    if (end == std::string_view::npos || runs_into_next) {
      problem(places_.at(open, name_start - open), "this tag has no end",
              fmt::format("Close it with '{}'.", close));
      at_ = name_start;
      return;
    }
    at_ = end + close.size();
    if (sign == '=') {
      problem(places_.at(open, at_ - open), "a template cannot change its delimiters",
              "Use '{{' and '}}' all through the template.");
      return;
    }
    if (kind == Kind::comment)
      line_.push_back({kind, {}, {}, {}});
    else
      take_name(kind, name_start, inside);
  }

  static Kind kind_of(char sign) {
    switch (sign) {
    case '#':
      return Kind::section;
    case '^':
      return Kind::inverted;
    case '/':
      return Kind::end;
    case '>':
      return Kind::partial;
    case '!':
      return Kind::comment;
    case '{':
    case '&':
      return Kind::raw;
    default:
      return Kind::escaped;
    }
  }

  void take_name(Kind kind, std::size_t inside_start, std::string_view inside) {
    const auto name = trimmed(inside);
    const auto start = name.empty() ? inside_start : inside_start + inside.find(name);
    const Place place = places_.at(start, name.size());
    if (!is_name(name, kind)) {
      problem(place, name.empty() ? "this tag has no name" : fmt::format("'{}' cannot be a name", name),
              "A name holds letters, digits, '_' and '-', with '.' between the parts of a longer name.");
      return;
    }
    line_.push_back({kind, std::string(name), place, {}});
  }

  static bool is_name(std::string_view name, Kind kind) {
    if (name == ".") return kind != Kind::partial;
    if (name.empty() || name.front() == '.' || name.back() == '.') return false;
    if (name.find("..") != std::string_view::npos) return false;
    return std::all_of(name.begin(), name.end(), [&](char c) {
      const bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      return word || c == '_' || c == '-' || c == '.' || (c == '/' && kind == Kind::partial);
    });
  }

  /// A line that holds only section, comment or partial tags and blanks gives no line of its own.
  void end_line() {
    const auto is_tag = [](const Token &token) { return token.kind != Kind::text; };
    const auto is_partial = [](const Token &token) { return token.kind == Kind::partial; };
    const auto tags = std::count_if(line_.begin(), line_.end(), is_tag);
    const auto partial = std::find_if(line_.begin(), line_.end(), is_partial);
    const bool alone = tags > 0 && std::all_of(line_.begin(), line_.end(), may_stand_alone) &&
                       (tags == 1 || partial == line_.end());
    if (alone) {
      if (partial != line_.end())
        for (auto before = line_.begin(); before != partial; ++before)
          partial->indent += before->text;
      line_.erase(std::remove_if(line_.begin(), line_.end(), [&](const Token &t) { return !is_tag(t); }),
                  line_.end());
    }
    std::move(line_.begin(), line_.end(), std::back_inserter(done_));
    line_.clear();
  }

  void problem(Place place, std::string message, std::string help) {
    diagnostics_.push_back(
        {"template-syntax", Severity::error, {file_, place}, std::move(message), std::move(help), {}});
  }

  const SourceFilePtr &file_;
  std::string_view text_;
  std::string_view indent_;
  std::vector<Diagnostic> &diagnostics_;
  PlaceCounter places_;
  std::size_t at_ = 0;
  std::vector<Token> line_; ///< of the line that is being read
  std::vector<Token> done_;
};

/// Puts tags inside the sections that they stand in.
class TreeBuilder {
public:
  TreeBuilder(const SourceFilePtr &file, std::vector<Diagnostic> &diagnostics)
      : file_(file), diagnostics_(diagnostics), levels_(1) {}

  std::vector<SyntaxNode> build(std::vector<Token> tokens) {
    for (auto &token : tokens)
      add(std::move(token));
    while (levels_.size() > 1) {
      unclosed(levels_.back().opening, "before the end of the file");
      close();
    }
    return std::move(levels_.front().nodes);
  }

private:
  struct Level {
    SyntaxNode opening; ///< the section itself; nothing for the file
    std::vector<SyntaxNode> nodes;
  };

  void add(Token token) {
    switch (token.kind) {
    case Kind::text:
      add_literal(std::move(token.text));
      break;
    case Kind::escaped:
      add_node(SyntaxNode::Kind::escaped, std::move(token));
      break;
    case Kind::raw:
      add_node(SyntaxNode::Kind::raw, std::move(token));
      break;
    case Kind::partial:
      add_node(SyntaxNode::Kind::partial, std::move(token));
      break;
    case Kind::section:
      open(SyntaxNode::Kind::section, std::move(token));
      break;
    case Kind::inverted:
      open(SyntaxNode::Kind::inverted, std::move(token));
      break;
    case Kind::end:
      end(token);
      break;
    case Kind::comment:
      break;
    }
  }

  void add_literal(std::string text) {
    auto &nodes = levels_.back().nodes;
    if (!nodes.empty() && nodes.back().kind == SyntaxNode::Kind::literal)
      nodes.back().text += text;
    else
      nodes.push_back({SyntaxNode::Kind::literal, std::move(text), {}, {}, {}});
  }

  void add_node(SyntaxNode::Kind kind, Token token) {
    levels_.back().nodes.push_back({kind, std::move(token.text), token.place, std::move(token.indent), {}});
  }

  void open(SyntaxNode::Kind kind, Token token) {
    levels_.push_back({{kind, std::move(token.text), token.place, {}, {}}, {}});
  }

  void end(const Token &token) {
    const auto opens_it = [&](const Level &level) { return level.opening.text == token.text; };
    if (std::none_of(levels_.begin() + 1, levels_.end(), opens_it)) {
      diagnostics_.push_back(
          {"template-syntax",
           Severity::error,
           {file_, token.place},
           fmt::format("'{{{{/{}}}}}' ends a section that was not begun", token.text),
           fmt::format("Begin it with '{{{{#{0}}}}}' or '{{{{^{0}}}}}', or take this tag out.", token.text),
           {}});
      return;
    }
    while (!opens_it(levels_.back())) {
      unclosed(levels_.back().opening, fmt::format("before '{{{{/{}}}}}'", token.text));
      close();
    }
    close();
  }

  void unclosed(const SyntaxNode &section, const std::string &where) {
    diagnostics_.push_back({"template-syntax",
                            Severity::error,
                            {file_, section.place},
                            fmt::format("the section '{}' is not ended {}", section.text, where),
                            fmt::format("End it with '{{{{/{}}}}}'.", section.text),
                            {}});
  }

  void close() {
    Level level = std::move(levels_.back());
    levels_.pop_back();
    level.opening.children = std::move(level.nodes);
    levels_.back().nodes.push_back(std::move(level.opening));
  }

  const SourceFilePtr &file_;
  std::vector<Diagnostic> &diagnostics_;
  std::vector<Level> levels_; ///< the file, then each section that is open
};

} // namespace

std::vector<SyntaxNode> parse_template(const SourceFilePtr &file, std::string_view indent,
                                       std::vector<Diagnostic> &diagnostics) {
  auto tokens = Lexer(file, indent, diagnostics).tokens();
  return TreeBuilder(file, diagnostics).build(std::move(tokens));
}

} // namespace localoffer
