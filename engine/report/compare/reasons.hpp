// Why an obligation changed, and what differs between two runs as a whole. Private to the comparison.
#pragma once

#include "report/compare/evidence.hpp"

namespace lacuna::report {

struct Sides {
    Report const& a;
    Report const& b;
    Known const& known_a;
    Known const& known_b;
};

// Rules, date, acts, bills, files that could not be read.
[[nodiscard]] std::vector<Difference> differences(Sides const& sides);
// Why the row changed; never empty: what cannot be said is said to be so.
[[nodiscard]] std::vector<Reason> reasons(Sides const& sides, ChangeRow const& row);

}  // namespace lacuna::report
