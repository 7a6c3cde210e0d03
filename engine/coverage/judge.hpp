// One finding held against what an obligation asks: which elements are there, what the law asks beyond what
// is allowed, and whether it covers.
#pragma once

#include "coverage/assessment.hpp"

namespace lacuna::coverage {

// The elements of `obligation.with` that a measure is asked for. Under `each of` the members share the work:
// an element that some member declares is not asked of one that does not.
[[nodiscard]] std::vector<std::string> asked_of(program::Catalogue const& catalogue,
                                                program::Obligation const& obligation, MeasureId measure);

[[nodiscard]] Judged judge(program::Catalogue const& catalogue, program::Obligation const& obligation,
                           match::Findings const& findings, std::uint32_t row);

// Whether `a` answers the obligation better than `b`; then nearer the front of the law.
[[nodiscard]] bool better(match::Findings const& findings, Judged const& a, Judged const& b);

// Calls `visit` for each measure of the tree, each once, in the order written.
[[nodiscard]] std::vector<MeasureId> measures_of(program::Meets const& meets);

}  // namespace lacuna::coverage
