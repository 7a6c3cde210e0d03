// What a measure looks for and a set says nowhere: the reason why no provision comes near it.
#pragma once

#include <vector>

#include "match/set_text.hpp"

namespace lacuna::match {

// Of the concepts without which the measure cannot be found, those that stand in no act of the set, in the
// order written; not all, because only the phrases are looked at and not how they stand to each other. Empty
// when what it needs stands somewhere, if never together.
[[nodiscard]] std::vector<ConceptId> absent_concepts(SetText const& set, MeasureId measure);

}  // namespace lacuna::match
