#pragma once

#include <cstdint>
#include <vector>

namespace localoffer {

/// One step of turning one list into another: an item that both have, or that one of them has.
struct EditStep {
  enum class Kind { same, removed, added };
  Kind kind = Kind::same;
  std::size_t before = 0; ///< index; of an added item: where it would stand
  std::size_t after = 0;  ///< index; of a removed item: where it would stand

  bool operator==(const EditStep &) const = default;
};

/// The fewest steps that turn one list of numbers into the other, in order; where items stand one for
/// another, what is removed comes first. Lists that differ nearly everywhere are told as wholly removed and
/// wholly added between what they begin and end with alike: what is the same by chance says nothing.
std::vector<EditStep> edit_script(const std::vector<std::uint32_t> &before,
                                  const std::vector<std::uint32_t> &after);

/// The same for words of a text, of which `space` is the number of a space. A space that stands alone between
/// two differences is a difference too, and what is new does not end with one if it need not.
std::vector<EditStep> word_script(const std::vector<std::uint32_t> &before,
                                  const std::vector<std::uint32_t> &after, std::uint32_t space);

} // namespace localoffer
