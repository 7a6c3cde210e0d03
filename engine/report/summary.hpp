// What the first screen of every format says: counts, chapters, and what to do first.
#pragma once

#include "report/report.hpp"

namespace lacuna::report {

// Fills counts, chapters and todo from the articles.
void summarise(Report& report);

// The verdicts in the order in which they are shown, best first.
[[nodiscard]] std::vector<std::string> const& verdict_order();
[[nodiscard]] std::uint64_t count_of(Counts const& counts, std::string_view verdict);

}  // namespace lacuna::report
