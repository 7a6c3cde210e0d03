#include "report/concordance.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace lacuna::report {
namespace {

using program::Obligation;

void collect(program::Catalogue const& catalogue, program::Meets const& meets, std::set<std::string>& names) {
    if (meets.kind == dsl::Meets::Kind::measure) names.insert(catalogue.at(meets.measure).name);
    for (auto const& child : meets.children) collect(catalogue, child, names);
}

[[nodiscard]] std::set<std::string> measures_of(program::Catalogue const& catalogue,
                                                Obligation const& obligation) {
    std::set<std::string> names;
    if (obligation.has_rules) collect(catalogue, obligation.met_by, names);
    return names;
}

[[nodiscard]] std::vector<std::string> beyond(std::vector<std::string> const& names,
                                              std::vector<std::string> const& others) {
    std::vector<std::string> left;
    for (auto const& name : names)
        if (std::find(others.begin(), others.end(), name) == others.end()) left.push_back(name);
    return left;
}

[[nodiscard]] std::string force_of(Obligation const& obligation) {
    switch (obligation.force) {
        case dsl::ForceOfDuty::shall:
            return "shall";
        case dsl::ForceOfDuty::shall_dl:
            return "shall-dl";
        case dsl::ForceOfDuty::should:
            return "should";
        case dsl::ForceOfDuty::may:
            break;
    }
    return "may";
}

[[nodiscard]] bool binds(Obligation const& obligation) {
    return obligation.force == dsl::ForceOfDuty::shall || obligation.force == dsl::ForceOfDuty::shall_dl;
}

[[nodiscard]] Surplus surplus(Obligation const& one, Obligation const& other) {
    Surplus only;
    only.elements = beyond(one.with, other.with);
    only.options = beyond(one.allows, other.allows);
    only.duty = binds(one) && !binds(other);
    only.reservable = one.reservable && !other.reservable;
    if (only.reservable) only.reservable_under = one.reservable_under;
    return only;
}

[[nodiscard]] ConcordanceRow row_of(program::Catalogue const& catalogue, Obligation const& obligation,
                                    program::Instrument const& others) {
    ConcordanceRow row{obligation.id,        obligation.article, obligation.article_title, obligation.title,
                       force_of(obligation), obligation.policy,  obligation.has_rules,     {}};
    auto const own = measures_of(catalogue, obligation);
    for (auto const& other : others.obligations) {
        Counterpart counterpart{
            other.id, other.title, {}, surplus(obligation, other), surplus(other, obligation)};
        auto const theirs = measures_of(catalogue, other);
        std::set_intersection(own.begin(), own.end(), theirs.begin(), theirs.end(),
                              std::back_inserter(counterpart.measures));
        if (!counterpart.measures.empty()) row.counterparts.push_back(std::move(counterpart));
    }
    return row;
}

[[nodiscard]] ConcordanceSide side(program::Catalogue const& catalogue, program::Instrument const& one,
                                   program::Instrument const& others) {
    ConcordanceSide result{one.name, one.title, {}};
    for (auto const& obligation : one.obligations)
        result.rows.push_back(row_of(catalogue, obligation, others));
    return result;
}

}  // namespace

Concordance concordance(program::Catalogue const& catalogue, program::InstrumentId a,
                        program::InstrumentId b) {
    auto const& one = catalogue.at(a);
    auto const& other = catalogue.at(b);
    return {side(catalogue, one, other), side(catalogue, other, one)};
}

}  // namespace lacuna::report
