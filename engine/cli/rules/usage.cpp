#include "cli/rules/usage.hpp"

#include <fmt/format.h>

#include <map>

#include "base/files.hpp"

namespace lacuna::cli {
namespace {

void for_each_example(dsl::Pack const& pack, TakeSet const& take) {
    for (auto const& file : pack.files)
        for (auto const& test : file.tests)
            for (auto const& example : test.examples) {
                akn::StatuteSet set;
                set.documents.push_back(akn::document_from_text(example.text.value, test.language));
                take(set, test.language, "tests");
            }
}

// The first folder below the corpus; empty when the file stands in the corpus itself.
[[nodiscard]] std::string folder_of(std::filesystem::path const& file, std::filesystem::path const& corpus) {
    auto const below = file.lexically_normal().lexically_relative(corpus.lexically_normal());
    return below.has_parent_path() ? below.begin()->string() : std::string();
}

}  // namespace

namespace {

void for_each_act(Session& session, std::string const& corpus, TakeSet const& take) {
    std::map<std::string, std::vector<std::filesystem::path>> countries;
    for (auto const& file : list_files(corpus, {".xml", ".akn"}, session.sources, session.diagnostics))
        countries[folder_of(file, corpus)].push_back(file);
    Progress progress(session);
    for (auto const& [country, files] : countries) {
        progress.step(country);
        Diagnostics ignored;  // `check` shows what is wrong with a statute; here it is only a text
        auto set = akn::read_set(files, session.sources, ignored);
        if (!country.empty()) {
            take(set, {}, country);
            continue;
        }
        std::map<std::string, akn::StatuteSet> by_country;
        for (auto& document : set.documents)
            by_country[document.meta.country].documents.push_back(std::move(document));
        for (auto const& [name, of] : by_country) take(of, {}, name);
    }
}

}  // namespace

void for_each_text(Session& session, dsl::Pack const& pack, RulesOptions const& options,
                   TakeSet const& take) {
    if (options.corpus.empty()) return for_each_example(pack, take);
    std::size_t read = 0;
    for_each_act(session, options.corpus, [&](auto const& set, auto const& language, auto const& label) {
        read += set.documents.size();
        take(set, language, label);
    });
    if (read == 0 && session.diagnostics.errors() == 0)
        session.diagnostics.add(diagnose(Code::no_statutes, {session.sources.add(options.corpus), 0, 0},
                                         fmt::format("no act could be read in '{}'", options.corpus),
                                         "name a folder of Akoma Ntoso files (.xml, .akn)"));
}

match::Usage count_usage(Session& session, program::Program const& program, dsl::Pack const& pack,
                         RulesOptions const& options, bool timed) {
    match::Usage usage;
    match::add_usage(program, {}, {}, timed, usage);  // what no text exercises is told too
    for_each_text(session, pack, options, [&](auto const& set, auto const& language, auto const&) {
        match::add_usage(program, set, language, timed, usage);
    });
    return usage;
}

match::BranchCount count_branches(Session& session, program::Program const& program, dsl::Pack const& pack,
                                  RulesOptions const& options) {
    match::BranchCount count(program, pack);
    for_each_text(session, pack, options, [&](auto const& set, auto const& language, auto const& label) {
        count.add(set, language, label);
    });
    return count;
}

}  // namespace lacuna::cli
