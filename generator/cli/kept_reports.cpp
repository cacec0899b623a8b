#include "cli/kept_reports.hpp"

#include "base/text.hpp"
#include "cli/inputs.hpp"
#include "cli/past.hpp"
#include "cli/site_files.hpp"
#include "cli/theme_files.hpp"
#include "cli/version.hpp"
#include "content/codes.hpp"
#include "content/load.hpp"
#include "programme/rules.hpp"
#include "render/render_pages.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace localoffer {
namespace {

bool is_id(const std::string &text, const std::string &commit) {
  constexpr std::size_t shortest = 7; // as git abbreviates
  return text.size() >= shortest && commit.starts_with(lower_ascii(text));
}

/// The commit that a period's report is kept from; empty, with a diagnostic, when that cannot be told.
std::string commit_of(const Period &period, const CommitLog &log, std::vector<Diagnostic> &diagnostics) {
  const auto report = [&](std::string_view code, const Authored<std::string> &field, std::string message,
                          std::string help) {
    diagnostics.push_back(diagnose(code, period.head.span_of(field), std::move(message), std::move(help)));
    return std::string{};
  };
  const auto missing = [&](const Authored<std::string> &field) {
    return report("unknown-revision", field,
                  fmt::format("there is no tag or commit '{}' in this repository", *field),
                  "List the tags with: git tag. A clone may lack them: git fetch --tags.");
  };
  const auto now = log.find(*period.frozen_at);
  if (!now) return missing(period.frozen_at);
  if (!period.frozen_commit.given) {
    if (!is_id(*period.frozen_at, *now))
      report("frozen-without-commit", period.frozen_at,
             fmt::format("'{}' may be moved to another commit, and nobody would notice", *period.frozen_at),
             fmt::format("Write below it: frozen_commit: {}", *now));
    return *now;
  }
  const auto frozen = log.find(*period.frozen_commit);
  if (!frozen) return missing(period.frozen_commit);
  if (*frozen != *now)
    return report(
        "moved-tag", period.frozen_at,
        fmt::format("'{}' names the commit {} now, and the report was frozen from {}", *period.frozen_at,
                    now->substr(0, 10), frozen->substr(0, 10)),
        fmt::format("Move the tag back: git tag --force {} {}. If the report is meant to be another one, "
                    "write: frozen_commit: {}",
                    *period.frozen_at, *frozen, *now));
  return *frozen;
}

/// "/reports/2021-03/", after the month in which the period ends; a second one in that month has its id too.
std::string route_of(const Period &period, std::set<std::string> &taken) {
  const Date end = last_day(*period.end);
  const std::string month = to_iso({end.year, end.month, 0});
  std::string route = fmt::format("/reports/{}/", month);
  if (!taken.insert(route).second) route = fmt::format("/reports/{}-{}/", month, period.head.id);
  return route;
}

/// The first mistake that keeps an old commit from being built, as its own authors' silences leave them.
std::optional<Diagnostic> first_error(const std::vector<Diagnostic> &found, const Content &content) {
  for (auto &one : settle(found, content))
    if (one.severity == Severity::error) return std::move(one);
  return std::nullopt;
}

/// Builds one kept report, pass by pass as build_site does.
class KeptBuild {
public:
  KeptBuild(const SiteRequest &request, const Site &today, const KeptReport &report)
      : request_(request), today_(today), report_(report),
        snapshot_(request.snapshot.at_commit(report.commit)) {}

  std::vector<Output> run() {
    const auto log = snapshot_->log();
    if (CommitLog::Reader(*log).blob(report_.commit, request_.settings).empty())
      return broken(std::nullopt, fmt::format(": there is no {} in it", request_.settings));
    Content content = load_content(*snapshot_, request_.settings, {}, request_.jobs,
                                   record_memory(request_.store, report_.commit));
    append(std::move(content.diagnostics));
    content.diagnostics.clear();
    if (!content.settings.content.given) return broken(first_error(found_, content));
    const Date day = content.settings.as_of.given ? last_day(*content.settings.as_of) : report_.date;
    std::vector<std::string> paths = content.files;
    paths.push_back(request_.settings);
    const LastChanges changes = snapshot_->last_changed(paths);
    const Programme programme = join(std::move(content), day, found_);
    const Settings &settings = programme.settings();
    const auto theme_folder = find_theme(request_.themes, settings, found_);
    const auto words = theme_folder ? load_words(*theme_folder, settings, found_) : nullptr;
    if (!words) return broken(first_error(found_, programme.content));
    const SiteTheme theme = load_theme(*theme_folder, *words, colours_of(settings, found_), found_);
    if (const auto error = first_error(found_, programme.content)) return broken(error);
    return make(programme, *words, theme, changes);
  }

  std::vector<Diagnostic> take_diagnostics() { return std::move(told_); }

private:
  std::vector<Output> make(const Programme &programme, const Words &words, const SiteTheme &theme,
                           const LastChanges &changes) {
    std::optional<Timelines> past;
    if (*programme.settings().history.show)
      if (auto history = read_past({*snapshot_, request_.settings, request_.store, request_.jobs, true},
                                   programme.settings(), found_))
        past = timelines_of(std::move(*history));
    const Site site{
        .programme = programme,
        .words = words,
        .addresses = Addresses(programme, today_.addresses.absolute(report_.route)),
        .changes = changes,
        .stylesheet = asset_href(theme, "main.css", today_.addresses),
        .icon = asset_href(theme, "icon.svg", today_.addresses),
        .past = past ? &*past : nullptr,
        .kept_as = KeptAs{*report_.period->head.title, report_.date, today_.href(today_.addresses.home())},
        .draft = request_.draft,
        .pictures = pictures_of(theme, today_.addresses),
        .page_scripts = page_scripts(theme, today_.addresses),
        .program_version = version};
    if (const auto error = first_error(found_, programme.content)) return broken(error);
    const Pages pages = make_pages(site, found_);
    if (const auto error = first_error(found_, programme.content)) return broken(error);
    const TermExplainer terms(pages.terms, theme.find(TermExplainer::template_name));
    std::vector<Output> outputs = render_pages(pages.views, theme, request_.jobs, &terms);
    add_files(outputs, download_outputs(pages.downloads, site, request_.jobs));
    add_files(outputs, content_outputs(pages.files, *snapshot_, found_));
    if (const auto error = first_error(found_, programme.content)) return broken(error);
    for (auto &output : outputs)
      output.path = report_.route.substr(1) + output.path;
    add_files(outputs, asset_outputs(theme));
    add_files(outputs, picture_outputs(theme, pages.pictures));
    return outputs;
  }

  void append(std::vector<Diagnostic> more) {
    found_.insert(found_.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }

  std::vector<Output> broken(const std::optional<Diagnostic> &error, const std::string &why = {}) {
    Diagnostic diagnostic =
        diagnose("frozen-report-broken", report_.period->head.span_of(report_.period->frozen_at),
                 fmt::format("the site cannot be built from commit {}, {}{}", report_.commit.substr(0, 10),
                             to_iso(report_.date), why),
                 fmt::format("See what is wrong there: localoffer check {} --at {}", request_.settings,
                             report_.commit.substr(0, 10)));
    if (error) diagnostic.notes.push_back({error->span, error->message});
    told_.push_back(std::move(diagnostic));
    return {};
  }

  const SiteRequest &request_;
  const Site &today_;
  const KeptReport &report_;
  std::unique_ptr<Snapshot> snapshot_;
  std::vector<Diagnostic> found_, told_;
};

} // namespace

std::vector<KeptReport> find_kept_reports(const Programme &programme, const Snapshot &snapshot,
                                          std::vector<Diagnostic> &diagnostics) {
  std::vector<KeptReport> reports;
  const auto log = snapshot.log();
  std::set<std::string> taken;
  for (const auto &period : programme.content.records.periods) {
    if (!log || !period.frozen_at.given || !period.end.given) continue;
    const std::string commit = commit_of(period, *log, diagnostics);
    if (!commit.empty())
      reports.push_back({&period, route_of(period, taken), commit, log->info(commit).date});
  }
  std::stable_sort(reports.begin(), reports.end(), [](const KeptReport &a, const KeptReport &b) {
    return last_day(*b.period->end) < last_day(*a.period->end);
  });
  return reports;
}

std::vector<Output> build_kept_report(const SiteRequest &request, const Site &today, const KeptReport &report,
                                      std::vector<Diagnostic> &diagnostics) {
  KeptBuild build(request, today, report);
  auto outputs = build.run();
  for (auto &diagnostic : build.take_diagnostics())
    diagnostics.push_back(std::move(diagnostic));
  return outputs;
}

} // namespace localoffer
