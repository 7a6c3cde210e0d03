// Where each phrase stands among the hits of an act, and which phrases of a group do. Of the tens of
// thousands of phrases that a language has a text holds few: those that occur are numbered anew, and whoever
// asks about a group looks at its phrases in the act alone.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "program/program.hpp"

namespace lacuna::match {

struct PhraseHit {             // in tokens of the act
    std::uint32_t phrase = 0;  // row of PhraseIndex::ends()
    std::uint32_t begin = 0, end = 0;
};

class PhraseIndex {
  public:
    struct Room {  // that is used again from one act to the next; zeros between two of them
        explicit Room(program::LanguageCode const& code)
            : rows(code.automaton.nodes.size()), groups(code.groups) {}
        std::vector<std::uint32_t> rows;    // by node of the trie
        std::vector<std::uint32_t> groups;  // by group
    };
    // Takes hits in the order of the text, with the node of the trie at which each ends in place of its
    // phrase, and puts the phrase there; `begin` says by segment where its hits do, with one more at the end.
    void fill(std::vector<PhraseHit>& hits, std::span<std::uint32_t const> begin,
              program::LanguageCode const& code, Room& room);

    // The nodes at which the phrases that occur end, sorted; their outputs are the phrase's groups.
    [[nodiscard]] std::span<std::uint32_t const> ends() const { return ends_; }
    // The segments that hold a phrase, by its row of ends(), sorted.
    [[nodiscard]] std::span<std::uint32_t const> segments_of(std::uint32_t row) const {
        return std::span(segments_).subspan(begin_[row], segments_end_[row] - begin_[row]);
    }
    struct Place {  // of a phrase, in tokens
        std::uint32_t begin = 0, end = 0;
    };
    // The places of a phrase, by its row of ends(), in the order of the text.
    [[nodiscard]] std::span<Place const> places_of(std::uint32_t row) const {
        return std::span(places_).subspan(begin_[row], begin_[row + 1] - begin_[row]);
    }
    // The phrases of a group that occur, by their rows of ends(), sorted.
    [[nodiscard]] std::span<std::uint32_t const> of(program::GroupId group) const {
        if (!has(group)) return {};
        auto const& word = groups_[group.value / word_bits];
        auto const row =
            word.before + count(word.bits & ((std::uint64_t{1} << (group.value % word_bits)) - 1));
        return std::span(phrases_).subspan(group_begin_[row], group_begin_[row + 1] - group_begin_[row]);
    }
    [[nodiscard]] bool has(program::GroupId group) const {  // some phrase of it occurs
        auto const word = group.value / word_bits;
        return word < groups_.size() && ((groups_[word].bits >> (group.value % word_bits)) & 1U) != 0;
    }

  private:
    void number(std::span<PhraseHit const> hits, std::vector<std::uint32_t>& rows);
    void find_places(std::vector<PhraseHit>& hits, std::span<std::uint32_t const> begin,
                     std::vector<std::uint32_t> const& rows);
    void find_groups(program::LanguageCode const& code, std::vector<std::uint32_t>& places);
    void note_groups(std::vector<std::uint32_t> const& groups, std::size_t all);

    static constexpr std::uint32_t word_bits = 64;
    // As std::popcount, which calls a function on machines that may lack the instruction.
    [[nodiscard]] static std::uint32_t count(std::uint64_t bits) {
        bits -= (bits >> 1) & 0x5555'5555'5555'5555u;
        bits = (bits & 0x3333'3333'3333'3333u) + ((bits >> 2) & 0x3333'3333'3333'3333u);
        bits = (bits + (bits >> 4)) & 0x0F0F'0F0F'0F0F'0F0Fu;
        return static_cast<std::uint32_t>((bits * 0x0101'0101'0101'0101u) >> 56);
    }
    struct Word {  // of a set of groups
        std::uint64_t bits = 0;
        std::uint32_t before = 0;  // bits in the words before it
    };

    std::vector<std::uint32_t> ends_;
    std::vector<std::uint32_t> begin_;     // by row of ends_, one more: rows of places_ and segments_
    std::vector<Place> places_;            // phrase by phrase
    std::vector<std::uint32_t> segments_;  // the same, each once and so with room behind those of a phrase
    std::vector<std::uint32_t> segments_end_;  // by row of ends_
    std::vector<Word> groups_;                 // that occur: a text holds few of those of a language
    std::vector<std::uint32_t> group_begin_;   // by such a group, one more: rows of phrases_
    std::vector<std::uint32_t> phrases_;       // group by group
};

}  // namespace lacuna::match
