// The one pass over a text: an automaton over the classes of its words. Two words are of one class when they
// have the same symbols; most words have none, and lead back to the start. The states are made when first
// reached, from the trie of the language, so that start-up pays for nothing that no text needs.
#pragma once

#include <span>
#include <unordered_map>
#include <vector>

#include "match/act_text.hpp"
#include "match/step_table.hpp"

namespace lacuna::match {

class Scanner {
  public:
    Scanner(program::LanguageCode const& code, text::Vocabulary& vocabulary);
    // Fills the hits of an act that was read with the scanner's vocabulary, and their index.
    void scan(ActText& act);

  private:
    using ClassId = std::uint32_t;
    using StateId = std::uint32_t;
    static constexpr ClassId no_symbols = 0;  // words that no rule names
    static constexpr StateId nothing = 0;     // where they lead: nothing has begun
    struct Output {
        std::uint32_t node = 0;    // of the trie, at which a phrase ends
        std::uint32_t length = 0;  // words
    };
    using Numbers = std::vector<std::uint32_t>;
    struct NumbersHash {
        [[nodiscard]] std::size_t operator()(Numbers const& numbers) const;
    };
    struct State {
        // One bit for each symbol, by its last six bits, that an edge of its nodes bears: most words have
        // none of them, and need not be looked for.
        std::uint64_t leads = 0;
        std::uint32_t output_begin = 0, output_end = 0;
    };
    struct WordClass {
        std::uint64_t bits = 0;      // of its symbols, as in State::leads
        StateId from_start = unset;  // where it leads from the root alone
    };
    static constexpr std::uint32_t unset = 0xFFFF'FFFFu;

    // Adds the hits in the words of one segment; `first` is its first token.
    void scan(std::span<text::Token const> tokens, std::uint32_t first);
    void find_classes();  // of the words that are new
    [[nodiscard]] ClassId find_class(text::WordId word);
    [[nodiscard]] StateId step(StateId state, ClassId word_class);
    [[nodiscard]] StateId from_start(ClassId word_class);
    [[nodiscard]] StateId make_step(StateId state, ClassId word_class);
    void follow(std::uint32_t node, ClassId word_class);  // adds what is reached to reached_
    [[nodiscard]] StateId state_of_reached();
    void reset_states();
    void read_edges();
    void find_prefix_lengths();

    program::LanguageCode const& code_;
    text::Vocabulary& vocabulary_;
    std::vector<ClassId> class_of_word_;
    std::vector<std::vector<std::uint32_t>> symbols_of_class_;
    std::vector<WordClass> classes_;
    std::unordered_map<Numbers, ClassId, NumbersHash> class_of_symbols_;
    std::vector<State> states_;
    std::vector<Numbers const*> nodes_;  // by state, of the trie, sorted: keys of state_of_nodes_; the root
                                         // is always meant too
    std::vector<Output> outputs_;
    StepTable steps_;
    std::unordered_map<Numbers, StateId, NumbersHash> state_of_nodes_;
    Numbers reached_;
    std::vector<std::uint32_t> depth_;  // of each node of the trie
    std::vector<std::uint64_t> leads_;  // of each node, as in State
    std::vector<PhraseHit> hits_;       // of the act, in the order of the text
    PhraseIndex::Room room_;
    std::vector<std::size_t> prefix_lengths_;  // bytes, each that a prefix has, sorted
};

}  // namespace lacuna::match
