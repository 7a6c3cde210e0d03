// Checks a pack: unknown, doubled and circular names, elements that a kind does not have, patterns that can
// match nothing, gaps and alternations too wide. A pack without errors can be compiled; program/ relies on
// that.
#pragma once

#include "base/diagnostic.hpp"
#include "dsl/ast.hpp"

namespace lacuna::dsl {

void check(Pack const& pack, Diagnostics& diagnostics);
// Warnings of style and completeness, for `rules lint`.
void lint(Pack const& pack, Diagnostics& diagnostics);

}  // namespace lacuna::dsl
