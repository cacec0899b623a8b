#pragma once

#include "content/yaml_places.hpp"

#include <map>
#include <optional>
#include <vector>

namespace localoffer {

/// Puts a tree together from what a parser of YAML tells, and leaves the parse when a limit is reached.
/// Offsets are counted from the beginning of the YAML part. An anchor is a number; 0 is none.
class YamlTree {
public:
  /// Thrown to leave a parse: neither parser has another way out of the midst of a document.
  struct LimitReached {
    Diagnostic diagnostic;
  };

  YamlTree(const YamlSource &source, const ContentLimits &limits);

  void add_null(int offset, std::size_t anchor);
  void add_scalar(int offset, std::size_t anchor, std::string value);
  void begin(YamlNode::Kind kind, int offset, std::size_t anchor);
  void end();
  void add_alias(int offset, std::size_t anchor);

  YamlNode take() { return std::move(root_); }
  const YamlPlaces &places() const { return places_; }

private:
  struct Open {
    YamlNode node;
    std::size_t anchor = 0;
    int offset = 0;
    std::optional<YamlNode> key; ///< of a map: read, and its value not yet
  };

  [[noreturn]] void stop(int offset, std::string_view code, std::string message, std::string help) const;
  void count(int offset, std::size_t more);
  /// What is copied counts as if it had been written out: small texts become large ones in this way.
  void count_copy(int offset, const YamlNode &node);
  void add(YamlNode node, std::size_t anchor);
  void place_in_parent(YamlNode node);

  const YamlSource &source_;
  const ContentLimits &limits_;
  YamlPlaces places_;
  std::vector<Open> open_;
  std::map<std::size_t, YamlNode> anchors_;
  YamlNode root_;
  std::size_t nodes_ = 0, copied_bytes_ = 0;
};

/// Parses by libyaml what the two parsers read alike: YAML without tabs, anchors, tags, line ends of other
/// systems, and empty lines in quotes. Nothing for any other text and one with mistakes. Throws LimitReached.
std::optional<YamlNode> parse_plain_yaml(const YamlSource &source, const ContentLimits &limits);

/// Parses any YAML by yaml-cpp, whose messages an author can act on. As parse_yaml.
std::optional<YamlNode> parse_any_yaml(const YamlSource &source, const ContentLimits &limits,
                                       std::vector<Diagnostic> &diagnostics);

} // namespace localoffer
