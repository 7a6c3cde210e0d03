// Where each phrase stands among the hits of an act. Of the tens of thousands of phrases that a language has
// a text holds few: one bit for each says which, and the index is no larger than what the text holds.
#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <vector>

namespace lacuna::match {

struct PhraseHit {             // in tokens of the act
    std::uint32_t phrase = 0;  // row of PhraseIndex::ends()
    std::uint32_t begin = 0, end = 0;
};

class PhraseIndex {
  public:
    // Takes hits with the node of the trie at which each ends in place of its phrase, and puts the phrase
    // there. `rows` is room for a number for each node, whatever it holds.
    void fill(std::vector<PhraseHit>& hits, std::vector<std::uint32_t>& rows);

    // The nodes at which the phrases that occur end, sorted; their outputs are the phrase's groups.
    [[nodiscard]] std::span<std::uint32_t const> ends() const { return ends_; }
    [[nodiscard]] bool has(std::uint32_t end_node) const {
        return ((words_[end_node / word_bits].bits >> (end_node % word_bits)) & 1U) != 0;
    }
    // The row of ends() of a node that has() is true of.
    [[nodiscard]] std::uint32_t row_of(std::uint32_t end_node) const {
        auto const& word = words_[end_node / word_bits];
        auto const below = word.bits & ((std::uint64_t{1} << (end_node % word_bits)) - 1);
        return word.before + static_cast<std::uint32_t>(std::popcount(below));
    }
    // Rows of the hits that end at a node, in their order; none when its phrase does not occur.
    [[nodiscard]] std::span<std::uint32_t const> hits_of(std::uint32_t end_node) const {
        if (!has(end_node)) return {};
        auto const row = row_of(end_node);
        return std::span(hits_).subspan(begin_[row], begin_[row + 1] - begin_[row]);
    }

  private:
    static constexpr std::uint32_t word_bits = 64;
    struct Word {
        std::uint64_t bits = 0;
        std::uint32_t before = 0;  // bits in the words before it
    };
    std::vector<Word> words_;  // by node
    std::vector<std::uint32_t> ends_;
    std::vector<std::uint32_t> begin_;  // by row of ends_, one more: rows of hits_
    std::vector<std::uint32_t> hits_;   // phrase by phrase
};

}  // namespace lacuna::match
