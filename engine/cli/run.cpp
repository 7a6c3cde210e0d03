#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <exception>
#include <optional>
#include <ostream>

#include "base/suggest.hpp"
#include "cli/commands.hpp"

namespace lacuna::cli {
namespace {

constexpr auto description =
    R"(Lacuna finds what a country's statutes cover of a convention, and where the gaps are.
Every verdict shows the words of the law that prove it, or the nearest miss.

First steps:
  lacuna check legislation/xa --against uncc         verdicts for a folder of Akoma Ntoso files
  lacuna explain legislation/xa --obligation uncc/7.1   why, or why not
  lacuna show act.xml                                what was read of an act
  lacuna rules check                                 are the rule files right?
  lacuna rules test                                  do their tests pass?)";

constexpr auto footer =
    R"(Exit codes: 0 done, 1 findings above the asked threshold, 2 usage or input error.)";

void add_common(CLI::App& app, Session& session) {
    app.add_option("--color", session.color, "Colours: auto (only on a terminal), always, never")
        ->check(CLI::IsMember({"auto", "always", "never"}))
        ->capture_default_str();
    app.add_flag("-q,--quiet", session.quiet,
                 "No progress, no warnings and no summary beside -o; the report itself is printed");
    app.add_option("--diagnostics", session.diagnostics_format,
                   "Form of errors and warnings on standard error")
        ->check(CLI::IsMember({"text", "json"}))
        ->capture_default_str();
    app.fallthrough();  // so that these may stand after the command too
}

[[nodiscard]] std::vector<Command> all_commands(CLI::App& app) {
    std::vector<Command> commands{check_command(app), explain_command(app), show_command(app)};
    auto rules = rules_commands(app);
    std::move(rules.begin(), rules.end(), std::back_inserter(commands));
    commands.push_back(decide_command(app));
    commands.push_back(matrix_command(app));
    commands.push_back(compare_command(app));
    commands.push_back(evaluate_command(app));
    commands.push_back(dump_command(app));
    return commands;
}

[[nodiscard]] int run_chosen(std::vector<Command> const& commands, Session& session) {
    for (auto const& command : commands) {
        if (!command.app->parsed()) continue;
        auto const code = command.action(session);
        session.out.flush();
        session.show_diagnostics();
        return session.exit_code(code);
    }
    return Exit::input_error;
}

// The first word that should be the name of a command and is none, and the commands among which it stands.
struct Misspelt {
    std::string word;
    std::vector<std::string> known;
};
[[nodiscard]] std::optional<Misspelt> misspelt(int argc, char const* const* argv, CLI::App const& app) {
    auto const* among = &app;
    for (int i = 1; i < argc; ++i) {
        std::string const word = argv[i];
        if (word.starts_with('-')) return std::nullopt;  // an option, and perhaps its value
        std::vector<std::string> known;
        CLI::App const* chosen = nullptr;
        for (auto const* one : among->get_subcommands({})) {
            known.push_back(one->get_name());
            if (one->get_name() == word) chosen = one;
        }
        if (known.empty()) return std::nullopt;
        if (chosen == nullptr) return Misspelt{word, std::move(known)};
        among = chosen;
    }
    return std::nullopt;
}

void report_misspelt(Session& session, Misspelt const& one) {
    auto const near = suggest(one.word, one.known);
    session.diagnostics.add(
        diagnose(Code::rule_unknown_name, {}, fmt::format("no command is called '{}'", one.word),
                 near.empty() ? fmt::format("the commands are {}", fmt::join(one.known, ", "))
                              : fmt::format("did you mean '{}'?", near)));
    session.show_diagnostics();
}

}  // namespace

int run(int argc, char const* const* argv, std::ostream& out, std::ostream& err, Terminal terminal) {
    Session session(out, err, terminal);
    CLI::App app(description, "lacuna");
    app.footer(footer);
    app.set_version_flag("--version", std::string("lacuna ") + LACUNA_VERSION);
    app.require_subcommand(1);
    add_common(app, session);
    auto const commands = all_commands(app);
    if (auto const wrong = misspelt(argc, argv, app)) {
        report_misspelt(session, *wrong);
        return Exit::input_error;
    }
    try {
        app.parse(argc, argv);
        return run_chosen(commands, session);
    } catch (CLI::ParseError const& error) {
        auto const code = app.exit(error, out, err);
        return code == 0 ? int{Exit::done} : int{Exit::input_error};
    } catch (std::exception const& error) {  // out of memory, a library's last word: never a crash
        err << "lacuna: " << error.what() << '\n';
        return Exit::input_error;
    }
}

}  // namespace lacuna::cli
