#pragma once

#include "pages/frame.hpp"
#include "pages/prose_html.hpp"

namespace localoffer {

/// A status as a tag: words, a shape and a colour, never colour alone.
struct StatusView {
  std::string label, role, shape;
  std::string href; ///< where its meaning is explained
};
VIEW_FIELDS(StatusView, label, role, shape, href);

/// One line of the key: what a status means.
struct StatusKeyView {
  StatusView status;
  std::string meaning, report_word;
};
VIEW_FIELDS(StatusKeyView, status, meaning, report_word);

struct TableCellView {
  std::string text;
  bool number = false;
};
VIEW_FIELDS(TableCellView, text, number);

struct TableRowView {
  std::string header; ///< the row's own header
  std::vector<TableCellView> cells;
};
VIEW_FIELDS(TableRowView, header, cells);

/// A small table that stands under a chart and says the same in full.
struct DataTableView {
  std::string id, caption;
  std::vector<TableCellView> columns; ///< headers, the first over the rows' own headers
  std::vector<TableRowView> rows;
};
VIEW_FIELDS(DataTableView, id, caption, columns, rows);

/// A chart, its one sentence and its table.
struct FigureView {
  Chart chart;
  std::string message;
  DataTableView table;
};
VIEW_FIELDS(FigureView, chart, message, table);

/// A milestone in a list.
struct MilestoneItemView {
  std::string ref, title, href;
  StatusView status;
  std::string due;   ///< "December 2018"; empty when no date is known
  std::string moved; ///< "First promised for December 2018."; empty when the date never moved
  std::string late;  ///< "10 months late"; empty when it is not
  std::string ended; ///< "Stopped", where the status does not say so; empty otherwise
  std::string lead;  ///< organisation or role; empty when the reports do not say
};
VIEW_FIELDS(MilestoneItemView, ref, title, href, status, due, moved, late, ended, lead);

/// One line of a summary list; several links where a line names several things.
struct FactView {
  std::string name, value;
  std::vector<LinkView> links;
};
VIEW_FIELDS(FactView, name, value, links);

/// Something with words that are prose and nothing else around it.
struct TextView {
  Html text;
};
VIEW_FIELDS(TextView, text);

/// The form that leads to the page of results.
struct SearchBoxView {
  std::string action;
};
VIEW_FIELDS(SearchBoxView, action);

SearchBoxView search_box(const Site &site);

StatusView status_view(const Site &site, const Status &status);

/// The key to the statuses that `counts` holds any of; a page that shows a status shows its key.
std::vector<StatusKeyView> status_key(const Site &site, const Counts &counts);
/// The key to the whole scale.
std::vector<StatusKeyView> status_key(const Site &site);

MilestoneItemView milestone_item(const Site &site, const MilestoneFacts &milestone);
std::vector<MilestoneItemView> milestone_items(const Site &site, const std::vector<std::size_t> &indices);

/// "10 months late" or nothing.
std::string late_text(const Site &site, const Lateness &lateness);

/// Counts by status as a bar with its table: count and share of each status that occurs; shares total 100.
/// `id` is unique on the page; `message` is the chart's sentence.
FigureView counts_figure(const Site &site, const Counts &counts, const std::string &id, std::string message,
                         std::string caption);

/// A field's prose, or empty markup when it was not given.
template <class Owner>
Html prose_of(const Site &site, const Owner &head, const Authored<Prose> &field, ProseOptions options = {}) {
  return field.given ? prose_html(site, *field, head.file, options) : Html{};
}

} // namespace localoffer
