// Elements named in conditions: `gate = conduct and authority-word in section`. The name of an element that
// stands above it, or of any in `gate` and `unless`, stands for that element's condition, so that an author
// writes it once. It is written out before anything else reads the measure.
#pragma once

#include "dsl/ast.hpp"

namespace lacuna::dsl {

// Only where a whole condition may stand: below `and`, `or` and `not`. Elsewhere (`near`, `in section` …) the
// name is left, and told as an error. `needs` names elements by itself.
void write_out_elements(Measure& measure);

// Parts of conditions that one measure may gain so: names that each double the one before would fill the
// memory. A name that would make it more is left, and told as an error.
inline constexpr std::size_t most_element_parts = 4096;

}  // namespace lacuna::dsl
