// The report on a few pages, for somebody who decides: how the law stands, what to read and what to write
// first and why, what is met, and how far the verdicts go. All of it is said by the rows of the report.
#pragma once

#include "report/paper/paper.hpp"
#include "report/report.hpp"

namespace lacuna::report {

[[nodiscard]] Paper brief(Report const& report);

}  // namespace lacuna::report
