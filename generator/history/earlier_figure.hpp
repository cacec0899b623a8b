#pragma once

#include "history/status_counter.hpp"

#include <optional>
#include <string>

namespace localoffer {

/// The field of an observation that stands where its value is not shown, and its key among a record's facts.
inline constexpr std::string_view hidden_figure = "observations[].hidden";
std::string hidden_fact(const std::string &item);

/// The figure before another one.
struct EarlierFigure {
  std::string item;  ///< as in Event: its date, and its area where it has one
  std::string value; ///< a number
  int trend = 0;     ///< whether the later one is better (1) or worse (-1); 0: the same, or nobody said
};

/// Of a measure's facts: the newest figure of the same area before the one that `item` names. Nothing for the
/// first one.
std::optional<EarlierFigure> earlier_figure(const Facts &measure, const std::string &item);

} // namespace localoffer
