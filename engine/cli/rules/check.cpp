#include <fmt/format.h>

#include <ostream>

#include "cli/rules/rules.hpp"
#include "program/compile.hpp"

namespace lacuna::cli {
namespace {

struct Totals {
    std::size_t concepts = 0, measures = 0, obligations = 0, tests = 0;
};

[[nodiscard]] Totals totals(dsl::Pack const& pack) {
    Totals sum;
    for (auto const& file : pack.files) {
        sum.concepts += file.concepts.size();
        sum.measures += file.measures.size();
        sum.tests += file.tests.size();
        for (auto const& instrument : file.instruments)
            for (auto const& article : instrument.articles) sum.obligations += article.obligations.size();
    }
    return sum;
}

}  // namespace

int rules_check(Session& session, RulesOptions const& options) {
    auto const pack = read_rules(session, paths_of(options));
    if (session.diagnostics.errors() == 0) (void)program::compile(pack, session.diagnostics);
    if (session.diagnostics.errors() > 0) return Exit::input_error;
    auto const sum = totals(pack);
    if (!session.quiet)
        session.out << fmt::format("{} files are right: {} concepts, {} measures, {} obligations, {} tests\n",
                                   pack.files.size(), sum.concepts, sum.measures, sum.obligations, sum.tests);
    return Exit::done;
}

}  // namespace lacuna::cli
