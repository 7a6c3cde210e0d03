#include "match/act_text.hpp"

#include <algorithm>

namespace lacuna::match {

std::uint32_t ActName::text_begin(ActText const& act) const {
    return act.text.tokens[begin].begin;
}

std::uint32_t ActName::text_end(ActText const& act) const {
    return act.text.tokens[end - 1].begin + act.text.tokens[end - 1].length;
}

std::string_view ActName::words(ActText const& act) const {
    return std::string_view(act.document->text).substr(text_begin(act), text_end(act) - text_begin(act));
}

std::string_view ActName::words_with_number(ActText const& act) const {
    auto whole = *this;
    whole.end = number_end;
    return whole.words(act);
}

std::span<ActName const> ActText::names_in(std::uint32_t segment) const {
    auto const begin =
        std::lower_bound(names.begin(), names.end(), segment,
                         [](ActName const& name, std::uint32_t at) { return name.segment < at; });
    auto end = begin;
    while (end != names.end() && end->segment == segment) ++end;
    return {begin, end};
}

bool ActText::may_hold(ConceptId id) const {
    auto const& row = code->at(id);
    return row.pattern.valid() &&
           std::all_of(row.clauses.begin(), row.clauses.end(), [&](program::Clause const& clause) {
               return std::any_of(clause.begin(), clause.end(),
                                  [&](program::GroupId group) { return has_group(group); });
           });
}

std::vector<std::uint32_t> ActText::segments_with(ConceptId wanted) const {
    std::vector<std::uint32_t> found;
    if (!wanted.valid() || !code->at(wanted).pattern.valid()) return found;
    auto const& clauses = code->at(wanted).clauses;
    if (clauses.empty())
        for (std::uint32_t segment = 0; segment < text.segments.size(); ++segment)
            if (!hits_of(segment).empty()) found.push_back(segment);
    std::vector<std::uint32_t> fulfilled(text.segments.size());  // clauses that have a phrase in the segment
    for (std::uint32_t clause = 0; clause < clauses.size(); ++clause) {
        found.clear();  // those that fulfil all clauses so far
        for (auto const group : clauses[clause])
            for (auto const phrase : phrases.of(group))
                for (auto const segment : phrases.segments_of(phrase))
                    if (fulfilled[segment] == clause) {
                        fulfilled[segment] = clause + 1;
                        found.push_back(segment);
                    }
        if (found.empty()) return found;
    }
    if (!std::is_sorted(found.begin(), found.end())) std::sort(found.begin(), found.end());
    return found;
}

namespace {

// The units of a provision's subtree around one of them; all units where there is no such provision.
[[nodiscard]] std::pair<std::uint32_t, std::uint32_t> units_of(ActText const& act, std::uint32_t unit,
                                                               ProvisionId part) {
    auto const& units = act.text.units;
    auto const count = static_cast<std::uint32_t>(units.size());
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

[[nodiscard]] bool begins_with(std::string_view text, std::string_view word) {
    auto const lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return text.size() >= word.size() && std::equal(word.begin(), word.end(), text.begin(),
                                                    [&](char a, char b) { return lower(a) == lower(b); });
}

}  // namespace

std::pair<std::uint32_t, std::uint32_t> part_of(ActText const& act, std::uint32_t unit) {
    auto const provision = act.text.units[unit].provision;
    return units_of(act, unit, provision.valid() ? act.document->at(provision).parent : ProvisionId());
}

std::pair<std::uint32_t, std::uint32_t> division_of(ActText const& act, std::uint32_t unit,
                                                    std::uint32_t token) {
    auto const& named = act.text.tokens[token];
    auto const word = std::string_view(act.document->text).substr(named.begin, named.length);
    auto const provision = act.text.units[unit].provision;
    ProvisionId outermost;
    for (auto at = provision.valid() ? act.document->at(provision).parent : ProvisionId(); at.valid();
         at = act.document->at(at).parent) {
        auto const& row = act.document->at(at);
        if (begins_with(row.element, word) || begins_with(row.num, word)) return units_of(act, unit, at);
        outermost = at;
    }
    return units_of(act, unit, outermost);
}

}  // namespace lacuna::match
