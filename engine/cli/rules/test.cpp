#include <fmt/format.h>

#include <ostream>

#include "base/render.hpp"
#include "base/suggest.hpp"
#include "cli/rules/rules.hpp"
#include "match/evaluate.hpp"
#include "program/compile.hpp"

namespace lacuna::cli {

int rules_test(Session& session, RulesOptions const& options) {
    auto const pack = read_rules(session, paths_of(options));
    if (session.diagnostics.errors() > 0) return Exit::input_error;
    auto const program = program::compile(pack, session.diagnostics);
    if (!program) return Exit::input_error;
    Diagnostics failures;
    auto const sum = match::run_tests(*program, pack, options.only, failures);
    for (auto const& failure :
         failures.sorted()) {  // a failed example is a finding, not an error of the input
        session.out << render(failure, session.sources, {session.colour_out(), 110});
    }
    if (sum.passed + sum.failed + sum.todo == 0 && !options.only.empty()) {
        std::vector<std::string> names;
        for (auto const& file : pack.files)
            for (auto const& one : file.tests) names.push_back(one.name.text);
        auto const near = suggest(options.only, names);
        session.diagnostics.add(
            diagnose(Code::rule_unknown_name, {}, fmt::format("no test is called '{}'", options.only),
                     near.empty() ? "a test is called as the measure or the concept that it tests"
                                  : fmt::format("did you mean '{}'?", near)));
        return Exit::input_error;
    }
    session.out << fmt::format("{} passed, {} failed, {} known misses{}\n", sum.passed, sum.failed, sum.todo,
                               read_from(options));
    return sum.failed > 0 ? Exit::findings : Exit::done;
}

}  // namespace lacuna::cli
