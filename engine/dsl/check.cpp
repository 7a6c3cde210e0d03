#include "dsl/check.hpp"

#include <fmt/format.h>

#include <map>

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

}  // namespace

void check(Pack const& pack, Diagnostics& diagnostics) {
    Symbols const symbols(pack);
    Diagnostics found;
    check_duplicates(pack, found);
    check_concepts(pack, symbols, found);
    check_quantities(pack, found);
    check_measures(pack, symbols, found);
    check_instruments(pack, symbols, found);
    check_tests(pack, symbols, found);
    check_cycles(pack, symbols, found);
    add_first(found, ParseLimits().max_errors, diagnostics);
}

}  // namespace lacuna::dsl
