#include "program/automaton_builder.hpp"

#include <algorithm>

namespace lacuna::program {
namespace {

[[nodiscard]] bool in_word(char c) {
    auto const byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '*';
}

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
    auto const folded = text::fold(text);
    std::vector<std::string> words;
    bool inside = false;
    for (char const c : folded) {
        if (!in_word(c)) {
            inside = false;
            continue;
        }
        if (!inside) words.emplace_back();
        words.back().push_back(c);
        inside = true;
    }
    return words;
}

std::uint32_t AutomatonBuilder::symbol(std::unordered_map<std::string, std::uint32_t>& table,
                                       std::string text) {
    auto const [row, fresh] = table.try_emplace(std::move(text), automaton_.symbols);
    if (fresh) ++automaton_.symbols;
    return row->second;
}

Phrase AutomatonBuilder::phrase(std::string_view text, bool exact) {
    Phrase phrase;
    for (auto& word : words_of(text)) {
        if (word.back() == '*' && word.size() > 1) {
            word.pop_back();
            automaton_.longest_prefix =
                std::max(automaton_.longest_prefix, static_cast<std::uint32_t>(word.size()));
            phrase.push_back(symbol(automaton_.prefixes, std::move(word)));
        } else if (exact) {
            phrase.push_back(symbol(automaton_.spellings, std::move(word)));
        } else {
            phrase.push_back(
                symbol(automaton_.stems, std::string(vocabulary_.spelling(vocabulary_.stem(word)))));
        }
    }
    return phrase;
}

GroupId AutomatonBuilder::group(std::vector<Phrase> phrases) {
    std::sort(phrases.begin(), phrases.end());
    phrases.erase(std::unique(phrases.begin(), phrases.end()), phrases.end());
    std::erase_if(phrases, [](Phrase const& phrase) { return phrase.empty(); });
    auto const [row, fresh] = by_phrases_.try_emplace(std::move(phrases), GroupId(by_phrases_.size()));
    if (fresh)
        for (auto const& phrase : row->first) insert(phrase, row->second);
    return row->second;
}

void AutomatonBuilder::insert(Phrase const& phrase, GroupId group) {
    std::uint32_t at = 0;
    for (auto const symbol : phrase) {
        auto const [edge, fresh] =
            trie_[at].next.try_emplace(symbol, static_cast<std::uint32_t>(trie_.size()));
        at = edge->second;
        if (fresh) trie_.emplace_back();
    }
    trie_[at].outputs.push_back(group);
    automaton_.longest_phrase =
        std::max(automaton_.longest_phrase, static_cast<std::uint32_t>(phrase.size()));
}

Automaton AutomatonBuilder::build() {
    automaton_.nodes.reserve(trie_.size());
    for (auto const& from : trie_) {
        TrieNode node;
        node.edge_begin = static_cast<std::uint32_t>(automaton_.edges.size());
        for (auto const& [symbol, target] : from.next) automaton_.edges.push_back({symbol, target});
        node.edge_end = static_cast<std::uint32_t>(automaton_.edges.size());
        node.output_begin = static_cast<std::uint32_t>(automaton_.outputs.size());
        automaton_.outputs.insert(automaton_.outputs.end(), from.outputs.begin(), from.outputs.end());
        node.output_end = static_cast<std::uint32_t>(automaton_.outputs.size());
        automaton_.nodes.push_back(node);
    }
    return std::move(automaton_);
}

}  // namespace lacuna::program
