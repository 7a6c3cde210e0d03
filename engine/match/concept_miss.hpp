// Why a concept is not found in a text: the part of its pattern that failed. For the author of a test.
#pragma once

#include <string>

#include "match/branch_trace.hpp"

namespace lacuna::match {

// `act` was prepared with the program of dsl::traceable() that `trace` was made for; `declared` is its
// concept.
[[nodiscard]] std::string why_no_concept(BranchTrace const& trace, dsl::Concept const& declared,
                                         ActText const& act);

}  // namespace lacuna::match
