// What the cache keeps of files and of histories: it comes back as it was, and damaged bytes give an answer
// that can be used, or none. An input is pairs of bytes that damage what is kept (where, and what is put
// there), a line end, a file's path below the local area's folder, a line end, and the file. Without a file,
// the first line is what is kept.
#include "content/file_parts.hpp"
#include "fuzz.hpp"
#include "history/remembered.hpp"

#include <map>

using namespace localoffer;
using namespace localoffer::fuzz;

namespace {

const std::string commit(40, 'c'), whole(40, 'w');

/// A store whose values can be damaged.
class OpenStore final : public Store {
public:
  std::map<std::string, std::string> values;

  std::vector<std::optional<std::string>> get(const std::vector<std::string> &keys) const override {
    std::vector<std::optional<std::string>> found;
    for (const auto &key : keys) {
      const auto value = values.find(key);
      found.push_back(value == values.end() ? std::nullopt : std::optional(value->second));
    }
    return found;
  }
  void put(const std::vector<std::pair<std::string, std::string>> &more) override {
    for (const auto &[key, value] : more)
      values[key] = value;
  }
};

std::string packed(const RecordedFile &file) {
  PackedWriter out;
  pack(out, file);
  return out.take();
}

std::string packed(const std::vector<Event> &events) {
  PackedWriter out;
  for (const auto &event : events)
    pack(out, event);
  return out.take();
}

std::string damaged(std::string bytes, std::string_view damage) {
  for (std::size_t i = 0; i + 1 < damage.size() && !bytes.empty(); i += 2)
    bytes[(static_cast<unsigned char>(damage[i]) * (i + 1)) % bytes.size()] = damage[i + 1];
  return bytes;
}

void hold_file(const std::string &bytes) {
  PackedReader in(bytes);
  const RecordedFile file = unpack_file(in);
  if (!in.ok() || !in.at_end()) return;
  const std::string again = packed(file);
  PackedReader once_more(again);
  hold(packed(unpack_file(once_more)) == again && once_more.ok(), "what was read can be kept");
}

void hold_history(const HistoryMemory &memory) {
  const auto found = memory.history_at(commit);
  if (!found) return;
  for (const auto &event : found->history.events) {
    hold(event.commit < found->history.commits.size(), "an event has its commit");
    to_string(event.what);
  }
}

/// A history in which every record came with one commit, and went with the next.
RememberedHistory history_of(const std::vector<RecordedState> &records) {
  std::vector<const RecordedState *> all;
  for (const auto &record : records)
    all.push_back(&record);
  RememberedHistory made;
  made.history.commits = {{commit, {2021, 3, 25}, "Author", "author@example.org", "First"},
                          {whole, {2021, 3, 26}, "Author", "author@example.org", "Second"}};
  made.history.events = compare_records({}, all);
  for (auto gone : compare_records(all, {})) {
    gone.commit = 1;
    made.history.events.push_back(std::move(gone));
  }
  made.tail = commit;
  made.folder = "content";
  made.stale["content/a.yaml"] = {"milestone", "a.yaml", whole};
  return made;
}

void hold_round_trips(const RecordedFile &file, std::string_view damage) {
  const std::string bytes = packed(file);
  PackedReader in(bytes);
  hold(packed(unpack_file(in)) == bytes && in.ok() && in.at_end(), "a file comes back as it was");
  hold_file(damaged(bytes, damage));

  OpenStore store;
  const HistoryMemory memory(&store, "site.yaml");
  RememberedHistory kept = history_of(file.records);
  const std::string events = packed(kept.history.events);
  memory.keep(whole, kept);
  kept.whole_at = whole;
  kept.whole_commits = kept.history.commits.size();
  kept.whole_events = kept.history.events.size();
  kept.history.events.push_back(
      Event{1, Event::What::changed, {"plan", "plan"}, "title", "", "a", "b", {}, false});
  memory.keep(commit, kept);
  const auto found = memory.history_at(commit);
  hold(found && found->history.events == kept.history.events && found->stale == kept.stale &&
           found->folder == kept.folder && found->tail == kept.tail,
       "a history comes back as it was");
  hold(packed(found->history.events) == packed(kept.history.events), "the facts of a history come back too");
  for (auto &[key, value] : store.values)
    value = damaged(value, damage);
  hold_history(memory);
  memory.keep(commit, kept);
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  const auto [damage, rest] = cut_at(text_of(data, size), "\n");
  const auto [path, text] = cut_at(rest, "\n");
  if (text.empty()) {
    hold_file(std::string(damage));
    OpenStore store;
    const HistoryMemory memory(&store, "site.yaml");
    RememberedHistory nothing;
    memory.keep(commit, nothing);
    for (auto &[key, value] : store.values)
      value = damage;
    hold_history(memory);
    memory.keep(commit, nothing);
    return 0;
  }
  const std::string where = "content/" + std::string(path);
  const auto file = std::make_shared<const SourceFile>(SourceFile{where, std::string(text)});
  hold_round_trips(read_recorded(file, kind_of_file(where, "content"), {}), damage);
  return 0;
}
