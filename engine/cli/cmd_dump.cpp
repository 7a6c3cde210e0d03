// lacuna dump: the form of the data after a stage, as stable text, to see into the engine.
#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "akn/dump.hpp"
#include "cli/commands.hpp"
#include "cli/pipeline.hpp"
#include "dsl/format.hpp"

namespace lacuna::cli {
namespace {

struct DumpOptions {
    std::string stage, path;
};

int dump(Session& session, DumpOptions const& options) {
    if (options.stage == "document") {
        auto const law = load_law(session, {options.path}, {});
        if (!law) return Exit::input_error;
        for (auto const& document : law->set.documents)
            session.out << akn::outline(document, {true, false, 100});
        return Exit::done;
    }
    auto const pack = read_rules(session, {options.path});
    if (options.stage == "tree") {
        for (auto const& file : pack.files) session.out << dsl::dump(file);
        return Exit::done;
    }
    if (session.diagnostics.errors() > 0) return Exit::input_error;
    auto const program = program::compile(pack, session.diagnostics);
    if (program) session.out << program::dump(*program);
    return program ? Exit::done : Exit::input_error;
}

}  // namespace

Command dump_command(CLI::App& parent) {
    auto options = std::make_shared<DumpOptions>();
    auto* app = parent.add_subcommand(
        "dump", "The data after a stage: document (of an act), tree or program (of rules)");
    app->add_option("PATH", options->path, "An act, or rule files")->required();
    app->add_option("--stage", options->stage, "document, tree or program")
        ->required()
        ->check(CLI::IsMember({"document", "tree", "program"}));
    return {app, [options](Session& session) { return dump(session, *options); }};
}

}  // namespace lacuna::cli
