// How measures meet an obligation together: any of them, each of them, some number of them.
#pragma once

#include "coverage/assessment.hpp"

namespace lacuna::coverage {

struct Met {
    Verdict verdict = Verdict::gap;    // gap, partial or covered
    std::vector<std::string> lacking;  // titles of members of `each of` or `n of` that were not found
    bool broader = false;              // of what carries the verdict
};

// `best` gives the best judged finding of a measure, or none.
struct Best {
    MeasureId measure;
    Judged const* judged = nullptr;
};
[[nodiscard]] Met meet(program::Catalogue const& catalogue, program::Meets const& meets,
                       std::vector<Best> const& best);

}  // namespace lacuna::coverage
