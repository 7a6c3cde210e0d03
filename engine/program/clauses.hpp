// What must occur in a text for a pattern or a measure to have a chance: the filter that keeps the cost of
// many rules low. A clause is a set of groups of which at least one must occur; a pattern without clauses can
// match anywhere, one with an empty clause nowhere.
#pragma once

#include "program/program.hpp"

namespace lacuna::program {

// Fills ConceptCode::clauses of every concept.
void find_clauses(LanguageCode& code);
// Fills MeasureCode::clauses of every measure for one language, which must have its place in each. Languages
// may be filled side by side.
void find_clauses(Program& program, std::size_t language);

}  // namespace lacuna::program
