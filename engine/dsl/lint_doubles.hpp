// What stands twice, or for nothing: findings of the linter that have one certain remedy. Private to dsl/.
#pragma once

#include "base/diagnostic.hpp"
#include "dsl/ast.hpp"

namespace lacuna::dsl {

// Alternatives that say nothing new, and such as `but not` always takes away.
void lint_doubles(Concept const& one, Diagnostics& found);
// Conditions that are repeated beside each other.
void lint_doubles(Measure const& one, Diagnostics& found);
void lint_doubles(Obligation const& one, Diagnostics& found);
// Examples that are repeated, and names in their lists.
void lint_doubles(Test const& one, Diagnostics& found);

}  // namespace lacuna::dsl
