#include "match/candidates.hpp"

#include <algorithm>

namespace lacuna::match {
namespace {

// The units in which every clause has a phrase.
[[nodiscard]] PlaceSet units_with(program::Clauses const& clauses, PlaceIndex const& places) {
    bool const stands = std::all_of(clauses.begin(), clauses.end(), [&](program::Clause const& clause) {
        return std::any_of(clause.begin(), clause.end(),
                           [&](program::GroupId group) { return places.stands(group); });
    });
    PlaceSet all(places.unit_words());
    if (!stands) return all;
    all.insert(0, static_cast<std::uint32_t>(places.act().text.units.size()));
    for (auto const& clause : clauses) {
        PlaceSet any(places.unit_words());
        for (auto const group : clause) places.add_units_with(group, any);
        all.intersect(any.words());
        if (all.empty()) break;
    }
    return all;
}

}  // namespace

Candidates find_candidates(program::Program const& program, PlaceIndex const& places,
                           std::vector<bool> const& wanted) {
    Candidates found;
    for (std::size_t row = 0; row < program.measures.size(); ++row) {
        auto const& measure = program.measures[row];
        if (!measure.needs.valid() || (!wanted.empty() && !wanted[row])) continue;
        auto units = units_with(measure.clauses[places.act().language], places);
        if (!units.empty()) found.push_back({MeasureId(row), std::move(units)});
    }
    return found;
}

}  // namespace lacuna::match
