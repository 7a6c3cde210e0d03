// Conditions that give places in a text: concepts, phrases, and how near they stand to each other.
#pragma once

#include "match/view.hpp"

namespace lacuna::match {

// Places in the view at which a span condition holds. Of `a near b` and its kin each place covers both; for
// every a, the nearest b counts.
[[nodiscard]] Hits find_spans(program::Program const& program, program::ConditionId id, View& view);
// The same without a copy of what the view knows; `own` holds them where it does not.
[[nodiscard]] Hits const& find_spans(program::Program const& program, program::ConditionId id, View& view,
                                     Hits& own);
// How `a` and `b` may stand to each other.
struct Nearness {
    std::uint32_t words = 0xFFFF'FFFFu;  // at most so many between
    bool ordered = false;                // a before b
};
[[nodiscard]] Nearness nearness_of(program::ConditionNode const& node);  // of near, before, with
// Words between two hits; 0 when they touch or share words.
[[nodiscard]] std::uint32_t words_between(Hit const& a, Hit const& b);
[[nodiscard]] Hits join(Hits const& a, Hits const& b, Nearness nearness, View const& view);

}  // namespace lacuna::match
