// lacuna compare: two runs on one country, or two instruments, side by side.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/pipeline.hpp"
#include "cli/show_comparison.hpp"
#include "report/clean.hpp"
#include "report/concordance.hpp"

namespace lacuna::cli {
namespace {

struct CompareOptions {
    std::string a, b, rules, fail_on;
    Outputs outputs;
};

int compare_instruments(Session& session, CompareOptions const& options) {
    auto const rules = load_rules(session, options.rules);
    if (!rules) return Exit::input_error;
    auto const a = find_instrument(session, *rules->program, options.a);
    auto const b = find_instrument(session, *rules->program, options.b);
    if (!a.valid() || !b.valid()) return Exit::input_error;
    auto const table = report::concordance(program::catalogue(*rules->program), a, b);
    auto const make = [&](std::string const& format, bool whole) -> report::Written {
        if (format == "json") return {report::to_json(table), "", ""};
        if (format == "text") return {report::to_text(table, !whole && session.colour_out()), "", ""};
        return {"", fmt::format("two instruments are not written as {}", format), "use text or json"};
    };
    return write_outputs(session, options.outputs, make) ? Exit::done : Exit::input_error;
}

int compare_runs(Session& session, CompareOptions const& options) {
    auto const a = read_run(session, options.a);
    auto const b = read_run(session, options.b);
    if (!a || !b) return Exit::input_error;
    if (auto const why = report::unlike(*a, *b); !why.empty()) {
        session.diagnostics.add(diagnose(Code::reports_unlike, {session.sources.add(options.b), 0, 0}, why,
                                         "compare two runs on one country and one instrument"));
        return Exit::input_error;
    }
    auto comparison = report::compare(*a, *b);
    comparison.a_name = report::clean_label(options.a);
    comparison.b_name = report::clean_label(options.b);
    return show_comparison(session, comparison, options.outputs, options.fail_on == "fell");
}

// A name of an instrument has no dot and no slash in it, and is no file.
[[nodiscard]] bool is_run(std::string const& name) {
    std::error_code error;
    return name.find_first_of("./") != std::string::npos || std::filesystem::is_regular_file(name, error);
}

int compare(Session& session, CompareOptions const& options) {
    bool const runs = is_run(options.a) || is_run(options.b);
    return runs ? compare_runs(session, options) : compare_instruments(session, options);
}

}  // namespace

Command compare_command(CLI::App& parent) {
    auto options = std::make_shared<CompareOptions>();
    auto* app = parent.add_subcommand(
        "compare", "Two runs: what rose, fell, moved or lost its evidence, and why; or two instruments");
    app->footer(
        R"(Two reports of `lacuna check -o run.json`, on one country and one instrument: at two dates, with two
versions of the rules, or of an act before and after a change. `lacuna check … --with-bill bill.xml`
makes both runs itself.

Examples:
  lacuna check legislation/xa --against uncc --as-of 2023-01-01 -o then.json
  lacuna check legislation/xa --against uncc -o now.json
  lacuna compare then.json now.json
  lacuna compare then.json now.json -o changes.html -o changes.docx
  lacuna compare then.json now.json --fail-on fell && echo "nothing was lost"
  lacuna compare uncc budapest                     what one instrument asks and the other does not
  lacuna compare uncc budapest -o mappings/concordance.json)");
    app->add_option("A", options->a, "The earlier run, a report as JSON; or an instrument, by its short name")
        ->required();
    app->add_option("B", options->b, "The later run; or another instrument")->required();
    app->add_option("--format", options->outputs.format,
                    "text, json or (two runs) html, docx or markdown; for -o the ending of the file says")
        ->check(CLI::IsMember({"text", "json", "html", "docx", "markdown"}));
    app->add_option("-o,--output", options->outputs.paths, "Write to this file; may be given several times")
        ->allow_extra_args(false);
    app->add_option("--fail-on", options->fail_on, "Two runs: exit with 1 if a duty fell or is gone")
        ->check(CLI::IsMember({"fell"}));
    app->add_option("--rules", options->rules, "Two instruments: folder of rules");
    return {app, [options](Session& session) { return compare(session, *options); }};
}

}  // namespace lacuna::cli
