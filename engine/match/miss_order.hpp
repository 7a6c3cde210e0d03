// The units of one act without a finding of a measure, those first in which most of what it looks for may
// stand. Told from the index alone, for all units at once; most are never asked for.
#pragma once

#include <optional>
#include <vector>

#include "match/unit_findings.hpp"

namespace lacuna::match {

class MissOrder {
  public:
    // All must stay where they are.
    MissOrder(SetText const& set, MeasureId measure, Sought const& sought);
    // The next unit, with the most that its strength can be; none when nothing of the measure may stand in
    // those that are left.
    [[nodiscard]] std::optional<Missed> next();

  private:
    void count(std::vector<ConceptId> const& looked_for);
    void find_needing();
    // Units of one level: `level` says how many concepts may stand in them, and, in its upper half, that all
    // that the measure needs may.
    [[nodiscard]] PlaceSet of_level(std::size_t level) const;
    [[nodiscard]] std::size_t levels() const { return 2 * (more_.size() + 1); }

    ActContext const& act_;
    Sought const& sought_;
    std::uint32_t units_;
    std::vector<PlaceSet> more_;  // [n]: units in which more than n of the concepts may stand
    PlaceSet needing_;            // units with a passage in which all that is needed may stand
    std::size_t level_;           // that `now_` is of
    PlaceSet now_;
    std::uint32_t unit_ = 0;  // from which on of `now_` none was given
};

}  // namespace lacuna::match
