#include "content/yaml.hpp"

#include "base/text.hpp"
#include "content/codes.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <istream>
#include <map>
#include <streambuf>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

namespace localoffer {

const YamlNode *YamlNode::find(std::string_view key) const {
  for (const auto &[name, value] : entries)
    if (name.scalar == key) return &value;
  return nullptr;
}

namespace {

/// Reads the bytes where they are, so that the file's text is not copied for the parser.
class MemoryBuffer : public std::streambuf {
public:
  explicit MemoryBuffer(std::string_view bytes) {
    char *begin =
        const_cast<char *>(bytes.data()); // a streambuf is for writing too; nothing writes to this one
    setg(begin, begin, begin + bytes.size());
  }
};

/// Thrown inside a parse to leave it when a limit is reached: yaml-cpp's event interface has no other way
/// out.
struct LimitReached {
  Diagnostic diagnostic;
};

/// Turns a byte offset of the YAML part into a place in the whole file.
class Places {
public:
  explicit Places(const YamlSource &source)
      : text_(source.file->text), begin_(source.begin), end_(source.end) {
    lines_.push_back(0);
    for (std::size_t i = 0; i < source.end; ++i)
      if (text_[i] == '\n') lines_.push_back(i + 1);
  }

  /// `offset` is counted from the beginning of the YAML part.
  std::size_t in_file(int offset) const {
    return std::min(begin_ + static_cast<std::size_t>(std::max(offset, 0)), end_);
  }

  Place at(std::size_t offset, std::size_t length) const {
    const auto after = std::upper_bound(lines_.begin(), lines_.end(), offset);
    const std::size_t line_start = *(after - 1);
    return {static_cast<std::uint32_t>(after - lines_.begin()),
            static_cast<std::uint32_t>(character_count(text_.substr(line_start, offset - line_start)) + 1),
            static_cast<std::uint32_t>(length)};
  }

  /// The characters from the offset to the end of what is written on that line, without a comment behind it.
  std::size_t rest_of_line(std::size_t offset) const {
    auto rest = text_.substr(offset, end_ - offset);
    rest = rest.substr(0, rest.find('\n'));
    return character_count(trimmed(rest.substr(0, rest.find(" #"))));
  }

  /// The byte after the line end behind the offset.
  std::size_t next_line(std::size_t offset) const { return std::min(text_.find('\n', offset), end_ - 1) + 1; }

  /// The "-" of a list's item that has nothing behind it, whose parser names the place of what comes next.
  /// The offset itself when none is found.
  std::size_t dash_before(std::size_t offset) const {
    for (std::size_t end = offset; end > begin_;) {
      const std::size_t newline = text_.rfind('\n', end - 1);
      const std::size_t start = newline == std::string_view::npos ? begin_ : std::max(newline + 1, begin_);
      auto line = text_.substr(start, end - start);
      line = line.substr(0, std::min(line.find(" #"), line.find_last_not_of(" \t\r\n") + 1));
      const auto written = line.find_last_not_of(' ');
      if (written != std::string_view::npos && line.substr(line.find_first_not_of(' '), 1) != "#")
        return line[written] == '-' ? start + written : offset;
      end = start > begin_ ? start - 1 : begin_;
    }
    return offset;
  }

  std::string_view from(std::size_t offset) const { return text_.substr(offset, end_ - offset); }

private:
  std::string_view text_;
  std::size_t begin_, end_;
  std::vector<std::size_t> lines_;
};

std::size_t node_count(const YamlNode &node) {
  std::size_t count = 1;
  for (const auto &item : node.items)
    count += node_count(item);
  for (const auto &[key, value] : node.entries)
    count += node_count(key) + node_count(value);
  return count;
}

/// Whether a text that begins with a quote has the one that ends it: yaml-cpp takes the rest of the file for
/// the text.
bool is_closed(std::string_view quoted) {
  const char quote = quoted.front();
  for (std::size_t i = 1; i < quoted.size(); ++i) {
    const bool escaped = quote == '"' && quoted[i] == '\\';
    const bool doubled = quote == '\'' && quoted.substr(i, 2) == "''";
    if (escaped || doubled)
      ++i;
    else if (quoted[i] == quote)
      return true;
  }
  return false;
}

class TreeBuilder : public YAML::EventHandler {
public:
  TreeBuilder(const YamlSource &source, const ContentLimits &limits)
      : source_(source), limits_(limits), places_(source) {}

  YamlNode take() { return std::move(root_); }
  const Places &places() const { return places_; }

  void OnDocumentStart(const YAML::Mark &) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override {
    YamlNode node;
    const bool is_item = !open_.empty() && open_.back().node.kind == YamlNode::Kind::list;
    const std::size_t offset = places_.in_file(mark.pos);
    node.place = places_.at(is_item ? places_.dash_before(offset) : offset, 1);
    add(std::move(node), anchor);
  }

  void OnScalar(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                const std::string &value) override {
    YamlNode node;
    node.kind = YamlNode::Kind::scalar;
    node.scalar = value;
    const std::size_t offset = places_.in_file(mark.pos);
    const auto written = places_.from(offset);
    const char first = written.empty() ? ' ' : written.front();
    node.block = first == '|' || first == '>';
    const bool as_is = written.substr(0, value.size()) == value && value.find('\n') == std::string::npos;
    node.place = places_.at(offset, as_is ? character_count(value) : places_.rest_of_line(offset));
    const bool quoted = first == '"' || first == '\'';
    if (quoted && !is_closed(written))
      stop(mark, "yaml-syntax", "this quote is opened and never closed",
           "Put the same quote at the end of the text, or take it away.");
    node.text_begin = node.block ? places_.next_line(offset) : quoted ? offset + 1 : offset;
    node.text_place = places_.at(node.text_begin, 0);
    add(std::move(node), anchor);
  }

  void OnSequenceStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    begin(YamlNode::Kind::list, mark, anchor);
  }
  void OnSequenceEnd() override { end(); }
  void OnMapStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    begin(YamlNode::Kind::map, mark, anchor);
  }
  void OnMapEnd() override { end(); }

  void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override {
    const auto found = anchors_.find(anchor);
    if (found == anchors_.end()) // an alias inside its own anchor would never end
      stop(mark, "yaml-syntax", "this alias stands inside what it stands for",
           "Write the value out instead.");
    YamlNode copy = found->second;
    count(mark, node_count(copy));
    place_in_parent(std::move(copy));
  }

private:
  struct Open {
    YamlNode node;
    YAML::anchor_t anchor;
    std::optional<YamlNode> key; ///< of a map: read, and its value not yet
  };

  Place place(const YAML::Mark &mark, std::size_t length) const {
    return places_.at(places_.in_file(mark.pos), length);
  }

  [[noreturn]] void stop(const YAML::Mark &mark, std::string_view code, std::string message,
                         std::string help) const {
    throw LimitReached{diagnose(code, {source_.file, place(mark, 1)}, std::move(message), std::move(help))};
  }

  void count(const YAML::Mark &mark, std::size_t more) {
    nodes_ += more;
    if (nodes_ > limits_.yaml_nodes)
      stop(mark, "too-many-nodes", fmt::format("this file has more than {} values", limits_.yaml_nodes),
           "Split it into several files, and write values out instead of using aliases (*name).");
  }

  void begin(YamlNode::Kind kind, const YAML::Mark &mark, YAML::anchor_t anchor) {
    count(mark, 1);
    if (open_.size() >= limits_.yaml_depth)
      stop(mark, "nested-too-deep",
           fmt::format("lists and maps are nested more than {} deep here", limits_.yaml_depth),
           "Check the indentation of the lines above.");
    Open open;
    open.node.kind = kind;
    open.node.place = place(mark, 1);
    open.anchor = anchor;
    open_.push_back(std::move(open));
  }

  void end() {
    Open done = std::move(open_.back());
    open_.pop_back();
    if (done.anchor) anchors_[done.anchor] = done.node;
    place_in_parent(std::move(done.node));
  }

  void add(YamlNode node, YAML::anchor_t anchor) {
    if (++nodes_ > limits_.yaml_nodes)
      throw LimitReached{diagnose("too-many-nodes", {source_.file, node.place},
                                  fmt::format("this file has more than {} values", limits_.yaml_nodes),
                                  "Split it into several files.")};
    if (anchor) anchors_[anchor] = node;
    place_in_parent(std::move(node));
  }

  void place_in_parent(YamlNode node) {
    if (open_.empty()) {
      root_ = std::move(node);
      return;
    }
    Open &parent = open_.back();
    if (parent.node.kind == YamlNode::Kind::list) {
      parent.node.items.push_back(std::move(node));
    } else if (!parent.key) {
      parent.key = std::move(node);
    } else {
      parent.node.entries.push_back({std::move(*parent.key), std::move(node)});
      parent.key.reset();
    }
  }

  const YamlSource &source_;
  const ContentLimits &limits_;
  Places places_;
  std::vector<Open> open_;
  std::map<YAML::anchor_t, YamlNode> anchors_;
  YamlNode root_;
  std::size_t nodes_ = 0;
};

/// yaml-cpp's words for its commonest errors, and what usually causes them.
std::string help_for(const std::string &message) {
  if (message.find("end of map") != std::string::npos || message.find("map value") != std::string::npos)
    return "Check that each line is 'key: value', that the keys of one record begin in the same column, and "
           "that text "
           "with a colon in it stands in quotes.";
  if (message.find("tab") != std::string::npos) return "Indent with spaces: YAML does not allow tabs.";
  if (message.find("end of sequence") != std::string::npos)
    return "Check that each item of the list begins with '- ' in the same column.";
  if (message.find("unknown token") != std::string::npos || message.find("scalar") != std::string::npos)
    return "Put text that begins with a special character (@ ` % & * ! | > [ {) in quotes.";
  return "Check the quotes, the colons and the indentation of this line and the one above.";
}

} // namespace

std::optional<YamlNode> parse_yaml(const YamlSource &source, const ContentLimits &limits,
                                   std::vector<Diagnostic> &diagnostics) {
  const std::string_view text =
      std::string_view(source.file->text).substr(source.begin, source.end - source.begin);
  MemoryBuffer buffer(text);
  std::istream stream(&buffer);
  TreeBuilder builder(source, limits);
  try {
    YAML::Parser parser(stream);
    parser.HandleNextDocument(builder);
    YamlNode tree = builder.take();
    if (const std::size_t second = text.find("\n---", 4); parser.HandleNextDocument(builder)) {
      const std::size_t offset = second == std::string_view::npos ? 0 : second + 1;
      diagnostics.push_back(diagnose("yaml-syntax",
                                     {source.file, builder.places().at(source.begin + offset, 3)},
                                     "this file holds more than one YAML document",
                                     "Write one document in each file: remove the line '---' between them."));
      return std::nullopt;
    }
    return tree;
  } catch (const YAML::ParserException &failure) {
    const std::size_t offset = builder.places().in_file(failure.mark.is_null() ? 0 : failure.mark.pos);
    diagnostics.push_back(diagnose("yaml-syntax", {source.file, builder.places().at(offset, 1)},
                                   "this is not valid YAML: " + failure.msg, help_for(failure.msg)));
  } catch (const LimitReached &limit) {
    diagnostics.push_back(limit.diagnostic);
  }
  return std::nullopt;
}

} // namespace localoffer
