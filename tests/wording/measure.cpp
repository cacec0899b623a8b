#include "base/files.hpp"
#include "content/markdown.hpp"
#include "content/written_text.hpp"
#include "language/wording.hpp"
#include "programme/link_words.hpp"

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>

// How often the rules about wording are right, measured on sentences that were labelled apart
// from them.
//   measure_wording labelled.yaml [--list]
// Prints precision (of what a rule reports, how much is wrong) and recall (of what is wrong, how much it
// reports). Ends with 1 where a rule that warns has a precision below 0.95, or finds less than it is known to
// find.

using namespace localoffer;

namespace {

struct Labelled {
  YamlNode text;
  std::set<std::string> expected, short_forms;
  std::vector<TermForms> names;
};

struct Score {
  int right = 0, wrong = 0, missed = 0;

  double precision() const { return right + wrong == 0 ? 1 : static_cast<double>(right) / (right + wrong); }
  double recall() const { return right + missed == 0 ? 1 : static_cast<double>(right) / (right + missed); }
};

constexpr double least_precision = 0.95;

/// What each rule was found to find; a change that finds less has to say so here.
const std::map<std::string, double> least_recall{
    {"ampersand", 0.9}, {"and-or", 0.9},        {"hidden-negative", 0.7},
    {"link-here", 0.9}, {"long-sentence", 0.9}, {"noun-pile", 0.55},
    {"passive", 0.8},   {"short-form", 0.9},    {"word-to-avoid", 0.8}};

std::set<std::string> texts_of(const YamlNode *list) {
  std::set<std::string> texts;
  if (list)
    for (const auto &item : list->items)
      texts.insert(item.scalar);
  return texts;
}

std::vector<Labelled> read(const SourceFilePtr &file) {
  std::vector<Diagnostic> diagnostics;
  ContentLimits limits;
  limits.yaml_nodes = 1000000;
  const auto tree = parse_yaml({file, 0, file->text.size()}, limits, diagnostics);
  std::vector<Labelled> all;
  if (!tree) return all;
  for (const auto &item : tree->items) {
    Labelled one{*item.find("text"), texts_of(item.find("expect")), texts_of(item.find("short_forms")), {}};
    for (const auto &name : texts_of(item.find("names")))
      one.names.push_back({name, "", {}});
    all.push_back(std::move(one));
  }
  return all;
}

void collect_links(const std::vector<ProseNode> &nodes, std::set<std::string> &found) {
  for (const auto &node : nodes) {
    const std::string words = node.kind == ProseNode::Kind::link ? plain_text(node.children) : "";
    if (!words.empty() && (are_an_address(words) || !say_where_it_leads(words))) found.insert("link-here");
    collect_links(node.children, found);
  }
}

std::set<std::string> found_in(const SourceFilePtr &file, const Labelled &one) {
  WrittenText written(file, one.text, "text", true);
  written.kind = "page";
  ReadingText text(wording_in_lines(written), true);
  std::set<std::string> found;
  for (const auto &flaw : flaws_of(text, {TermFinder(one.names), one.short_forms})) {
    const std::string code(code_of(flaw.kind));
    found.insert(code == "passive-voice" ? "passive" : code);
  }
  std::vector<Diagnostic> diagnostics;
  collect_links(parse_markdown(file, one.text, {}, diagnostics), found);
  return found;
}

} // namespace

int main(int count, char **arguments) {
  if (count < 2) return 2;
  const bool list = count > 2 && std::string_view(arguments[2]) == "--list";
  const auto file = std::make_shared<const SourceFile>(SourceFile{arguments[1], read_file(arguments[1])});
  const auto all = read(file);
  std::map<std::string, Score> scores;
  for (const auto &one : all) {
    const auto found = found_in(file, one);
    for (const auto &[rule, recall] : least_recall) {
      const bool is = found.count(rule) > 0, should = one.expected.count(rule) > 0;
      Score &score = scores[rule];
      score.right += is && should;
      score.wrong += is && !should;
      score.missed += !is && should;
      if (list && is != should)
        std::printf("%s %s: %s\n", is ? "WRONG " : "MISSED", rule.c_str(), one.text.scalar.c_str());
    }
  }
  bool good = all.size() >= 300;
  std::printf("%zu sentences\n%-16s %6s %6s %6s %10s %7s\n", all.size(), "rule", "right", "wrong", "missed",
              "precision", "recall");
  for (const auto &[rule, score] : scores) {
    std::printf("%-16s %6d %6d %6d %10.3f %7.3f\n", rule.c_str(), score.right, score.wrong, score.missed,
                score.precision(), score.recall());
    good = good && score.precision() >= least_precision && score.recall() >= least_recall.at(rule);
  }
  if (!good)
    std::printf("A rule is below what it has to reach: 300 sentences, precision 0.95, and its recall.\n");
  return good ? 0 : 1;
}
