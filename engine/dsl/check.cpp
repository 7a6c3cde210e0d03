#include "dsl/check.hpp"

#include <fmt/format.h>

#include <array>
#include <map>

#include "base/parallel.hpp"
#include "dsl/checks/checks.hpp"
#include "dsl/parse.hpp"

namespace lacuna::dsl {
namespace {

// The first errors of each file; a file of mistakes must not hide those of the others.
void add_first(Diagnostics const& found, std::size_t most, Diagnostics& diagnostics) {
    std::map<SourceId, std::size_t> count;
    for (auto const& one : found.sorted()) {
        auto const seen = ++count[one.span.source];
        if (seen <= most) diagnostics.add(one);
        if (seen == most + 1)
            diagnostics.add(
                diagnose(Code::rule_too_many_errors, one.span,
                         fmt::format("further errors of this file, after {}, are not shown", most),
                         "mend these first, then check again"));
    }
}

// What names stand for, and whether they may stand there.
void check_uses(Pack const& pack, Diagnostics& found) {
    Symbols const symbols(pack);
    check_concepts(pack, symbols, found);
    check_measures(pack, symbols, found);
    check_instruments(pack, symbols, found);
    check_tests(pack, symbols, found);
    check_cycles(pack, symbols, found);
}

// What needs no name of another declaration.
void check_forms(Pack const& pack, Diagnostics& found) {
    check_duplicates(pack, found);
    check_patterns(pack, found);
    check_quantities(pack, found);
}

}  // namespace

void check(Pack const& pack, Diagnostics& diagnostics, unsigned threads) {
    // Side by side; the order in which mistakes are found changes nothing.
    constexpr std::array parts{check_uses, check_forms};
    std::array<Diagnostics, parts.size()> of_part;
    for_each_row(parts.size(), threads,
                 [&](std::size_t, std::size_t row) { parts[row](pack, of_part[row]); });
    Diagnostics found;
    for (auto const& one : of_part) found.add(one);
    add_first(found, ParseLimits().max_errors, diagnostics);
}

}  // namespace lacuna::dsl
