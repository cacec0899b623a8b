#include "history/pieces.hpp"
#include "base/files.hpp"
#include "base/text.hpp"
#include "catch.hpp"
#include "content/file_parts.hpp"
#include "history/recorded.hpp"

#include <filesystem>

using namespace localoffer;

namespace {

using Pieces = std::vector<std::string_view>;

std::string packed(const std::vector<RecordedState> &records) {
  PackedWriter out;
  for (const auto &record : records)
    pack(out, record);
  return out.take();
}

RecordedFile read(const std::string &path, const std::string &kind, std::string_view text) {
  return read_recorded(std::make_shared<const SourceFile>(SourceFile{path, std::string(text)}), kind, {});
}

/// The records of all pieces; nothing when one of them cannot be read alone.
std::optional<std::vector<RecordedState>> piece_by_piece(const std::string &path, const std::string &kind,
                                                         std::string_view text) {
  std::vector<RecordedState> all;
  for (const auto piece : list_pieces(text)) {
    const auto part = read(path, kind, piece);
    if (!part.readable) return std::nullopt;
    all.insert(all.end(), part.records.begin(), part.records.end());
  }
  return all;
}

/// Whether cutting the text finds the same records as reading it whole, or finds that it has to be read
/// whole.
bool agree(const std::string &text) {
  const auto whole = read("milestones/all.yaml", "milestone", text);
  const auto pieces = piece_by_piece("milestones/all.yaml", "milestone", text);
  return !pieces || (whole.readable && packed(*pieces) == packed(whole.records));
}

} // namespace

TEST_CASE("a list is cut where its items begin") {
  CHECK(list_pieces("- id: a\n  title: A\n\n# of b\n- id: b\n") ==
        Pieces{"- id: a\n  title: A\n\n# of b\n", "- id: b\n"});
  CHECK(list_pieces("# head\n\n- a\n-\n  id: b\n- c") == Pieces{"- a\n", "-\n  id: b\n", "- c"});
  CHECK(list_pieces("- id: a\r\n  x: y\r\n\r\n- id: b\r\n") ==
        Pieces{"- id: a\r\n  x: y\r\n\r\n", "- id: b\r\n"});
  CHECK(list_pieces("- id: a\n  comments:\n  - one\n  - two\n- id: b\n").size() == 2);
  CHECK(list_pieces("- id: a\n  text: |\n    - not an item\n\n    # not a comment\n- id: b\n").size() == 2);
  CHECK(list_pieces("- id: a\n  comments:\n    - one\n    -\n    - two\n- id: b\n").size() == 2);
  CHECK(list_pieces("- only").size() == 1);
}

TEST_CASE("everything else is one piece") {
  for (const std::string &text :
       {std::string(), std::string("title: A\n"), std::string("- a\n...\n- b\n"),
        std::string("---\n- a\n- b\n"), std::string("- a\ntext\n- b\n"), std::string("%YAML 1.2\n---\n- a\n"),
        std::string("# nothing\n\n"), std::string("\xEF\xBB\xBF- a\n- b\n"), std::string("-a\n- b\n"),
        std::string("- a\n\t- b\n- c\n")}) {
    INFO(text);
    CHECK(list_pieces(text) == Pieces{text});
  }
}

TEST_CASE("cutting never finds other records than reading the whole") {
  for (const auto *text : {"- {id: a, title: A}\n- {id: b}\n",
                           "- id: a\n  title: \"A\n\n  goes on\"\n- id: b\n",
                           "- id: a\n  title: \"A\n- id: b\"\n- id: c\n",
                           "- &x\n  id: a\n  title: A\n- <<: *x\n  id: b\n",
                           "- id: a\n  title: &t A\n- id: b\n  title: *t\n",
                           "- id: a\n  title: &t A\n- id: b\n  title: &t B\n- id: c\n  title: *t\n",
                           "- id: a\n  title: [x\n- id: b\n",
                           "- id: a\n title: A\n- id: b\n",
                           "- id: a\n  text: |2\n  - x\n- id: b\n",
                           "- id: a\n  meaning: >-\n\n    Far\n\n     more\n# comment\n- id: b\n",
                           "- id: a # comment\n\n\n# x\n  title: A\n- id: b\n",
                           "-   id: a\n    title: A\n- id: b\n",
                           "- - id: a\n- id: b\n",
                           "- id: a\n- \n- ~\n- id: b\n",
                           "- id: a\n-\tid: b\n",
                           "- 'a\n- b'\n- id: c\n",
                           "- id: a\n  title: caf\xE9\n- id: b\n",
                           "- id: a\n- id: a\n",
                           "- !!map {id: a}\n- id: b\n",
                           "- id: a\n  title: A\n  title: B\n- id: b\n",
                           "- {id: a,\n  title: A}\n- [\n - x]\n- id: b\n",
                           "- id: a\n  ? x\n  : y\n- id: b\n"}) {
    INFO(text);
    CHECK(agree(text));
  }
}

TEST_CASE("cutting finds what reading the whole finds in every file of the demonstrations") {
  namespace fs = std::filesystem;
  std::size_t cut = 0, files = 0;
  for (const auto &area : fs::directory_iterator(CONTENT_FOLDER)) {
    if (!area.is_directory()) continue;
    for (const auto &entry : fs::recursive_directory_iterator(area.path())) {
      const std::string path = entry.path().string();
      if (!entry.is_regular_file() || kind_of_file(path, area.path().string()).empty()) continue;
      const std::string kind = kind_of_file(path, area.path().string()), text = read_file(path);
      const auto whole = read(path, kind, text);
      const auto pieces = piece_by_piece(path, kind, text);
      INFO(path);
      REQUIRE(whole.readable);
      ++files;
      if (!pieces) continue; // it has to be read whole
      CHECK(packed(*pieces) == packed(whole.records));
      if (list_pieces(text).size() > 1) ++cut;
    }
  }
  CHECK(files > 100);
  CHECK(cut > 10);
}
