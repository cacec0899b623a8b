#pragma once

#include "base/diagnostic.hpp"
#include "base/view.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace localoffer {

/// What a template may name besides its view.
struct TemplateSurroundings {
  /// By the name that {{>name}} gives.
  std::map<std::string, SourceFilePtr, std::less<>> partials;
  /// The interface word for "key.sub" of {{words.key.sub}}, plain text; null when there is none.
  std::function<const std::string *(std::string_view)> word;
  /// All keys that `word` knows, for suggestions; may be empty.
  std::vector<std::string> word_keys;
};

/// One step of a template that is ready to render. Its names are resolved: to how many contexts to go out,
/// and which accessors to call from there.
struct TemplateStep {
  enum class Action {
    literal,  ///< `literal` goes out
    text,     ///< a string, escaped
    html,     ///< markup, as it is
    chart,    ///< drawn as SVG
    section,  ///< the children, if the value is there; for each item of a list
    inverted, ///< the children, if the value is not there
  };
  using Get = const void *(*)(const void *owner);

  Action action = Action::literal;
  std::string literal;
  std::size_t out = 0;            ///< how many contexts to go out before the path begins
  std::vector<Get> path;          ///< from that context to the value; none for {{.}}
  ViewKind kind = ViewKind::text; ///< of the value
  std::size_t (*size)(const void *list) = nullptr;
  const void *(*item)(const void *list, std::size_t index) = nullptr;
  std::vector<TemplateStep> children;
};

/// A template compiled for one type of view. It is never changed, so any number of threads may render it at
/// once.
struct CompiledTemplate {
  const ViewType *type = nullptr;
  std::vector<TemplateStep> steps;
};

/// Checks a template against the type of the views that it will render, puts its partials and interface words
/// in, and resolves every name. The rules are Mustache's, made stricter where a view's type allows it:
///  - {{text}} escapes; {{{html}}} and {{{chart}}} do not; each is refused in the other's braces.
///  - A section over text, markup, an object or a list makes it the context: {{.}} is the text itself. A flag
///  leaves
///    the context as it is. A chart's context has `id` and `message`.
///  - A partial sees the context of the place where it is put in, and may not reach itself.
/// Every mistake is a diagnostic, all of them in one call: template-syntax, template-unknown-name,
/// template-unknown-word, template-unknown-partial, template-recursive-partial, template-wrong-use. After an
/// error the result must not be rendered.
CompiledTemplate compile_template(const SourceFilePtr &file, const ViewType &type,
                                  const TemplateSurroundings &surroundings,
                                  std::vector<Diagnostic> &diagnostics);

/// Appends the page. `view` points to a value of the type that the template was compiled for.
void render_template(const CompiledTemplate &compiled, const void *view, std::string &out);

} // namespace localoffer
