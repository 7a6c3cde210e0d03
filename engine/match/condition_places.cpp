#include "match/condition_places.hpp"

#include <algorithm>

namespace lacuna::match {
namespace {

using ConditionKind = dsl::Condition::Kind;

std::vector<ConceptId> const no_concepts;

void insert_passages(text::Unit const& unit, PlaceSet& into) {
    into.insert(unit.passage_begin, unit.passage_end);
}

}  // namespace

std::vector<ConceptId> const& ConditionPlaces::concepts_of(program::ConditionNode const& value) const {
    return value.value == 0 ? no_concepts : set_.concepts_of_bind[act_.text.language][value.value - 1];
}

PlaceSet ConditionPlaces::of_words(program::ConditionId id) const {
    auto const& node = program_.at(id);
    if (node.kind == ConditionKind::value) {
        auto places = none();
        for (auto const row : concepts_of(node)) places.unite(act_.places.of(row));
        return places;
    }
    if (node.child_begin == node.child_end) return PlaceSet(act_.places.of(ConceptId(node.value)));
    auto places = of_words(program_.condition_children[node.child_begin]);
    for (auto row = node.child_begin + 1; row < node.child_end; ++row) {
        auto const other = of_words(program_.condition_children[row]);
        if (node.kind == ConditionKind::any)
            places.unite(other.words());
        else
            places.intersect(other.words());
    }
    return places;
}

PlaceSet::Words ConditionPlaces::known_words(program::ConditionId id) const {
    auto const& node = program_.at(id);
    if (node.kind != ConditionKind::value && node.child_begin == node.child_end)
        return act_.places.of(ConceptId(node.value));
    auto known = known_.find(id);
    if (known == known_.end()) known = known_.emplace(id, of_words(id)).first;
    return known->second.words();
}

bool ConditionPlaces::may_hold(program::ConditionId id, std::uint32_t place) const {
    return PlaceSet::has(known_words(id), place);
}

std::uint32_t ConditionPlaces::next(program::ConditionId id, std::uint32_t place, std::uint32_t end) const {
    return PlaceSet::next(known_words(id), place, end);
}

PlaceSet ConditionPlaces::of(MeasureId measure, program::ConditionId id,
                             std::vector<dsl::Scope> const& scopes) const {
    auto const& node = program_.at(id);
    if (node.is_element) return of(measure, program_.at(measure).elements[node.value], scopes);
    if (node.spans || node.kind == ConditionKind::value) return in_scopes(id, scopes);
    switch (node.kind) {
        case ConditionKind::scoped: {
            auto const child = program_.condition_children[node.child_begin];
            return node.part_headed.valid() ? all() : of(measure, child, node.scopes);
        }
        case ConditionKind::measure:
        case ConditionKind::refers_to:
            return set_.found[node.value].empty() ? none() : all();
        case ConditionKind::defines: {
            PlaceSet places(act_.places.of(ConceptId(node.value)));
            places.intersect(act_.defining().words());
            return places;
        }
        case ConditionKind::heading_has:
            return under_headings(of_words(program_.condition_children[node.child_begin]));
        case ConditionKind::all:
        case ConditionKind::any:
            return of_children(measure, node, scopes);
        case ConditionKind::at_least:
            return at_least(measure, node, scopes);
        default:
            return all();
    }
}

// First the children that cost nothing but a look into the index: where they leave no place, the others are
// not asked.
PlaceSet ConditionPlaces::of_children(MeasureId measure, program::ConditionNode const& node,
                                      std::vector<dsl::Scope> const& scopes) const {
    bool const any = node.kind == ConditionKind::any;
    auto places = any ? none() : all();
    auto const add = [&](PlaceSet::Words of_child) {
        if (any)
            places.unite(of_child);
        else
            places.intersect(of_child);
    };
    auto const children =
        std::span(program_.condition_children).subspan(node.child_begin, node.child_end - node.child_begin);
    for (auto const child : children)
        if (is_of_passage(child, scopes)) add(act_.places.of(ConceptId(program_.at(child).value)));
    for (auto const child : children) {
        if (!any && places.empty()) break;
        if (!is_of_passage(child, scopes)) add(of(measure, child, scopes).words());
    }
    return places;
}

// Whether it is one concept that is sought in the words of the passage alone: the index has its places.
bool ConditionPlaces::is_of_passage(program::ConditionId id, std::vector<dsl::Scope> const& scopes) const {
    auto const& node = program_.at(id);
    bool const concept_alone = node.spans && node.kind != ConditionKind::value && !node.is_element &&
                               node.child_begin == node.child_end;
    return concept_alone && scopes.size() == 1 && scopes.front() <= dsl::Scope::passage;
}

// reached[n] holds the places in which more than n of the children so far may hold.
PlaceSet ConditionPlaces::at_least(MeasureId measure, program::ConditionNode const& node,
                                   std::vector<dsl::Scope> const& scopes) const {
    if (node.count == 0) return all();
    std::vector<PlaceSet> reached(node.count, none());
    for (auto row = node.child_begin; row < node.child_end; ++row) {
        auto const child = of(measure, program_.condition_children[row], scopes);
        for (auto n = node.count - 1; n > 0; --n)
            reached[n].unite_common(reached[n - 1].words(), child.words());
        reached.front().unite(child.words());
    }
    return reached.back();
}

PlaceSet ConditionPlaces::in_scopes(program::ConditionId id, std::vector<dsl::Scope> const& scopes) const {
    auto const has = [&](dsl::Scope scope) {
        return std::find(scopes.begin(), scopes.end(), scope) != scopes.end();
    };
    if (has(dsl::Scope::set)) return all();                      // another act may say it
    if (has(dsl::Scope::act) && set_.has_parts()) return all();  // or the act in its other language
    if (scopes.empty()) return none();
    auto own = of_words(id);
    if (own.empty()) return own;
    if (*std::max_element(scopes.begin(), scopes.end()) > dsl::Scope::section) return all();
    return has(dsl::Scope::section) ? widened_to_units(own) : own;
}

PlaceSet ConditionPlaces::widened_to_units(PlaceSet const& places) const {
    auto wide = none();
    auto const end = act_.places.passages();
    for (auto at = PlaceSet::next(places.words(), 0, end); at != end;) {
        auto const& unit = act_.text.text.units[act_.text.unit_of_passage[at]];
        insert_passages(unit, wide);
        at = PlaceSet::next(places.words(), unit.passage_end, end);
    }
    return wide;
}

PlaceSet ConditionPlaces::under_headings(PlaceSet const& places) const {
    auto under = none();
    auto const& units = act_.text.text.units;
    for (std::uint32_t unit = 0; unit < units.size(); ++unit)
        if (places.has(act_.places.heading_of(unit))) insert_passages(units[unit], under);
    return under;
}

}  // namespace lacuna::match
