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
    // The hits of a part of a sequence, which may end anywhere: the view's own where it knows them, else they
    // are put into `own`.
    [[nodiscard]] Hits const& read_part(program::NodeId id, Hits& own);
    [[nodiscard]] Hits read_sequence(program::PatternNode const& node, Ends ends);
    [[nodiscard]] Hits read_alternatives(program::PatternNode const& node, Ends ends);

    struct PartHits {  // of a sequence
        program::Part const* part = nullptr;
        Hits own;
        Hits const* all = nullptr;  // `own`, or the view's
    };
    void read_on(Hit const& first, std::span<PartHits const> parts, Hits& found);

    struct Reach {  // how far a beginning of a sequence has come
        std::uint32_t end = 0;
        std::uint32_t gap = 0;  // words that may stand before the next part
        std::uint16_t bind = 0;
        double value = 0;
        Through through{};
        auto operator<=>(Reach const&) const = default;
    };

    View& view_;
    program::LanguageCode const& code_;
    std::vector<Reach> reached_, next_;  // of read_on(), kept for the next beginning
};

// Sorted, without doubles.
void tidy(Hits& hits);
// Takes away the hits that share a word with one of `unwanted`. Both sorted by begin.
void remove_overlaps(Hits& hits, Hits const& unwanted);

}  // namespace lacuna::match
