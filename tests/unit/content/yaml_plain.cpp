#include "base/files.hpp"
#include "catch.hpp"
#include "content/yaml_tree.hpp"
#include "support/told.hpp"

#include <algorithm>
#include <filesystem>
#include <random>

using namespace localoffer;
namespace fs = std::filesystem;

namespace {

std::string told(const std::optional<YamlNode> &tree) {
  return tree ? testing::told(*tree) : "nothing";
}

enum class Read { by_both, by_one, by_none };

/// What libyaml reads, yaml-cpp reads alike.
Read compare(const std::string &text) {
  const auto file = std::make_shared<const SourceFile>(SourceFile{"test.yaml", text});
  const YamlSource source{file, 0, text.size()};
  std::optional<YamlNode> plain;
  try {
    plain = parse_plain_yaml(source, {});
  } catch (const YamlTree::LimitReached &) {
    return Read::by_none;
  }
  if (!plain) return Read::by_one;
  std::vector<Diagnostic> diagnostics;
  std::optional<YamlNode> any;
  try {
    any = parse_any_yaml(source, {}, diagnostics);
  } catch (const YamlTree::LimitReached &) {
  }
  // YAML lets a "?" stand within a word between brackets; yaml-cpp alone does not.
  const bool has_question = text.find('?') != std::string::npos;
  if (!any && has_question && diagnostics.at(0).message.starts_with("this is not valid YAML"))
    return Read::by_one;
  if (told(plain) != told(any)) {
    INFO(text);
    INFO((diagnostics.empty() ? "" : diagnostics[0].message));
    CHECK(told(plain) == told(any));
  }
  return Read::by_both;
}

/// The YAML of this repository: whole files, and the front matter of Markdown.
std::vector<std::string> texts() {
  std::vector<fs::path> paths; // in an order that is the same on every disk
  for (const auto *folder : {"content", "site", "themes", "tests/golden", "tests/invalid"})
    for (const auto &item : fs::recursive_directory_iterator(fs::path(PROJECT_FOLDER) / folder))
      if (item.path().string().find("node_modules") == std::string::npos) paths.push_back(item.path());
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> all;
  for (const auto &path : paths) {
    const auto ending = path.extension();
    if (ending == ".yaml" || ending == ".yml") all.push_back(read_file(path));
    if (ending != ".md") continue;
    const auto text = read_file(path);
    const auto end = text.starts_with("---\n") ? text.find("\n---", 4) : std::string::npos;
    if (end != std::string::npos) all.push_back(text.substr(4, end - 3));
  }
  return all;
}

} // namespace

TEST_CASE("both parsers read the content of the demonstrations alike, and nearly all is plain") {
  int by_both = 0;
  int others = 0;
  for (const auto &text : texts())
    ++(compare(text) == Read::by_both ? by_both : others);
  CHECK(by_both > 300);
  CHECK(others * 10 < by_both);
}

TEST_CASE("both parsers read alike what is written in less usual ways") {
  for (const std::string text : {"a: ~\nb:\nc: null\nd: ''\n# end\n",
                                 "- \n- a\n-\n  # note\n- b\n",
                                 "a: [b, c: d, {e: f}, ]\n",
                                 "a: {b: c, d, 'e': \"f\"}\n",
                                 "a: >-\n  b\n   c\n\n  d\nb: |+\n  e\n\nc: x\n",
                                 "a: 'it''s'\nb: \"\\u00e9\\n\"\n",
                                 "a: \"\\Nb\"\n",
                                 "a: \"\\_b\"\nc: d\\e\n",
                                 "a: \"\\L\\P\"\n",
                                 "a: \"\n\n\"\nb: '\n\n\n'\nc: \"d\n\n \"\n",
                                 "a: b\n  c\n  d\n",
                                 "? a\n: b\n",
                                 "a:\n- b\n- c\n",
                                 "{a: b}",
                                 "[]",
                                 "",
                                 "# nothing\n",
                                 "a",
                                 "'a'",
                                 "caf\u00e9: \u00fcber\nx:\n  - \u00e9t\u00e9 # no\n  -\n",
                                 "a: b # c\nd: e#f\n",
                                 "---\na: b\n...\n",
                                 "a: -\n",
                                 "a: - b\n",
                                 "a: b: c\n",
                                 "a: 'b\n",
                                 "a: [b\n",
                                 "a: @b\n",
                                 "a: http://x.org:80/#y\n",
                                 "- - a\n  - b\n- c: d\n  e: f\n",
                                 "a: \"b\n  c\\\n  d\"\n",
                                 "a: |2\n    b\n   c\n",
                                 "a: >\n\n\n  b\n\n\n",
                                 "\n\na: b",
                                 "a:  b  \n",
                                 "a: 1:2\n"})
    compare(text);
  // Between brackets too, a line goes on deeper in than the block around it.
  CHECK(compare("a:\n  - {b: c,\n     d: e}\n") == Read::by_both);
  CHECK(compare("a:\n  - {b: c\n,d: e}\n") == Read::by_one);
  CHECK(compare("a: {b: c\nd: e}\n") == Read::by_one);
  CHECK(compare("a:\n  - {r\ns, t: u}\n") == Read::by_one);
  CHECK(compare("a: &b c\n") == Read::by_one);
  CHECK(compare("a: !!str c\n") == Read::by_one);
  CHECK(compare("a:\tc\n") == Read::by_one);
}

TEST_CASE("both parsers read alike what has been changed at random") {
  const auto all = texts();
  std::mt19937 random(20210325); // NOLINT(cert-msc51-cpp): the same texts each time
  const auto below = [&](std::size_t limit) { return random() % std::max<std::size_t>(limit, 1); };
  const std::string pieces = "  \n\n::--#[]{},'\"|>?&*!%@`~\\ax0";
  int by_both = 0;
  for (int i = 0; i < 3000; ++i) {
    std::string text = all[below(all.size())];
    const std::size_t begin = text.find('\n', below(text.size()));
    text = begin == std::string::npos ? text : text.substr(begin + 1, 400);
    for (std::size_t change = below(4) + 1; change > 0; --change) {
      const std::size_t at = below(text.size() + 1);
      switch (below(3)) {
      case 0:
        text.insert(at, 1, pieces[below(pieces.size())]);
        break;
      case 1:
        text.erase(at, below(3));
        break;
      default:
        text.insert(at, text.substr(below(text.size()), below(20)));
      }
    }
    if (compare(text) == Read::by_both) ++by_both;
  }
  CHECK(by_both > 300);
}
