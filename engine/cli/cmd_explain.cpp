// lacuna explain: why an obligation has its verdict, element by element, in the words of the law.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <optional>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/explain_measure.hpp"
#include "cli/law_options.hpp"
#include "cli/pipeline.hpp"
#include "cli/standard_input.hpp"
#include "report/summary.hpp"

namespace lacuna::cli {
namespace {

struct ExplainOptions {
    std::vector<std::string> paths;
    std::string obligation, measure, language, format = "text", rules;
    LawOptions law;
};

[[nodiscard]] bool from_input(ExplainOptions const& options) {
    return options.paths == std::vector<std::string>{"-"};
}

// The acts of the paths, or the text on standard input; `choice` is then how its language was chosen.
[[nodiscard]] std::optional<Law> law_of(Session& session, Rules const& rules, ExplainOptions const& options,
                                        std::string& choice) {
    if (!from_input(options)) return load_law(session, options.paths, options.law);
    auto const text = read_text(session, std::cin);
    if (!text) return std::nullopt;
    auto const language = language_of_text(session, *rules.program, *text, options.language);
    if (!language) return std::nullopt;
    if (!language->said.empty()) choice = "the text is " + language->said;
    Law law;
    law.selection.country.name = "The text on standard input";
    law.selection.assumed = {"the text on standard input is the whole law, and of any kind"};
    if (!choice.empty()) law.selection.assumed.push_back(choice);
    law.set = set_of_text(*text, language->code);
    return law;
}

// A measure in acts, or in the text on standard input.
int explain_by_measure(Session& session, ExplainOptions const& options) {
    if (options.format == "json") {
        session.diagnostics.add(diagnose(Code::format_unwritable, {}, "--measure is explained as text only",
                                         "take --format away, or ask for an --obligation"));
        return Exit::input_error;
    }
    auto const rules = load_rules(session, options.rules, options.law.threads);
    if (!rules) return Exit::input_error;
    std::string choice;
    auto const law = law_of(session, *rules, options, choice);
    if (!law) return Exit::input_error;
    if (!choice.empty()) session.out << choice << "\n\n";
    return explain_measure(session, *rules, law->set, options.measure, options.language);
}

// No duty among what was asked for is open: in part, a gap or untested.
[[nodiscard]] bool meets_all(report::Report const& report) {
    for (auto const& article : report.articles)
        for (auto const& row : article.obligations)
            if (row.mandatory && report::is_open(row.verdict)) return false;
    return true;
}

int explain(Session& session, ExplainOptions const& options) {
    if (!options.measure.empty()) return explain_by_measure(session, options);
    auto const slash = options.obligation.find('/');
    if (slash == std::string::npos) {
        session.diagnostics.add(
            diagnose(Code::rule_unknown_name, {}, fmt::format("'{}' names no obligation", options.obligation),
                     "write --obligation with the instrument and the obligation, uncc/7.1; or "
                     "--measure with the name of a measure"));
        return Exit::input_error;
    }
    auto const rules = load_rules(session, options.rules, options.law.threads);
    if (!rules) return Exit::input_error;
    auto const instrument = find_instrument(session, *rules->program, options.obligation.substr(0, slash));
    if (!instrument.valid()) return Exit::input_error;
    std::string choice;  // is among what was assumed
    auto const law = law_of(session, *rules, options, choice);
    if (!law) return Exit::input_error;
    auto const report =
        make_report(session, *rules, *law, instrument, {options.obligation.substr(slash + 1)}, options.law);
    if (!report) return Exit::input_error;
    session.out << (options.format == "json" ? report::to_json(*report)
                                             : report::to_text(*report, {session.colour_out(), 100, true}));
    return meets_all(*report) ? Exit::done : Exit::findings;
}

}  // namespace

Command explain_command(CLI::App& parent) {
    auto options = std::make_shared<ExplainOptions>();
    options->law.decided = true;
    auto* app = parent.add_subcommand(
        "explain", "Why an obligation is covered, or what is missing and where it came near");
    app->footer(R"(Examples:
  lacuna explain legislation/xa --obligation uncc/7.1
  lacuna explain legislation/xa --measure illegal-access
  echo "Whoever accesses a computer …" | lacuna explain - --measure illegal-access --lang en
  echo "Whoever accesses a computer …" | lacuna explain - --obligation uncc/7.1
Exit codes: 0 the measure was found, or no duty that was asked for is open; 1 not found, or a duty is a gap, partial
or untested; 2 usage or input error.)");
    app->add_option("PATH", options->paths,
                    "Akoma Ntoso files, or folders of them; - for a text on standard input")
        ->required();
    auto* obligation = app->add_option("--obligation", options->obligation,
                                       "Instrument and obligation, e.g. uncc/7.1; an article, e.g. uncc/7");
    app->add_option("--measure", options->measure,
                    "A measure instead: what was found of it, how far away, and the nearest words")
        ->excludes(obligation);
    app->add_option("--lang", options->language,
                    "The language of the text on standard input (default: guessed by its words); with "
                    "--measure, of the acts too");
    app->add_option("--format", options->format, "text or json")
        ->check(CLI::IsMember({"text", "json"}))
        ->capture_default_str();
    app->add_option("--rules", options->rules, "Folder of rules, or a file of them");
    add_law_options(*app, options->law);
    return {app, [options](Session& session) { return explain(session, *options); }};
}

}  // namespace lacuna::cli
