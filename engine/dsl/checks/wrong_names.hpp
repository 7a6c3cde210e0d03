// A name in a condition that stands for something else than is asked for there: what it stands for, and what
// to write instead. Private to dsl/.
#pragma once

#include <optional>

#include "dsl/checks/symbols.hpp"

namespace lacuna::dsl {

// Where a name stands.
struct NamePlace {
    Measure const* measure = nullptr;       // null: in the gate of a kind
    Kind const* kind = nullptr;             // whose gate it is
    Element const* element = nullptr;       // in whose condition; null: in a gate or after 'unless'
    std::optional<Condition::Kind> around;  // what it stands in, but for 'and', 'or' and 'not'
};

// A name that is no concept, where one is needed.
void report_no_concept(std::string_view name, Span span, NamePlace const& place, Symbols const& symbols,
                       Diagnostics& diagnostics);
// measure(x) or refers to x, of which x is no measure.
void report_no_measure(Condition const& node, Symbols const& symbols, Diagnostics& diagnostics);
// "a, b and 3 more": measures of a kind, as help; empty when there are none.
[[nodiscard]] std::string measures_of_kind(std::string_view kind, Symbols const& symbols);

}  // namespace lacuna::dsl
