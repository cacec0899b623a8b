#include "review/page_changes.hpp"

#include "base/parallel_map.hpp"
#include "pages/frame.hpp"
#include "render/render_pages.hpp"
#include "review/html_tree.hpp"
#include "review/marked_view.hpp"
#include "review/marks.hpp"

#include <algorithm>
#include <optional>

namespace localoffer {
namespace {

constexpr std::size_t longest_title = 65; // as for every page

MarkWords mark_words(const Words &words) {
  return {words.say("draft.mark.removed"), words.say("draft.mark.added"), words.say("draft.mark.moved"),
          words.say("draft.mark.end"),     words.say("draft.mark.next"),  words.say("draft.mark.previous")};
}

/// The frame of a view that is ours; null where a page has none.
Frame *frame_of(const ViewType &type, void *view) {
  const ViewField *field = type.find("frame");
  if (field == nullptr || field->type != &view_type<Frame>()) return nullptr;
  return static_cast<Frame *>(const_cast<void *>(field->get(view)));
}

const Frame *frame_of(const ViewType &type, const void *view) {
  return frame_of(type, const_cast<void *>(view));
}

void append_prose(const ViewType &type, const void *value, std::string &text) {
  for (const auto &field : type.fields) {
    const void *part = field.get(value);
    if (field.kind == ViewKind::html)
      for (const auto &node : read_html(static_cast<const Html *>(part)->markup))
        text += text_of({node}) + (is_inline(node) ? "" : "\n");
    if (field.kind == ViewKind::html) text += '\n';
    if (field.kind == ViewKind::object && part != nullptr && field.type != &view_type<Frame>())
      append_prose(*field.type, part, text);
    if (field.kind == ViewKind::list && field.type != nullptr)
      for (std::size_t i = 0; i < field.size(part); ++i)
        append_prose(*field.type, field.item(part, i), text);
  }
}

std::string prose_of(const ViewType &type, const void *value) {
  std::string text;
  append_prose(type, value, text);
  return text;
}

/// Two views of one route.
struct Pair {
  const View *before;
  View *after;
};

/// A page that differs, and the page with its marks.
struct Found {
  PageChange change;
  Output marked;
};

class PageComparison {
public:
  PageComparison(const Site &site, const SiteTheme &theme)
      : site_(site), theme_(theme),
        mark_words_(mark_words(site.words)), chart_words_{site.words.say("draft.chart_before"),
                                                          site.words.say("draft.chart_after")} {}

  /// Nothing where a reader sees no difference.
  std::optional<Found> compare(const Pair &pair) const {
    View &after = *pair.after;
    if (!after.inputs.empty() && after.inputs == pair.before->inputs) return std::nullopt;
    const auto was = pair.before->value(), is = after.value();
    if (frame_of(*after.type, is.get()) == nullptr) return std::nullopt;
    const auto marked = marked_view(*after.type, was.get(), is.get(), chart_words_);
    if (!marked) return std::nullopt;
    auto page = marked_page(rendered(after, marked), mark_words_);
    if (page.marks.empty()) return std::nullopt;
    Found found;
    found.change = {PageChange::Kind::changed,
                    after.route,
                    frame_of(*after.type, is.get())->heading,
                    std::move(page.marks),
                    prose_of(*after.type, was.get()),
                    prose_of(*after.type, is.get())};
    found.marked = {path_of_route(site_.addresses.draft_marked(after.route)), std::move(page.html)};
    link(after, is);
    return found;
  }

private:
  /// `marked` is ours to change.
  std::string rendered(const View &view, const std::shared_ptr<void> &marked) const {
    Frame &frame = *frame_of(*view.type, marked.get());
    frame.draft->clean_href = site_.href(view.route);
    frame.draft->count = marks::page_count;
    frame.canonical.clear();
    frame.title = shortened(site_.words.say("draft.marked_title", {{"title", frame.title}}), longest_title);
    View page{view.route, view.template_name, view.type, [marked] { return marked; }};
    return std::move(render_pages({page}, theme_, 1).front().bytes);
  }

  void link(View &view, const std::shared_ptr<const void> &value) const {
    auto linked = view.type->copy(value.get());
    frame_of(*view.type, linked.get())->draft->marked_href =
        site_.href(site_.addresses.draft_marked(view.route));
    view.value = [linked] { return linked; };
    if (!view.inputs.empty()) view.inputs.push_back({"what would change", "marked"});
  }

  const Site &site_;
  const SiteTheme &theme_;
  MarkWords mark_words_;
  ChartWords chart_words_;
};

/// A page that is on one side only; nothing for one without a frame, which nobody reads.
std::optional<PageChange> only(const View &view, PageChange::Kind kind) {
  const auto value = view.value();
  const Frame *frame = frame_of(*view.type, value.get());
  if (frame == nullptr) return std::nullopt;
  return PageChange{kind, view.route, frame->heading, {}, {}, {}};
}

} // namespace

PageChanges compare_pages(const std::vector<View> &before, std::vector<View> &after, const Site &site,
                          const SiteTheme &theme, unsigned threads) {
  PageChanges changes;
  const auto add = [&](std::optional<PageChange> change) {
    if (change) changes.pages.push_back(std::move(*change));
  };
  // Both are in the order of their routes.
  std::vector<Pair> pairs;
  auto was = before.begin();
  for (auto is = after.begin(); is != after.end() || was != before.end();) {
    if (is == after.end() || (was != before.end() && was->route < is->route))
      add(only(*was++, PageChange::Kind::removed));
    else if (was == before.end() || is->route < was->route)
      add(only(*is++, PageChange::Kind::added));
    else if (was->type == is->type)
      pairs.push_back({&*was++, &*is++});
    else
      ++was, ++is;
  }
  const PageComparison comparison(site, theme);
  auto found = parallel_map(pairs, threads, [&](const Pair &pair) { return comparison.compare(pair); });
  for (auto &one : found) {
    if (!one) continue;
    changes.pages.push_back(std::move(one->change));
    changes.marked.push_back(std::move(one->marked));
  }
  std::sort(changes.pages.begin(), changes.pages.end(),
            [](const PageChange &a, const PageChange &b) { return a.route < b.route; });
  return changes;
}

} // namespace localoffer
