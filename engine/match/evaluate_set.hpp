// The inner form of evaluate(), for the tests of rules: texts that are already prepared, and only some
// measures.
#pragma once

#include "match/evaluate.hpp"
#include "match/set_text.hpp"

namespace lacuna::match {

// `wanted` by MeasureId; empty: all. A wanted measure finds only what it asks for if that is wanted too.
[[nodiscard]] Findings evaluate_set(SetText& set, std::vector<bool> const& wanted,
                                    EvaluateOptions const& options);

// Time that each measure took, when asked for: by MeasureId, in milliseconds.
using MeasureTimes = std::vector<double>;
[[nodiscard]] Findings evaluate_set(SetText& set, EvaluateOptions const& options, MeasureTimes& times);

}  // namespace lacuna::match
