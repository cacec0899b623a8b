#pragma once

#include <random>
#include <string>

namespace bench {

/// Sentences that read like a plan's, chosen at random. The generator is asked for whole numbers alone,
/// because the distributions of the standard library differ between its makers.
class MadeWords {
public:
  explicit MadeWords(unsigned seed) : random_(seed) {}

  int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }

  /// "agree how the council and schools plan speech therapy", without a full stop.
  std::string deed();
  /// A whole sentence of 15 to 25 words.
  std::string sentence();
  /// So many, with a space between them. Two calls in one expression would be made in either order.
  std::string sentences(int count);
  std::string place();
  std::string role();

private:
  std::mt19937 random_;
};

} // namespace bench
