#include "base/text.hpp"
#include "render/template.hpp"
#include "render/template_syntax.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <utility>

namespace localoffer {
namespace {

using Action = TemplateStep::Action;

/// What a template may name of a chart besides drawing it.
const ViewType &chart_type() {
  static const ViewType type{"Chart",
                             {view_detail::describe<&Chart::id>("id", &Chart::id),
                              view_detail::describe<&Chart::message>("message", &Chart::message)}};
  return type;
}

/// A context on the way from the view to where the template is: what its section made current.
struct Context {
  ViewKind kind = ViewKind::object;
  const ViewType *type = nullptr; ///< null when it has no fields
  bool anything = false; ///< its section could not be resolved: whatever it is asked for is not a new mistake
};

/// A name that was found, or that stands below a mistake which has been reported already.
struct Resolved {
  TemplateStep step;
  Context value;
  bool known = true;
};

std::string_view said(ViewKind kind) {
  switch (kind) {
  case ViewKind::text:
    return "text";
  case ViewKind::html:
    return "markup";
  case ViewKind::flag:
    return "a flag";
  case ViewKind::object:
    return "an object";
  case ViewKind::list:
    return "a list";
  case ViewKind::chart:
    return "a chart";
  }
  return "";
}

std::vector<std::string> names_of(const ViewType &type) {
  std::vector<std::string> names;
  for (const auto &field : type.fields)
    names.emplace_back(field.name);
  return names;
}

std::string fields_of(const ViewType &type) {
  return fmt::format("'{}' has: {}.", type.name, joined(names_of(type)));
}

std::string mean(const std::optional<std::string> &suggestion) {
  return suggestion ? fmt::format("Did you mean '{}'? ", *suggestion) : std::string();
}

class Compiler {
public:
  Compiler(const TemplateSurroundings &surroundings, std::vector<Diagnostic> &diagnostics)
      : surroundings_(surroundings), diagnostics_(diagnostics) {}

  CompiledTemplate compile(const SourceFilePtr &file, const ViewType &type) {
    CompiledTemplate compiled;
    compiled.type = &type;
    contexts_.push_back({ViewKind::object, &type, false});
    file_ = file;
    add_all(parse_template(file, {}, diagnostics_), compiled.steps);
    return compiled;
  }

private:
  void add_all(const std::vector<SyntaxNode> &nodes, std::vector<TemplateStep> &out) {
    for (const auto &node : nodes)
      add(node, out);
  }

  void add(const SyntaxNode &node, std::vector<TemplateStep> &out) {
    switch (node.kind) {
    case SyntaxNode::Kind::literal:
      add_literal(node.text, out);
      break;
    case SyntaxNode::Kind::escaped:
    case SyntaxNode::Kind::raw:
      add_value(node, out);
      break;
    case SyntaxNode::Kind::section:
    case SyntaxNode::Kind::inverted:
      add_section(node, out);
      break;
    case SyntaxNode::Kind::partial:
      add_partial(node, out);
      break;
    }
  }

  /// Neighbouring literals become one, so that a page of words and partials is copied in long pieces.
  static void add_literal(std::string_view text, std::vector<TemplateStep> &out) {
    if (out.empty() || out.back().action != Action::literal) out.emplace_back();
    out.back().literal += text;
  }

  static std::optional<std::string_view> word_key(std::string_view name) {
    constexpr std::string_view prefix = "words.";
    if (name.substr(0, prefix.size()) != prefix) return std::nullopt;
    return name.substr(prefix.size());
  }

  void add_value(const SyntaxNode &node, std::vector<TemplateStep> &out) {
    if (const auto key = word_key(node.text)) return add_word(node, *key, out);
    auto found = resolve(node);
    if (!found.known) return;
    const bool raw = node.kind == SyntaxNode::Kind::raw;
    switch (found.value.kind) {
    case ViewKind::text:
      if (raw)
        wrong_use(node, fmt::format("'{}' is text, which is always escaped", node.text),
                  fmt::format("Write '{{{{{}}}}}'.", node.text));
      found.step.action = Action::text;
      break;
    case ViewKind::html:
    case ViewKind::chart:
      if (!raw)
        wrong_use(node, fmt::format("'{}' is {}, which is not escaped", node.text, said(found.value.kind)),
                  fmt::format("Write '{{{{{{{}}}}}}}'.", node.text));
      found.step.action = found.value.kind == ViewKind::html ? Action::html : Action::chart;
      break;
    case ViewKind::flag:
    case ViewKind::object:
    case ViewKind::list:
      wrong_use(node,
                fmt::format("'{}' is {} and cannot be shown as text", node.text, said(found.value.kind)),
                section_help(node.text, found.value));
      break;
    }
    out.push_back(std::move(found.step));
  }

  void add_word(const SyntaxNode &node, std::string_view key, std::vector<TemplateStep> &out) {
    const std::string *word = surroundings_.word ? surroundings_.word(key) : nullptr;
    if (!word) {
      report("template-unknown-word", node.place, fmt::format("there is no interface word '{}'", key),
             mean(did_you_mean(key, surroundings_.word_keys)) +
                 "Use a key of the theme's words, or add this one to them.");
    } else if (node.kind == SyntaxNode::Kind::raw) {
      wrong_use(node, "an interface word is text, which is always escaped",
                fmt::format("Write '{{{{{}}}}}'.", node.text));
    } else {
      add_literal(escape_html(*word), out);
    }
  }

  void add_section(const SyntaxNode &node, std::vector<TemplateStep> &out) {
    Resolved found;
    if (word_key(node.text)) {
      wrong_use(node, "an interface word is always there, so it cannot be a section",
                fmt::format("Write '{{{{{}}}}}'.", node.text));
      found.known = false;
    } else {
      found = resolve(node);
    }
    const bool inverted = node.kind == SyntaxNode::Kind::inverted;
    found.step.action = inverted ? Action::inverted : Action::section;
    const bool new_context = !inverted && (!found.known || found.value.kind != ViewKind::flag);
    if (new_context) contexts_.push_back(inside(found));
    add_all(node.children, found.step.children);
    if (new_context) contexts_.pop_back();
    out.push_back(std::move(found.step));
  }

  /// The context that a section over this value makes.
  static Context inside(const Resolved &section) {
    if (!section.known) return {ViewKind::object, nullptr, true};
    Context context = section.value;
    if (context.kind == ViewKind::list) context.kind = context.type ? ViewKind::object : ViewKind::text;
    return context;
  }

  void add_partial(const SyntaxNode &node, std::vector<TemplateStep> &out) {
    const auto partial = surroundings_.partials.find(node.text);
    if (partial == surroundings_.partials.end()) {
      std::vector<std::string> names;
      for (const auto &[name, source] : surroundings_.partials)
        names.push_back(name);
      report("template-unknown-partial", node.place, fmt::format("there is no partial '{}'", node.text),
             mean(did_you_mean(node.text, names)) +
                 (names.empty() ? "The theme has none." : fmt::format("The theme has: {}.", joined(names))));
      return;
    }
    const auto is_this = [&](const Use &use) { return use.partial == node.text; };
    if (std::any_of(uses_.begin(), uses_.end(), is_this)) {
      report("template-recursive-partial", node.place,
             fmt::format("the partial '{}' is put into itself", node.text),
             "A partial cannot reach itself. Use a list in the view for things that nest.");
      return;
    }
    uses_.push_back({node.text, Span(file_, node.place)});
    const SourceFilePtr outer = std::exchange(file_, partial->second);
    const auto before = diagnostics_.size();
    const auto nodes = parse_template(file_, node.indent, diagnostics_);
    note_uses(before);
    add_all(nodes, out);
    file_ = outer;
    uses_.pop_back();
  }

  Resolved resolve(const SyntaxNode &node) {
    if (node.text == ".") return resolve_itself(node);
    const std::string_view name = node.text;
    const auto first_dot = name.find('.');
    const auto first = name.substr(0, first_dot);
    for (std::size_t out = 0; out < contexts_.size(); ++out) {
      const Context &context = contexts_[contexts_.size() - 1 - out];
      if (context.anything) return unknown();
      const ViewField *field = context.type ? context.type->find(first) : nullptr;
      if (!field) continue;
      Resolved found;
      found.step.out = out;
      follow(*field, found);
      const auto rest = first_dot == std::string_view::npos ? std::string_view() : name.substr(first_dot + 1);
      return resolve_rest(node, first, rest, std::move(found));
    }
    unknown_name(node, first);
    return unknown();
  }

  /// {{.}}: the text or markup that the nearest section made current.
  Resolved resolve_itself(const SyntaxNode &node) {
    const Context &context = contexts_.back();
    if (context.anything) return unknown();
    Resolved found;
    found.value = context;
    found.step.kind = context.kind;
    if (context.kind == ViewKind::object) {
      wrong_use(node, "'.' is not text here", fields_of(*context.type));
      return unknown();
    }
    return found;
  }

  Resolved resolve_rest(const SyntaxNode &node, std::string_view owner, std::string_view rest,
                        Resolved found) {
    while (!rest.empty()) {
      const auto dot = rest.find('.');
      const auto part = rest.substr(0, dot);
      const bool has_fields = found.value.type && found.value.kind != ViewKind::list;
      if (!has_fields) {
        wrong_use(node, fmt::format("'{}' is {} and has no field '{}'", owner, said(found.value.kind), part),
                  found.value.kind == ViewKind::list ? section_help(owner, found.value) : std::string());
        return unknown();
      }
      const ViewField *field = found.value.type->find(part);
      if (!field) {
        report("template-unknown-name", node.place,
               fmt::format("'{}' has no field '{}'", found.value.type->name, part),
               mean(did_you_mean(part, names_of(*found.value.type))) + fields_of(*found.value.type));
        return unknown();
      }
      follow(*field, found);
      owner = part;
      rest = dot == std::string_view::npos ? std::string_view() : rest.substr(dot + 1);
    }
    return found;
  }

  static void follow(const ViewField &field, Resolved &found) {
    found.step.path.push_back(field.get);
    found.step.size = field.size;
    found.step.item = field.item;
    // An optional string is described as an object without fields; to a template it is text that may be
    // absent.
    const bool optional_text = field.kind == ViewKind::object && !field.type;
    found.step.kind = optional_text ? ViewKind::text : field.kind;
    found.value = {found.step.kind, field.kind == ViewKind::chart ? &chart_type() : field.type, false};
  }

  static Resolved unknown() {
    Resolved nothing;
    nothing.known = false;
    return nothing;
  }

  static std::string section_help(std::string_view name, const Context &value) {
    std::string help = fmt::format("Use it as a section: '{{{{#{0}}}}}' to '{{{{/{0}}}}}'.", name);
    if (value.type) help += " In it, " + fields_of(*value.type);
    return help;
  }

  void unknown_name(const SyntaxNode &node, std::string_view first) {
    std::vector<std::string> candidates;
    std::string help;
    for (auto context = contexts_.rbegin(); context != contexts_.rend(); ++context) {
      if (!context->type) continue;
      const auto names = names_of(*context->type);
      candidates.insert(candidates.end(), names.begin(), names.end());
      help += (help.empty() ? "" : " ") + fields_of(*context->type);
    }
    const bool inside_section = contexts_.size() > 1;
    report("template-unknown-name", node.place,
           fmt::format("the view '{}' has no field '{}'{}", contexts_.front().type->name, first,
                       inside_section ? ", and neither have the sections around this tag" : ""),
           mean(did_you_mean(first, candidates)) + help);
  }

  void wrong_use(const SyntaxNode &node, std::string message, std::string help) {
    report("template-wrong-use", node.place, std::move(message), std::move(help));
  }

  void report(std::string code, Place place, std::string message, std::string help) {
    diagnostics_.push_back(
        {std::move(code), Severity::error, {file_, place}, std::move(message), std::move(help), {}});
    note_uses(diagnostics_.size() - 1);
  }

  /// A mistake in a partial may be a mistake only where the partial is used, so each says where that is.
  void note_uses(std::size_t first) {
    for (std::size_t i = first; i < diagnostics_.size(); ++i)
      for (auto use = uses_.rbegin(); use != uses_.rend(); ++use)
        diagnostics_[i].notes.push_back(
            {use->span, fmt::format("the partial '{}' is put in here", use->partial)});
  }

  struct Use {
    std::string partial;
    Span span;
  };

  const TemplateSurroundings &surroundings_;
  std::vector<Diagnostic> &diagnostics_;
  SourceFilePtr file_;            ///< the one whose tags are being compiled
  std::vector<Use> uses_;         ///< from the page's template to the partial that is being compiled
  std::vector<Context> contexts_; ///< from the view to the nearest section
};

} // namespace

CompiledTemplate compile_template(const SourceFilePtr &file, const ViewType &type,
                                  const TemplateSurroundings &surroundings,
                                  std::vector<Diagnostic> &diagnostics) {
  return Compiler(surroundings, diagnostics).compile(file, type);
}

} // namespace localoffer
