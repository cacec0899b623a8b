#include "cli/site_files.hpp"

#include "base/parallel_map.hpp"
#include "cli/inputs.hpp"
#include "content/codes.hpp"
#include "content/limits.hpp"
#include "pages/search_index.hpp"
#include "render/calendar.hpp"
#include "render/downloads.hpp"
#include "render/feeds.hpp"
#include "render/search_json.hpp"

#include <fmt/format.h>
#include <iterator>
#include <set>

namespace localoffer {
namespace {

std::string path_of(std::string_view route) {
  return std::string(route.substr(route.starts_with('/') ? 1 : 0));
}

} // namespace

void add_files(std::vector<Output> &outputs, std::vector<Output> more) {
  outputs.insert(outputs.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

void add_missing_files(std::vector<Output> &outputs, std::vector<Output> more) {
  std::set<std::string> known;
  for (const auto &output : outputs)
    known.insert(output.path);
  for (auto &output : more)
    if (known.insert(output.path).second) outputs.push_back(std::move(output));
}

std::vector<Output> download_outputs(const std::vector<Download> &downloads, const Site &site,
                                     unsigned threads, const std::function<void(Output &)> &made) {
  std::vector<Output> outputs;
  for (auto &of_one : parallel_map(downloads, threads, [&](const Download &download) {
         const Table table = download.table();
         const std::string path = path_of(download.route), name = path.substr(path.rfind('/') + 1);
         std::vector<Output> files;
         const auto add = [&](const char *ending, std::string bytes) {
           made(files.emplace_back(Output{path + ending, std::move(bytes)}));
         };
         add(".csv", csv(table));
         add(".json", json(table));
         add(".csv-metadata.json", csvw(table, name + ".csv", site.words.language()));
         return files;
       }))
    add_files(outputs, std::move(of_one));
  return outputs;
}

std::vector<Output> feed_outputs(const Pages &pages) {
  std::vector<Output> outputs;
  for (const auto &[route, format, feed] : pages.feeds)
    outputs.push_back(
        {path_of(route), format == PublishedFeed::Format::json ? json_feed(feed) : atom_feed(feed)});
  for (const auto &[route, calendar] : pages.calendars)
    outputs.push_back({path_of(route), icalendar(calendar())});
  return outputs;
}

std::vector<Output> search_outputs(const Pages &pages, const Site &site, unsigned threads, Store *store) {
  const std::string path = path_of(site.addresses.search_index());
  auto texts = search_texts(site, pages.views, threads);
  // One index is kept for each site, behind the key of what it was made from.
  const std::string made_from = program_hash() + search_key(site, texts),
                    name = "search/" + site.settings().file->path;
  if (store)
    if (const auto kept = store->get({name}); kept.front() && kept.front()->starts_with(made_from))
      return {{path, kept.front()->substr(made_from.size())}};
  std::string bytes = search_json(make_search_index(site, std::move(texts), threads));
  if (store) store->put_one(name, made_from + bytes);
  return {{path, std::move(bytes)}};
}

std::vector<Output> content_outputs(const std::vector<ContentFile> &files, const Snapshot &snapshot,
                                    std::vector<Diagnostic> &diagnostics) {
  constexpr std::uint64_t most = 100u << 20; // bytes; a site is held in memory until it is published
  std::vector<Output> outputs;
  for (const auto &[route, path] : files)
    if (const auto size = snapshot.size(path); size > most)
      diagnostics.push_back(diagnose("file-too-large", Span{path},
                                     fmt::format("this file has {} bytes, and {} is the most", size, most),
                                     "Make it smaller, or let it stand elsewhere and link to it there."));
    else
      outputs.push_back({path_of(route), snapshot.read(path)});
  return outputs;
}

std::vector<Output> search_engine_outputs(const std::vector<ListedRoute> &listed, const Site &site) {
  const std::string top = site.addresses.absolute("/");
  const std::string base_url = top.substr(0, top.size() - 1);
  std::vector<SitemapEntry> entries;
  for (const auto &[address, changed] : listed)
    entries.push_back({address.substr(base_url.size()), changed ? to_iso(*changed) : ""});
  return {{"robots.txt", robots(base_url)}, {"sitemap.xml", sitemap(base_url, entries)}};
}

} // namespace localoffer
