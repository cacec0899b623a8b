#pragma once

#include "pages/make_pages.hpp"
#include "render/output.hpp"
#include "source/snapshot.hpp"

#include <functional>
#include <vector>

namespace localoffer {

/// Moves the files to the end of the outputs.
void add_files(std::vector<Output> &outputs, std::vector<Output> more);

/// The same, but for files that are there already: two sites share what has a hash in its name.
void add_missing_files(std::vector<Output> &outputs, std::vector<Output> more);

/// Each table as CSV, as JSON, and the description of the CSV (CSV on the Web). `made` is called with each
/// file as soon as it is made, from several threads at once.
std::vector<Output> download_outputs(
    const std::vector<Download> &downloads, const Site &site, unsigned threads,
    const std::function<void(Output &)> &made = [](Output &) {});

/// Feeds and calendars.
std::vector<Output> feed_outputs(const Pages &pages);

/// What a browser needs to search the site.
std::vector<Output> search_outputs(const Pages &pages, const Site &site, unsigned threads, Store *store);

/// Files of the content, copied as they are. One that is too large is a diagnostic.
std::vector<Output> content_outputs(const std::vector<ContentFile> &files, const Snapshot &snapshot,
                                    std::vector<Diagnostic> &diagnostics);

/// sitemap.xml and robots.txt.
std::vector<Output> search_engine_outputs(const std::vector<ListedRoute> &listed, const Site &site);

} // namespace localoffer
