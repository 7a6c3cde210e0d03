// Patterns over the phrases of a view: sequences with gaps, alternatives, values, exclusions. A hit is the
// shortest from its first word on; inside a longer pattern every end counts, so that ("a" ..2 "b") "c" finds
// "a b b c".
#pragma once

#include "match/view.hpp"

namespace lacuna::match {

class PatternReader {
  public:
    explicit PatternReader(View& view) : view_(view), code_(*view.act().code) {}
    [[nodiscard]] Hits read(ConceptId id, Ends ends = Ends::shortest);

  private:
    [[nodiscard]] Hits read(program::NodeId id, Ends ends);
    [[nodiscard]] Hits read_sequence(program::PatternNode const& node, Ends ends);
    [[nodiscard]] Hits read_alternatives(program::PatternNode const& node, Ends ends);

    View& view_;
    program::LanguageCode const& code_;
};

// Sorted, without doubles.
void tidy(Hits& hits);
// Takes away the hits that share a word with one of `unwanted`. Both sorted by begin.
void remove_overlaps(Hits& hits, Hits const& unwanted);

}  // namespace lacuna::match
