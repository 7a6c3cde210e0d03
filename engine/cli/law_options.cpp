#include "cli/law_options.hpp"

#include <CLI/CLI.hpp>

namespace lacuna::cli {
namespace {

[[nodiscard]] std::string check_date(std::string const& text) {
    bool good = text.size() == 10 && text[4] == '-' && text[7] == '-';
    for (std::size_t i = 0; good && i < text.size(); ++i)
        good = i == 4 || i == 7 || (text[i] >= '0' && text[i] <= '9');
    return good ? "" : "write the date as YYYY-MM-DD, found '" + text + "'";
}

}  // namespace

void add_law_options(CLI::App& app, LawOptions& options) {
    app.add_option("--as-of", options.read.as_of, "The law at this date, YYYY-MM-DD")
        ->check(CLI::Validator(check_date, "DATE"));
    app.add_option("--threads", options.threads, "Threads to use; 0: all cores")->capture_default_str();
    app.add_option("--max-file-size", options.read.limits.max_bytes, "Largest file to read, e.g. 64MB")
        ->transform(CLI::AsSizeValue(false))
        ->capture_default_str();
    app.add_option("--max-depth", options.read.max_depth, "Deepest nesting of elements to read")
        ->capture_default_str();
}

}  // namespace lacuna::cli
