// Which measures are worth evaluating in which units: those whose rarest needed words occur there. "Rarest"
// is counted in the set itself.
#pragma once

#include <vector>

#include "match/set_text.hpp"

namespace lacuna::match {

struct Candidate {
    DocumentId document;
    std::uint32_t unit = 0;
    std::vector<MeasureId> measures;  // sorted
};

// In the order of the set; units without a measure are left out. `wanted` by MeasureId; empty: all.
[[nodiscard]] std::vector<Candidate> find_candidates(SetText const& set, std::vector<bool> const& wanted);

}  // namespace lacuna::match
