#include "pages/common_views.hpp"
#include "pages/page_list.hpp"

#include <algorithm>

namespace localoffer {

struct DataFileView {
  bool has_own_title = false; ///< where its group's heading names several files
  std::string title, description, size;
  std::string csv_href, json_href, metadata_href;
};
VIEW_FIELDS(DataFileView, has_own_title, title, description, size, csv_href, json_href, metadata_href);

struct DataColumnView {
  std::string name, title, description, datatype;
};
VIEW_FIELDS(DataColumnView, name, title, description, datatype);

/// Files with the same columns: each measure's figures are a file of their own.
struct DataGroupView {
  std::string id, heading, caption;
  std::vector<DataFileView> files;
  std::vector<DataColumnView> columns;
};
VIEW_FIELDS(DataGroupView, id, heading, caption, files, columns);

struct DataView {
  Frame frame;
  std::vector<DataGroupView> groups;
  LinkView completeness;
  std::optional<LinkView> reading;
};
VIEW_FIELDS(DataView, frame, groups, completeness, reading);

namespace {

bool same_columns(const DataGroupView &group, const Table &table) {
  return std::equal(group.columns.begin(), group.columns.end(), table.columns.begin(), table.columns.end(),
                    [](const DataColumnView &a, const TableColumn &b) { return a.name == b.name; });
}

DataGroupView new_group(const Site &site, const Table &table, std::size_t number) {
  DataGroupView group;
  group.id = "columns-" + std::to_string(number);
  group.heading = table.title;
  group.caption = site.words.say("data.columns");
  for (const auto &column : table.columns)
    group.columns.push_back(
        {column.name, column.title, column.description, site.words.say("data.type_" + column.datatype)});
  return group;
}

} // namespace

void add_data(const Site &site, std::vector<View> &views) {
  const Words &words = site.words;
  DataView view;
  for (const auto &download : make_downloads(site)) {
    const Table table = download.table();
    const auto group = std::find_if(view.groups.begin(), view.groups.end(),
                                    [&](const DataGroupView &known) { return same_columns(known, table); });
    DataGroupView &into = group != view.groups.end()
                              ? *group
                              : view.groups.emplace_back(new_group(site, table, view.groups.size() + 1));
    const std::string route = site.href(download.route);
    into.files.push_back({false, table.title, table.description,
                          words.say("data.rows", {{"count", static_cast<long>(table.rows.size())}}),
                          route + ".csv", route + ".json", route + ".csv-metadata.json"});
  }
  for (auto &group : view.groups) {
    if (group.files.size() < 2) continue;
    group.heading = words.say("data.measure_figures");
    for (auto &file : group.files)
      file.has_own_title = true;
  }

  view.completeness = {words.say("completeness.heading"), site.href(site.addresses.completeness())};
  if (site.has_reading())
    view.reading = LinkView{site.words.say("reading.heading"), site.href(site.addresses.reading())};
  PageInfo info;
  info.route = site.addresses.data();
  info.heading = words.say("footer.data");
  info.description = words.say("data.description");
  info.section = site.addresses.about();
  info.breadcrumbs = {{words.say("nav.about"), site.href(site.addresses.about())}};
  if (site.programme.plan) info.records = {&site.programme.plan->head};
  view.frame = make_frame(site, std::move(info));
  views.push_back(make_view(site.addresses.data(), "data", std::move(view)));
}

void list_data_templates(PageTemplates &templates) {
  templates.emplace_back("data", &view_type<DataView>());
}

} // namespace localoffer
