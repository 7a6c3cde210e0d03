// What to do about a gap: what a provision must say, where it stands today, and what would permit less. All
// from the rows of the report itself.
#pragma once

#include "report/report.hpp"

namespace lacuna::report {

// Fills the advice of every obligation that is a gap, partial or reserved, or that reaches further than
// asked.
void add_advice(Report& report);

// Whether the obligation is one that somebody should do something about.
[[nodiscard]] bool open(ObligationRow const& row);

}  // namespace lacuna::report
