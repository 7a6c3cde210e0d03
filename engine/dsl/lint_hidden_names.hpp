// Where an element has the name of a concept, and the name, written in another condition of the measure,
// means the element. Private to dsl/.
#pragma once

#include "dsl/checks/symbols.hpp"

namespace lacuna::dsl {

void lint_hidden_names(Measure const& measure, Symbols const& symbols, Diagnostics& found);

}  // namespace lacuna::dsl
