#pragma once

namespace localoffer {

/// The parts of a total.
struct HiddenParts {
  double shown = 0;     ///< what those that are shown add up to
  int fewer_than_5 = 0; ///< how many are hidden and stand for 1 to 4
  int protecting = 0;   ///< how many are hidden for the others' sake: each is 0, or 5 and more
};

/// Whether a reader who knows the total, and what each kind of hidden part may be, can work out one that
/// stands for 1 to 4.
bool gives_away(const HiddenParts &parts, double total);

} // namespace localoffer
