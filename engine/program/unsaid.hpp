// What the lexicon of a language has no words for: a measure whose gate or needs name such a concept is never
// found in that language, so that its absence proves nothing; where what excludes it cannot be said, its
// presence proves less.
#pragma once

#include <string>
#include <vector>

#include "program/program.hpp"

namespace lacuna::program {

// What one language lacks of a measure.
struct Unsaid {
    bool measure = false, exclusion = false;
    std::vector<bool> elements;
};

// By measure. Wants the clauses of concepts and the ranks.
[[nodiscard]] std::vector<Unsaid> find_unsaid(Program const& program, LanguageCode const& code);
// Notes them in Measure::unsaid, Measure::unexcluded and Element::unsaid. Call it language by language,
// sorted.
void add_unsaid(std::string const& language, std::vector<Unsaid> const& unsaid, Catalogue& catalogue);

}  // namespace lacuna::program
