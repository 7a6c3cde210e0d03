#include "cli/pipeline.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdlib>

#include "base/digest.hpp"
#include "base/files.hpp"
#include "base/suggest.hpp"
#include "cli/name_country.hpp"
#include "cli/rules/pack_hint.hpp"
#include "coverage/decide.hpp"
#include "coverage/kinds.hpp"
#include "coverage/reservations.hpp"
#include "dsl/check.hpp"
#include "dsl/parse.hpp"
#include "text/language.hpp"

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

bool rules_are_bundled() {
    auto const* const named = std::getenv("LACUNA_RULES");
    std::error_code error;
    return (named == nullptr || *named == '\0') && !fs::is_directory("rules", error);
}

fs::path rules_folder(std::string const& asked) {
    if (!asked.empty()) return asked;
    if (auto const* named = std::getenv("LACUNA_RULES"); named != nullptr && *named != '\0') return named;
    if (!rules_are_bundled()) return "rules";
    auto const found = beside_program();
    return found.empty() ? fs::path("rules") : found;
}

namespace {

// A lexicon of a language that no text can be read in would never be used.
void check_languages(dsl::Pack const& pack, Diagnostics& found) {
    for (auto const& file : pack.files)
        for (auto const& one : file.lexicons)
            if (dsl::is_language(one.text) && text::language_code(one.text).empty())
                found.add(diagnose(Code::rule_unknown_language, one.span,
                                   fmt::format("no text in the language '{}' can be read", one.text),
                                   fmt::format("the languages are {}", fmt::join(text::languages(), ", "))));
}

// Where the rules that nobody named are not there, what to name.
void mend_missing_rules(Diagnostic& one, SourceMap const& sources) {
    if (one.code != Code::file_not_found || sources.at(one.span.source).name() != rules_folder("").string())
        return;
    auto const* const named = std::getenv("LACUNA_RULES");
    if (named != nullptr && one.message.find(named) != std::string::npos && *named != '\0')
        one.help = "$LACUNA_RULES names it: correct that, or name a folder of rules with --rules";
    else
        one.help =
            "no rules stand here or beside the program: name their folder with --rules, or in $LACUNA_RULES";
}

// A file is read with the rest of its pack; one that stands elsewhere and names what it does not declare,
// with the rules that are read when nothing is named.
[[nodiscard]] std::vector<std::string> with_its_pack(std::string const& asked) {
    std::error_code error;
    if (asked.empty() || !fs::is_regular_file(asked, error)) return {rules_folder(asked).string()};
    if (auto const folder = pack_around({asked}); !folder.empty()) return {asked, folder.string()};
    auto const usual = rules_folder("");
    if (names_unknown({asked}) && fs::exists(usual, error)) return {asked, usual.string()};
    return {asked};
}

}  // namespace

dsl::Pack read_rules(Session& session, std::vector<std::string> const& paths,
                     dsl::ParseLimits const& limits) {
    Diagnostics found;
    auto pack = dsl::read_pack({paths.begin(), paths.end()}, session.sources, found, limits);
    dsl::check(pack, found, limits.threads);
    check_languages(pack, found);
    for (auto& one : with_pack_hints(found.sorted(), paths)) {
        mend_missing_rules(one, session.sources);
        session.diagnostics.add(std::move(one));
    }
    return pack;
}

std::optional<Rules> load_rules(Session& session, std::string const& asked, unsigned threads) {
    dsl::ParseLimits limits;
    limits.tests = false;
    limits.threads = threads;
    auto pack = read_rules(session, with_its_pack(asked), limits);
    if (session.diagnostics.errors() > 0) return std::nullopt;
    auto program = program::compile(pack, session.diagnostics, threads);
    if (!program) return std::nullopt;
    return Rules{std::move(pack), std::move(program)};
}

fs::path decisions_path(country::Country const& country, LawOptions const& options) {
    if (!options.decisions.empty()) return options.decisions;
    if (country.assumed || country.code.empty()) return {};
    return country::decisions_file(country.folder, country.code);
}

namespace {

void load_decisions(Session& session, country::Selection& selection, LawOptions const& options) {
    if (!options.decided || options.no_decisions) return;
    auto const path = decisions_path(selection.country, options);
    std::error_code error;
    if (path.empty() || (options.decisions.empty() && !fs::exists(path, error))) return;
    auto read = country::read_decisions(path, selection.country.code, session.sources, session.diagnostics);
    if (read) selection.decisions = std::move(read->decisions);
}

// Of all rule files, whatever they are called and in whatever order they were read.
[[nodiscard]] std::string digest_of(Session const& session, dsl::Pack const& pack) {
    std::vector<std::string> digests;
    for (auto const& file : pack.files) digests.push_back(sha256(session.sources.at(file.source).bytes()));
    std::sort(digests.begin(), digests.end());
    return "sha256:" + sha256(fmt::format("{}", fmt::join(digests, "")));
}

// Writes the bills that were asked for into the acts, and warns of each change that could not be made.
[[nodiscard]] std::vector<akn::BillOutcome> apply_bills(Session& session, country::Selection const& selection,
                                                        akn::StatuteSet& set, LawOptions const& options) {
    std::vector<DocumentId> bills;
    for (auto const& file : selection.with_bills)  // in the order in which they were asked for
        for (std::size_t i = 0; i < set.documents.size(); ++i)
            if (set.path_of(DocumentId(i)) == file) bills.emplace_back(i);
    auto outcomes = akn::apply_bills(set, bills, session.sources, options.read);
    for (auto const& bill : outcomes)
        for (auto const& change : bill.changes)
            if (!change.applied)
                session.diagnostics.add(
                    diagnose(Code::bill_not_applied, change.span, "not applied: " + change.text,
                             "what it would change stays as it is; its words count for nothing"));
    return outcomes;
}

// Titles that the country file gives stand for those that the acts say.
void entitle(country::Selection const& selection, akn::StatuteSet& set) {
    for (std::size_t i = 0; i < set.documents.size(); ++i) {
        auto const given = selection.titles.find(set.path_of(DocumentId(i)));
        if (given == selection.titles.end()) continue;
        auto& meta = set.documents[i].meta;
        if (!meta.title.empty()) meta.aliases.push_back(meta.title);  // it is still named by it
        meta.title = given->second;
        meta.title_of_file = false;
    }
}

}  // namespace

namespace {

// A file of rules that was given as law.
[[nodiscard]] bool refuse_rules(Session& session, std::vector<std::string> const& paths) {
    std::error_code error;
    for (auto const& path : paths) {
        if (fs::path(path).extension() != ".lac" || !fs::is_regular_file(path, error)) continue;
        session.diagnostics.add(diagnose(
            Code::xml_not_akn, {session.sources.add(path), 0, 0},
            fmt::format("'{}' is a file of rules, and law is wanted here", path),
            fmt::format("`lacuna rules check {}` checks it; a law is held against it with --rules", path)));
        return true;
    }
    return false;
}

}  // namespace

std::optional<Law> load_law(Session& session, std::vector<std::string> const& paths,
                            LawOptions const& options) {
    if (refuse_rules(session, paths)) return std::nullopt;
    auto selection = country::select({paths.begin(), paths.end()}, session.sources, session.diagnostics,
                                     {{options.with_bills.begin(), options.with_bills.end()}});
    load_decisions(session, selection, options);
    auto set =
        akn::read_set(selection.files, session.sources, session.diagnostics, options.read, options.threads);
    for (auto const& path : set.set_aside)
        selection.assumed.push_back(fmt::format("another expression of '{}' stands for it", path.string()));
    entitle(selection, set);
    name_by_code(selection, set);
    if (!set.documents.empty()) {
        auto bills = apply_bills(session, selection, set, options);
        return Law{std::move(selection), std::move(set), std::move(bills)};
    }
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
                                          std::vector<std::string> const& articles,
                                          LawOptions const& options) {
    match::EvaluateOptions how;
    how.threads = options.threads;
    for (auto const& act : law.selection.country.not_read) how.not_read.push_back(act.title);
    auto const& catalogue = program::catalogue(*rules.program);
    how.explained = coverage::named_measures(catalogue, {instrument});
    auto const findings = match::evaluate(*rules.program, law.set, how);
    auto const assessment =
        coverage::assess(catalogue, instrument, law.set, findings, law.selection, {articles});
    coverage::report_decisions(catalogue, assessment, law.selection, articles.empty(), session.diagnostics);
    coverage::report_kinds(catalogue, law.selection.country, session.diagnostics);
    coverage::report_reservations(catalogue, law.selection.country, session.diagnostics);
    if (!assessment.obligations.empty()) {
        auto report = report::build(catalogue, assessment, law.set, findings, law.selection, session.sources);
        report.rules = digest_of(session, rules.pack);
        report.as_of = options.read.as_of;
        return report;
    }
    session.diagnostics.add(diagnose(Code::rule_unknown_name, {},
                                     fmt::format("'{}' has no article or obligation {}",
                                                 catalogue.at(instrument).name, fmt::join(articles, ", ")),
                                     "write 7, 7-17 or 7.1; `lacuna check … --details` lists all of them"));
    return std::nullopt;
}

}  // namespace lacuna::cli
