#include "match/phrase_index.hpp"

#include <numeric>

namespace lacuna::match {

void PhraseIndex::fill(std::vector<PhraseHit>& hits, std::vector<std::uint32_t>& rows) {
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
    begin_.assign(ends_.size() + 1, 0);
    for (auto& hit : hits) {
        hit.phrase = rows[hit.phrase];
        ++begin_[hit.phrase + 1];
    }
    std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
    hits_.resize(hits.size());
    std::vector<std::uint32_t> next(begin_.begin(), begin_.end() - 1);
    for (std::uint32_t row = 0; row < hits.size(); ++row) hits_[next[hits[row].phrase]++] = row;
}

}  // namespace lacuna::match
