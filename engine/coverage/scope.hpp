// Which obligations of an instrument were asked for.
#pragma once

#include "coverage/assessment.hpp"

namespace lacuna::coverage {

// "7" takes an article, "7-17" the articles between, "7.1" an obligation and those below it (7.1.a). Nothing
// asked for takes all.
[[nodiscard]] bool in_scope(program::Obligation const& obligation, Scope const& scope);

}  // namespace lacuna::coverage
