// The items of a YAML list: read one by one, as the history reads them, they are the records of the whole
// list. An input is the file of a list.
#include "history/pieces.hpp"
#include "content/yaml_tree.hpp"
#include "fuzz.hpp"
#include "history/recorded.hpp"

using namespace localoffer;
using namespace localoffer::fuzz;

namespace {

RecordedFile read(std::string_view text) {
  return read_recorded(std::make_shared<const SourceFile>(SourceFile{"all.yaml", std::string(text)}),
                       "milestone", {});
}

std::string packed(const std::vector<RecordedState> &records) {
  PackedWriter out;
  for (const auto &record : records)
    pack(out, record);
  return out.take();
}

} // namespace

/// Whether libyaml is asked of the text and finds a mistake in it. What yaml-cpp makes of such a text depends
/// on what follows ("- id:", and below it a word without a colon).
bool has_mistake(std::string_view text) {
  const auto file = std::make_shared<const SourceFile>(SourceFile{"all.yaml", std::string(text)});
  return text.find_first_of("\t\r&*!%?") == std::string_view::npos &&
         !parse_plain_yaml({file, 0, file->text.size()}, {});
}

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  const auto text = text_of(data, size);
  const auto *at = text.data();
  std::vector<RecordedState> together;
  for (const auto piece : list_pieces(text)) {
    hold(piece.data() >= at && piece.data() + piece.size() <= text.data() + text.size(),
         "pieces stand in the text, one after the other");
    at = piece.data() + piece.size();
    const auto file = read(piece);
    if (!file.readable) return 0; // then the whole is read
    together.insert(together.end(), file.records.begin(), file.records.end());
  }
  const auto whole = read(text);
  if (!whole.readable || has_mistake(text))
    return 0; // yaml-cpp bears more at the end of a text than in its midst
  hold(packed(together) == packed(whole.records), "the pieces hold what the whole holds");
  return 0;
}
