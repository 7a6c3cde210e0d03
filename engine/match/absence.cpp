#include "match/absence.hpp"

#include <algorithm>

namespace lacuna::match {
namespace {

[[nodiscard]] bool stands_in(ActContext const& act, ConceptId id) {
    if (act.text.code == nullptr) return false;
    auto const words = act.places.of(id);
    return std::any_of(words.begin(), words.end(), [](std::uint64_t word) { return word != 0; });
}

}  // namespace

std::vector<ConceptId> absent_concepts(SetText const& set, MeasureId measure) {
    std::vector<ConceptId> absent;
    for (auto const id : set.program->at(measure).looked_for)
        if (std::none_of(set.acts.begin(), set.acts.end(),
                         [&](auto const& act) { return stands_in(*act, id); }))
            absent.push_back(id);
    return absent;
}

}  // namespace lacuna::match
