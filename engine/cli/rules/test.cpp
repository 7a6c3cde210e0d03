#include <fmt/format.h>

#include <ostream>
#include <set>

#include "base/one_line.hpp"
#include "base/render.hpp"
#include "base/suggest.hpp"
#include "base/utf8.hpp"
#include "cli/rules/named_rules.hpp"
#include "dsl/check.hpp"
#include "match/evaluate.hpp"
#include "program/compile.hpp"

namespace lacuna::cli {
namespace {

// Each known miss with its place, as file:line:column, and the beginning of its text.
void list_known_misses(Session& session, dsl::Pack const& pack, std::string const& only) {
    constexpr std::size_t shown = 70;
    for (auto const& file : pack.files)
        for (auto const& test : file.tests)
            for (auto const& example : test.examples) {
                if (example.kind != dsl::Example::Kind::todo || !dsl::is_called(test.name.text, only))
                    continue;
                auto const& source = session.sources.at(example.span.source);
                auto const at = source.position(example.span.begin);
                session.out << fmt::format("{}:{}:{}: todo of {} in {}: {}\n", source.name(), at.line,
                                           at.column, test.name.text, test.language,
                                           utf8::truncate(one_line(example.text.value), shown));
            }
}

void add_unknown_test(Session& session, dsl::Pack const& pack, std::string const& name) {
    std::vector<std::string> names;
    for (auto const& file : pack.files)
        for (auto const& one : file.tests) names.push_back(one.name.text);
    auto const near = suggest(name, names);
    session.diagnostics.add(diagnose(Code::rule_unknown_name, {}, fmt::format("no test is called '{}'", name),
                                     near.empty()
                                         ? "a test is called as the measure or the concept that it tests"
                                         : fmt::format("did you mean '{}'?", near)));
}

// The pack with the tests that stand in the files that were asked about, or are of what these declare.
[[nodiscard]] dsl::Pack const& only_asked(NamedRules& rules) {
    auto const names = names_asked(rules);
    for (auto& file : rules.pack.files)
        if (!rules.is_asked(file.source))
            std::erase_if(file.tests, [&](auto const& test) { return !names.contains(test.name.text); });
    return rules.pack;
}

}  // namespace

int rules_test(Session& session, RulesOptions const& options) {
    auto rules = read_named(session, options);
    if (session.diagnostics.errors() > 0) return Exit::input_error;
    auto const program = program::compile(rules.pack, session.diagnostics);
    if (!program) return Exit::input_error;
    auto const& pack = only_asked(rules);
    Diagnostics failures;
    auto const sum = match::run_tests(*program, pack, options.only, failures);
    for (auto const& failure :
         failures.sorted()) {  // a failed example is a finding, not an error of the input
        session.out << render(failure, session.sources, {session.colour_out(), 110});
    }
    if (sum.passed + sum.failed + sum.todo == 0 && !options.only.empty()) {
        add_unknown_test(session, pack, options.only);
        return Exit::input_error;
    }
    if (options.todo) list_known_misses(session, pack, options.only);
    session.out << fmt::format("{} passed, {} failed, {} known misses{}\n", sum.passed, sum.failed, sum.todo,
                               rules.where);
    return sum.failed > 0 ? Exit::findings : Exit::done;
}

}  // namespace lacuna::cli
