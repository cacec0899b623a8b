#pragma once

#include "base/diagnostic.hpp"

namespace localoffer {

/// A field as its author wrote it, with its place, so that any later rule can point at it.
template <class T>
struct Authored {
  T value{};
  Place place;        ///< of the value
  bool given = false; ///< false: the key is not in the file, and `value` is the type's own default

  explicit operator bool() const { return given; }
  const T &operator*() const { return value; }
  const T *operator->() const { return &value; }
};

} // namespace localoffer
