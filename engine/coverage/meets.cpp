#include "coverage/meets.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "coverage/judge.hpp"

namespace lacuna::coverage {
namespace {

using Kind = dsl::Meets::Kind;

[[nodiscard]] std::string title_of(program::Catalogue const& catalogue, program::Meets const& meets) {
    std::string all;
    for (auto const id : measures_of(meets)) all += (all.empty() ? "" : " or ") + catalogue.at(id).title;
    return all;
}

[[nodiscard]] Met meet_one(MeasureId measure, std::vector<Best> const& best) {
    auto const at =
        std::find_if(best.begin(), best.end(), [&](Best const& b) { return b.measure == measure; });
    if (at == best.end() || at->judged == nullptr) return {};
    return {at->judged->verdict, {}, at->judged->broader};
}

[[nodiscard]] Met meet_any(std::vector<Met> const& members) {
    Met result;
    for (auto const& member : members) {
        bool const narrower = member.verdict == result.verdict && result.broader && !member.broader;
        if (member.verdict > result.verdict || narrower) result = member;
    }
    return result;
}

// `needed` members must be covered; fewer, or members in part, make the whole partial.
[[nodiscard]] Met meet_several(program::Catalogue const& catalogue, program::Meets const& meets,
                               std::vector<Met> const& members, std::size_t needed) {
    Met result;
    std::size_t covered = 0, found = 0;
    for (std::size_t i = 0; i < members.size(); ++i) {
        auto const& member = members[i];
        covered += member.verdict == Verdict::covered ? 1 : 0;
        found += member.verdict != Verdict::gap ? 1 : 0;
        result.broader = result.broader || member.broader;
        if (member.verdict == Verdict::gap) result.lacking.push_back(title_of(catalogue, meets.children[i]));
        result.lacking.insert(result.lacking.end(), member.lacking.begin(), member.lacking.end());
    }
    result.verdict = covered >= needed ? Verdict::covered : found > 0 ? Verdict::partial : Verdict::gap;
    if (result.verdict != Verdict::partial) result.lacking.clear();
    return result;
}

}  // namespace

Met meet(program::Catalogue const& catalogue, program::Meets const& meets, std::vector<Best> const& best) {
    if (meets.kind == Kind::measure) return meet_one(meets.measure, best);
    std::vector<Met> members;
    for (auto const& child : meets.children) members.push_back(meet(catalogue, child, best));
    if (meets.kind == Kind::any) return meet_any(members);
    auto const needed = meets.kind == Kind::each ? members.size() : std::size_t{meets.count};
    return meet_several(catalogue, meets, members, needed);
}

}  // namespace lacuna::coverage
