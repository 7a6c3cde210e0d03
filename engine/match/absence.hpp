// What a measure looks for and a set says nowhere: the reason why no provision comes near it.
#pragma once

#include <vector>

#include "match/set_text.hpp"

namespace lacuna::match {

// Of the concepts that the measure needs, those that stand in no act of the set, by ConceptId; not all,
// because only the phrases are looked at and not how they stand to each other.
[[nodiscard]] std::vector<ConceptId> absent_concepts(SetText const& set, MeasureId measure);

}  // namespace lacuna::match
