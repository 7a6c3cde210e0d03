// A comparison of two reports, printed or written as a command was asked to, and the exit code it gives.
#pragma once

#include <optional>
#include <string>

#include "cli/session.hpp"
#include "cli/write_outputs.hpp"
#include "report/compare/comparison.hpp"

namespace lacuna::cli {

// The report of an earlier run, as `lacuna check -o run.json` wrote it. Nothing, and an error (F001 …, D001,
// D002), when the file is none.
[[nodiscard]] std::optional<report::Report> read_run(Session& session, std::string const& path);

// Text, JSON, HTML, Word or Markdown. 1 when `fail_on_fell` is set and a duty fell or is gone.
[[nodiscard]] int show_comparison(Session& session, report::Comparison const& comparison,
                                  Outputs const& outputs, bool fail_on_fell);

}  // namespace lacuna::cli
