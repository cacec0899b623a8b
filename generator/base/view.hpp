#pragma once

#include "base/chart.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace localoffer {

/// Markup that our own code wrote; a template puts it in unescaped, with {{{name}}}.
struct Html {
  std::string markup;
};

/// What a template may do with a field of a view.
enum class ViewKind {
  text,   ///< std::string: {{name}}; as a section, shown when not empty
  html,   ///< Html: {{{name}}}; as a section, shown when not empty
  flag,   ///< bool: a section only
  object, ///< a described struct: a section, or name.field
  list,   ///< std::vector of described structs or of strings ({{.}}): a section for each item
  chart,  ///< Chart: {{{name}}} draws it; as a section, shown when it has something in it
};

struct ViewType;

/// One field of a described struct. The functions take a pointer to the struct that holds the field.
struct ViewField {
  std::string_view name;
  ViewKind kind = ViewKind::text;
  const ViewType *type = nullptr; ///< of the object or of the list's items; null for items that are strings
  const void *(*get)(const void *owner) = nullptr; ///< to the field; null when an optional object is absent
  std::size_t (*size)(const void *list) = nullptr;
  const void *(*item)(const void *list, std::size_t index) = nullptr;
  /// Puts a copy of an item into a list, before the one at `index`.
  void (*insert)(void *list, std::size_t index, const void *item) = nullptr;
  /// Puts a copy of an object where an optional one is absent; null for objects that are always there.
  void (*fill)(void *owner, const void *object) = nullptr;
};

/// The shape of a view: what a template that renders it may name. Made once for each struct by VIEW_FIELDS.
struct ViewType {
  std::string_view name;
  std::vector<ViewField> fields;
  std::shared_ptr<void> (*copy)(const void *view) = nullptr;

  /// Null when the view has no such field.
  const ViewField *find(std::string_view field) const {
    for (const auto &candidate : fields)
      if (candidate.name == field) return &candidate;
    return nullptr;
  }
};

template <class T>
const ViewType &view_type();

namespace view_detail {

template <class T>
struct ListItem : std::false_type {};
template <class T>
struct ListItem<std::vector<T>> : std::true_type {
  using type = T;
};
template <class T>
struct OptionalItem : std::false_type {};
template <class T>
struct OptionalItem<std::optional<T>> : std::true_type {
  using type = T;
};

template <class T>
const ViewType *type_of() {
  if constexpr (std::is_same_v<T, std::string>)
    return nullptr;
  else
    return &view_type<T>();
}

/// Describes the field that `Member` points to. Owner and member are template arguments, so each field has
/// accessors of its own that the template calls without looking anything up.
template <auto Member, class Owner, class T>
ViewField describe(std::string_view name, T Owner::*) {
  ViewField field;
  field.name = name;
  field.get = [](const void *owner) -> const void * { return &(static_cast<const Owner *>(owner)->*Member); };
  if constexpr (std::is_same_v<T, std::string>) {
    field.kind = ViewKind::text;
  } else if constexpr (std::is_same_v<T, Html>) {
    field.kind = ViewKind::html;
  } else if constexpr (std::is_same_v<T, bool>) {
    field.kind = ViewKind::flag;
  } else if constexpr (std::is_same_v<T, Chart>) {
    field.kind = ViewKind::chart;
  } else if constexpr (ListItem<T>::value) {
    field.kind = ViewKind::list;
    field.type = type_of<typename ListItem<T>::type>();
    field.size = [](const void *list) { return static_cast<const T *>(list)->size(); };
    field.item = [](const void *list, std::size_t index) -> const void * {
      return &(*static_cast<const T *>(list))[index];
    };
    field.insert = [](void *list, std::size_t index, const void *item) {
      auto &items = *static_cast<T *>(list);
      items.insert(items.begin() + static_cast<std::ptrdiff_t>(index),
                   *static_cast<const typename ListItem<T>::type *>(item));
    };
  } else if constexpr (OptionalItem<T>::value) {
    field.kind = ViewKind::object;
    field.type = type_of<typename OptionalItem<T>::type>();
    field.get = [](const void *owner) -> const void * {
      const auto &value = static_cast<const Owner *>(owner)->*Member;
      return value ? &*value : nullptr;
    };
    field.fill = [](void *owner, const void *object) {
      static_cast<Owner *>(owner)->*Member = *static_cast<const typename OptionalItem<T>::type *>(object);
    };
  } else {
    field.kind = ViewKind::object;
    field.type = type_of<T>();
  }
  return field;
}

} // namespace view_detail

/// One of the things that a page follows from: {"record", the hash of it}.
struct ViewInput {
  std::string_view name; ///< outlives the view
  std::string hash;

  bool operator==(const ViewInput &) const = default;
};

/// A page before it is rendered: where it goes, which template draws it, and the value that the template
/// sees.
struct View {
  std::string route;         ///< "/priorities/8-timeliness/" or "/404.html": begins with "/"
  std::string template_name; ///< "priority", for templates/priority.mustache
  const ViewType *type = nullptr;
  /// The value, which is never changed once it is made. Called once, from any thread.
  std::function<std::shared_ptr<const void>()> value;
  /// All that the value follows from, part by part, where that is quicker to tell than to make the value:
  /// equal inputs are equal pages. Empty where nobody tells.
  std::vector<ViewInput> inputs = {};
  /// What the page is called and what it is about, for lists of pages. Empty where nobody tells without
  /// making the value.
  std::string heading = {}, description = {};
};

template <class T>
View make_view(std::string route, std::string template_name, T value) {
  auto made = std::make_shared<const T>(std::move(value));
  View view{std::move(route), std::move(template_name), &view_type<T>(), [made] { return made; }};
  if constexpr (requires { made->frame.heading; }) {
    view.heading = made->frame.heading;
    view.description = made->frame.description;
  }
  return view;
}

/// A view whose value is made when the page is rendered, on the thread that renders it, and gone when it is:
/// for the kinds of page of which a site has many. `make` is a function that only reads, and gives a value of
/// the same type each time; what it refers to outlives the rendering.
template <class Make>
View make_view_later(std::string route, std::string template_name, Make make,
                     std::vector<ViewInput> inputs = {}) {
  using T = std::invoke_result_t<const Make &>;
  return {std::move(route), std::move(template_name), &view_type<T>(),
          [make = std::move(make)] { return std::make_shared<const T>(make()); }, std::move(inputs)};
}

} // namespace localoffer

// VIEW_FIELDS(Link, text, href): tells templates which fields a struct has. It stands in namespace
// localoffer, after the struct and after the VIEW_FIELDS of the structs it holds.
#define VIEW_PARENS ()
#define VIEW_EXPAND(...) VIEW_EXPAND3(VIEW_EXPAND3(VIEW_EXPAND3(VIEW_EXPAND3(__VA_ARGS__))))
#define VIEW_EXPAND3(...) VIEW_EXPAND2(VIEW_EXPAND2(VIEW_EXPAND2(VIEW_EXPAND2(__VA_ARGS__))))
#define VIEW_EXPAND2(...) VIEW_EXPAND1(VIEW_EXPAND1(VIEW_EXPAND1(VIEW_EXPAND1(__VA_ARGS__))))
#define VIEW_EXPAND1(...) __VA_ARGS__
#define VIEW_EACH(Type, field, ...)                                                                          \
  view_detail::describe<&Type::field>(#field, &Type::field),                                                 \
      __VA_OPT__(VIEW_EACH_AGAIN VIEW_PARENS(Type, __VA_ARGS__))
#define VIEW_EACH_AGAIN() VIEW_EACH
#define VIEW_FIELDS(Type, ...)                                                                               \
  template <>                                                                                                \
  inline const ViewType &view_type<Type>() {                                                                 \
    static const ViewType type{                                                                              \
        #Type, {VIEW_EXPAND(VIEW_EACH(Type, __VA_ARGS__))}, [](const void *view) -> std::shared_ptr<void> {  \
          return std::make_shared<Type>(*static_cast<const Type *>(view));                                   \
        }};                                                                                                  \
    return type;                                                                                             \
  }                                                                                                          \
  static_assert(true)
