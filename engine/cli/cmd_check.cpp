// lacuna check: statutes against an instrument, as a report in one or several formats.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <iterator>
#include <memory>
#include <optional>
#include <ostream>

#include "base/files.hpp"
#include "cli/check_bills.hpp"
#include "cli/commands.hpp"
#include "cli/law_options.hpp"
#include "cli/pipeline.hpp"
#include "cli/write_outputs.hpp"
#include "report/brief.hpp"
#include "report/formats.hpp"

namespace lacuna::cli {
namespace {

struct CheckOptions {
    std::vector<std::string> paths, outputs, briefs, articles, examples_from;
    std::string against, format, rules, fail_on, baseline, table = "obligations";
    bool details = false;
    LawOptions law;
};

// Whether the report holds what --fail-on asks for. `partial` includes gaps. A duty that could not be judged
// is none that was found: both count it.
[[nodiscard]] bool fails(report::Report const& report, std::string const& fail_on) {
    if (fail_on.empty() || fail_on == "fell") return false;
    for (auto const& article : report.articles) {
        for (auto const& row : article.obligations) {
            if (row.mandatory && (row.verdict == "gap" || row.verdict == "untested")) return true;
            if (row.mandatory && row.verdict == "partial" && fail_on == "partial") return true;
        }
    }
    return false;
}

[[nodiscard]] std::vector<std::string> format_names() {
    std::vector<std::string> names;
    for (auto const& format : report::formats()) names.emplace_back(format.name);
    return names;
}

// Provisions of other countries as examples for what is missing in this one.
[[nodiscard]] bool add_examples(Session& session, CheckOptions const& options, Rules const& rules,
                                program::InstrumentId instrument, report::Report& report) {
    auto own = options.law;
    own.decisions.clear();  // --decisions names the file of the country that is checked
    for (auto const& path : options.examples_from) {
        auto const law = load_law(session, {path}, own);
        if (!law) return false;
        auto const other = make_report(session, rules, *law, instrument, options.articles, own);
        if (!other) return false;
        report::add_examples(report, *other);
    }
    return true;
}

[[nodiscard]] bool read_baseline(Session& session, CheckOptions const& options, std::string& bytes) {
    if (options.baseline.empty()) return true;
    auto const read = read_file(options.baseline, session.sources, session.diagnostics);
    if (read.ok) bytes = session.sources.at(read.id).bytes();
    return read.ok;
}

// The files that were asked for, and beside them the summary; without files, the report in the format asked
// for. Briefs are files like the others: all are made before the first is written.
[[nodiscard]] bool write_report(Session& session, CheckOptions const& options, report::Report const& report,
                                std::string const& baseline) {
    auto const make = [&](std::string const& format, bool whole) {
        report::WriteOptions write{
            {session.colour_out(), 100, options.details}, options.table, LACUNA_VERSION, baseline};
        if (whole) write.text = {false, 100, options.details};
        return report::write(report, format, write);
    };
    if (options.outputs.empty() && options.briefs.empty())
        return write_outputs(session, {{}, options.format}, make);
    auto const paper = report::brief(report);
    auto files = files_of(session, {options.outputs, options.format}, make);
    auto briefs = files_of(session, {options.briefs, {}},
                           [&](std::string const& format, bool) { return report::write(paper, format); });
    if (!files || !briefs) return false;
    std::move(briefs->begin(), briefs->end(), std::back_inserter(*files));
    if (!write_files(session, *files)) return false;
    return session.quiet || write_outputs(session, {{}, options.outputs.empty() ? options.format : ""}, make);
}

// With bills nothing is printed but what they change; the other formats have no place for that.
int compare_with_bills(Session& session, CheckOptions const& options, Rules const& rules,
                       program::InstrumentId instrument) {
    BillCheck check{options.paths,
                    options.articles,
                    options.law,
                    {options.outputs, options.format},
                    options.fail_on == "fell"};
    std::optional<report::Report> report;
    auto const code = check_bills(session, rules, instrument, check, report);
    if (code == Exit::done && report && fails(*report, options.fail_on)) return Exit::findings;
    return code;
}

int check(Session& session, CheckOptions const& options) {
    Progress progress(session);
    progress.step("reading rules");
    auto const rules = load_rules(session, options.rules, options.law.threads);
    if (!rules) return Exit::input_error;
    auto const instrument = find_instrument(session, *rules->program, options.against);
    if (!instrument.valid()) return Exit::input_error;
    if (!options.law.with_bills.empty()) {
        progress.clear();
        return compare_with_bills(session, options, *rules, instrument);
    }
    progress.step("reading statutes");
    auto const law = load_law(session, options.paths, options.law);
    if (!law) return Exit::input_error;
    progress.step("matching");
    auto report = make_report(session, *rules, *law, instrument, options.articles, options.law);
    if (!report) return Exit::input_error;
    std::string baseline;
    if (!read_baseline(session, options, baseline) ||
        !add_examples(session, options, *rules, instrument, *report))
        return Exit::input_error;
    progress.clear();
    if (!write_report(session, options, *report, baseline)) return Exit::input_error;
    return fails(*report, options.fail_on) ? Exit::findings : Exit::done;
}

// What is read, and where the reports go.
void add_files(CLI::App& app, CheckOptions& options) {
    app.add_option("PATH", options.paths, "Akoma Ntoso files, or folders of them; together they form one set")
        ->required();
    app.add_option("--against", options.against, "The instrument, by its short name")->required();
    app.add_option("--format", options.format,
                   "text, json, html, markdown, csv, sarif, xlsx or docx; for -o the ending of the file says")
        ->check(CLI::IsMember(format_names()));
    app.add_option("-o,--output", options.outputs, "Write to this file; may be given several times")
        ->allow_extra_args(false);
    app.add_option("--brief", options.briefs,
                   "A brief of a few pages for those who decide, to this file (.docx, .html or .md); may be "
                   "given several times")
        ->allow_extra_args(false);
}

void add_questions(CLI::App& app, CheckOptions& options) {
    app.add_option("--articles", options.articles, "Only these: 7, 7-17, 7.1; separated by commas")
        ->delimiter(',');
    app.add_flag("--details", options.details,
                 "Text: every obligation with its elements and the words of the law");
    app.add_option("--fail-on", options.fail_on,
                   "Exit with 1 if a duty is a gap or untested, or (partial) not fully covered, or (fell, "
                   "with a bill) worse "
                   "than before")
        ->check(CLI::IsMember({"gap", "partial", "fell"}));
    app.add_option("--examples-from", options.examples_from,
                   "Law of another country, to show what fills a gap; may be given several times")
        ->allow_extra_args(false);
    app.add_option("--with-bill", options.law.with_bills,
                   "A bill that is not passed yet: what it would change, written into the acts that it names "
                   "(text, json, html, docx, markdown); may be given several times")
        ->allow_extra_args(false);
    app.add_option("--table", options.table, "csv: obligations, evidence, gaps or surplus")
        ->check(CLI::IsMember({"obligations", "evidence", "gaps", "surplus"}))
        ->capture_default_str();
    app.add_option("--baseline", options.baseline, "sarif: an earlier SARIF report, to say what changed");
    app.add_option("--rules", options.rules,
                   "Folder of rules (default: $LACUNA_RULES, ./rules, or the bundled ones)");
    add_law_options(app, options.law);
}

// Options that say nothing together.
void check_together(CheckOptions const& options) {
    if (!options.briefs.empty() && !options.law.with_bills.empty())
        throw CLI::ValidationError("--brief", "with a bill what changes is written with -o, as .docx or .md");
    if (options.fail_on == "fell" && options.law.with_bills.empty())
        throw CLI::ValidationError("--fail-on", "fell needs --with-bill: nothing is compared without one");
}

}  // namespace

Command check_command(CLI::App& parent) {
    auto options = std::make_shared<CheckOptions>();
    options->law.decided = true;
    auto* app =
        parent.add_subcommand("check", "Verdicts of statutes against an instrument, each with its proof");
    app->footer(R"(Examples:
  lacuna check legislation/xa --against uncc
  lacuna check act.xml --against uncc --articles 7-17 --details
  lacuna check legislation/xa --against uncc -o report.html -o report.xlsx -o report.docx
  lacuna check legislation/xa --against uncc --brief brief.docx
  lacuna check legislation/xa --against uncc --examples-from legislation/xb -o report.html
  lacuna check legislation/xc --against uncc --with-bill bill-penal-code-amendment.xml -o bill.html
  lacuna check act.xml --against uncc --quiet --fail-on gap && echo "no gap")");
    add_files(*app, *options);
    add_questions(*app, *options);
    app->parse_complete_callback([options] { check_together(*options); });
    return {app, [options](Session& session) { return check(session, *options); }};
}

}  // namespace lacuna::cli
