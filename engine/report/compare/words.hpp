// Short phrases about a comparison, the same in every format. Private to the comparison.
#pragma once

#include "report/compare/comparison.hpp"

namespace lacuna::report {

// "12 of 140 obligations changed: 2 fell, 10 rose".
[[nodiscard]] std::string summary_line(Comparison const& comparison);
// Ids of the duties that the second report does not find met, in the order of the instrument.
[[nodiscard]] std::vector<std::string> open_duties(Comparison const& comparison);
// Where the law stands before and after, and what is open after it: "Before: Of 31 duties 20 are met, …",
// "Open after it: 3 duties: 13.b, 16.1, 20.". Nothing where the reports hold no duty.
[[nodiscard]] std::vector<std::string> standing_lines(Comparison const& comparison);
// "flags: no more broader; now from-bill"; empty when they are the same.
[[nodiscard]] std::string flags_line(ChangeRow const& row);
// Where the row rests on a bill, by that bill's name.
[[nodiscard]] std::vector<std::string> evidence_lines(ChangeRow const& row);
// "Penal Code (Amendment) Bill, 2025 (bill.xml): 7 changes applied, none left out".
[[nodiscard]] std::string bill_line(BillRow const& bill);
// "section 160A of Penal Code: put in after section 160 (section 3 of the bill, bill.xml:96)".
[[nodiscard]] std::string bill_change_line(BillChange const& change);

}  // namespace lacuna::report
