#pragma once

#include "base/files.hpp"
#include "pages/site.hpp"
#include "programme/programme.hpp"
#include "source/snapshot.hpp"

#include <map>
#include <stdexcept>
#include <string>

namespace localoffer {

using Files = std::map<std::string, std::string>;

/// A site made from a few files in memory, with the words of the real theme.
class SiteFixture {
public:
  /// Paths are below content/ ("milestones/list.yaml"); a plan and a report are there already. The scale has
  /// "late", "risk", "mixed" (on track or complete), "unknown" (says nothing) and "done". Today is
  /// 2020-03-15.
  /// `more_settings` is YAML, put after the settings. Milestones are called actions unless it begins with
  /// other names.
  explicit SiteFixture(const Files &content, const std::string &more_settings = {}, LastChanges changes = {})
      : words_(load_words()), programme_(load(content, more_settings)), site_(make_site(std::move(changes))) {
  }

  const Site &site() const { return site_; }
  const Programme &programme() const { return programme_; }

  const MilestoneFacts &milestone(const std::string &id) const {
    return programme_.milestones.at(programme_.milestone_by_id.at(id));
  }
  const MeasureFacts &measure(const std::string &id) const {
    return programme_.measures.at(programme_.measure_by_id.at(id));
  }
  const PriorityFacts &priority(const std::string &id) const {
    return programme_.priorities.at(programme_.priority_by_id.at(id));
  }

private:
  static constexpr const char *settings = R"(title: Testshire SEND progress
area: Testshire
content: content
theme: clear
language: en
url: https://testshire.example/
publisher: A test
introduction: A test.
notice: A test.
problem_email: problems@testshire.example.org
other_formats: Ask us.
contacts:
  - {kind: email, label: Email, value: hello@testshire.example.org}
statuses:
  - {key: late, label: Off track, meaning: It is late., lifecycle: [in-progress], confidence: [off-track], role: bad, shape: diamond}
  - {key: risk, label: At risk, meaning: It may be late., lifecycle: [in-progress], confidence: [at-risk], role: warning, shape: triangle}
  - {key: mixed, label: On track or complete, meaning: One of the two., lifecycle: [in-progress, complete], confidence: [on-track], role: good, shape: circle}
  - {key: unknown, label: Status not given, meaning: Nobody knows., lifecycle: [not-started, in-progress, complete], role: muted, shape: ring}
  - {key: done, label: Complete, meaning: It is finished., lifecycle: [complete], role: good, shape: tick}
)";

  Site make_site(LastChanges changes) const {
    return {programme_, words_, Addresses(programme_), std::move(changes), "/assets/main.css"};
  }

  static Words load_words() {
    std::vector<Diagnostic> diagnostics;
    const auto file = std::make_shared<const SourceFile>(SourceFile{"en.yaml", read_file(LOCALOFFER_WORDS)});
    return Words::load(file, "en", diagnostics);
  }

  static Programme load(const Files &content, const std::string &more_settings) {
    const std::string names =
        more_settings.starts_with("names:") ? "" : "names:\n  milestone: {one: action, many: actions}\n";
    Files files{{"site.yaml", settings + names + more_settings},
                {"content/plan.md", "---\ntitle: The plan\nkind: plan\narea: Testshire\n---\nA plan.\n"},
                {"content/reports/r1.yaml", "title: A report\npublisher: A board\ndate: 2020-03-01\n"}};
    for (const auto &[path, text] : content)
      files["content/" + path] = text;
    const MemorySnapshot snapshot(std::move(files), Date{2020, 3, 15});
    Content read = load_content(snapshot, "site.yaml", {}, 1);
    std::vector<Diagnostic> diagnostics = read.diagnostics;
    Programme programme = join(std::move(read), Date{2020, 3, 15}, diagnostics);
    for (const auto &diagnostic : diagnostics)
      if (diagnostic.severity == Severity::error && diagnostic.code != "missing-field")
        throw std::runtime_error(diagnostic.code + ": " + diagnostic.message);
    return programme;
  }

  Words words_;
  Programme programme_;
  Site site_;
};

} // namespace localoffer
