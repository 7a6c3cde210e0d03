#include "cli/pipeline.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstdlib>

#include "base/files.hpp"
#include "base/suggest.hpp"
#include "dsl/check.hpp"
#include "dsl/parse.hpp"

namespace lacuna::cli {
namespace fs = std::filesystem;
namespace {

[[nodiscard]] fs::path beside_program() {
    std::error_code error;
    auto folder = fs::read_symlink("/proc/self/exe", error).parent_path();
    while (!error && folder.has_relative_path()) {
        for (auto const* place : {"rules", "share/lacuna/rules"}) {
            std::error_code absent;  // not here: look further up
            if (fs::is_directory(folder / place / "instruments", absent)) return folder / place;
        }
        folder = folder.parent_path();
    }
    return {};
}

}  // namespace

fs::path rules_folder(std::string const& asked) {
    if (!asked.empty()) return asked;
    if (auto const* named = std::getenv("LACUNA_RULES"); named != nullptr && *named != '\0') return named;
    std::error_code error;
    if (fs::is_directory("rules", error)) return "rules";
    auto const found = beside_program();
    return found.empty() ? fs::path("rules") : found;
}

dsl::Pack read_rules(Session& session, std::vector<std::string> const& paths) {
    auto pack = dsl::read_pack({paths.begin(), paths.end()}, session.sources, session.diagnostics);
    dsl::check(pack, session.diagnostics);
    return pack;
}

std::optional<Rules> load_rules(Session& session, std::string const& folder) {
    auto pack = read_rules(session, {rules_folder(folder).string()});
    if (session.diagnostics.errors() > 0) return std::nullopt;
    auto program = program::compile(pack, session.diagnostics);
    if (!program) return std::nullopt;
    return Rules{std::move(pack), std::move(program)};
}

std::optional<Law> load_law(Session& session, std::vector<std::string> const& paths,
                            LawOptions const& options) {
    auto selection = country::select({paths.begin(), paths.end()}, session.sources, session.diagnostics);
    auto set =
        akn::read_set(selection.files, session.sources, session.diagnostics, options.read, options.threads);
    for (auto const& path : set.set_aside)
        selection.assumed.push_back(fmt::format("another expression of '{}' stands for it", path.string()));
    if (!set.documents.empty()) return Law{std::move(selection), std::move(set)};
    if (session.diagnostics.errors() == 0) {
        auto const place = session.sources.add(fmt::format("{}", fmt::join(paths, ", ")));
        session.diagnostics.add(diagnose(Code::no_statutes, {place, 0, 0},
                                         "no Akoma Ntoso file was found there",
                                         "give a file, or a folder that holds .xml files"));
    }
    return std::nullopt;
}

program::InstrumentId find_instrument(Session& session, program::Program const& program,
                                      std::string const& name) {
    auto const& catalogue = program::catalogue(program);
    if (auto const id = catalogue.instrument(name); id.valid()) return id;
    std::vector<std::string> names;
    for (auto const& instrument : catalogue.instruments) names.push_back(instrument.name);
    auto const near = suggest(name, names);
    auto const help = near.empty() ? fmt::format("known instruments: {}", fmt::join(names, ", "))
                                   : fmt::format("did you mean '{}'?", near);
    session.diagnostics.add(
        diagnose(Code::rule_unknown_instrument, {}, fmt::format("no instrument is called '{}'", name), help));
    return {};
}

std::optional<report::Report> make_report(Session& session, Rules const& rules, Law const& law,
                                          program::InstrumentId instrument,
                                          std::vector<std::string> const& articles, unsigned threads) {
    match::EvaluateOptions options;
    options.threads = threads;
    auto const findings = match::evaluate(*rules.program, law.set, options);
    auto const& catalogue = program::catalogue(*rules.program);
    auto const assessment =
        coverage::assess(catalogue, instrument, law.set, findings, law.selection, {articles});
    if (!assessment.obligations.empty())
        return report::build(catalogue, assessment, law.set, findings, law.selection, session.sources);
    session.diagnostics.add(diagnose(Code::rule_unknown_name, {},
                                     fmt::format("'{}' has no article or obligation {}",
                                                 catalogue.at(instrument).name, fmt::join(articles, ", ")),
                                     "write 7, 7-17 or 7.1; `lacuna check … --details` lists all of them"));
    return std::nullopt;
}

}  // namespace lacuna::cli
