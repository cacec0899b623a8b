#include "base/text.hpp"
#include "render/chart.hpp"
#include "render/template.hpp"

namespace localoffer {
namespace {

using Action = TemplateStep::Action;

/// The value that a section made current, and what was current around it.
struct Frame {
  const void *value;
  const Frame *outer;
};

/// Null when an optional object on the way is absent.
const void *find(const TemplateStep &step, const Frame &frame) {
  const Frame *at = &frame;
  for (std::size_t i = 0; i < step.out; ++i)
    at = at->outer;
  const void *value = at->value;
  for (const auto get : step.path) {
    if (!value) return nullptr;
    value = get(value);
  }
  return value;
}

bool is_there(const TemplateStep &step, const void *value) {
  if (!value) return false;
  switch (step.kind) {
  case ViewKind::text:
    return !static_cast<const std::string *>(value)->empty();
  case ViewKind::html:
    return !static_cast<const Html *>(value)->markup.empty();
  case ViewKind::flag:
    return *static_cast<const bool *>(value);
  case ViewKind::object:
    return true;
  case ViewKind::list:
    return step.size(value) > 0;
  case ViewKind::chart:
    return has_something_to_draw(*static_cast<const Chart *>(value));
  }
  return false;
}

void render(const std::vector<TemplateStep> &steps, const Frame &frame, std::string &out);

void render_section(const TemplateStep &step, const void *value, const Frame &frame, std::string &out) {
  if (!is_there(step, value)) return;
  if (step.kind == ViewKind::flag) return render(step.children, frame, out);
  if (step.kind != ViewKind::list) return render(step.children, {value, &frame}, out);
  const std::size_t size = step.size(value);
  for (std::size_t i = 0; i < size; ++i)
    render(step.children, {step.item(value, i), &frame}, out);
}

void render(const std::vector<TemplateStep> &steps, const Frame &frame, std::string &out) {
  for (const auto &step : steps) {
    if (step.action == Action::literal) {
      out += step.literal;
      continue;
    }
    const void *value = find(step, frame);
    switch (step.action) {
    case Action::literal:
      break;
    case Action::text:
      if (value) append_escaped_html(out, *static_cast<const std::string *>(value));
      break;
    case Action::html:
      if (value) out += static_cast<const Html *>(value)->markup;
      break;
    case Action::chart:
      if (value) out += draw(*static_cast<const Chart *>(value));
      break;
    case Action::section:
      render_section(step, value, frame, out);
      break;
    case Action::inverted:
      if (!is_there(step, value)) render(step.children, frame, out);
      break;
    }
  }
}

} // namespace

void render_template(const CompiledTemplate &compiled, const void *view, std::string &out) {
  render(compiled.steps, {view, nullptr}, out);
}

} // namespace localoffer
