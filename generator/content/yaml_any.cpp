#include "content/yaml_tree.hpp"

#include "content/codes.hpp"

#include <istream>
#include <streambuf>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

namespace localoffer {
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

/// Hands on what yaml-cpp tells.
class Teller : public YAML::EventHandler {
public:
  explicit Teller(YamlTree &tree) : tree_(tree) {}

  void OnDocumentStart(const YAML::Mark &) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override { tree_.add_null(mark.pos, anchor); }
  void OnScalar(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                const std::string &value) override {
    tree_.add_scalar(mark.pos, anchor, value);
  }
  void OnSequenceStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    tree_.begin(YamlNode::Kind::list, mark.pos, anchor);
  }
  void OnSequenceEnd() override { tree_.end(); }
  void OnMapStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    tree_.begin(YamlNode::Kind::map, mark.pos, anchor);
  }
  void OnMapEnd() override { tree_.end(); }
  void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override { tree_.add_alias(mark.pos, anchor); }

private:
  YamlTree &tree_;
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

std::optional<YamlNode> parse_any_yaml(const YamlSource &source, const ContentLimits &limits,
                                       std::vector<Diagnostic> &diagnostics) {
  const std::string_view text =
      std::string_view(source.file->text).substr(source.begin, source.end - source.begin);
  MemoryBuffer buffer(text);
  std::istream stream(&buffer);
  YamlTree tree(source, limits);
  Teller teller(tree);
  try {
    YAML::Parser parser(stream);
    parser.HandleNextDocument(teller);
    YamlNode root = tree.take();
    if (root.place.line == 0) root.place = tree.places().at(source.begin, 0); // there is nothing in it
    if (const std::size_t second = text.find("\n---", 4); parser.HandleNextDocument(teller)) {
      // yaml-cpp also ends a document at "..." and at a stray comma.
      const bool is_marked = second != std::string_view::npos;
      const Place place = tree.places().at(source.begin + (is_marked ? second + 1 : 0), is_marked ? 3 : 1);
      diagnostics.push_back(diagnose("yaml-syntax", {source.file, place},
                                     "this file holds more than one YAML document",
                                     "Write one document in each file: remove the line '---' between them."));
      return std::nullopt;
    }
    return root;
  } catch (const YAML::ParserException &failure) {
    const std::size_t offset = tree.places().in_file(failure.mark.is_null() ? 0 : failure.mark.pos);
    diagnostics.push_back(diagnose("yaml-syntax", {source.file, tree.places().at(offset, 1)},
                                   "this is not valid YAML: " + failure.msg, help_for(failure.msg)));
  }
  return std::nullopt;
}

} // namespace localoffer
