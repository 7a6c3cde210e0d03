// Collects the phrases of one language and lays them out as an Automaton. Phrases that a pattern treats alike
// share a group; groups with the same phrases are one.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "program/phrases.hpp"
#include "program/program.hpp"
#include "text/surface_table.hpp"
#include "text/vocabulary.hpp"

namespace lacuna::program {

// The edges of the trie: from a node and a symbol to the node after it. Open addressing: there are tens of
// thousands of them, and each is asked for many times.
class EdgeTable {
  public:
    EdgeTable() : slots_(4096), shift_(64 - 12) {}

    // The node after `edge` (node << 32 | symbol); `fresh`, which becomes so, when there was none.
    std::uint32_t find_or_add(std::uint64_t edge, std::uint32_t fresh);
    // Calls visit(node, symbol, node after it) with each edge, in no order.
    template <class Visit>
    void for_each(Visit visit) const {
        for (auto const& slot : slots_)
            if (slot.to != absent)
                visit(static_cast<std::uint32_t>(slot.edge >> 32), static_cast<std::uint32_t>(slot.edge),
                      slot.to);
    }

  private:
    static constexpr std::uint32_t absent = 0;  // no edge leads to the root
    struct Slot {
        std::uint64_t edge = 0;
        std::uint32_t to = absent;
    };
    [[nodiscard]] Slot& place(std::uint64_t edge);
    void grow();

    std::vector<Slot> slots_;  // a power of two, at most half full
    std::size_t used_ = 0;
    unsigned shift_;
};

class AutomatonBuilder {
  public:
    AutomatonBuilder(std::string const& language, text::Respellings const& respellings)
        : vocabulary_(language, respellings) {}

    // Adds the words of a quoted text as symbols: stems or, if `exact`, spellings; a word that ends in "*" is
    // a prefix. A word with a hyphen is also taken without it, as one: "cyber-crime" gives two phrases. A
    // phrase without symbols holds no word.
    void add_phrases(std::string_view text, bool exact, Phrases& into);
    // The group of these phrases, made if it is new. Empty phrases are passed over.
    [[nodiscard]] GroupId group(Phrases const& phrases);
    [[nodiscard]] std::uint32_t groups() const { return static_cast<std::uint32_t>(by_phrases_.size()); }
    [[nodiscard]] Automaton build();

  private:
    // The distinct phrases of a group, one behind the other, each after its length.
    using GroupKey = std::vector<std::uint32_t>;
    struct KeyHash {
        [[nodiscard]] std::size_t operator()(GroupKey const& key) const;
    };

    void add_phrase(std::string_view text, bool exact, Phrases& into);
    // Reads a piece that is new, as a phrase of piece_symbols_.
    void add_piece(std::string_view piece, bool exact);
    [[nodiscard]] std::uint32_t symbol(Symbols& table, std::string_view text);
    void insert(Phrase phrase, GroupId group);
    void lay_out_edges();
    void lay_out_outputs();

    text::Vocabulary vocabulary_;
    Automaton automaton_;
    std::uint32_t nodes_ = 1;  // of the trie; the first is its root
    EdgeTable edges_;
    std::vector<std::pair<std::uint32_t, GroupId>> outputs_;  // node at which a phrase of the group ends
    std::unordered_map<GroupKey, GroupId, KeyHash> by_phrases_;
    text::SurfaceTable pieces_, exact_pieces_;  // what stands between blanks, to its row of:
    Phrases piece_symbols_;
};

}  // namespace lacuna::program
