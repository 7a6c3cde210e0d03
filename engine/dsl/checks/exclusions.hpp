// What `but not` always takes away. Private to dsl/.
#pragma once

#include "dsl/ast.hpp"

namespace lacuna::dsl {

// Written alike: the same words, names and gaps.
[[nodiscard]] bool same_pattern(Pattern const& a, Pattern const& b);
// Every place of `branch` holds a place of `exclusion`, whatever the text. False where that is not certain.
[[nodiscard]] bool always_excluded(Pattern const& branch, Pattern const& exclusion);
// Whatever the second finds, the first finds too, and in the same place: "access*" and "accessor*".
[[nodiscard]] bool covers(Pattern const& wide, Pattern const& narrow);

}  // namespace lacuna::dsl
