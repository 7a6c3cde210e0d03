// What one measure has in one unit: its findings, or the passage that came nearest.
#pragma once

#include <optional>

#include "match/unit_reader.hpp"

namespace lacuna::match {

struct Missed {  // the best passage of a unit without a finding
    MeasureId measure;
    DocumentId document;
    std::uint32_t unit = 0, passage = 0;
    std::uint32_t strength = 0;  // larger is nearer
    bool exact = true;           // false: at most that, and another passage may be the best
};

struct UnitFindings {
    std::vector<Finding> findings;
    std::optional<Missed> missed;
};

[[nodiscard]] UnitFindings read_measure(UnitReader& reader, SetText const& set, DocumentId document,
                                        std::uint32_t unit, MeasureId measure);
// Finds the best passage of a unit of which only the most is known. Few units are worth it.
void look_closer(SetText const& set, Missed& missed);
// The near miss in full: every element, and what failed.
[[nodiscard]] NearMiss describe_miss(SetText const& set, Missed const& missed);

}  // namespace lacuna::match
