// Why a verdict is what it is, in one sentence.
#pragma once

#include "coverage/assessment.hpp"

namespace lacuna::coverage {

[[nodiscard]] std::string reason_of(program::Obligation const& obligation, ObligationResult const& result,
                                    akn::StatuteSet const& set, match::Findings const& findings);

}  // namespace lacuna::coverage
