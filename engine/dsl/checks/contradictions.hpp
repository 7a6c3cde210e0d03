// Conditions that can never hold, or always do, whatever a law says. Private to dsl/.
#pragma once

#include "dsl/checks/symbols.hpp"

namespace lacuna::dsl {

// The same question in the same places, wherever the two stand.
[[nodiscard]] bool same_condition(Condition const& a, Condition const& b);
// `a and not a`, `a or not a`, `2 of (a, b, a)`, here and inside.
void check_absurd(Condition const& node, Diagnostics& diagnostics);
// What the measure's gate or `needs` ask for and `unless` rules out. `kind`: that of the measure, or null.
void check_ruled_out(Measure const& measure, Kind const* kind, Diagnostics& diagnostics);

}  // namespace lacuna::dsl
