// lacuna rules: the author's tools.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/pipeline.hpp"
#include "dsl/check.hpp"
#include "dsl/format.hpp"
#include "dsl/parse.hpp"

namespace lacuna::cli {
namespace {

struct Options {
    std::vector<std::string> paths;
    std::string only;
    bool check = false;
};

[[nodiscard]] std::vector<std::string> paths_of(Options const& options) {
    return options.paths.empty() ? std::vector{rules_folder("").string()} : options.paths;
}

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

int check(Session& session, Options const& options) {
    auto const pack = read_rules(session, paths_of(options));
    if (session.diagnostics.errors() == 0) (void)program::compile(pack, session.diagnostics);
    if (session.diagnostics.errors() > 0) return Exit::input_error;
    auto const sum = totals(pack);
    if (!session.quiet)
        session.out << fmt::format("{} files are right: {} concepts, {} measures, {} obligations, {} tests\n",
                                   pack.files.size(), sum.concepts, sum.measures, sum.obligations, sum.tests);
    return Exit::done;
}

int test(Session& session, Options const& options) {
    auto const pack = read_rules(session, paths_of(options));
    if (session.diagnostics.errors() > 0) return Exit::input_error;
    auto const program = program::compile(pack, session.diagnostics);
    if (!program) return Exit::input_error;
    Diagnostics failures;
    auto const sum = match::run_tests(*program, pack, options.only, failures);
    session.diagnostics.add(failures);
    if (sum.passed + sum.failed + sum.todo == 0 && !options.only.empty()) {
        session.diagnostics.add(
            diagnose(Code::rule_unknown_name, {}, fmt::format("no test is called '{}'", options.only)));
        return Exit::input_error;
    }
    session.out << fmt::format("{} passed, {} failed, {} known misses\n", sum.passed, sum.failed, sum.todo);
    return sum.failed > 0 ? Exit::findings : Exit::done;
}

int format(Session& session, Options const& options) {
    auto const pack = dsl::read_pack({paths_of(options).begin(), paths_of(options).end()}, session.sources,
                                     session.diagnostics);
    int changed = 0;
    for (auto const& file : pack.files) {
        auto const& source = session.sources.at(file.source);
        auto const text = dsl::format(source, file.source, session.diagnostics);
        if (!text || *text == source.bytes()) continue;
        ++changed;
        session.out << (options.check ? "not formatted: " : "formatted: ") << source.name() << '\n';
        if (!options.check) session.write(source.name(), *text);
    }
    return options.check && changed > 0 ? Exit::findings : Exit::done;
}

int lint(Session& session, Options const& options) {
    auto const pack = read_rules(session, paths_of(options));
    if (session.diagnostics.errors() > 0) return Exit::input_error;
    dsl::lint(pack, session.diagnostics);
    if (session.diagnostics.empty() && !session.quiet) session.out << "nothing to mend\n";
    return session.diagnostics.warnings() > 0 ? Exit::findings : Exit::done;
}

using Action = int (*)(Session&, Options const&);

Command add(CLI::App& rules, char const* name, char const* description, Action action) {
    auto options = std::make_shared<Options>();
    auto* app = rules.add_subcommand(name, description);
    app->add_option("PATH", options->paths,
                    "Rule files or folders (default: $LACUNA_RULES, ./rules, or the bundled ones)");
    if (std::string_view(name) == "test")
        app->add_option("--only", options->only, "Only the tests of this measure or concept");
    if (std::string_view(name) == "fmt")
        app->add_flag("--check", options->check, "Change nothing; exit with 1 if a file is not formatted");
    return {app, [options, action](Session& session) { return action(session, *options); }};
}

}  // namespace

std::vector<Command> rules_commands(CLI::App& parent) {
    auto* rules = parent.add_subcommand("rules", "The rule author's tools: check, test, fmt, lint");
    rules->require_subcommand(1);
    rules->footer("docs/language.md teaches the language of the rules.");
    return {
        add(*rules, "check", "Are the rule files right? Every error with its place, cause and help", check),
        add(*rules, "test", "Run the tests that stand beside the rules", test),
        add(*rules, "fmt", "Write the files in the one format; comments are kept", format),
        add(*rules, "lint", "What is unused, untested, unmet or missing in a language", lint)};
}

}  // namespace lacuna::cli
