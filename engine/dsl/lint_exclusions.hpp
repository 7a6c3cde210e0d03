// What is excluded and can take nothing away, because it has no word of what is looked for: mostly an
// alternative that was written after `but not`. Private to dsl/.
#pragma once

#include "dsl/checks/symbols.hpp"

namespace lacuna::dsl {

void lint_exclusions(Concept const& one, Symbols const& symbols, Diagnostics& found);

}  // namespace lacuna::dsl
