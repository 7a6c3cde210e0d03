// The reviewers' decisions beside the computed verdict, in each format.
#pragma once

#include "report/build_provision.hpp"
#include "report/report.hpp"
#include "report/text_style.hpp"

namespace lacuna::report {

[[nodiscard]] std::vector<DecisionRow> decision_rows(Material const& material,
                                                     country::Selection const& selection,
                                                     coverage::ObligationResult const& result);

// One line: "override to covered, by A. Reader on 2026-03-01: section 8(1) of Cybercrime Act".
[[nodiscard]] std::string decision_line(DecisionRow const& row);
// The reason, and why the decision is not obeyed.
[[nodiscard]] std::string decision_words(DecisionRow const& row);
// Empty when nobody decided anything.
[[nodiscard]] std::string text_decisions(ObligationRow const& row, TextStyle const& style);
[[nodiscard]] std::string html_decisions(ObligationRow const& row);

}  // namespace lacuna::report
