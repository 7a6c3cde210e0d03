// lacuna check: statutes against an instrument, as a report in one or several formats.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/law_options.hpp"
#include "cli/pipeline.hpp"

namespace lacuna::cli {
namespace {

struct Options {
    std::vector<std::string> paths, outputs, articles;
    std::string against, format, rules, fail_on;
    bool details = false;
    LawOptions law;
};

// What a file name asks for; empty when its ending says nothing.
[[nodiscard]] std::string format_of(std::string const& path) {
    auto const dot = path.rfind('.');
    auto const ending = dot == std::string::npos ? "" : path.substr(dot + 1);
    if (ending == "txt") return "text";
    if (ending == "htm") return "html";
    return ending == "html" || ending == "json" ? ending : "";
}

[[nodiscard]] std::string written(report::Report const& report, std::string const& format,
                                  report::TextOptions const& text) {
    if (format == "json") return report::to_json(report);
    if (format == "html") return report::to_html(report);
    return report::to_text(report, text);
}

// Whether the report holds what --fail-on asks for. `partial` includes gaps.
[[nodiscard]] bool fails(report::Report const& report, std::string const& fail_on) {
    if (fail_on.empty()) return false;
    for (auto const& article : report.articles) {
        for (auto const& row : article.obligations) {
            bool const duty = !row.policy && row.force != "may";
            if (duty && row.verdict == "gap") return true;
            if (duty && row.verdict == "partial" && fail_on == "partial") return true;
        }
    }
    return false;
}

void write_files(Session& session, Options const& options, report::Report const& report) {
    for (auto const& path : options.outputs) {
        auto const format = options.format.empty() ? format_of(path) : options.format;
        if (!session.write(path, written(report, format.empty() ? "text" : format, {false, 100, true})))
            continue;
        if (!session.quiet) session.out << "wrote " << path << '\n';
    }
}

int check(Session& session, Options const& options) {
    Progress progress(session);
    progress.step("reading rules");
    auto const rules = load_rules(session, options.rules);
    if (!rules) return Exit::input_error;
    auto const instrument = find_instrument(session, *rules->program, options.against);
    if (!instrument.valid()) return Exit::input_error;
    progress.step("reading statutes");
    auto const law = load_law(session, options.paths, options.law);
    if (!law) return Exit::input_error;
    progress.step("matching");
    auto const report = make_report(session, *rules, *law, instrument, options.articles, options.law.threads);
    if (!report) return Exit::input_error;
    progress.clear();
    bool const only_files = !options.outputs.empty();
    auto const shown = only_files || options.format.empty() ? "text" : options.format;
    if (!(only_files && session.quiet))
        session.out << written(*report, shown, {session.colour_out(), 100, options.details});
    write_files(session, options, *report);
    return fails(*report, options.fail_on) ? Exit::findings : Exit::done;
}

}  // namespace

Command check_command(CLI::App& parent) {
    auto options = std::make_shared<Options>();
    auto* app =
        parent.add_subcommand("check", "Verdicts of statutes against a convention, each with its proof");
    app->footer(R"(Examples:
  lacuna check legislation/xa --against uncc
  lacuna check act.xml --against uncc --articles 7-17 --details
  lacuna check legislation/xa --against uncc -o report.html -o report.json
  lacuna check act.xml --against uncc --quiet --fail-on gap && echo "no gap")");
    app->add_option("PATH", options->paths,
                    "Akoma Ntoso files, or folders of them; together they form one set")
        ->required();
    app->add_option("--against", options->against, "The instrument, by its short name")->required();
    app->add_option("--format", options->format, "text, json or html; for -o the ending of the file says")
        ->check(CLI::IsMember({"text", "json", "html"}));
    app->add_option("-o,--output", options->outputs, "Write to this file; may be given several times")
        ->allow_extra_args(false);
    app->add_option("--articles", options->articles, "Only these: 7, 7-17, 7.1; separated by commas")
        ->delimiter(',');
    app->add_flag("--details", options->details,
                  "Text: every obligation with its elements and the words of the law");
    app->add_option("--fail-on", options->fail_on,
                    "Exit with 1 if a duty is a gap, or (partial) not fully covered")
        ->check(CLI::IsMember({"gap", "partial"}));
    app->add_option("--rules", options->rules,
                    "Folder of rules (default: $LACUNA_RULES, ./rules, or the bundled ones)");
    add_law_options(*app, options->law);
    return {app, [options](Session& session) { return check(session, *options); }};
}

}  // namespace lacuna::cli
