#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <iostream>

#include "cli/commands.hpp"

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN);  // a reader that stops early, such as `head`, is no error
    auto const* no_color = std::getenv("NO_COLOR");
    lacuna::cli::Terminal const terminal{::isatty(STDOUT_FILENO) == 1, ::isatty(STDERR_FILENO) == 1,
                                         no_color != nullptr && *no_color != '\0'};
    return lacuna::cli::run(argc, argv, std::cout, std::cerr, terminal);
}
