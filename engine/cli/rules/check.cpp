#include <fmt/format.h>

#include <ostream>

#include "cli/rules/named_rules.hpp"
#include "program/compile.hpp"

namespace lacuna::cli {
namespace {

struct Totals {
    std::size_t files = 0, concepts = 0, measures = 0, obligations = 0, tests = 0;
};

// "1 file", "2 files".
[[nodiscard]] std::string counted(std::size_t count, std::string_view what) {
    return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

[[nodiscard]] Totals totals(NamedRules const& rules) {
    Totals sum;
    for (auto const& file : rules.pack.files) {
        if (!rules.is_asked(file.source)) continue;
        ++sum.files;
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
    auto const rules = read_named(session, options);
    if (session.diagnostics.errors() == 0) (void)program::compile(rules.pack, session.diagnostics);
    if (session.diagnostics.errors() > 0) return Exit::input_error;
    check_kinds_of_law(session, rules.pack);
    auto const sum = totals(rules);
    if (!session.quiet)
        session.out << fmt::format("{}{} {} right: {}, {}, {}, {}\n", counted(sum.files, "file"), rules.where,
                                   sum.files == 1 ? "is" : "are", counted(sum.concepts, "concept"),
                                   counted(sum.measures, "measure"), counted(sum.obligations, "obligation"),
                                   counted(sum.tests, "test"));
    return Exit::done;
}

}  // namespace lacuna::cli
