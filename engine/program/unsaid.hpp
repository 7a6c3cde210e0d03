// What the lexicon of a language has no words for: a measure whose gate or needs name such a concept is never
// found in that language, so that its absence proves nothing; where what excludes it cannot be said, its
// presence proves less.
#pragma once

#include "program/program.hpp"

namespace lacuna::program {

// Fills Measure::unsaid, Measure::unexcluded and Element::unsaid of the catalogue. Wants the clauses of
// concepts and the ranks.
void find_unsaid(Program& program);

}  // namespace lacuna::program
