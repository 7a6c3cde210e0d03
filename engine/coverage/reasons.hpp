// Why a verdict is what it is, in one sentence.
#pragma once

#include "coverage/assessment.hpp"

namespace lacuna::coverage {

// The elements in it are called as their kind calls them.
[[nodiscard]] std::string reason_of(program::Catalogue const& catalogue,
                                    program::Obligation const& obligation, ObligationResult const& result,
                                    akn::StatuteSet const& set, match::Findings const& findings);

}  // namespace lacuna::coverage
