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

// How much each act is about the matter of the instrument, by DocumentId, 0 … 1: the share of its units that
// answer some obligation, held against the act with most of them. A cybercrime act stands above a penal code
// that has a stray clause.
[[nodiscard]] std::vector<double> focus_of(program::Instrument const& instrument, akn::StatuteSet const& set,
                                           match::Findings const& findings);

// Whether `a` answers the obligation better than `b`: verdict, elements, then the act that is more about the
// matter, then nearer the front of the law. Of two that cover in part, the one of which less has to be
// changed.
[[nodiscard]] bool better(match::Findings const& findings, std::vector<double> const& focus, Judged const& a,
                          Judged const& b);

// Calls `visit` for each measure of the tree, each once, in the order written.
[[nodiscard]] std::vector<MeasureId> measures_of(program::Meets const& meets);

}  // namespace lacuna::coverage
