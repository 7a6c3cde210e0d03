// lacuna compare: two instruments side by side.
#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/pipeline.hpp"
#include "report/concordance.hpp"

namespace lacuna::cli {
namespace {

struct CompareOptions {
    std::string a, b, format, output, rules;
};

int compare_instruments(Session& session, CompareOptions const& options) {
    auto const rules = load_rules(session, options.rules);
    if (!rules) return Exit::input_error;
    auto const a = find_instrument(session, *rules->program, options.a);
    auto const b = find_instrument(session, *rules->program, options.b);
    if (!a.valid() || !b.valid()) return Exit::input_error;
    auto const table = report::concordance(program::catalogue(*rules->program), a, b);
    auto const dot = options.output.rfind('.');
    auto const ending = dot == std::string::npos ? std::string() : options.output.substr(dot);
    bool const json = options.format == "json" || (options.format.empty() && ending == ".json");
    bool const colour = options.output.empty() && session.colour_out();
    auto const text = json ? report::to_json(table) : report::to_text(table, colour);
    if (options.output.empty())
        session.out << text;
    else if (session.write(options.output, text) && !session.quiet)
        session.out << "wrote " << options.output << '\n';
    return Exit::done;
}

}  // namespace

Command compare_command(CLI::App& parent) {
    auto options = std::make_shared<CompareOptions>();
    auto* app = parent.add_subcommand("compare", "Two instruments: what one asks and the other does not");
    app->footer(R"(Examples:
  lacuna compare uncc budapest
  lacuna compare uncc budapest -o mappings/concordance.json)");
    app->add_option("A", options->a, "An instrument, by its short name")->required();
    app->add_option("B", options->b, "Another one")->required();
    app->add_option("--format", options->format, "text or json; for -o the ending of the file says")
        ->check(CLI::IsMember({"text", "json"}));
    app->add_option("-o,--output", options->output, "Write to this file");
    app->add_option("--rules", options->rules, "Folder of rules");
    return {app, [options](Session& session) { return compare_instruments(session, *options); }};
}

}  // namespace lacuna::cli
