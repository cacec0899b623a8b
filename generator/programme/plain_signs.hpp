#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace localoffer {

/// A text as it would be typed: a blank for each kind of blank ("&nbsp;" too), "-" for each dash, "@" for
/// "[at]", and nothing for signs without a width. Text that is pasted from a word processor has all of them.
class PlainSigns {
public:
  explicit PlainSigns(std::string_view text);

  const std::string &text() const { return text_; }
  /// The byte of the original at which this byte of the plain text stands; of its end, the original's end.
  std::size_t original(std::size_t at) const { return at_.empty() ? at : at_[at]; }

private:
  void take(std::string_view text);

  std::string text_;
  std::vector<std::uint32_t> at_; ///< empty where nothing had to be changed
};

} // namespace localoffer
