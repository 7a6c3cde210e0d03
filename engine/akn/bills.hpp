// A bill before it is passed: the changes that it makes to acts of the set are written into them, so that the
// law can be read as it would be. What a bill wrote keeps its origin (Document::origins, bill_texts), and
// each change is told: applied, or not applied and why. No word of the law is understood here: what to do
// follows from the metadata of the bill (textualMod), and where that says nothing, from the numbers of the
// provisions that it quotes.
#pragma once

#include <string>
#include <vector>

#include "akn/set.hpp"

namespace lacuna::akn {

struct BillOutcome {
    struct Change {
        bool applied = false;
        std::string
            text;  // "section 160A of Penal Code: put in after section 160"; not applied: with the cause
        std::string place;  // in the bill: "section 3"
        Span span;          // likewise
    };
    std::string title;
    SourceId source;
    std::vector<Change> changes;  // in the order of the bill; none: an act of its own
};

// Applies the bills, rows of `set`, one after the other to the other acts. The bills stay in the set with the
// text that is their own; what they quote is taken out of them, whether it was applied or not: words that
// stand in no act are law nowhere. `options` as for read_set.
[[nodiscard]] std::vector<BillOutcome> apply_bills(StatuteSet& set, std::vector<DocumentId> const& bills,
                                                   SourceMap& sources, ReadOptions const& options = {});

}  // namespace lacuna::akn
