#include "cli/typed_values.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <thread>

namespace localoffer {

std::string hint(std::string_view word, const std::vector<std::string> &candidates) {
  const auto near = did_you_mean(word, candidates);
  return near ? fmt::format("Did you mean '{}'? ", *near) : std::string();
}

unsigned whole_number(const std::string &text, const char *option, unsigned lowest, unsigned highest) {
  const bool digits =
      !text.empty() && text.size() < 9 && text.find_first_not_of("0123456789") == std::string::npos;
  const unsigned long number = digits ? std::stoul(text) : 0;
  if (!digits || number < lowest || number > highest)
    throw WrongCommandLine{
        fmt::format("{} takes a whole number from {} to {}, not '{}'", option, lowest, highest, text),
        fmt::format("Write it like this: {} {}.", option, std::max(lowest, 4u))};
  return static_cast<unsigned>(number);
}

Date full_date(const std::string &text, const char *option) {
  const auto date = parse_date(text);
  if (date && date->day != 0) return *date;
  if (date)
    throw WrongCommandLine{fmt::format("{} takes a day, and '{}' is a longer time", option, text),
                           fmt::format("Did you mean '{}'?", to_iso(last_day(*date)))};
  const auto meant = suggest_iso_date(text);
  const auto meant_date = meant ? parse_date(*meant) : std::nullopt;
  throw WrongCommandLine{
      fmt::format("'{}' is not a date", text),
      meant_date ? fmt::format("Did you mean '{}'? Dates are written as year-month-day.",
                               to_iso(last_day(*meant_date)))
                 : fmt::format("Write it as year-month-day, for example: {} 2021-03-25.", option)};
}

Format format_of(const std::string &text) {
  static const std::map<std::string, Format> formats{
      {"text", Format::text}, {"json", Format::json}, {"sarif", Format::sarif}, {"github", Format::github}};
  if (const auto found = formats.find(text); found != formats.end()) return found->second;
  throw WrongCommandLine{fmt::format("there is no format '{}'", text),
                         hint(text, {"text", "json", "sarif", "github"}) +
                             "The formats are: text, json, sarif, github."};
}

SiteOptions site_options(const Typed &typed, const std::string &command) {
  if (typed.settings.empty())
    throw WrongCommandLine{fmt::format("'{}' needs the settings file of a site", command),
                           fmt::format("For example: localoffer {} site/somerset.yaml", command)};
  if (typed.work_tree && !typed.at.empty())
    throw WrongCommandLine{"--at and --work-tree exclude each other",
                           "Leave out --at to read the files on disk, or --work-tree to read a commit."};
  SiteOptions options;
  options.settings = typed.settings;
  if (!typed.at.empty()) options.at = typed.at;
  options.work_tree = typed.work_tree;
  if (!typed.as_of.empty()) options.as_of = full_date(typed.as_of, "--as-of");
  options.jobs = typed.jobs.empty() ? std::max(1u, std::thread::hardware_concurrency())
                                    : whole_number(typed.jobs, "--jobs", 1, 256);
  if (!typed.themes.empty()) options.themes = typed.themes;
  if (!typed.cache.empty()) options.cache = typed.cache;
  options.no_cache = typed.no_cache;
  options.allow_shallow = typed.allow_shallow;
  options.explain = typed.explain;
  return options;
}

Format document_format_of(const std::string &text) {
  if (text == "text") return Format::text;
  if (text == "json") return Format::json;
  throw WrongCommandLine{fmt::format("there is no format '{}'", text),
                         hint(text, {"text", "json"}) + "The formats are: text, json."};
}

} // namespace localoffer
