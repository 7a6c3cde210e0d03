// The articles of the Word document, each obligation in as much room as a reader of paper needs of it.
#pragma once

#include <string>

#include "report/report.hpp"

namespace lacuna::report {

[[nodiscard]] std::string docx_articles(Report const& report);
// What a reader is told once about what is left out of them.
[[nodiscard]] std::string docx_left_out(Report const& report);

}  // namespace lacuna::report
