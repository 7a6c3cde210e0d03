#include "dsl/check.hpp"

#include "dsl/checks/checks.hpp"

namespace lacuna::dsl {

void check(Pack const& pack, Diagnostics& diagnostics) {
    Symbols const symbols(pack);
    check_duplicates(pack, diagnostics);
    check_concepts(pack, symbols, diagnostics);
    check_quantities(pack, diagnostics);
    check_measures(pack, symbols, diagnostics);
    check_instruments(pack, symbols, diagnostics);
    check_tests(pack, symbols, diagnostics);
    check_cycles(pack, symbols, diagnostics);
}

}  // namespace lacuna::dsl
