#include "match/phrase_index.hpp"

#include <bit>
#include <numeric>

namespace lacuna::match {
namespace {

constexpr std::uint32_t none = 0xFFFF'FFFFu;  // segment

}  // namespace

void PhraseIndex::find_ends(std::span<PhraseHit const> hits, std::vector<std::uint32_t>& rows) {
    words_.assign(rows.size() / word_bits + 1, {});
    for (auto const& hit : hits)
        words_[hit.phrase / word_bits].bits |= std::uint64_t{1} << (hit.phrase % word_bits);
    ends_.clear();
    for (std::uint32_t word = 0; word < words_.size(); ++word) {
        words_[word].before = static_cast<std::uint32_t>(ends_.size());
        for (auto rest = words_[word].bits; rest != 0; rest &= rest - 1)
            ends_.push_back(word * word_bits + static_cast<std::uint32_t>(std::countr_zero(rest)));
    }
    for (std::uint32_t row = 0; row < ends_.size(); ++row) rows[ends_[row]] = row;
}

// Into room.places, by counting; of each phrase begin_ then says where its places begin.
void PhraseIndex::sort_by_phrase(std::vector<PhraseHit>& hits, std::span<std::uint32_t const> begin,
                                 Room& room) {
    begin_.assign(ends_.size() + 1, 0);
    for (auto& hit : hits) {
        hit.phrase = room.rows[hit.phrase];
        ++begin_[hit.phrase + 1];
    }
    std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
    if (room.places.size() < hits.size()) room.places.resize(hits.size());
    std::vector<std::uint32_t> next(begin_.begin(), begin_.end() - 1);
    auto* const places = room.places.data();
    for (std::uint32_t segment = 0, hit = 0; segment + 1 < begin.size(); ++segment)
        for (auto const end = begin[segment + 1]; hit < end; ++hit)
            places[next[hits[hit].phrase]++] = {segment, hit};
}

std::vector<PhraseHit> PhraseIndex::fill(std::vector<PhraseHit>& hits, std::span<std::uint32_t const> begin,
                                         Room& room) {
    find_ends(hits, room.rows);
    sort_by_phrase(hits, begin, room);
    std::vector<PhraseHit> sorted(hits.size());
    std::vector<std::uint32_t> next(begin.begin(), begin.end());
    segments_.resize(hits.size());
    auto const* place = room.places.data();
    auto* segment = segments_.data();
    for (std::uint32_t row = 0; row < ends_.size(); ++row) {
        auto const* const end = room.places.data() + begin_[row + 1];
        begin_[row] = static_cast<std::uint32_t>(segment - segments_.data());
        for (auto last = none; place != end; ++place) {
            sorted[next[place->segment]++] = hits[place->hit];
            if (place->segment != last) *segment++ = last = place->segment;
        }
    }
    begin_.back() = static_cast<std::uint32_t>(segment - segments_.data());
    segments_.resize(begin_.back());
    return sorted;
}

}  // namespace lacuna::match
