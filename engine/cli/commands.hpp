// The commands, one file each (cmd_*.cpp). Each function adds its sub-command to the parser and gives the
// action that runs it; run() picks the one that was asked for.
#pragma once

#include <functional>
#include <vector>

#include "cli/session.hpp"

namespace CLI {
class App;
}

namespace lacuna::cli {

struct Command {
    CLI::App* app = nullptr;
    std::function<int(Session&)> action;
};

[[nodiscard]] Command check_command(CLI::App& parent);
[[nodiscard]] Command explain_command(CLI::App& parent);
[[nodiscard]] Command show_command(CLI::App& parent);
[[nodiscard]] std::vector<Command> rules_commands(CLI::App& parent);
[[nodiscard]] Command decide_command(CLI::App& parent);
[[nodiscard]] Command matrix_command(CLI::App& parent);
[[nodiscard]] Command compare_command(CLI::App& parent);
[[nodiscard]] Command evaluate_command(CLI::App& parent);
[[nodiscard]] Command dump_command(CLI::App& parent);

// The whole program but for main: parses the arguments, runs the command, shows diagnostics, gives the exit
// code.
[[nodiscard]] int run(int argc, char const* const* argv, std::ostream& out, std::ostream& err,
                      Terminal terminal);

}  // namespace lacuna::cli
