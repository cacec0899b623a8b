#include "cli/earlier_readings.hpp"

#include "content/file_parts.hpp"

#include <set>

namespace localoffer {
namespace {

Date month_before(Date date) {
  if (--date.month == 0) {
    date.month = 12;
    --date.year;
  }
  return date; // the 31st of a short month lies behind all of its days, as it should
}

/// The newest commit that is at least a month older than the newest of all; empty where there is none.
std::string commit_of_last_month(const CommitLog &log) {
  const Date until = month_before(log.info(log.newest()).date);
  std::string found;
  log.first_parents([&](const std::string &id) {
    if (until < log.info(id).date) return false;
    found = id;
    return true;
  });
  return found;
}

} // namespace

std::optional<EarlierReadings> earlier_readings(const SiteRequest &request, const Content &content) {
  const auto log = request.snapshot.log();
  if (!log || !*content.settings.history.show) return std::nullopt;
  const std::string then = commit_of_last_month(*log);
  if (then.empty()) return std::nullopt;

  EarlierReadings earlier{log->info(then).date, {}};
  const std::string &folder = *content.settings.content;
  std::set<std::string> changed;
  CommitLog::Reader reader(*log);
  for (const auto &change : reader.changes(then, log->newest(), {folder})) {
    if (!is_record_file(change.path) || kind_of_file(change.path, folder).empty()) continue;
    changed.insert(change.path);
    if (change.before.empty()) continue;
    const auto file = std::make_shared<const SourceFile>(
        SourceFile{change.path, without_mark(log->read(change.before)), change.before});
    for (const auto &[name, reading] : readings_of(read_record_file(file, folder, {}).texts))
      earlier.changed[name] = reading.reading;
  }
  for (const auto &text : content.texts) // records that are new since
    if (text.file && changed.count(text.file->path) > 0) earlier.changed.try_emplace({text.kind, text.id});
  return earlier;
}

} // namespace localoffer
