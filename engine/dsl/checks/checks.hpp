// The parts of dsl::check, one file each. Private to dsl/.
#pragma once

#include "dsl/checks/symbols.hpp"

namespace lacuna::dsl {

void check_duplicates(Pack const& pack, Diagnostics& diagnostics);
void check_concepts(Pack const& pack, Symbols const& symbols, Diagnostics& diagnostics);
// What patterns can match, and how large they are.
void check_patterns(Pack const& pack, Diagnostics& diagnostics);
void check_words(Pattern const& words, Diagnostics& diagnostics);
void check_quantities(Pack const& pack, Diagnostics& diagnostics);
void check_measures(Pack const& pack, Symbols const& symbols, Diagnostics& diagnostics);
void check_conditions(Measure const& measure, Symbols const& symbols, Diagnostics& diagnostics);
// `value` is what the name that is compared stands for.
void check_comparison(Condition const& node, ValueName const& value, Symbols const& symbols,
                      Diagnostics& diagnostics);
// Help where `n of (…)` asks for none, or for more than there are.
[[nodiscard]] std::string how_many_of(std::size_t count);
void check_gate(Kind const& kind, Symbols const& symbols, Diagnostics& diagnostics);
void check_instruments(Pack const& pack, Symbols const& symbols, Diagnostics& diagnostics);
void check_tests(Pack const& pack, Symbols const& symbols, Diagnostics& diagnostics);
void check_cycles(Pack const& pack, Symbols const& symbols, Diagnostics& diagnostics);

}  // namespace lacuna::dsl
