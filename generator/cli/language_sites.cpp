#include "cli/language_sites.hpp"

#include "base/foreign.hpp"
#include "base/parallel_map.hpp"
#include "base/text.hpp"
#include "cli/site_files.hpp"
#include "cli/theme_files.hpp"
#include "content/codes.hpp"
#include "content/translation_age.hpp"
#include "programme/rules.hpp"
#include "render/foreign_text.hpp"
#include "render/render_pages.hpp"
#include "source/commit_log.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <tuple>

namespace localoffer {
namespace {

SiteLanguage language_of(const Words &words, const Addresses &addresses, const std::string &route) {
  return {words.language(), words.say("language.name"), words.say("direction"), addresses.href(route),
          addresses.absolute(route)};
}

/// Words that no page in another language says: what the team reads is made in the main one alone.
bool is_for_the_team(std::string_view key) {
  return key.starts_with("draft.") || key.starts_with("reading.") || key == "data.reading";
}

void tell_missing_words(const Words &words, const Span &span, std::vector<Diagnostic> &diagnostics) {
  std::vector<std::string> missing;
  for (const auto &key : words.missing())
    if (!is_for_the_team(key)) missing.push_back(key);
  if (missing.empty()) return;
  constexpr std::size_t most_listed = 8;
  const std::size_t more = missing.size() > most_listed ? missing.size() - most_listed : 0;
  missing.resize(missing.size() - more);
  diagnostics.push_back(
      diagnose("words-missing", span,
               fmt::format("the theme lacks words in '{}': {}{}", words.language(), joined(missing),
                           more > 0 ? fmt::format(", and {} more", more) : ""),
               "Until they are there, the page has the English words in their place."));
}

/// One of the site's other languages.
class LanguageBuild {
public:
  LanguageBuild(const SiteRequest &request, MadeSite &made, const SiteLanguage &language)
      : request_(request), made_(made), language_(language), words_(*made.other_words.at(language.code)) {}

  LanguageOutputs run() {
    TranslatedContent translated =
        translate_content(made_.programme.content, language_.code, ContentLimits{});
    tell(std::move(translated.diagnostics));
    find_old(translated.notes);
    std::vector<Diagnostic> of_links;
    const Programme programme = join(std::move(translated.content), made_.programme.today, of_links);
    tell_new(of_links);
    tell(check_translation(programme));
    std::vector<Diagnostic> told_already; // of the original
    const SiteTheme theme =
        load_theme(made_.theme_folder, words_, colours_of(programme.settings(), told_already), made_.found);
    const Site &original = *made_.site;
    const Site site{.programme = programme,
                    .words = words_,
                    .addresses = Addresses(programme, language_.address, original.addresses),
                    .changes = original.changes,
                    .stylesheet = original.stylesheet,
                    .icon = original.icon,
                    .past = original.past,
                    .draft = original.draft,
                    .scripts = original.scripts,
                    .pictures = original.pictures,
                    .languages = original.languages,
                    .translations = &translated.notes,
                    .page_scripts = original.page_scripts,
                    .program_version = original.program_version};
    return make(site, theme);
  }

private:
  LanguageOutputs make(const Site &site, const SiteTheme &theme) {
    std::vector<Diagnostic> told_already;
    const Pages pages = make_pages(site, told_already, request_.jobs);
    const TermExplainer terms(pages.terms, theme.find(TermExplainer::template_name));
    LanguageOutputs all{render_pages(pages.views, theme, request_.jobs, &terms), pages.sitemap};
    const Words &original = *made_.words;
    all.outputs = parallel_map(all.outputs, request_.jobs, [&](const Output &page) {
      std::string bytes = page.bytes;
      finish_foreign_text(bytes, original.language(), original.say("direction"));
      return Output{page.path, std::move(bytes)};
    });
    auto files = download_outputs(pages.downloads, site, request_.jobs);
    add_files(files, feed_outputs(pages));
    add_files(files, search_outputs(pages, site, request_.jobs, nullptr));
    for (auto &file : files)
      remove_foreign_marks(file.bytes);
    add_files(files, content_outputs(pages.files, request_.snapshot, told_already));
    add_files(all.outputs, std::move(files));
    const std::string folder = language_.code + "/";
    for (auto &output : all.outputs)
      output.path = folder + output.path;
    return all;
  }

  void tell(std::vector<Diagnostic> diagnostics) {
    for (auto &one : diagnostics)
      made_.found.push_back(std::move(one));
  }

  /// What joining found in the translation, and not in the original.
  void tell_new(std::vector<Diagnostic> &diagnostics) {
    const auto place_of = [](const Diagnostic &one) {
      return std::tuple(one.span.file_path(), one.span.place.line, one.span.place.column, one.code,
                        one.message);
    };
    std::set<std::tuple<std::string, std::uint32_t, std::uint32_t, std::string, std::string>> known;
    for (const auto &one : made_.found)
      known.insert(place_of(one));
    for (auto &one : diagnostics)
      if (known.insert(place_of(one)).second) made_.found.push_back(std::move(one));
  }

  /// Which translations are of words that have changed since.
  void find_old(std::vector<TranslationNote> &notes) {
    const auto log = request_.snapshot.log();
    for (auto &note : notes)
      if (log && note.translates.given) find_age(*log, note);
  }

  void find_age(const CommitLog &log, TranslationNote &note) {
    const Span span{note.file, note.translates.place};
    const std::string path = note.original->path;
    const std::string how = fmt::format(
        "Write the id of the commit whose words were translated: git log -1 --format=%h -- {}", path);
    const auto tell_one = [&](std::string_view code, const std::string &message, const std::string &help) {
      made_.found.push_back(diagnose(code, span, message, help));
    };
    if (!is_commit_id(*note.translates))
      return tell_one("unknown-revision",
                      fmt::format("'{}' is not the id of one commit, which never changes", *note.translates),
                      how);
    const auto commit = log.find(*note.translates);
    if (!commit)
      return tell_one("unknown-revision",
                      fmt::format("there is no commit '{}' in this repository", *note.translates), how);
    const auto age = age_of(note, *request_.snapshot.at_commit(*commit), ContentLimits{});
    if (age == TranslationAge::original_missing)
      return tell_one("unknown-revision",
                      fmt::format("commit '{}' does not have what this translates", *note.translates), how);
    if (age == TranslationAge::up_to_date) return;
    const auto changed = made_.changes.dates.find(path);
    note.outdated = changed == made_.changes.dates.end() ? made_.programme.today : changed->second;
    tell_one("translation-outdated", fmt::format("{} was changed after this translation was made", path),
             fmt::format(
                 "See what changed: git diff {} -- {}. Then mend the translation, and name the newer commit. "
                 "Until then the page says that it is old.",
                 *note.translates, path));
  }

  /// "1f3c5a7", and not "HEAD" or "main": a branch goes on, and the translation would never be old.
  static bool is_commit_id(std::string_view text) {
    return text.size() >= 7 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
  }

  const SiteRequest &request_;
  MadeSite &made_;
  const SiteLanguage &language_;
  const Words &words_;
};

} // namespace

std::vector<SiteLanguage> find_languages(const std::filesystem::path &theme, MadeSite &made) {
  const Settings &settings = made.programme.settings();
  if (settings.languages.empty()) return {};
  const Addresses addresses(made.programme);
  std::vector<SiteLanguage> languages{language_of(*made.words, addresses, "/")};
  std::set<std::string> known{made.words->language()};
  for (const auto &language : settings.languages) {
    if (!known.insert(*language).second) continue;
    auto words = load_words(theme, settings, language, made.words, made.found);
    if (!words) continue;
    tell_missing_words(*words, {settings.file, language.place}, made.found);
    languages.push_back(language_of(*words, addresses, "/" + *language + "/"));
    made.other_words.emplace(*language, std::move(words));
  }
  return languages;
}

LanguageOutputs build_languages(const SiteRequest &request, MadeSite &made) {
  LanguageOutputs all;
  const auto &languages = made.site->languages;
  for (std::size_t i = 1; i < languages.size(); ++i) {
    auto one = LanguageBuild(request, made, languages[i]).run();
    add_files(all.outputs, std::move(one.outputs));
    all.sitemap.insert(all.sitemap.end(), one.sitemap.begin(), one.sitemap.end());
  }
  return all;
}

} // namespace localoffer
