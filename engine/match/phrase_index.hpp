// Where each phrase stands among the hits of an act. Of the tens of thousands of phrases that a language has
// a text holds few: one bit for each says which, and the index is no larger than what the text holds.
#pragma once

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
    struct Room {  // that is used again from one act to the next
        explicit Room(std::size_t nodes) : rows(nodes) {}
        std::vector<std::uint32_t> rows;  // by node of the trie, whatever it holds
        struct Place {
            std::uint32_t segment = 0, hit = 0;
        };
        std::vector<Place> places;  // phrase by phrase
    };
    // Takes hits in the order of the text, with the node of the trie at which each ends in place of its
    // phrase; `begin` says by segment where its hits do, with one more at the end. Gives them with their
    // phrases: segment by segment, those of one segment by phrase, those of one phrase as before.
    [[nodiscard]] std::vector<PhraseHit> fill(std::vector<PhraseHit>& hits,
                                              std::span<std::uint32_t const> begin, Room& room);

    // The nodes at which the phrases that occur end, sorted; their outputs are the phrase's groups.
    [[nodiscard]] std::span<std::uint32_t const> ends() const { return ends_; }
    [[nodiscard]] bool has(std::uint32_t end_node) const {
        return ((words_[end_node / word_bits].bits >> (end_node % word_bits)) & 1U) != 0;
    }
    // The row of ends() of a node that has() is true of.
    [[nodiscard]] std::uint32_t row_of(std::uint32_t end_node) const {
        auto const& word = words_[end_node / word_bits];
        return word.before + count(word.bits & ((std::uint64_t{1} << (end_node % word_bits)) - 1));
    }
    // The segments that hold a phrase, by its row of ends(), sorted.
    [[nodiscard]] std::span<std::uint32_t const> segments_of(std::uint32_t row) const {
        return std::span(segments_).subspan(begin_[row], begin_[row + 1] - begin_[row]);
    }

  private:
    static constexpr std::uint32_t word_bits = 64;
    // As std::popcount, which calls a function on machines that may lack the instruction.
    [[nodiscard]] static std::uint32_t count(std::uint64_t bits) {
        bits -= (bits >> 1) & 0x5555'5555'5555'5555u;
        bits = (bits & 0x3333'3333'3333'3333u) + ((bits >> 2) & 0x3333'3333'3333'3333u);
        bits = (bits + (bits >> 4)) & 0x0F0F'0F0F'0F0F'0F0Fu;
        return static_cast<std::uint32_t>((bits * 0x0101'0101'0101'0101u) >> 56);
    }
    void find_ends(std::span<PhraseHit const> hits, std::vector<std::uint32_t>& rows);
    void sort_by_phrase(std::vector<PhraseHit>& hits, std::span<std::uint32_t const> begin, Room& room);

    struct Word {
        std::uint64_t bits = 0;
        std::uint32_t before = 0;  // bits in the words before it
    };
    std::vector<Word> words_;  // by node
    std::vector<std::uint32_t> ends_;
    std::vector<std::uint32_t> begin_;     // by row of ends_, one more: rows of segments_
    std::vector<std::uint32_t> segments_;  // phrase by phrase
};

}  // namespace lacuna::match
