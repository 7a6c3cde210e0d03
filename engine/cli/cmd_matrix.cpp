// lacuna matrix: several countries against one instrument, side by side.
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.hpp"
#include "cli/law_options.hpp"
#include "cli/pipeline.hpp"
#include "cli/write_outputs.hpp"
#include "report/matrix.hpp"

namespace lacuna::cli {
namespace {

struct MatrixOptions {
    std::vector<std::string> paths, articles;
    Outputs outputs;
    std::string against, rules, table = "evidence";
    bool details = false;
    LawOptions law;
};

// The report of each country, in the order given; the rules are read once.
[[nodiscard]] bool read_countries(Session& session, MatrixOptions const& options,
                                  std::vector<report::MatrixCountry>& countries) {
    Progress progress(session);
    progress.step("reading rules");
    auto const rules = load_rules(session, options.rules, options.law.threads);
    if (!rules) return false;
    auto const instrument = find_instrument(session, *rules->program, options.against);
    if (!instrument.valid()) return false;
    for (auto const& path : options.paths) {
        progress.step(path);
        auto const law = load_law(session, {path}, options.law);
        if (!law) return false;
        auto report = make_report(session, *rules, *law, instrument, options.articles, options.law);
        if (!report) return false;
        countries.push_back({"", path, std::move(*report)});
    }
    return true;
}

int matrix(Session& session, MatrixOptions const& options) {
    std::vector<report::MatrixCountry> countries;
    if (!read_countries(session, options, countries)) return Exit::input_error;
    auto const all = report::matrix(std::move(countries));
    auto const make = [&](std::string const& format, bool whole) {
        report::WriteOptions write;
        write.text = {!whole && session.colour_out(), 100, options.details};
        write.table = options.table;
        return report::write(all, format, write);
    };
    return write_outputs(session, options.outputs, make) ? Exit::done : Exit::input_error;
}

}  // namespace

Command matrix_command(CLI::App& parent) {
    auto options = std::make_shared<MatrixOptions>();
    auto* app =
        parent.add_subcommand("matrix", "Several countries side by side: verdicts, each with its proof");
    app->footer(
        R"(Each COUNTRY is one set of acts: a folder with a country.json, a folder of acts, or one act.
Examples:
  lacuna matrix legislation/xa legislation/xb legislation/xc --against uncc
  lacuna matrix legislation/* --against uncc --articles 7-17 --details
  lacuna matrix legislation/xa legislation/xb --against uncc -o matrix.html -o matrix.docx
  lacuna matrix legislation/xa legislation/xb --against uncc --table cooperation --format csv
Where the instrument declares a view of cooperation it says too, for each pair of countries, what both laws have
and whether both reach the threshold. Yes means that words of both laws prove it; what was not read is unknown,
never no.)");
    app->add_option("COUNTRY", options->paths, "Folders or files of Akoma Ntoso, one for each country")
        ->required();
    app->add_option("--against", options->against, "The instrument, by its short name")->required();
    app->add_option("--format", options->outputs.format,
                    "text, json, html, csv, xlsx, docx or markdown; for -o the ending of the file says")
        ->check(CLI::IsMember(report::matrix_formats()));
    app->add_option("-o,--output", options->outputs.paths, "Write to this file; may be given several times")
        ->allow_extra_args(false);
    app->add_option("--articles", options->articles, "Only these: 7, 7-17, 7.1; separated by commas")
        ->delimiter(',');
    app->add_flag("--details", options->details, "Text: every obligation, with the place of its evidence");
    app->add_option("--table", options->table, "csv: evidence, cooperation or thresholds")
        ->check(CLI::IsMember(report::matrix_tables()))
        ->capture_default_str();
    app->add_option("--rules", options->rules,
                    "Folder of rules (default: $LACUNA_RULES, ./rules, or the bundled ones)");
    app->add_flag("--no-decisions", options->law.no_decisions, "Verdicts of the rules alone");
    add_law_options(*app, options->law);
    options->law.decided = true;  // each country's own; --decisions, which names one file, is not offered
    return {app, [options](Session& session) { return matrix(session, *options); }};
}

}  // namespace lacuna::cli
