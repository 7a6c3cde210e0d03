// Collects the phrases of one language and lays them out as an Automaton. Phrases that a pattern treats alike
// share a group; groups with the same phrases are one.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "program/program.hpp"
#include "text/vocabulary.hpp"

namespace lacuna::program {

using Phrase = std::vector<std::uint32_t>;  // symbols

class AutomatonBuilder {
  public:
    AutomatonBuilder(std::string const& language, text::Respellings const& respellings)
        : vocabulary_(language, respellings) {}

    // The words of a quoted text as symbols: stems or, if `exact`, spellings; a word that ends in "*" is a
    // prefix. A word with a hyphen is also taken without it, as one: "cyber-crime" gives two phrases. A
    // phrase without symbols holds no word.
    [[nodiscard]] std::vector<Phrase> phrases(std::string_view text, bool exact);
    // The group of these phrases, made if it is new. Empty phrases are passed over.
    [[nodiscard]] GroupId group(std::vector<Phrase> phrases);
    [[nodiscard]] std::uint32_t groups() const { return static_cast<std::uint32_t>(by_phrases_.size()); }
    [[nodiscard]] Automaton build();

  private:
    struct PhrasesHash {
        [[nodiscard]] std::size_t operator()(std::vector<Phrase> const& phrases) const;
    };

    [[nodiscard]] Phrase phrase(std::string_view text, bool exact);
    [[nodiscard]] Phrase piece_symbols(std::string_view piece, bool exact);
    [[nodiscard]] std::uint32_t symbol(Symbols& table, std::string_view text);
    void insert(Phrase const& phrase, GroupId group);
    void find_group_ends();

    struct EdgeHash {
        [[nodiscard]] std::size_t operator()(std::uint64_t edge) const {
            edge *= 0x9E37'79B9'7F4A'7C15u;
            return edge ^ (edge >> 32);
        }
    };
    text::Vocabulary vocabulary_;
    Automaton automaton_;
    std::vector<std::vector<GroupId>> trie_ = std::vector<std::vector<GroupId>>(1);  // outputs of each node
    std::unordered_map<std::uint64_t, std::uint32_t, EdgeHash>
        edges_;  // node and symbol to the node after it
    std::unordered_map<std::vector<Phrase>, GroupId, PhrasesHash> by_phrases_;
    std::unordered_map<std::string, Phrase, TextHash, std::equal_to<>> pieces_,
        exact_pieces_;  // their symbols
};

}  // namespace lacuna::program
