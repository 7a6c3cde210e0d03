#include "match/phrase_index.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace lacuna::match {

// Counts the hits of each node, then gives each node that has any a row, and a stretch of places_ that is as
// long.
void PhraseIndex::number(std::span<PhraseHit const> hits, std::vector<std::uint32_t>& rows) {
    ends_.clear();
    for (auto const& hit : hits)
        if (rows[hit.phrase]++ == 0) ends_.push_back(hit.phrase);
    std::sort(ends_.begin(), ends_.end());
    begin_.assign(1, 0);
    for (std::uint32_t row = 0; row < ends_.size(); ++row) {
        begin_.push_back(begin_.back() + rows[ends_[row]]);
        rows[ends_[row]] = row;
    }
}

void PhraseIndex::find_places(std::vector<PhraseHit>& hits, std::span<std::uint32_t const> begin,
                              std::vector<std::uint32_t> const& rows) {
    places_.resize(hits.size());
    segments_.resize(hits.size());
    segments_end_.assign(begin_.begin(), begin_.end() - 1);
    auto next = segments_end_;  // in places_
    auto* hit = hits.data();
    for (std::uint32_t segment = 0; segment + 1 < begin.size(); ++segment)
        for (auto const* const last = hits.data() + begin[segment + 1]; hit != last; ++hit) {
            auto const row = rows[hit->phrase];
            hit->phrase = row;
            places_[next[row]++] = {hit->begin, hit->end};
            auto& end = segments_end_[row];
            if (end == begin_[row] || segments_[end - 1] != segment) segments_[end++] = segment;
        }
}

void PhraseIndex::note_groups(std::vector<std::uint32_t> const& groups, std::size_t all) {
    groups_.assign(all / word_bits + 1, {});
    for (auto const group : groups)
        groups_[group / word_bits].bits |= std::uint64_t{1} << (group % word_bits);
    std::uint32_t before = 0;
    for (auto& word : groups_) {
        word.before = before;
        before += count(word.bits);
    }
}

// By counting: where the phrases of each group begin, and then the phrases, which come in their order.
// `places` has a row for each group.
void PhraseIndex::find_groups(program::LanguageCode const& code, std::vector<std::uint32_t>& places) {
    auto const& automaton = code.automaton;
    auto const visit = [&](auto const& each) {
        for (std::uint32_t row = 0; row < ends_.size(); ++row) {
            auto const& node = automaton.nodes[ends_[row]];
            for (auto output = node.output_begin; output < node.output_end; ++output)
                each(automaton.outputs[output].value, row);
        }
    };
    std::vector<std::uint32_t> groups;
    visit([&](std::uint32_t group, std::uint32_t) {
        if (places[group]++ == 0) groups.push_back(group);
    });
    note_groups(groups, code.groups);
    group_begin_.assign(1, 0);
    for (std::uint32_t word = 0; word < groups_.size(); ++word)
        for (auto rest = groups_[word].bits; rest != 0; rest &= rest - 1) {
            auto const group = word * word_bits + static_cast<std::uint32_t>(std::countr_zero(rest));
            auto const begin = group_begin_.back();
            group_begin_.push_back(begin + std::exchange(places[group], begin));
        }
    phrases_.resize(group_begin_.back());
    visit([&](std::uint32_t group, std::uint32_t row) { phrases_[places[group]++] = row; });
    for (auto const group : groups) places[group] = 0;
}

void PhraseIndex::fill(std::vector<PhraseHit>& hits, std::span<std::uint32_t const> begin,
                       program::LanguageCode const& code, Room& room) {
    number(hits, room.rows);
    find_places(hits, begin, room.rows);
    for (auto const end : ends_) room.rows[end] = 0;
    find_groups(code, room.groups);
}

}  // namespace lacuna::match
