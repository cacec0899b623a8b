#include "cli/site_build.hpp"

#include "base/hash.hpp"
#include "base/packed.hpp"
#include "base/parallel_map.hpp"
#include "base/spool.hpp"
#include "base/text.hpp"
#include "cli/earlier_readings.hpp"
#include "cli/inputs.hpp"
#include "cli/kept_reports.hpp"
#include "cli/language_sites.hpp"
#include "cli/made_site.hpp"
#include "cli/past.hpp"
#include "cli/site_files.hpp"
#include "cli/theme_files.hpp"
#include "cli/version.hpp"
#include "content/codes.hpp"
#include "content/load.hpp"
#include "language/check_easy_read.hpp"
#include "language/check_wording.hpp"
#include "language/words.hpp"
#include "pages/make_pages.hpp"
#include "programme/programme.hpp"
#include "programme/rules.hpp"
#include "publish/check_links.hpp"
#include "publish/check_paths.hpp"
#include "publish/page_memory.hpp"
#include "render/render_pages.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <future>

namespace localoffer {
namespace {

namespace fs = std::filesystem;

void append(std::vector<Diagnostic> &all, std::vector<Diagnostic> more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

Date today_of(const SiteRequest &request, const Settings &settings) {
  if (request.as_of) return *request.as_of;
  if (settings.as_of.given) return last_day(*settings.as_of);
  if (request.today) return *request.today;
  if (request.snapshot.info().date) return *request.snapshot.info().date;
  throw WorldError(
      fmt::format("{} has no commit, so it does not say which day the site calls today",
                  request.snapshot.info().description),
      fmt::format("Add a line such as 'as_of: 2021-03-25' to {}, or run the command with --as-of 2021-03-25.",
                  request.settings));
}

LastChanges changes_of(const SiteRequest &request, const Content &content) {
  std::vector<std::string> paths = content.files;
  paths.push_back(request.settings);
  return request.snapshot.last_changed(paths);
}

/// What was found so far, as the authors' silences and rule settings leave it; true when the build stops
/// here.
bool stops(const SiteRequest &request, SiteBuild &site, const std::vector<Diagnostic> &found,
           const Content &content) {
  site.diagnostics = settle(found, content);
  return std::any_of(site.diagnostics.begin(), site.diagnostics.end(), [&](const Diagnostic &one) {
    // What a plan should not say keeps it from being published, and not from being looked at. Whoever is
    // named in it must not be shown even there.
    const bool may_be_shown = request.draft && one.code != "personal-data" &&
                              (may_be_lowered(one.code) || one.code == "broken-link");
    return one.severity == Severity::error && !may_be_shown;
  });
}

/// Whether the files that are read are those whose ids were listed. In a work tree somebody may save one
/// between the two, and what was read must not be remembered for what was there before.
bool holds_still(const Snapshot &snapshot) {
  return !snapshot.info().commit.empty();
}

std::string hash_of(const std::vector<TermExplanation> &terms) {
  PackedWriter all;
  for (const auto &term : terms) {
    for (const auto *text : {&term.id, &term.forms.title, &term.forms.short_form, &term.title,
                             &term.text.markup, &term.back, &term.hint})
      all.text(*text);
    all.number(term.forms.also.size());
    for (const auto &form : term.forms.also)
      all.text(form);
  }
  return content_hash(all.take());
}

/// The pages of this site that the last run made. What differs between two sites of one settings file (the
/// day, what is around each page) is among the inputs of the pages themselves.
PageMemory memory_of(const SiteRequest &request, const fs::path &theme,
                     const std::vector<TermExplanation> &terms, SiteReferences &references) {
  if (request.store == nullptr || !request.remember_pages || !holds_still(request.snapshot))
    return PageMemory(nullptr, {}, {}, references);
  return PageMemory(request.store, request.draft ? "draft of " + request.settings : request.settings,
                    {{"the program", program_hash()},
                     {"the theme", folder_hash(theme)},
                     {"the words that are explained", hash_of(terms)}},
                    references);
}

/// Files of data go out as they are, so nobody has looked at what stands in them.
std::vector<Diagnostic> check_published(const std::vector<Output> &files, const Programme &programme) {
  std::vector<Diagnostic> found;
  for (const auto &file : files) {
    const std::string name = lower_ascii(file.path);
    const auto is_data = [&](std::string_view ending) { return name.ends_with(ending); };
    if (!is_data(".csv") && !is_data(".tsv") && !is_data(".txt") && !is_data(".json") && !is_data(".ics"))
      continue;
    if (!is_clean_utf8(file.bytes)) continue;
    const std::string path = *programme.settings().content + "/" + file.path;
    append(found, check_published_data(programme,
                                       std::make_shared<const SourceFile>(SourceFile{path, file.bytes, {}})));
  }
  return found;
}

/// How a pass that others do not wait for is made: at the same time, or with one job when its turn has come.
std::launch beside_others(unsigned jobs) {
  return jobs > 1 ? std::launch::async : std::launch::deferred;
}

/// Pages and what stands beside them, beyond so many bytes, wait for their release in a file.
constexpr std::uint64_t kept_in_memory = 2'000'000;

/// Puts the bytes where they wait; where nobody will ask for them, they are gone.
void put_away(Output &output, const SiteRequest &request, const std::shared_ptr<Spool> &spool) {
  if (!output.known) output.known = KnownBytes{content_hash(output.bytes), output.bytes.size()};
  const auto size = output.known->size;
  const auto place = request.only_check ? std::nullopt : spool->put(output.bytes);
  if (!place && !request.only_check) return;
  std::string().swap(output.bytes); // gives the memory back, too
  if (place) output.make = [spool, at = *place, size] { return spool->get(at, size); };
}

std::vector<Output> render(const SiteRequest &request, const MadeSite &from, const PageMemory &memory,
                           const std::shared_ptr<Spool> &spool, SiteReferences &references, SiteBuild &site) {
  auto outputs = render_pages(
      from.pages.views, from.theme, request.jobs, &*from.terms,
      [&](const View &view) { return memory.find(view); },
      [&](Output &page) {
        references.add(page.path, html_references(page.bytes));
        put_away(page, request, spool);
      });
  site.pages = outputs.size();
  for (std::size_t i = 0; i < outputs.size(); ++i)
    if (outputs[i].remembered) {
      ++site.remembered;
      references.add(outputs[i].path, memory.references(outputs[i].path));
    } else if (request.explain) {
      site.made.push_back({outputs[i].path, memory.reason(from.pages.views[i])});
    }
  return outputs;
}

/// Nothing where the site does not tell of its past.
std::optional<Timelines> timelines(const SiteRequest &request, const Programme &programme,
                                   std::vector<Diagnostic> &found) {
  if (!*programme.settings().history.show) return std::nullopt;
  auto history =
      read_past({request.snapshot, request.settings, request.store, request.jobs, request.allow_shallow,
                 holds_still(request.snapshot) ? &programme.content : nullptr},
                programme.settings(), found);
  return history ? std::optional(timelines_of(std::move(*history))) : std::nullopt;
}

std::vector<Output> outputs_beside_pages(const SiteRequest &request, const MadeSite &made,
                                         const std::shared_ptr<Spool> &spool) {
  Store *const store = holds_still(request.snapshot) ? request.store : nullptr;
  const auto put = [&](Output &output) { put_away(output, request, spool); };
  using Files = std::vector<Output>;
  const auto put_all = [&](Files files) {
    std::for_each(files.begin(), files.end(), put);
    return files;
  };
  // The search's index alone is as large as all that follows, so they are not made at the same time.
  Files outputs = put_all(search_outputs(made.pages, *made.site, request.jobs, store));
  const std::vector<std::function<Files()>> kinds{
      [&] { return put_all(feed_outputs(made.pages)); },
      [&] { return download_outputs(made.pages.downloads, *made.site, request.jobs, put); }};
  for (auto &files : parallel_map(kinds, request.jobs, [](const auto &make) { return make(); }))
    add_files(outputs, std::move(files));
  return outputs;
}

} // namespace

std::shared_ptr<MadeSite> make_site_pages(const SiteRequest &request, SiteBuild &site) {
  auto made = std::make_shared<MadeSite>();
  site.made_from = made;
  std::vector<Diagnostic> &found = made->found;

  // Every file of the site becomes records, each on its own; what is wrong in one does not hide what is wrong
  // in others.
  request.begins(0, "Reading the content");
  const bool fixed = holds_still(request.snapshot);
  Content content = load_content(request.snapshot, request.settings, {}, request.jobs,
                                 record_memory(fixed ? request.store : nullptr));
  if (request.use_baseline) load_baseline(request.snapshot, {}, content);
  append(found, std::move(content.diagnostics));
  content.diagnostics.clear();
  if (!content.settings.content.given) { // a mistake that has been told
    stops(request, site, found, content);
    return made;
  }
  site.title = *content.settings.title;
  site.content_folder = *content.settings.content;
  const Date today = today_of(request, content.settings);
  site.today = today;

  // The records are joined into one programme. From here on it never changes.
  request.begins(1, "Joining the records and checking the rules");
  made->changes = changes_of(request, content);
  made->programme = join(std::move(content), today, found, request.jobs);
  const Programme &programme = made->programme;

  // What changed follows from the commits themselves, and what it means from the model.
  std::vector<Diagnostic> found_in_past = found; // what has been told is not told again
  const auto told = static_cast<std::ptrdiff_t>(found.size());
  auto past =
      std::async(beside_others(request.jobs), [&] { return timelines(request, programme, found_in_past); });

  // Meanwhile the programme is held to the rules.
  append(found, check_rules(programme, request.jobs, fixed ? request.store : nullptr, program_hash()));
  append(found, check_easy_read(programme));
  auto wording = check_wording(programme, request.jobs, fixed ? request.store : nullptr, program_hash());
  append(found, std::move(wording.diagnostics));
  made->readings = std::move(wording.readings);

  request.begins(2, "Reading the history");
  made->past = past.get();
  append(found, {found_in_past.begin() + told, found_in_past.end()});

  // The theme is checked against the pages that it will draw, its words against the language's plurals, and
  // the site's colours against what people can read; an author who changes all three hears of all mistakes at
  // once.
  request.begins(3, "Loading the theme");
  const Settings &settings = programme.settings();
  const std::size_t found_before = found.size();
  const auto theme_folder = find_theme(request.themes, settings, found);
  if (theme_folder) made->words = load_words(*theme_folder, settings, found);
  if (!made->words) {
    stops(request, site, found, programme.content);
    return made;
  }
  site.theme = *theme_folder;
  const Words &words = *made->words;
  made->theme_folder = site.theme;
  const SiteColours colours = colours_of(settings, found);
  made->theme = load_theme(site.theme, words, colours, found);
  const bool can_be_drawn =
      !has_errors({found.begin() + static_cast<std::ptrdiff_t>(found_before), found.end()});
  const Addresses addresses(programme);
  if (can_be_drawn)
    made->site.emplace(Site{.programme = programme,
                            .words = words,
                            .addresses = addresses,
                            .changes = made->changes,
                            .stylesheet = asset_href(made->theme, "main.css", addresses),
                            .icon = asset_href(made->theme, "icon.svg", addresses),
                            .past = made->past ? &*made->past : nullptr,
                            .draft = request.draft,
                            .scripts = {asset_href(made->theme, "search.js", addresses),
                                        asset_href(made->theme, "minisearch.js", addresses),
                                        asset_href(made->theme, "stemmer.js", addresses)},
                            .pictures = pictures_of(made->theme, addresses),
                            .languages = find_languages(site.theme, *made),
                            .page_scripts = page_scripts(made->theme, addresses),
                            .program_version = version});
  if (made->site && words.language().starts_with("en")) {
    made->site->readings = &made->readings;
    made->earlier_readings = earlier_readings(request, programme.content);
    if (made->earlier_readings) made->site->earlier_readings = &*made->earlier_readings;
  }
  if (stops(request, site, found, programme.content)) return made;
  made->site->kept = find_kept_reports(programme, request.snapshot, found);
  site.today_text = words.date(today);

  // Each page's view is made from the programme; a view holds all that its template will see.
  request.begins(4, "Making the pages");
  const Site &whole = *made->site;
  made->pages = make_pages(whole, found, request.jobs);
  made->terms.emplace(made->pages.terms, made->theme.find(TermExplainer::template_name));
  site.base = whole.addresses.href("/");
  site.address = whole.addresses.absolute("/");
  made->stopped = stops(request, site, found, programme.content);
  return made;
}

void finish_site(const SiteRequest &request, const std::shared_ptr<MadeSite> &made, std::vector<Output> more,
                 SiteBuild &site) {
  const Programme &programme = made->programme;
  const Site &whole = *made->site;
  const Pages &pages = made->pages;
  std::vector<Diagnostic> &found = made->found;

  SiteReferences references;
  PageMemory memory = memory_of(request, site.theme, pages.terms, references);

  // What stands beside the pages, as data to download and what the search looks in, needs no page and is made
  // at the same time.
  const auto spool = std::make_shared<Spool>(kept_in_memory);
  auto beside =
      std::async(beside_others(request.jobs), [&] { return outputs_beside_pages(request, *made, spool); });

  // Views and templates become HTML. A page depends on its own view alone, so the order does not matter, and
  // one that follows from the same things as in the last run is the same.
  request.begins(5, "Rendering the pages");
  site.outputs = render(request, *made, memory, spool, references, site);

  // Pictures, styles, and files that the content has.
  request.begins(6, "Adding downloads and files");
  add_files(site.outputs, std::move(more));
  add_files(site.outputs, beside.get());
  add_files(site.outputs, asset_outputs(made->theme));
  add_files(site.outputs, picture_outputs(made->theme, pages.pictures));
  auto files = content_outputs(pages.files, request.snapshot, found);
  append(found, check_published(files, programme));
  add_files(site.outputs, std::move(files));

  // Reports that were frozen are built from their own commits, and stand below.
  request.begins(7, "Building the reports that are kept");
  for (const auto &report : whole.kept)
    add_missing_files(site.outputs, build_kept_report(request, whole, report, found));

  // The site stands once more below the name of each of its other languages.
  LanguageOutputs languages = build_languages(request, *made);
  add_files(site.outputs, std::move(languages.outputs));
  auto listed = pages.sitemap;
  listed.insert(listed.end(), languages.sitemap.begin(), languages.sitemap.end());
  add_files(site.outputs, search_engine_outputs(listed, whole));
  if (stops(request, site, found, programme.content)) {
    site.outputs.clear();
    return;
  }
  std::sort(site.outputs.begin(), site.outputs.end(),
            [](const Output &a, const Output &b) { return a.path < b.path; });

  // Nothing is published that leads nowhere, that nobody can reach, or that cannot stand on a disk.
  request.begins(8, "Checking the links");
  read_references(site.outputs, references, request.jobs);
  append(found, check_paths(site.outputs));
  append(found, check_links(site.outputs, references, site.address, request.jobs));
  if (stops(request, site, found, programme.content))
    site.outputs.clear();
  else
    memory.keep(pages.views, site.outputs);
}

SiteBuild build_site(const SiteRequest &request) {
  SiteBuild site;
  const auto made = make_site_pages(request, site);
  if (!made->stopped) finish_site(request, made, {}, site);
  return site;
}

} // namespace localoffer
