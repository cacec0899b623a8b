#include "history/earlier_figure.hpp"

#include <charconv>

namespace localoffer {
namespace {

constexpr std::string_view figure = "observations[].value ";

struct Item {
  std::optional<Date> date;
  std::string area;
};

Item parts_of(const std::string &item) {
  const auto comma = item.find(", ");
  return {parse_date(item.substr(0, comma)), comma == std::string::npos ? "" : item.substr(comma + 2)};
}

std::optional<double> number_of(const std::string &text) {
  double number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

int trend_of(const std::string &before, const std::string &after, const std::string &direction) {
  const auto was = number_of(before), is = number_of(after);
  if (!was || !is || *was == *is || (direction != "up" && direction != "down")) return 0;
  return (*is > *was) == (direction == "up") ? 1 : -1;
}

} // namespace

std::string hidden_fact(const std::string &item) {
  return std::string(hidden_figure) + " " + item;
}

std::optional<EarlierFigure> earlier_figure(const Facts &measure, const std::string &item) {
  const Item wanted = parts_of(item);
  if (!wanted.date) return std::nullopt;
  std::optional<EarlierFigure> found;
  std::optional<Date> found_date;
  for (auto fact = measure.lower_bound(std::string(figure));
       fact != measure.end() && fact->first.starts_with(figure); ++fact) {
    const std::string name = fact->first.substr(figure.size());
    const Item one = parts_of(name);
    if (!one.date || one.area != wanted.area || !(*one.date < *wanted.date)) continue;
    if (!found_date || *found_date < *one.date) {
      found = EarlierFigure{name, fact->second, 0};
      found_date = one.date;
    }
  }
  if (found)
    found->trend =
        trend_of(found->value, value(measure, std::string(figure) + item), value(measure, "direction"));
  return found;
}

} // namespace localoffer
