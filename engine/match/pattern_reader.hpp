// Patterns over the phrases of a view: sequences with gaps, alternatives, values, exclusions. A hit is the
// shortest from its first word on; inside a longer pattern every end counts, so that ("a" ..2 "b") "c" finds
// "a b b c".
#pragma once

#include "match/view.hpp"

namespace lacuna::match {

class PatternReader {
  public:
    explicit PatternReader(View& view) : view_(view), code_(*view.act().code), room_(room_of_thread()) {}
    [[nodiscard]] Hits read(ConceptId id, Ends ends = Ends::shortest);

  private:
    struct PartHits {  // of a sequence
        program::Part const* part = nullptr;
        Hits own;
        Hits const* all = nullptr;  // `own`, or the view's
    };
    using Parts = std::span<std::unique_ptr<PartHits> const>;
    struct Reach {  // how far a beginning of a sequence has come
        std::uint32_t end = 0;
        std::uint32_t gap = 0;  // words that may stand before the next part
        std::uint16_t bind = 0;
        double value = 0;
        Through through{};
        auto operator<=>(Reach const&) const = default;
    };
    // What one pattern after another is read with: most find little, and to ask for memory each time would
    // cost as much as to read them.
    struct Room {
        std::vector<std::unique_ptr<PartHits>> parts;  // of a sequence behind those of the one around it
        std::size_t used = 0;                          // of them
        std::vector<Reach> reached, next;              // of read_on()
    };
    class Frame;  // takes parts of the room and gives them back
    [[nodiscard]] static Room& room_of_thread();

    // All of these add to the hits what they find, sorted and without doubles.
    void read(program::NodeId id, Ends ends, Hits& into);
    void read_sequence(program::PatternNode const& node, Ends ends, Hits& into);
    void read_alternatives(program::PatternNode const& node, Ends ends, Hits& into);
    // The hits of a part of a sequence, which may end anywhere: the view's own where it knows them, else they
    // are put into `own`.
    [[nodiscard]] Hits const& read_part(program::NodeId id, Hits& own);
    void read_on(Hit const& first, Parts parts, Hits& found);

    View& view_;
    program::LanguageCode const& code_;
    Room& room_;
};

// Sorted, without doubles, from the row on.
void tidy(Hits& hits, std::size_t from = 0);
// Takes away the hits that share a word with one of `unwanted`. Both sorted by begin.
void remove_overlaps(Hits& hits, Hits const& unwanted);

}  // namespace lacuna::match
