// `asks` names a kind of law in the author's own words: no list is closed. What is like a kind that other
// obligations ask for, and asked nowhere else, is most likely a slip, and would leave its duty untested.
#include <fmt/format.h>

#include <map>

#include "base/suggest.hpp"
#include "cli/rules/rules.hpp"
#include "dsl/parse.hpp"

namespace lacuna::cli {
namespace {

using Asked = std::map<std::string, std::vector<Span>>;

[[nodiscard]] Asked asked_in(dsl::Pack const& pack) {
    Asked asked;
    for (auto const& file : pack.files)
        for (auto const& instrument : file.instruments)
            for (auto const& article : instrument.articles)
                for (auto const& obligation : article.obligations)
                    for (auto const& kind : obligation.asks) asked[kind.text].push_back(kind.span);
    return asked;
}

// The kinds that the rules ask for which come with the program, or stand in ./rules.
[[nodiscard]] Asked asked_elsewhere() {
    SourceMap sources;
    Diagnostics ignored;
    return asked_in(dsl::read_pack({rules_folder("")}, sources, ignored));
}

}  // namespace

void check_kinds_of_law(Session& session, dsl::Pack const& pack) {
    auto const asked = asked_in(pack);
    if (asked.empty()) return;
    auto const known = asked_elsewhere();
    std::vector<std::string> names;
    for (auto const* map : {&asked, &known})
        for (auto const& [name, places] : *map) names.push_back(name);
    for (auto const& [name, places] : asked) {
        if (places.size() > 1 || (known.contains(name) && known.at(name).size() > 1)) continue;
        std::vector<std::string> others;
        for (auto const& other : names)
            if (other != name) others.push_back(other);
        auto const near = suggest(name, others);
        if (near.empty()) continue;
        auto warning = diagnose(Code::rule_lonely_kind, places.front(),
                                fmt::format("no other obligation asks for the kind of law '{}'", name),
                                fmt::format("did you mean '{}'?", near));
        session.diagnostics.add(std::move(warning));
    }
}

}  // namespace lacuna::cli
