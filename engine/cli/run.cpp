#include <CLI/CLI.hpp>
#include <exception>
#include <ostream>

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
    app.add_flag("-q,--quiet", session.quiet, "No progress and no warnings; errors only");
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

}  // namespace

int run(int argc, char const* const* argv, std::ostream& out, std::ostream& err, Terminal terminal) {
    Session session(out, err, terminal);
    CLI::App app(description, "lacuna");
    app.footer(footer);
    app.set_version_flag("--version", std::string("lacuna ") + LACUNA_VERSION);
    app.require_subcommand(1);
    add_common(app, session);
    auto const commands = all_commands(app);
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
