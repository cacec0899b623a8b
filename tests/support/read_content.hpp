#pragma once

#include "content/load.hpp"
#include "content/markdown.hpp"

#include <map>
#include <string>

namespace localoffer::testing {

/// One content file read alone. `path` says what kind of record it holds: "content/terms/a.yaml".
inline FileRecords read_text(const std::string &path, const std::string &text,
                             const ContentLimits &limits = {}) {
  return read_record_file(std::make_shared<const SourceFile>(SourceFile{path, text}), "content", limits);
}

/// The code and the place of each diagnostic: "wrong-type 3:8+4".
inline std::vector<std::string> places_of(const std::vector<Diagnostic> &diagnostics) {
  std::vector<std::string> places;
  for (const auto &one : diagnostics)
    places.push_back(one.code + " " + std::to_string(one.span.place.line) + ":" +
                     std::to_string(one.span.place.column) + "+" + std::to_string(one.span.place.length));
  return places;
}

/// Settings that every rule is content with, for a site in "content".
inline const std::string plain_settings = R"(title: Site
area: Area
content: content
url: https://example.org/
as_of: 2021-03-25
introduction: Words.
publisher: Somebody
problem_email: problems@example.org
other_formats: Ask.
plan_kinds: [{key: plan, label: plan, meaning: A plan.}]
statuses:
  - {key: late, label: Late, meaning: M., lifecycle: [in-progress], role: bad, shape: cross}
  - {key: under-way, label: Under way, meaning: M., lifecycle: [in-progress], role: progress, shape: ring}
  - {key: mixed, label: Mixed, meaning: M., lifecycle: [in-progress, complete], role: good, shape: circle}
  - {key: complete, label: Complete, meaning: M., lifecycle: [complete], role: good, shape: tick}
accessibility: {compliance: full, prepared: 2020, reviewed: 2021, tested: 2021, how_tested: By hand.}
)";

/// A site of these files, with plain_settings in site.yaml unless they bring their own.
inline Content load_files(std::map<std::string, std::string> files, unsigned threads = 1) {
  files.emplace("site.yaml", plain_settings);
  return load_content(MemorySnapshot(std::move(files)), "site.yaml", {}, threads);
}

} // namespace localoffer::testing
