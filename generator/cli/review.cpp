#include "base/diagnostic_text.hpp"
#include "base/files.hpp"
#include "base/parallel_map.hpp"
#include "cli/commands.hpp"
#include "cli/made_site.hpp"
#include "cli/past.hpp"
#include "cli/review_json.hpp"
#include "cli/tell.hpp"
#include "cli/version.hpp"
#include "publish/publish.hpp"
#include "render/render_pages.hpp"
#include "review/comment.hpp"
#include "review/personal_history.hpp"
#include "review/portable_links.hpp"
#include "review/review_pages.hpp"
#include "review/touched_lines.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <optional>

namespace localoffer {
namespace {

/// One side of the comparison, up to its pages.
struct Side {
  std::unique_ptr<Snapshot> snapshot;
  SiteBuild build;
  std::shared_ptr<MadeSite> made;

  ReviewSide told(CommitInfo commit) const { return {std::move(commit), build.diagnostics, !made->stopped}; }
  bool has_words() const { return made->site.has_value(); }
};

class ReviewRun {
public:
  explicit ReviewRun(const ReviewCommand &command)
      : command_(command), opened_(open_site(command.site)), store_(store_for(command.site)) {
    log_ = opened_.snapshot->log();
    if (!log_)
      throw WorldError(fmt::format("'{}' is not in a git repository with commits", command.site.settings),
                       "A review compares two commits. Name the settings file in a clone.");
    base_ = find_base();
  }

  int run() {
    read();
    add_past_problems();
    const Side &worded = head_.has_words() ? head_ : before_;
    if (!worded.has_words()) {
      print_report(command_.format, head_.build.diagnostics);
      throw WorldError(fmt::format("the settings {} can be read on neither side", opened_.location.path),
                       "Mend the mistakes above first.");
    }
    const Site &site = *worded.made->site;
    const Timelines between = timelines_of(pair_->history);

    // Pages are compared where both sides have them.
    PageChanges pages;
    if (!head_.made->stopped && !before_.made->stopped)
      pages = compare_pages(before_.made->pages.views, head_.made->pages.views, site, head_.made->theme,
                            command_.site.jobs);
    const auto reviewed = [&] {
      return review_draft({site, before_.made->programme, before_.told(pair_->before),
                           head_.told(pair_->after), between, std::move(pages.pages), command_.pull_request});
    };
    DraftReview review = reviewed();
    std::vector<Output> preview;
    if (!head_.made->stopped) preview = whole_preview(site, review, std::move(pages.marked));
    if (preview.empty()) { // a mistake, maybe one that only the finished pages show
      head_.made->stopped = true;
      pages = {};
      review = reviewed();
      preview = review_alone(site, worded, review);
    }
    if (command_.portable) make_portable(preview, site);
    publish(preview, command_.out,
            {{fmt::format("localoffer {}", version), head_.snapshot->info().description,
              opened_.location.path, head_.snapshot->info().commit, ""},
             command_.site.jobs,
             false});
    write_documents(site, review);
    report(review);
    return has_errors(review.after.problems) ? 1 : 0;
  }

private:
  /// The commit that the draft began at, or the one that was named.
  std::string find_base() const {
    const auto named = log_->find(command_.base);
    if (!named) {
      open_commit(opened_.location.root, command_.base); // says what there is instead
      throw WorldError(fmt::format("there is no commit '{}'", command_.base),
                       "List them with: git log --all");
    }
    if (command_.base_as_given) return *named;
    const auto base = log_->merge_base(*named, log_->newest());
    if (!base)
      throw WorldError(
          fmt::format("'{}' and the draft have no commit in common", command_.base),
          "A shallow clone may lack it: git fetch --unshallow. To compare the two as they are, add "
          "--exact-base.");
    return *base;
  }

  /// Reads both sides and what lies between them, none of which needs the others.
  void read() {
    head_.snapshot = std::move(opened_.snapshot);
    before_.snapshot = head_.snapshot->at_commit(base_);
    const auto make = [this](Side &side) { side.made = make_site_pages(request(side), side.build); };
    const std::vector<std::function<void()>> parts{
        [&] { make(head_); }, [&] { make(before_); },
        [&] {
          pair_ = compare_commits({*log_, opened_.location.path, store_.get(), command_.site.jobs}, base_,
                                  log_->newest());
        }};
    parallel_map(parts, command_.site.jobs, [](const std::function<void()> &part) {
      part();
      return true;
    });
  }

  /// What an older commit of the draft has is published with it.
  void add_past_problems() {
    const std::string &content = head_.build.content_folder;
    past_ = personal_data_since(
        *log_, base_, {opened_.location.path, content.empty() ? before_.build.content_folder : content},
        command_.site.jobs);
    auto &problems = head_.build.diagnostics;
    problems.insert(problems.end(), past_.begin(), past_.end());
    sort_diagnostics(problems);
  }

  SiteRequest request(const Side &side) const {
    SiteRequest request{*side.snapshot,
                        opened_.location.path,
                        command_.site.as_of,
                        command_.site.jobs,
                        themes_folder(command_.site),
                        store_.get(),
                        command_.site.allow_shallow};
    request.remember_pages = true;
    request.draft = true;
    // What the draft calls today the other side does too: that a day has passed is no difference.
    request.today = head_.snapshot->info().date;
    return request;
  }

  ReviewDetails details(const Site &site) const {
    ReviewDetails details;
    if (site.past != nullptr && !site.past->history.commits.empty())
      details.proposed_by = site.past->history.commits.back().author_name;
    if (command_.answers_by) details.answers_by = site.words.date(*command_.answers_by);
    return details;
  }

  /// The draft's site with its review; nothing when its pages are not sound.
  std::vector<Output> whole_preview(const Site &site, const DraftReview &review, std::vector<Output> marked) {
    auto views = review_views(site, review, details(site));
    auto &all = head_.made->pages.views;
    all.insert(all.end(), std::make_move_iterator(views.begin()), std::make_move_iterator(views.end()));
    std::stable_sort(all.begin(), all.end(), [](const View &a, const View &b) { return a.route < b.route; });
    finish_site(request(head_), head_.made, std::move(marked), head_.build);
    return std::move(head_.build.outputs);
  }

  std::vector<Output> review_alone(const Site &site, const Side &worded, const DraftReview &review) {
    auto outputs =
        render_pages(review_views(site, review, details(site)), worded.made->theme, command_.site.jobs);
    for (auto &asset : asset_outputs(worded.made->theme))
      outputs.push_back(std::move(asset));
    std::sort(outputs.begin(), outputs.end(),
              [](const Output &a, const Output &b) { return a.path < b.path; });
    return outputs;
  }

  void make_portable(std::vector<Output> &outputs, const Site &site) const {
    const std::string base = site.href("/");
    outputs = parallel_map(outputs, command_.site.jobs, [&](const Output &output) {
      if (!output.path.ends_with(".html")) return output;
      std::string room;
      return Output{output.path, with_portable_links(bytes_of(output, room), output.path, base)};
    });
  }

  void write_documents(const Site &site, const DraftReview &review) const {
    if (command_.markdown)
      write_file(*command_.markdown, review_comment(site, review, {command_.address, command_.portable}));
    if (command_.json) write_file(*command_.json, review_json(site, review));
  }

  /// In CI's own annotations only lines that the draft touches are told of: the others are not its author's.
  void report(const DraftReview &review) const {
    if (command_.format == Format::github) {
      auto told = on_touched_lines(review.after.problems, *before_.snapshot);
      told.insert(told.end(), past_.begin(), past_.end());
      print_report(command_.format, told);
    } else
      print_report(command_.format, review.new_problems);
    std::FILE *const words = words_for(command_.format);
    for (const auto &sentence : review.summary)
      fmt::print(words, "{}\n", one_line(sentence));
    if (review.is_empty()) fmt::print(words, "Nothing that families read has changed.\n");
    fmt::print(words,
               "Changes: {} of facts, {} of words. Pages that differ: {}, and {} in their totals alone.\n",
               review.facts.size(), review.wording.size(), review.pages.size(), review.touched.size());
    fmt::print(words, "Things to ask about: {}. Problems that are new: {}; mended: {}.\n",
               review.doubts.size(), review.new_problems.size(), review.mended_problems.size());
    fmt::print(words, "The preview is in {}. Begin with {}.\n", command_.out,
               (std::filesystem::path(command_.out) / "review" / "index.html").string());
  }

  const ReviewCommand &command_;
  OpenedSite opened_;
  std::unique_ptr<Store> store_;
  std::unique_ptr<CommitLog> log_;
  std::string base_;
  Side head_, before_;
  std::optional<CommitPair> pair_;
  std::vector<Diagnostic> past_; ///< of the draft's older commits
};

} // namespace

int run(const ReviewCommand &command) {
  // Two whole sites are given back to the system all at once, when the program ends: to take them apart piece
  // by piece would take a tenth of the run.
  static ReviewRun *const review = new ReviewRun(command);
  return review->run();
}

} // namespace localoffer
