// In which places of an act a condition may hold: all in which it does, and few others. Follows the
// conditions as UnitReader does, but with sets of places instead of words.
#pragma once

#include <unordered_map>
#include <vector>

#include "match/set_text.hpp"

namespace lacuna::match {

class ConditionPlaces {
  public:
    ConditionPlaces(SetText const& set, ActContext const& act)
        : set_(set), program_(*set.program), act_(act) {}

    // Passages of which a condition that is sought in the scopes may say yes. `measure` resolves the names of
    // elements.
    [[nodiscard]] PlaceSet of(MeasureId measure, program::ConditionId id,
                              std::vector<dsl::Scope> const& scopes) const;
    // Places whose own words may fulfil a condition that gives places in the text, or a value.
    [[nodiscard]] PlaceSet of_words(program::ConditionId id) const;
    // Whether the place is one of these. They are made when they are first asked about.
    [[nodiscard]] bool may_hold(program::ConditionId id, std::uint32_t place) const;
    // The first place from `place` on of which may_hold() says yes; `end` when there is none before it.
    [[nodiscard]] std::uint32_t next(program::ConditionId id, std::uint32_t place, std::uint32_t end) const;

  private:
    [[nodiscard]] PlaceSet of_children(MeasureId measure, program::ConditionNode const& node,
                                       std::vector<dsl::Scope> const& scopes) const;
    [[nodiscard]] bool is_of_passage(program::ConditionId id, std::vector<dsl::Scope> const& scopes) const;
    [[nodiscard]] PlaceSet at_least(MeasureId measure, program::ConditionNode const& node,
                                    std::vector<dsl::Scope> const& scopes) const;
    [[nodiscard]] PlaceSet in_scopes(program::ConditionId id, std::vector<dsl::Scope> const& scopes) const;
    // Every passage of a unit that has one of them.
    [[nodiscard]] PlaceSet widened_to_units(PlaceSet const& places) const;
    // Every passage of a unit whose heading is one of them.
    [[nodiscard]] PlaceSet under_headings(PlaceSet const& places) const;
    [[nodiscard]] std::vector<ConceptId> const& concepts_of(program::ConditionNode const& value) const;
    [[nodiscard]] PlaceSet all() const { return PlaceSet(act_.places.words(), true); }
    [[nodiscard]] PlaceSet none() const { return PlaceSet(act_.places.words()); }

    [[nodiscard]] PlaceSet::Words known_words(program::ConditionId id) const;

    SetText const& set_;
    program::Program const& program_;
    ActContext const& act_;
    mutable std::unordered_map<program::ConditionId, PlaceSet> known_;  // of_words() of those asked about
};

}  // namespace lacuna::match
