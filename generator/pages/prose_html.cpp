#include "pages/prose_html.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <map>

namespace localoffer {
namespace {

using Kind = ProseNode::Kind;

int highest_level(const std::vector<ProseNode> &blocks) {
  int highest = 6;
  for (const auto &block : blocks)
    if (block.kind == Kind::heading) highest = std::min(highest, block.level);
  return highest;
}

/// Gives each heading of a piece of prose its level on the page and an id that no other heading of it has.
class HeadingPlan {
public:
  HeadingPlan(const std::vector<ProseNode> &blocks, const ProseOptions &options)
      : shift_(options.heading_level - highest_level(blocks)), prefix_(options.id_prefix) {}

  ProseHeading next(const ProseNode &heading) {
    ProseHeading out;
    out.text = plain_text(heading.children);
    const std::string base = prefix_ + slug(out.text);
    const int times = ++used_[base];
    out.id = times == 1 ? base : fmt::format("{}-{}", base, times);
    out.level = std::clamp(heading.level + shift_, 2, 6);
    return out;
  }

private:
  int shift_;
  std::string prefix_;
  std::map<std::string, int> used_;
};

class Writer {
public:
  Writer(const Site &site, const SourceFilePtr &file, HeadingPlan plan)
      : site_(site), file_(file), plan_(std::move(plan)) {}

  std::string take() { return std::move(out_); }

  void blocks(const std::vector<ProseNode> &nodes) {
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      const bool caption_of_next =
          i + 1 < nodes.size() && nodes[i + 1].kind == Kind::table && is_caption(nodes[i]);
      if (caption_of_next)
        caption_ = caption_text(nodes[i]);
      else
        block(nodes[i]);
    }
  }

  void inlines(const std::vector<ProseNode> &nodes) {
    for (const auto &node : nodes)
      inline_node(node);
  }

private:
  static constexpr std::string_view caption_mark = "Table: ";

  static bool is_caption(const ProseNode &node) {
    return node.kind == Kind::paragraph &&
           plain_text(node.children).substr(0, caption_mark.size()) == caption_mark;
  }
  static std::string caption_text(const ProseNode &node) {
    return plain_text(node.children).substr(caption_mark.size());
  }

  void block(const ProseNode &node) {
    switch (node.kind) {
    case Kind::paragraph:
      return wrap("p", node);
    case Kind::heading:
      return heading(node);
    case Kind::quote:
      return container("blockquote", node);
    case Kind::bullet_list:
      return list("ul", node);
    case Kind::ordered_list:
      return list(node.level > 1 ? fmt::format("ol start=\"{}\"", node.level) : "ol", node);
    case Kind::code_block:
      out_ += "<pre tabindex=\"0\"><code>";
      append_escaped_html(out_, node.text);
      out_ += "</code></pre>\n";
      return;
    case Kind::thematic_break:
      out_ += "<hr>\n";
      return;
    case Kind::table:
      return table(node);
    default:
      return inline_node(node);
    }
  }

  void open_close(std::string_view tag, const std::function<void()> &inside) {
    out_ += fmt::format("<{}>", tag);
    inside();
    out_ += fmt::format("</{}>\n", tag.substr(0, tag.find(' ')));
  }
  void wrap(std::string_view tag, const ProseNode &node) {
    open_close(tag, [&] { inlines(node.children); });
  }
  void container(std::string_view tag, const ProseNode &node) {
    open_close(tag, [&] { blocks(node.children); });
  }

  void heading(const ProseNode &node) {
    const ProseHeading heading = plan_.next(node);
    last_heading_ = heading.text;
    wrap(fmt::format("h{} id=\"{}\"", heading.level, heading.id), node);
  }

  void list(const std::string &tag, const ProseNode &node) {
    open_close(tag, [&] {
      for (const auto &item : node.children)
        open_close("li", [&] { list_item(item); });
    });
  }

  void list_item(const ProseNode &item) {
    if (item.task != ProseNode::Task::none)
      append_escaped_html(
          out_,
          site_.words.say(item.task == ProseNode::Task::done ? "prose.task_done" : "prose.task_open") + " ");
    const bool simple = item.children.size() == 1 && item.children.front().kind == Kind::paragraph;
    if (simple)
      inlines(item.children.front().children);
    else
      blocks(item.children);
  }

  void table(const ProseNode &node) {
    std::string caption = !caption_.empty() ? caption_ : last_heading_;
    if (caption.empty()) caption = site_.words.say("prose.table");
    caption_.clear();
    out_ += fmt::format("<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" "
                        "aria-label=\"{0}\"><table><caption>{0}</caption>\n",
                        escape_html(caption));
    bool in_body = false;
    for (const auto &row : node.children) {
      if (row.header)
        out_ += "<thead>";
      else if (!in_body) {
        out_ += "<tbody>";
        in_body = true;
      }
      table_row(row);
      if (row.header) out_ += "</thead>\n";
    }
    out_ += in_body ? "</tbody></table></div>\n" : "</table></div>\n";
  }

  void table_row(const ProseNode &row) {
    out_ += "<tr>";
    for (std::size_t i = 0; i < row.children.size(); ++i) {
      const ProseNode &cell = row.children[i];
      const bool is_header = row.header || i == 0;
      std::string tag = row.header ? "th scope=\"col\"" : i == 0 ? "th scope=\"row\"" : "td";
      if (cell.align == ProseNode::Align::right) tag += " class=\"number\"";
      out_ += fmt::format("<{}>", tag);
      inlines(cell.children);
      out_ += is_header ? "</th>" : "</td>";
    }
    out_ += "</tr>\n";
  }

  void inline_node(const ProseNode &node) {
    const auto around = [&](std::string_view tag) {
      out_ += fmt::format("<{}>", tag);
      inlines(node.children);
      out_ += fmt::format("</{}>", tag);
    };
    switch (node.kind) {
    case Kind::text:
      return append_escaped_html(out_, node.text);
    case Kind::soft_break:
      out_ += '\n';
      return;
    case Kind::line_break:
      out_ += "<br>\n";
      return;
    case Kind::emphasis:
      return around("em");
    case Kind::strong:
      return around("strong");
    case Kind::code:
      out_ += "<code>" + escape_html(node.text) + "</code>";
      return;
    case Kind::link:
      out_ += fmt::format("<a href=\"{}\">", escape_html(address_of(node.target)));
      inlines(node.children);
      out_ += "</a>";
      return;
    case Kind::image:
      out_ += fmt::format("<img src=\"{}\" alt=\"{}\">", escape_html(address_of(node.target)),
                          escape_html(node.text));
      return;
    default:
      return blocks({node});
    }
  }

  std::string address_of(const std::string &target) const {
    if (!target.empty() && target.front() == '/') return site_.href(target);
    if (file_)
      if (const auto found = resolve_link(site_.programme, file_->path, target)) {
        const std::string route = site_.addresses.of(*found);
        if (!route.empty()) return site_.href(route);
      }
    return target;
  }

  const Site &site_;
  const SourceFilePtr &file_;
  HeadingPlan plan_;
  std::string out_, caption_, last_heading_;
};

/// What has no translation is in the site's own language, which is written from left to right unless it is
/// one of these.
std::string foreign_element(std::string_view tag, const std::string &language, const std::string &html) {
  const bool from_right = language == "ar" || language == "ur" || language == "fa" || language == "ps";
  return fmt::format("<{0} lang=\"{1}\" dir=\"{2}\">{3}</{0}>", tag, language, from_right ? "rtl" : "ltr",
                     html);
}

} // namespace

Html prose_html(const Site &site, const Prose &prose, const SourceFilePtr &file,
                const ProseOptions &options) {
  const auto blocks = prose.blocks();
  Writer writer(site, file, HeadingPlan(blocks, options));
  writer.blocks(blocks);
  std::string html = writer.take();
  if (!prose.language.empty()) html = foreign_element("div", prose.language, html) + "\n";
  return {std::move(html)};
}

Html inline_html(const Site &site, const Prose &prose, const SourceFilePtr &file) {
  const auto blocks = prose.blocks();
  const bool one_paragraph = blocks.size() == 1 && blocks.front().kind == Kind::paragraph;
  if (!one_paragraph) return prose_html(site, prose, file, {});
  Writer writer(site, file, HeadingPlan(blocks, {}));
  writer.inlines(blocks.front().children);
  std::string html = writer.take();
  if (!prose.language.empty()) html = foreign_element("span", prose.language, html);
  return {std::move(html)};
}

std::vector<ProseHeading> prose_headings(const Prose &prose, const ProseOptions &options) {
  const auto blocks = prose.blocks();
  HeadingPlan plan(blocks, options);
  std::vector<ProseHeading> headings;
  for (const auto &block : blocks)
    if (block.kind == Kind::heading) headings.push_back(plan.next(block));
  return headings;
}

} // namespace localoffer
