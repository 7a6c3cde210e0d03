// From checked rules to a Program: flat patterns, one automaton for each language, conditions, measures in
// the order in which they can be evaluated. A Program is immutable and may be used by many threads.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/diagnostic.hpp"
#include "dsl/ast.hpp"
#include "program/catalogue.hpp"

namespace lacuna::program {

struct Program;  // program/program.hpp
using ProgramPtr = std::shared_ptr<Program const>;

// The pack must have passed dsl::check without errors; what only shows while compiling (a pattern too large)
// goes to `diagnostics`, and there is then no Program. The languages are compiled side by side; `threads` 0:
// on all cores.
[[nodiscard]] ProgramPtr compile(dsl::Pack const& pack, Diagnostics& diagnostics, unsigned threads = 0);
[[nodiscard]] Catalogue const& catalogue(Program const& program);
// Stable text of the compiled form, for `lacuna dump --stage program` and golden files.
[[nodiscard]] std::string dump(Program const& program);

}  // namespace lacuna::program
