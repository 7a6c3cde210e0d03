// What must occur in a text for a pattern or a measure to have a chance: the filter that keeps the cost of
// many rules low. A clause is a set of groups of which at least one must occur; a pattern without clauses can
// match anywhere, one with an empty clause nowhere.
#pragma once

#include "program/program.hpp"

namespace lacuna::program {

// Fills ConceptCode::clauses of every concept.
void find_clauses(LanguageCode& code);
// Both must hold.
[[nodiscard]] Clauses both(Clauses a, Clauses const& b);
// One of them must hold.
[[nodiscard]] Clauses either(std::vector<Clauses> const& branches);
// Fills MeasureCode::clauses of every measure.
void find_clauses(Program& program);

}  // namespace lacuna::program
