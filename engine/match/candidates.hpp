// Which measures are worth evaluating in which units: those whose needed words all occur there, so that a
// measure costs no more than its rarest word.
#pragma once

#include <vector>

#include "match/set_text.hpp"

namespace lacuna::match {

struct Candidate {
    MeasureId measure;
    PlaceSet units;  // by their rows
};
using Candidates = std::vector<Candidate>;  // sorted by measure; without those that have no unit

// Of one act that a lexicon speaks. `wanted` by MeasureId; empty: all.
[[nodiscard]] Candidates find_candidates(program::Program const& program, PlaceIndex const& places,
                                         std::vector<bool> const& wanted);

}  // namespace lacuna::match
