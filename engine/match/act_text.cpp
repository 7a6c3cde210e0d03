#include "match/act_text.hpp"

#include <algorithm>

namespace lacuna::match {

std::uint32_t ActText::segment_of(std::uint32_t hit) const {
    auto const after = std::upper_bound(hit_begin.begin(), hit_begin.end(), hit);
    return static_cast<std::uint32_t>(after - hit_begin.begin()) - 1;
}

std::vector<std::uint32_t> ActText::segments_with(ConceptId wanted) const {
    std::vector<std::uint32_t> found;
    if (!wanted.valid() || !code->at(wanted).pattern.valid()) return found;
    auto const& clauses = code->at(wanted).clauses;
    std::vector<std::uint32_t> fulfilled(text.segments.size());  // clauses that have a phrase in the segment
    for (std::uint32_t clause = 0; clause < clauses.size(); ++clause)
        for (auto const group : clauses[clause])
            for (auto const phrase : phrases_of(group))
                for (auto const hit : hits_of_phrase(phrase))
                    if (auto& reached = fulfilled[segment_of(hit)]; reached == clause) reached = clause + 1;
    for (std::uint32_t segment = 0; segment < fulfilled.size(); ++segment)
        if (fulfilled[segment] == clauses.size() && !hits_of(segment).empty()) found.push_back(segment);
    return found;
}

std::pair<std::uint32_t, std::uint32_t> part_of(ActText const& act, std::uint32_t unit) {
    auto const& units = act.text.units;
    auto const count = static_cast<std::uint32_t>(units.size());
    auto const provision = units[unit].provision;
    auto const part = provision.valid() ? act.document->at(provision).parent : ProvisionId();
    if (!part.valid()) return {0, count};
    auto const inside = [&](text::Unit const& row) {
        return row.provision.valid() && row.provision.value >= part.value &&
               row.provision.value < act.document->at(part).subtree_end;
    };
    auto first = unit, last = unit + 1;
    while (first > 0 && inside(units[first - 1])) --first;
    while (last < count && inside(units[last])) ++last;
    return {first, last};
}

}  // namespace lacuna::match
