#include "programme/references.hpp"

#include "base/text.hpp"
#include "content/codes.hpp"
#include "content/kinds.hpp"
#include "content/languages.hpp"
#include "content/published_files.hpp"
#include "programme/quick_link.hpp"
#include "programme/wording.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>
#include <unordered_set>

namespace localoffer {
namespace {

/// Asks about a near word, and says more behind it.
std::string suggestion(const std::optional<std::string> &near, const std::string &more) {
  return near ? fmt::format("did you mean '{}'?{}{}", *near, more.empty() ? "" : " ", more) : more;
}

bool begins_with(std::string_view text, std::string_view beginning) {
  return text.substr(0, beginning.size()) == beginning;
}

/// What is linked is published as it is.
void check_kind_of_file(const std::string &path, const Span &span, std::vector<Diagnostic> &diagnostics) {
  if (may_be_published(path)) return;
  diagnostics.push_back(diagnose("unsafe-file", span,
                                 fmt::format("'{}' is of a kind that is not published", path),
                                 fmt::format("The endings that are: {}.", publishable_endings())));
}

class UseChecker {
public:
  UseChecker(const Programme &programme, std::vector<Diagnostic> &diagnostics)
      : programme_(programme), diagnostics_(diagnostics) {
    for_each_record(programme.content.records,
                    [&](std::string_view kind, const auto &record) { ids_[kind].insert(record.head.id); });
    for (const auto &milestone : programme.content.records.milestones)
      for (auto &ref : refs_of(milestone))
        known_refs_.insert(std::move(ref));
    for (const auto &status : programme.settings().statuses)
      status_keys_.push_back(*status.key);
  }

  void check(const Use &use) {
    switch (use.kind) {
    case Use::Kind::record:
      return check_record(use);
    case Use::Kind::milestone_ref:
      return check_ref(use);
    case Use::Kind::status:
      return check_status(use);
    case Use::Kind::language:
      return check_language(use);
    case Use::Kind::link:
      return check_link(use);
    }
  }

private:
  void check_language(const Use &use) {
    std::vector<std::string> known;
    for (const auto &language : programme_.settings().languages)
      known.push_back(*language);
    if (std::find(known.begin(), known.end(), use.text) != known.end()) return;
    const std::string settings = programme_.settings().file->path;
    const std::string message = fmt::format("the site is not made in the language '{}'", use.text);
    if (is_language_key(use.text))
      return report("unknown-language", use, message,
                    fmt::format("Add '{}' under 'languages:' in {}, or nobody reads this translation.",
                                use.text, settings));
    const auto near = did_you_mean(use.text, known);
    report("unknown-language", use, message,
           (near ? fmt::format("Did you mean '{}'? ", *near) : "") +
               fmt::format("Nobody reads this translation until it names a language by its short code. {}",
                           known.empty() ? fmt::format("List the site's under 'languages:' in {}.", settings)
                                         : fmt::format("The site's are: {}.", joined(known))));
  }

  /// Each search for a near word compares it with all that there are. Whoever has so many mistakes does not
  /// read what is proposed for the last ones.
  static constexpr int most_searches = 300;
  bool may_search() { return ++searched_ <= most_searches; }
  std::optional<std::string> near(const std::string &word, const std::vector<std::string> &all) {
    return may_search() ? did_you_mean(word, all) : std::nullopt;
  }

  void report(std::string_view code, const Use &use, std::string message, std::string help) {
    diagnostics_.push_back(diagnose(code, use.span(), std::move(message), std::move(help)));
  }

  /// As the files give them.
  std::vector<std::string> ids_in_order(std::string_view wanted) const {
    std::vector<std::string> ids;
    for_each_record(programme_.content.records, [&](std::string_view kind, const auto &record) {
      if (kind == wanted) ids.push_back(record.head.id);
    });
    return ids;
  }

  std::vector<std::string> refs_in_order() const {
    std::vector<std::string> refs(known_refs_.begin(), known_refs_.end());
    std::sort(refs.begin(), refs.end(), comes_before);
    return refs;
  }

  void check_record(const Use &use) {
    const auto &known = ids_[use.of];
    if (known.count(use.text) != 0 || programme_.unread_kinds.count(use.of) != 0) return;
    const std::vector<std::string> ids = ids_in_order(use.of);
    report("unknown-record", use, fmt::format("there is no {} with the id '{}'", use.of, use.text),
           suggestion(near(use.text, ids), ids.empty()
                                               ? fmt::format("There is no {} at all yet.", use.of)
                                               : "The id is the name of the record's file, or its 'id:'."));
  }

  void check_ref(const Use &use) {
    if (known_refs_.count(use.text) != 0 || programme_.unread_kinds.count("milestone") != 0) return;
    for (const auto &ref : expanded_refs(use.text)) {
      if (known_refs_.count(ref) != 0) continue;
      const std::string in_range =
          ref == normalised_ref(use.text) ? "" : fmt::format(", which '{}' includes", use.text);
      report("unknown-ref", use,
             fmt::format("no {} has the ref '{}'{}", name_of_one(programme_.settings(), "milestone"), ref,
                         in_range),
             in_range.empty() ? help_for_ref(ref) : help_for_ref(ref.substr(0, ref.find_last_of(" ."))));
      return;
    }
  }

  /// "1F" alone is a group of refs more often than a slip of the pen.
  std::string help_for_ref(const std::string &ref) {
    if (!may_search()) return {};
    const auto refs = refs_in_order();
    std::vector<std::string> group;
    for (const auto &known : refs)
      if (begins_with(known, ref + " ") || begins_with(known, ref + ".")) group.push_back(known);
    if (!group.empty()) return fmt::format("Its refs are {}. Write the one that is meant.", joined(group));
    return suggestion(
        near(ref, refs),
        "Write the ref as it stands under 'ref:' in the record that is meant, or its id when it has "
        "no ref.");
  }

  void check_status(const Use &use) {
    const auto &statuses = programme_.settings().statuses;
    if (statuses.empty() || programme_.settings().status(use.text)) return;
    if (const Status *merged = merged_status_for(use.text))
      return report(
          "merged-as-complete", use,
          fmt::format("'{}' says that something is complete, and this site's scale cannot say so", use.text),
          fmt::format("'{}' is the nearest status. It means '{}', so it is not counted as complete.",
                      *merged->key, *merged->label));
    const std::string listed = fmt::format("The site's statuses are listed in {}, line {}.",
                                           programme_.settings().file->path, statuses.front().place.line);
    if (is_number(use.text))
      return report("unknown-status", use,
                    fmt::format("'{}' is a number, and not a status of this site", use.text),
                    fmt::format("{} A number of {} belongs under 'stated:'.", listed,
                                name_of_many(programme_.settings(), "milestone")));
    report("unknown-status", use, fmt::format("'{}' is not a status of this site", use.text),
           suggestion(near(use.text, status_keys_), listed));
  }

  static bool is_number(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789.") == std::string_view::npos;
  }

  /// The status that merges "complete" with something else, when `word` claims completeness and no status of
  /// the scale means that alone.
  const Status *merged_status_for(std::string_view word) const {
    const std::string lower = lower_ascii(word);
    const std::vector<std::string> claims{"complete", "completed", "embedded", "done", "finished"};
    if (std::find(claims.begin(), claims.end(), lower) == claims.end()) return nullptr;
    const Status *merged = nullptr;
    for (const auto &status : programme_.settings().statuses) {
      if (is_complete(status)) return nullptr;
      for (const auto &lifecycle : status.lifecycle)
        if (*lifecycle == "complete" || *lifecycle == "embedded") merged = &status;
    }
    return merged;
  }

  void check_link(const Use &use) {
    const auto problem_of = searched_ < most_searches ? find_link_problem : quick_link_problem;
    if (auto problem = problem_of(programme_, use.file->path, use.text)) {
      ++searched_;
      return report("broken-link", use, std::move(problem->message), std::move(problem->help));
    }
    const auto target = resolve_link(programme_, use.file->path, use.text);
    if (target && target->kind == "file") check_kind_of_file(target->id, use.span(), diagnostics_);
  }

  const Programme &programme_;
  std::vector<Diagnostic> &diagnostics_;
  std::map<std::string_view, std::unordered_set<std::string_view>, std::less<>> ids_; ///< by kind of record
  std::unordered_set<std::string> known_refs_;
  std::vector<std::string> status_keys_;
  int searched_ = 0;
};

/// Says of each name after the first that it was given before.
class FirstOwners {
public:
  FirstOwners(std::string_view code, std::vector<Diagnostic> &diagnostics)
      : code_(code), diagnostics_(diagnostics) {}

  void add(const std::string &name, const Span &span, const std::string &message, const std::string &help) {
    const auto [owner, is_new] = owners_.emplace(name, span);
    if (is_new) return;
    diagnostics_.push_back(diagnose(code_, span, message, help));
    diagnostics_.back().notes.push_back({owner->second, "it was given here first"});
  }

private:
  std::string code_;
  std::vector<Diagnostic> &diagnostics_;
  std::map<std::string, Span> owners_;
};

void check_ids(const Programme &programme, std::vector<Diagnostic> &diagnostics) {
  FirstOwners ids("duplicate-id", diagnostics);
  for_each_record(programme.content.records, [&](std::string_view kind, const auto &record) {
    if (kind == "plan" || record.head.id.empty()) return; // a second plan is a mistake of its own
    ids.add(fmt::format("{} {}", kind, record.head.id), record.head.span_of(record.head.id_field),
            fmt::format("another {} has the id '{}'", kind, record.head.id),
            "Give one of the two another id, and change the references that mean it.");
  });
}

void check_keys(const Programme &programme, std::vector<Diagnostic> &diagnostics) {
  const Settings &settings = programme.settings();
  FirstOwners keys("duplicate-id", diagnostics);
  const auto add = [&](const std::string &kind, const Authored<std::string> &key) {
    if (key.given)
      keys.add(kind + " " + *key, {settings.file, key.place},
               fmt::format("another {} has the key '{}'", kind, *key), "Give one of the two another key.");
  };
  for (const auto &status : settings.statuses)
    add("status", status.key);
  for (const auto &kind : settings.plan_kinds)
    add("kind of plan", kind.key);
}

void check_refs(const Programme &programme, std::vector<Diagnostic> &diagnostics) {
  FirstOwners refs("duplicate-ref", diagnostics);
  for (const auto &milestone : programme.content.records.milestones) {
    if (!milestone.ref.given) continue; // its id is looked at as an id
    const std::size_t before = diagnostics.size();
    for (const auto &ref : expanded_refs(*milestone.ref)) {
      refs.add(ref, milestone.head.span_of(milestone.ref),
               fmt::format("another record has the ref '{}'", ref),
               "Each ref stands for one thing. Mend the ref, or make one record of the two.");
      if (diagnostics.size() > before) break; // once for a range
    }
  }
}

/// An address that a record names goes into a link as it stands, so it may be of no other kind than those in
/// Markdown.
void check_scheme(const Span &span, const Authored<std::string> &address,
                  std::vector<Diagnostic> &diagnostics) {
  const auto colon = address->find_first_of(":/?#");
  const bool has_scheme = colon != std::string::npos && (*address)[colon] == ':';
  if (!has_scheme || begins_with(*address, "https://") || begins_with(*address, "http://")) return;
  diagnostics.push_back(diagnose("link-scheme", span,
                                 fmt::format("a link cannot begin with '{}'", address->substr(0, colon + 1)),
                                 "Write a web address that begins with https://."));
}

} // namespace

void check_uses(const Programme &programme, std::vector<Diagnostic> &diagnostics) {
  UseChecker checker(programme, diagnostics);
  for (const auto &use : programme.content.uses)
    checker.check(use);
}

void check_documents(const Programme &programme, std::vector<Diagnostic> &diagnostics) {
  for (const auto &document : programme.content.records.documents) {
    const std::string &file = *document.file;
    if (document.file.given && !content_file(programme, file)) {
      const auto near = did_you_mean(*programme.settings().content + "/" + file, programme.content.files);
      diagnostics.push_back(diagnose(
          "broken-link", document.head.span_of(document.file), fmt::format("there is no file '{}'", file),
          near ? fmt::format("did you mean '{}'?", near->substr(programme.settings().content->size() + 1))
               : "Put the file into the area's folder, and write its path from there: files/plan.pdf."));
    }
    if (const auto path = document.file.given ? content_file(programme, file) : std::nullopt)
      check_kind_of_file(*path, document.head.span_of(document.file), diagnostics);
    check_scheme(document.head.span_of(document.url), document.url, diagnostics);
    check_scheme(document.head.span_of(document.alternative), document.alternative, diagnostics);
    if (!document.alternative.given) continue;
    if (auto problem = find_problem_from_area(programme, *document.alternative))
      diagnostics.push_back(diagnose(
          "broken-link", document.head.span_of(document.alternative), std::move(problem->message),
          begins_with(problem->help, "did you mean") ? std::move(problem->help)
                                                     : "Write the path of a content file from the area's "
                                                       "folder, such as pages/the-plan.md, or a web "
                                                       "address."));
  }
  for (const auto &report : programme.content.records.reports)
    check_scheme(report.head.span_of(report.url), report.url, diagnostics);
  const Settings &settings = programme.settings();
  for (const auto &way : settings.contacts)
    if (*way.kind == "web") check_scheme({settings.file, way.value.place}, way.value, diagnostics);
}

void check_duplicates(const Programme &programme, std::vector<Diagnostic> &diagnostics) {
  check_ids(programme, diagnostics);
  check_keys(programme, diagnostics);
  check_refs(programme, diagnostics);
}

void check_plan(const Programme &programme, std::vector<Diagnostic> &diagnostics) {
  const auto &plans = programme.content.records.plans;
  const Settings &settings = programme.settings();
  for (std::size_t i = 1; i < plans.size(); ++i) {
    diagnostics.push_back(
        diagnose("one-plan", plans[i].head.span(), "this is a second plan",
                 "Keep one plan, in plan.md or plan.yaml. An older plan can be a page or a report."));
    diagnostics.back().notes.push_back({plans.front().head.span(), "this is the first"});
  }
  if (!plans.empty() || programme.content.files.empty()) return;
  for (const auto &path : programme.content.files) // a plan that could not be read has said so already
    if (path == *settings.content + "/plan.md" || path == *settings.content + "/plan.yaml") return;
  diagnostics.push_back(diagnose("one-plan", {settings.file, settings.content.place},
                                 fmt::format("there is no plan in '{}'", *settings.content),
                                 fmt::format("Write it in {}/plan.md.", *settings.content)));
}

} // namespace localoffer
