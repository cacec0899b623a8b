#pragma once

#include "base/chart.hpp"

#include <string>

namespace localoffer {

/// True when one of the three kinds holds something. A bar whose parts are all 0 counts: zero is shown as
/// zero.
bool has_something_to_draw(const Chart &chart);

/// The chart as one <svg> element to stand in a page, or two where it was another one earlier; empty when
/// there is nothing to draw. It has no style attribute and no script: colours, strokes and text sizes come
/// from the theme's styles by class, only geometry is here. Its text is meant to be 15 units high in a
/// drawing 360 units wide, so that it can be read on the narrowest phone. For screen readers it is one image
/// named by the chart's message; the page gives the numbers as a table.
std::string draw(const Chart &chart);

} // namespace localoffer
