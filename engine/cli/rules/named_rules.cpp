#include "cli/rules/named_rules.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>

#include "base/suggest.hpp"
#include "cli/rules/pack_hint.hpp"
#include "dsl/check.hpp"

namespace lacuna::cli {
namespace fs = std::filesystem;
namespace {

[[nodiscard]] std::set<SourceId> files_of(Session const& session, dsl::Pack const& pack,
                                          std::vector<std::string> const& paths) {
    std::set<SourceId> files;
    for (auto const& file : pack.files)
        for (auto const& path : paths)
            if (is_below(session.sources.at(file.source).name(), path)) files.insert(file.source);
    return files;
}

[[nodiscard]] std::set<std::string> names_of(dsl::Pack const& pack) {
    std::set<std::string> names;
    for (auto const& file : pack.files) {
        for (auto const& one : file.concepts) names.insert(one.name.text);
        for (auto const& one : file.kinds) names.insert(one.name.text);
        for (auto const& one : file.measures) names.insert(one.name.text);
        for (auto const& instrument : file.instruments)
            for (auto const& article : instrument.articles)
                for (auto const& one : article.obligations)
                    names.insert(fmt::format("{}/{}", instrument.name.text, one.id.text));
    }
    return names;
}

}  // namespace

NamedRules read_named(Session& session, RulesOptions const& options) {
    if (options.paths.empty()) return {read_rules(session, paths_of(options)), {}, read_from(options)};
    auto const folder = options.rules.empty() ? pack_around(options.paths) : fs::path(options.rules);
    if (folder.empty()) return {read_rules(session, options.paths), {}, {}};
    auto all = options.paths;
    all.push_back(folder.string());
    NamedRules rules{read_rules(session, all), {}, {}};
    rules.asked = files_of(session, rules.pack, options.paths);
    rules.where = " (read with the rest of " + folder.string() + ")";
    return rules;
}

std::set<std::string> names_asked(NamedRules const& rules) {
    std::set<std::string> names;
    for (auto const& file : rules.pack.files) {
        if (!rules.is_asked(file.source)) continue;
        for (auto const& one : file.concepts) names.insert(one.name.text);
        for (auto const& one : file.measures) names.insert(one.name.text);
    }
    return names;
}

bool names_something(Session& session, dsl::Pack const& pack, RulesOptions const& options) {
    auto const names = names_of(pack);
    auto const refuse = [&](std::string message, std::string help) {
        session.diagnostics.add(diagnose(Code::rule_unknown_name, {}, std::move(message), std::move(help)));
        return false;
    };
    if (!options.name.empty() && std::none_of(names.begin(), names.end(), [&](auto const& name) {
            return dsl::is_called(name, options.name);
        })) {
        auto const near = suggest(options.name, {names.begin(), names.end()});
        return refuse(fmt::format("nothing in the rules is called '{}'", options.name),
                      near.empty()
                          ? "`lacuna rules list` shows the names; 'access*' asks for all that begin so"
                          : fmt::format("did you mean '{}'?", near));
    }
    std::set<std::string> languages;
    for (auto const& file : pack.files)
        for (auto const& one : file.lexicons) languages.insert(one.text);
    if (options.filter_language.empty() || languages.contains(options.filter_language)) return true;
    return refuse(fmt::format("the rules have no lexicon '{}'", options.filter_language),
                  fmt::format("there are {}", fmt::join(languages, ", ")));
}

}  // namespace lacuna::cli
