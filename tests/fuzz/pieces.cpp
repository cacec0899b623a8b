// The items of a YAML list: read one by one, as the history reads them, they are the records of the whole
// list. An input is the file of a list.
#include "history/pieces.hpp"
#include "fuzz.hpp"
#include "history/recorded.hpp"

#include <yaml.h>

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

/// Whether libyaml finds a mistake in the text. What yaml-cpp makes of such a text depends on what follows
/// ("- id:", and below it a word without a colon).
bool has_mistake(std::string_view text) {
  yaml_parser_t parser;
  yaml_parser_initialize(&parser);
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): libyaml counts in unsigned bytes
  yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char *>(text.data()), text.size());
  bool is_sound = true, is_over = false;
  while (is_sound && !is_over) {
    yaml_event_t event;
    is_sound = yaml_parser_parse(&parser, &event) == 1;
    if (!is_sound) break;
    is_over = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  return !is_sound;
}

} // namespace

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
