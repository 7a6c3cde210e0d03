// The long form of the text report: every obligation, element by element, with the words of the law.
#pragma once

#include "report/report.hpp"
#include "report/text_style.hpp"

namespace lacuna::report {

[[nodiscard]] std::string text_details(Report const& report, TextStyle const& style);

}  // namespace lacuna::report
