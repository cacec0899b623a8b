#include "content/yaml_tree.hpp"

#include <yaml.h>

#include <algorithm>
#include <array>
#include <new>
#include <vector>

namespace localoffer {
namespace {

/// Whether a "?" stands where it would begin a key, as few people know and fewer mean.
bool may_begin_key(std::string_view text) {
  for (auto at = text.find('?'); at != std::string_view::npos; at = text.find('?', at + 1)) {
    const auto before = text.substr(0, at).find_last_not_of(' ');
    if (before == std::string_view::npos ||
        std::string_view("\n-,[{:?").find(text[before]) != std::string_view::npos)
      return true;
  }
  return false;
}

/// A text is left to the other parser when it has what the two read differently: tabs, the line ends of other
/// systems (libyaml takes some that only YAML 1.1 knows), two escapes of which the other makes half a
/// character, what changes how the rest is read, and a last line of blanks without an end.
bool may_differ(std::string_view text) {
  if (text.find('\t') != std::string_view::npos || text.find('\r') != std::string_view::npos ||
      text.starts_with('%') || text.ends_with(' ') || may_begin_key(text) ||
      text.find("\\N") != std::string_view::npos || text.find("\\_") != std::string_view::npos)
    return true;
  return text.find("\xC2\x85") != std::string_view::npos ||
         text.find("\xE2\x80\xA8") != std::string_view::npos ||
         text.find("\xE2\x80\xA9") != std::string_view::npos ||
         text.find("\xEF\xBB\xBF") != std::string_view::npos;
}

class Parser {
public:
  explicit Parser(std::string_view text) {
    if (yaml_parser_initialize(&parser_) == 0) throw std::bad_alloc();
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): libyaml's bytes are unsigned
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const yaml_char_t *>(text.data()), text.size());
  }
  ~Parser() {
    yaml_event_delete(&event_);
    yaml_parser_delete(&parser_);
  }
  Parser(const Parser &) = delete;
  Parser &operator=(const Parser &) = delete;

  /// The next event, which is good until the one after it; null at a mistake.
  const yaml_event_t *next() {
    yaml_event_delete(&event_);
    return yaml_parser_parse(&parser_, &event_) == 0 ? nullptr : &event_;
  }

private:
  yaml_parser_t parser_{};
  yaml_event_t event_{};
};

/// Turns libyaml's marks, which count characters, into bytes. They are asked for in the order of the text.
class Offsets {
public:
  explicit Offsets(std::string_view text)
      : text_(text), ascii_(std::all_of(text.begin(), text.end(),
                                        [](char c) { return static_cast<signed char>(c) >= 0; })) {}

  int bytes(std::size_t character) {
    if (ascii_) return static_cast<int>(character);
    if (character < character_) {
      character_ = 0;
      byte_ = 0;
    }
    for (; character_ < character && byte_ < text_.size(); ++character_)
      do
        ++byte_;
      while (byte_ < text_.size() && (static_cast<unsigned char>(text_[byte_]) & 0xC0U) == 0x80);
    return static_cast<int>(byte_);
  }

  /// Where the next thing is written at or after a byte: behind spaces, line ends and comments.
  int next_token(int from) const {
    auto at = static_cast<std::size_t>(from);
    while (at < text_.size()) {
      if (text_[at] == ' ' || text_[at] == '\n')
        ++at;
      else if (text_[at] == '#')
        at = std::min(text_.find('\n', at), text_.size());
      else
        break;
    }
    return static_cast<int>(at);
  }

private:
  std::string_view text_;
  bool ascii_; ///< characters are bytes
  std::size_t character_ = 0, byte_ = 0;
};

bool is_null_word(std::string_view text) {
  constexpr std::array words{"", "~", "null", "Null", "NULL"};
  return std::find(words.begin(), words.end(), text) != words.end();
}

void add_scalar(YamlTree &tree, const yaml_event_t &event, Offsets &offsets) {
  const auto &scalar = event.data.scalar;
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
  std::string value(reinterpret_cast<const char *>(scalar.value), scalar.length);
  const int begin = offsets.bytes(event.start_mark.index);
  if (scalar.style != YAML_PLAIN_SCALAR_STYLE || !is_null_word(value))
    tree.add_scalar(begin, 0, std::move(value));
  else // one that is not written stands, for the other parser, where the next thing does
    tree.add_null(value.empty() ? offsets.next_token(begin) : begin, 0);
}

/// A text in quotes with empty lines in it: at its beginning and its end, the other parser makes less of
/// them.
bool has_empty_lines(const yaml_event_t &event) {
  const auto &scalar = event.data.scalar;
  return scalar.length > 0 && event.end_mark.line > event.start_mark.line &&
         (scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE ||
          scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE) &&
         std::any_of(scalar.value, scalar.value + scalar.length, [](yaml_char_t c) { return c == '\n'; });
}

/// What stands between brackets may go on in another line, but deeper in than the block around it. libyaml
/// lets it stand anywhere.
class Brackets {
public:
  /// False where the event stands too far out, or may do so.
  bool allow(const yaml_event_t &event) {
    const bool fits = is_inside(event);
    if (event.type == YAML_MAPPING_START_EVENT)
      open(event, event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE);
    else if (event.type == YAML_SEQUENCE_START_EVENT)
      open(event, event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE);
    else if (event.type == YAML_MAPPING_END_EVENT || event.type == YAML_SEQUENCE_END_EVENT)
      open_.pop_back();
    return fits;
  }

private:
  struct Collection {
    bool is_flow = false;
    std::size_t line = 0, column = 0;
  };

  void open(const yaml_event_t &event, bool is_flow) {
    open_.push_back({is_flow, event.start_mark.line, event.start_mark.column});
  }

  bool is_inside(const yaml_event_t &event) const {
    if (open_.empty() || !open_.back().is_flow) return true;
    const auto block =
        std::find_if(open_.rbegin(), open_.rend(), [](const Collection &one) { return !one.is_flow; });
    if (block == open_.rend()) return true;
    const bool goes_on = event.type == YAML_SCALAR_EVENT && event.end_mark.line > event.start_mark.line;
    const bool is_below = event.start_mark.line > open_.back().line;
    return !goes_on && (!is_below || event.start_mark.column > block->column);
  }

  std::vector<Collection> open_;
};

enum class Told { more, end, differs };

/// Hands on one event.
Told tell(const yaml_event_t &event, YamlTree &tree, Offsets &offsets) {
  switch (event.type) {
  case YAML_SCALAR_EVENT:
    if (event.data.scalar.anchor != nullptr || event.data.scalar.tag != nullptr || has_empty_lines(event))
      return Told::differs;
    add_scalar(tree, event, offsets);
    return Told::more;
  case YAML_SEQUENCE_START_EVENT:
    if (event.data.sequence_start.anchor != nullptr || event.data.sequence_start.tag != nullptr)
      return Told::differs;
    tree.begin(YamlNode::Kind::list, offsets.bytes(event.start_mark.index), 0);
    return Told::more;
  case YAML_MAPPING_START_EVENT:
    if (event.data.mapping_start.anchor != nullptr || event.data.mapping_start.tag != nullptr)
      return Told::differs;
    tree.begin(YamlNode::Kind::map, offsets.bytes(event.start_mark.index), 0);
    return Told::more;
  case YAML_SEQUENCE_END_EVENT:
  case YAML_MAPPING_END_EVENT:
    tree.end();
    return Told::more;
  case YAML_DOCUMENT_END_EVENT:
    return Told::end;
  case YAML_STREAM_START_EVENT:
  case YAML_DOCUMENT_START_EVENT:
    return Told::more;
  default:
    return Told::differs; // an alias, or no document at all
  }
}

} // namespace

std::optional<YamlNode> parse_plain_yaml(const YamlSource &source, const ContentLimits &limits) {
  const std::string_view text =
      std::string_view(source.file->text).substr(source.begin, source.end - source.begin);
  if (may_differ(text)) return std::nullopt;
  YamlTree tree(source, limits);
  Parser parser(text);
  Offsets offsets(text);
  Brackets brackets;
  while (const auto *event = parser.next()) {
    if (!brackets.allow(*event)) return std::nullopt;
    const Told told = tell(*event, tree, offsets);
    if (told == Told::more) continue;
    if (told == Told::differs) return std::nullopt;
    const auto *after = parser.next();
    if (after == nullptr || after->type != YAML_STREAM_END_EVENT) return std::nullopt;
    return tree.take();
  }
  return std::nullopt;
}

} // namespace localoffer
