#include "match/candidates.hpp"

namespace lacuna::match {
namespace {

// The units in which every clause has a phrase, as places.
[[nodiscard]] PlaceSet units_with(program::Clauses const& clauses, PlaceIndex const& places) {
    PlaceSet all(places.words(), true);
    for (auto const& clause : clauses) {
        PlaceSet any(places.words());
        for (auto const group : clause) any.unite(places.of(group));
        all.intersect(any.words());
        if (all.empty()) break;
    }
    return all;
}

}  // namespace

Candidates find_candidates(program::Program const& program, PlaceIndex const& places,
                           std::vector<bool> const& wanted) {
    Candidates found;
    auto const& act = places.act();
    auto const count = static_cast<std::uint32_t>(act.text.units.size());
    auto const first = places.whole(0), end = places.whole(count);
    for (std::size_t row = 0; row < program.measures.size(); ++row) {
        auto const& measure = program.measures[row];
        if (!measure.needs.valid() || (!wanted.empty() && !wanted[row])) continue;
        auto const set = units_with(measure.clauses[act.language], places);
        Candidate candidate{MeasureId(row), {}};
        for (auto at = PlaceSet::next(set.words(), first, end); at != end;
             at = PlaceSet::next(set.words(), at + 1, end))
            candidate.units.push_back(at - first);
        if (!candidate.units.empty()) found.push_back(std::move(candidate));
    }
    return found;
}

}  // namespace lacuna::match
