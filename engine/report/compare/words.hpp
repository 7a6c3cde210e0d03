// Short phrases about a comparison, the same in every format. Private to the comparison.
#pragma once

#include "report/compare/comparison.hpp"

namespace lacuna::report {

// "12 of 140 obligations changed: 2 fell, 10 rose".
[[nodiscard]] std::string summary_line(Comparison const& comparison);
// "flags: no more broader; now from-bill"; empty when they are the same.
[[nodiscard]] std::string flags_line(ChangeRow const& row);
// Where the row rests on a bill, by that bill's name.
[[nodiscard]] std::vector<std::string> evidence_lines(ChangeRow const& row);
// "Penal Code (Amendment) Bill, 2025 (bill.xml): 7 changes applied, none left out".
[[nodiscard]] std::string bill_line(BillRow const& bill);
// "section 160A of Penal Code: put in after section 160 (section 3 of the bill, bill.xml:96)".
[[nodiscard]] std::string bill_change_line(BillChange const& change);

}  // namespace lacuna::report
