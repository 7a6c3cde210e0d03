#include "cli/law_options.hpp"

#include <CLI/CLI.hpp>

#include "base/date.hpp"

namespace lacuna::cli {

std::string date_problem(std::string const& text) {
    return is_date(text) ? "" : "write a day of the calendar as YYYY-MM-DD, found '" + text + "'";
}

void add_law_options(CLI::App& app, LawOptions& options) {
    if (options.decided) {
        app.add_option("--decisions", options.decisions,
                       "File of the reviewers' decisions (default: the country's, in mappings/)");
        app.add_flag("--no-decisions", options.no_decisions, "Verdicts of the rules alone");
    }
    app.add_option("--as-of", options.read.as_of, "The law at this date, YYYY-MM-DD")
        ->check(CLI::Validator(date_problem, "DATE"));
    app.add_option("--threads", options.threads, "Threads to use; 0: all cores")->capture_default_str();
    app.add_option("--max-file-size", options.read.limits.max_bytes, "Largest file to read, e.g. 64MB")
        ->transform(CLI::AsSizeValue(false))
        ->capture_default_str();
    app.add_option("--max-depth", options.read.max_depth, "Deepest nesting of elements to read")
        ->capture_default_str();
}

}  // namespace lacuna::cli
