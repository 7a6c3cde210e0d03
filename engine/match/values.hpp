// Values in a text: numbers in digits and in words, durations, money, dates.
#pragma once

#include "match/view.hpp"

namespace lacuna::match {

[[nodiscard]] Hits read_numbers(View const& view);
// A number and a unit of the lexicon beside it; durations in days, money in units of money.
[[nodiscard]] Hits read_quantities(View& view, dsl::Quantity::Kind kind);
// Dates written with digits, year first or last; the value is year * 10000 + month * 100 + day.
[[nodiscard]] Hits read_dates(View const& view);

}  // namespace lacuna::match
