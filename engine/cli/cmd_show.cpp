// lacuna show: an act as it was read.
#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "akn/dump.hpp"
#include "cli/commands.hpp"
#include "cli/law_options.hpp"
#include "cli/pipeline.hpp"

namespace lacuna::cli {
namespace {

struct Options {
    std::vector<std::string> paths;
    bool text = false, account = false, validate = false;
    LawOptions law;
};

int show(Session& session, Options const& options) {
    auto const law = load_law(session, options.paths, options.law);
    if (!law) return Exit::input_error;
    for (auto const& document : law->set.documents) {
        if (options.validate)
            akn::validate(document, session.sources.at(document.source), session.diagnostics);
        if (options.account) session.out << akn::account_table(document);
        if (!options.account && !options.validate)
            session.out << akn::outline(document, {options.text, session.colour_out(), 100});
    }
    return Exit::done;
}

}  // namespace

Command show_command(CLI::App& parent) {
    auto options = std::make_shared<Options>();
    auto* app =
        parent.add_subcommand("show", "An act as it was read: outline, text, account of every character");
    app->footer(
        "Examples:\n  lacuna show act.xml\n  lacuna show act.xml --account\n  lacuna show act.xml "
        "--validate");
    app->add_option("PATH", options->paths, "Akoma Ntoso files, or folders of them")->required();
    app->add_flag("--text", options->text, "With the text of every provision");
    app->add_flag("--account", options->account, "Where every character of the body went");
    app->add_flag("--validate", options->validate, "Warnings about identifiers, references and metadata");
    add_law_options(*app, options->law);
    return {app, [options](Session& session) { return show(session, *options); }};
}

}  // namespace lacuna::cli
