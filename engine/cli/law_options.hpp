// The options of every command that reads statutes.
#pragma once

#include "cli/pipeline.hpp"

namespace CLI {
class App;
}

namespace lacuna::cli {

// Empty when the text has the form of a date, else what to write.
[[nodiscard]] std::string date_problem(std::string const& text);

// With the options on decisions when `options.decided` is set.
void add_law_options(CLI::App& app, LawOptions& options);

}  // namespace lacuna::cli
