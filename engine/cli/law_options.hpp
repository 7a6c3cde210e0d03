// The options of every command that reads statutes.
#pragma once

#include "cli/pipeline.hpp"

namespace CLI {
class App;
}

namespace lacuna::cli {

void add_law_options(CLI::App& app, LawOptions& options);

}  // namespace lacuna::cli
