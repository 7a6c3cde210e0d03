// Why a measure was not found: the passages that came nearest, or what no passage speaks of.
#pragma once

#include "match/evaluate_set.hpp"
#include "match/unit_findings.hpp"

namespace lacuna::match {

// Adds to what was found the near misses of each measure; where it has none and was not found either, what
// the set never says. `sought` by measure, of those that are explained; `wanted` by measure too, empty: all.
// `times`: as RankReader::read().
void add_near_misses(SetText const& set, std::vector<bool> const& wanted, EvaluateOptions const& options,
                     std::vector<std::vector<Sought>> const& sought, Findings& into, MeasureTimes* times);

// For a measure that has neither finding nor near miss, because no unit holds a word of all that it needs:
// the units that hold most of it, nearest first. None when no concept that it needs occurs in any.
[[nodiscard]] std::vector<NearMiss> misses_anywhere(SetText const& set, MeasureId measure, std::size_t most);

}  // namespace lacuna::match
