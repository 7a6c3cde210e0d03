// The parts of the page of a matrix.
#pragma once

#include "report/html_writer.hpp"
#include "report/matrix.hpp"

namespace lacuna::report {

// Where the evidence of an obligation in a country stands in the page.
[[nodiscard]] std::string proof_id(std::size_t country, std::string_view obligation);

[[nodiscard]] std::string html_totals(Matrix const& matrix);  // how many verdicts of each kind
[[nodiscard]] std::string html_matrix(Matrix const& matrix);  // obligations x countries
// A table of offences x pairs for each view of cooperation, and below it the words that say how high each
// offence is punished, to which the cells lead.
[[nodiscard]] std::string html_cooperation(Matrix const& matrix);
[[nodiscard]] std::string html_proofs(Matrix const& matrix);   // what the cells lead to
[[nodiscard]] std::string html_sources(Matrix const& matrix);  // acts read, files not read, what was assumed

}  // namespace lacuna::report
