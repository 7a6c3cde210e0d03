// lacuna show: an act as it was read.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <memory>
#include <ostream>

#include "akn/dump.hpp"
#include "base/one_line.hpp"
#include "cli/commands.hpp"
#include "cli/law_options.hpp"
#include "cli/pipeline.hpp"
#include "match/dangling.hpp"
#include "report/clean.hpp"

namespace lacuna::cli {
namespace {

struct ShowOptions {
    std::vector<std::string> paths;
    bool text = false, account = false, validate = false;
    LawOptions law;
};

[[nodiscard]] std::string statements(country::Country const& country, bool declarations) {
    std::string out;
    for (auto const& row : country.reservations)
        if (row.declaration == declarations)
            out += fmt::format("  {} {}{}{}\n", row.instrument, row.article, row.text.empty() ? "" : "  ",
                               row.text);
    auto const* const head = declarations ? "declarations\n" : "reservations\n";
    return head + (out.empty() ? std::string("  none\n") : out);
}

// The set as a whole: whose law it is, which acts were read and what kinds of law they are said to hold.
[[nodiscard]] std::string set_text(Session const& session, Law const& law) {
    auto const& country = law.selection.country;
    auto out = country.assumed ? std::string("a set without a country file\n")
                               : fmt::format("{} ({})\n", country.name, country.code);
    if (!country.languages.empty()) out += fmt::format("languages: {}\n", fmt::join(country.languages, ", "));
    if (!country.tradition.empty()) out += fmt::format("tradition: {}\n", country.tradition);
    out += "acts\n";
    for (auto const& document : law.set.documents) {
        auto const& path = session.sources.at(document.source).name();
        auto const kinds = law.selection.kinds.find(path);
        auto const units = std::count_if(document.provisions.begin(), document.provisions.end(),
                                         [](auto const& row) { return row.basic_unit; });
        auto const others = akn::languages_of_parts(document);
        out += fmt::format(
            "  {}  {}{}, {} units, kinds: {}{}\n", path,
            document.meta.title.empty() ? document.meta.document_type
                                        : report::clean_label(document.meta.title),
            document.meta.title_of_file ? " (the name of the file)" : "", units,
            kinds == law.selection.kinds.end() ? "any" : fmt::format("{}", fmt::join(kinds->second, ", ")),
            others.empty() ? "" : fmt::format(", parts in {}", fmt::join(others, ", ")));
    }
    for (auto const& path : law.set.unread) out += fmt::format("  {}  not read\n", path.string());
    for (auto const& act : country.not_read)
        out += fmt::format("  {}  not given to be read\n", report::clean_label(act.title));
    for (auto const& bill : country.bills) out += fmt::format("  {}  a bill, not read\n", bill.file);
    out += statements(country, false) + statements(country, true);
    if (!law.selection.assumed.empty()) out += "assumed\n";
    for (auto const& sentence : law.selection.assumed) out += fmt::format("  {}\n", sentence);
    return out;
}

[[nodiscard]] bool is_set(ShowOptions const& options) {
    std::error_code error;
    bool const asks_for_acts = options.text || options.account || options.validate;
    return !asks_for_acts && options.paths.size() == 1 &&
           std::filesystem::is_directory(options.paths.front(), error);
}

// What the acts cite of themselves in plain words and do not have; without rules nobody knows such words.
void validate_citations(Session& session, Law const& law) {
    std::error_code error;
    if (!std::filesystem::is_directory(rules_folder({}), error)) return;
    auto const rules = load_rules(session, {});
    if (!rules) return;
    for (auto const& one : match::dangling_citations(*rules->program, law.set)) {
        auto const& document = law.set.at(one.document);
        auto const words = document.text.substr(one.text_begin, one.text_end - one.text_begin);
        session.diagnostics.add(diagnose(
            Code::akn_dangling_ref,
            akn::source_span(document, session.sources.at(document.source), one.text_begin, one.text_end),
            fmt::format("“{}” is cited as a part of this act, which has no {}", one_line(words),
                        one.number)));
    }
}

int show(Session& session, ShowOptions const& options) {
    auto const law = load_law(session, options.paths, options.law);
    if (!law) return Exit::input_error;
    if (is_set(options)) {
        session.out << set_text(session, *law);
        return Exit::done;
    }
    for (auto const& document : law->set.documents) {
        if (options.validate)
            akn::validate(document, session.sources.at(document.source), session.diagnostics);
        if (options.account && law->set.documents.size() > 1)
            session.out << session.sources.at(document.source).name() << '\n';
        if (options.account) session.out << akn::account_table(document);
        if (!options.account && !options.validate)
            session.out << akn::outline(document, {options.text, session.colour_out(), 100});
    }
    if (options.validate) validate_citations(session, *law);
    return Exit::done;
}

}  // namespace

Command show_command(CLI::App& parent) {
    auto options = std::make_shared<ShowOptions>();
    auto* app = parent.add_subcommand(
        "show", "An act as it was read: outline, text, account; or the acts of a country");
    app->footer(
        "Examples:\n  lacuna show act.xml\n  lacuna show legislation/xa\n  lacuna show act.xml --account\n  "
        "lacuna show act.xml "
        "--validate");
    app->add_option("PATH", options->paths, "Akoma Ntoso files, or folders of them")->required();
    app->add_flag("--text", options->text, "With the text of every provision");
    app->add_flag("--account", options->account, "Where every character of the body went");
    app->add_flag("--validate", options->validate, "Warnings about identifiers, references and metadata");
    add_law_options(*app, options->law);
    return {app, [options](Session& session) { return show(session, *options); }};
}

}  // namespace lacuna::cli
