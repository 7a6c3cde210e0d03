// The body of the Word document: article by article, as country profiles are written.
#pragma once

#include <string>

#include "report/report.hpp"

namespace lacuna::report {

// WordprocessingML, one element a line; every text in it is escaped and without line breaks.
[[nodiscard]] std::string docx_body(Report const& report);

}  // namespace lacuna::report
