// The way from paths on the command line to an assessment, step by step, as the commands need it. Each step
// adds its diagnostics to the session and gives nothing when it cannot go on.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "akn/bills.hpp"
#include "akn/set.hpp"
#include "cli/session.hpp"
#include "country/country.hpp"
#include "coverage/assessment.hpp"
#include "dsl/ast.hpp"
#include "dsl/parse.hpp"
#include "match/evaluate.hpp"
#include "program/compile.hpp"
#include "report/report.hpp"

namespace lacuna::cli {

// The folder of rules: the one asked for, else $LACUNA_RULES, else ./rules, else `rules` beside or above the
// program.
[[nodiscard]] std::filesystem::path rules_folder(std::string const& asked);

// True when rules_folder("") is what came with the program, and nobody named it.
[[nodiscard]] bool rules_are_bundled();

struct Rules {
    dsl::Pack pack;
    program::ProgramPtr program;
};
// Parsed, checked, compiled, without their tests; nothing when there are errors. A file that is asked for is
// read with the rest of its pack.
[[nodiscard]] std::optional<Rules> load_rules(Session& session, std::string const& asked,
                                              unsigned threads = 0);
// Parsed and checked only; errors are in the session.
[[nodiscard]] dsl::Pack read_rules(Session& session, std::vector<std::string> const& paths,
                                   dsl::ParseLimits const& limits = {});

struct Law {
    country::Selection selection;
    akn::StatuteSet set;
    std::vector<akn::BillOutcome> bills;  // what became of each change of a bill; in the order of the set
};
struct LawOptions {
    akn::ReadOptions read;
    unsigned threads = 0;
    bool decided = false;                 // read the reviewers' decisions too
    bool no_decisions = false;            // asked to leave them out
    std::string decisions;                // their file; empty: the country's own
    std::vector<std::string> with_bills;  // files of bills, to be written into the acts that they change
};
// Where the decisions of the country stand, or are to stand; empty when neither a file nor a country says.
[[nodiscard]] std::filesystem::path decisions_path(country::Country const& country,
                                                   LawOptions const& options);
// Reads the acts of the paths; nothing when not one act could be read.
[[nodiscard]] std::optional<Law> load_law(Session& session, std::vector<std::string> const& paths,
                                          LawOptions const& options);

// The instrument of that name, or an error that names the known ones.
[[nodiscard]] program::InstrumentId find_instrument(Session& session, program::Program const& program,
                                                    std::string const& name);

// Findings, verdicts and report of the obligations asked for ("7", "7-17", "7.1"; none: all). Nothing, and an
// error, when the instrument has none of them.
[[nodiscard]] std::optional<report::Report> make_report(Session& session, Rules const& rules, Law const& law,
                                                        program::InstrumentId instrument,
                                                        std::vector<std::string> const& articles,
                                                        LawOptions const& options);

}  // namespace lacuna::cli
