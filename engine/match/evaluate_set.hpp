// The inner form of evaluate(), for the tests of rules: texts that are already prepared, and only some
// measures.
#pragma once

#include "match/evaluate.hpp"
#include "match/set_text.hpp"

namespace lacuna::match {

// `wanted` by MeasureId; empty: all. A wanted measure finds only what it asks for if that is wanted too.
[[nodiscard]] Findings evaluate_set(SetText& set, std::vector<bool> const& wanted,
                                    EvaluateOptions const& options);

// For a measure that has neither finding nor near miss, because no unit holds a word of all that it needs:
// the units that hold most of it, nearest first. None when no concept that it needs occurs in any.
[[nodiscard]] std::vector<NearMiss> misses_anywhere(SetText const& set, MeasureId measure, std::size_t most);

// Time that each measure took, when asked for: by MeasureId, in milliseconds.
using MeasureTimes = std::vector<double>;
[[nodiscard]] Findings evaluate_set(SetText& set, EvaluateOptions const& options, MeasureTimes& times);

}  // namespace lacuna::match
