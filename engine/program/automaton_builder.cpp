#include "program/automaton_builder.hpp"

#include <algorithm>
#include <numeric>

namespace lacuna::program {
namespace {

[[nodiscard]] bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Calls `visit` with what stands between blanks; the rest of the dividing is the tokeniser's.
template <class Visit>
void visit_pieces(std::string_view text, Visit visit) {
    for (std::size_t at = 0; at < text.size();) {
        auto end = at;
        while (end < text.size() && !is_blank(text[end])) ++end;
        if (end > at) visit(text.substr(at, end - at));
        at = end + 1;
    }
}

// A hyphen between two letters; one between digits divides numbers.
[[nodiscard]] bool links(std::string_view text, std::size_t at, std::size_t length) {
    auto const letter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    };
    return at > 0 && at + length < text.size() && letter(text[at - 1]) && letter(text[at + length]);
}

// The text with its hyphens taken out, or nothing when it has none.
[[nodiscard]] std::string without_hyphens(std::string_view text) {
    constexpr char other_hyphens = '\xE2';  // their first byte
    if (text.find('-') == std::string_view::npos && text.find(other_hyphens) == std::string_view::npos)
        return {};
    std::string joined;
    bool any = false;
    for (std::size_t at = 0; at < text.size();) {
        auto const rest = text.substr(at);
        std::size_t length = rest.front() == '-' ? 1 : 0;
        if (rest.starts_with("\u2010") || rest.starts_with("\u2011")) length = 3;
        if (length > 0 && links(text, at, length)) {
            any = true;
            at += length;
        } else {
            joined += text[at++];
        }
    }
    return any ? joined : std::string();
}

}  // namespace

std::size_t AutomatonBuilder::PhrasesHash::operator()(std::vector<Phrase> const& phrases) const {
    std::uint64_t hash = phrases.size();
    auto const mix = [&](std::uint64_t more) {
        hash = (hash ^ more) * 0x9E37'79B9'7F4A'7C15u ^ (hash >> 29);
    };
    for (auto const& phrase : phrases) {
        mix(phrase.size());
        for (auto const symbol : phrase) mix(symbol);
    }
    return hash;
}

std::vector<Phrase> AutomatonBuilder::phrases(std::string_view text, bool exact) {
    std::vector<Phrase> all;
    all.push_back(phrase(text, exact));
    if (exact) return all;
    if (auto const joined = without_hyphens(text); !joined.empty()) all.push_back(phrase(joined, exact));
    return all;
}

std::uint32_t AutomatonBuilder::symbol(Symbols& table, std::string_view text) {
    if (auto const row = table.find(text); row != table.end()) return row->second;
    table.emplace(text, automaton_.symbols);
    return automaton_.symbols++;
}

Phrase AutomatonBuilder::phrase(std::string_view text, bool exact) {
    Phrase phrase;
    auto& known = exact ? exact_pieces_ : pieces_;  // most words stand in many phrases
    visit_pieces(text, [&](std::string_view piece) {
        auto row = known.find(piece);
        if (row == known.end()) row = known.emplace(piece, piece_symbols(piece, exact)).first;
        phrase.insert(phrase.end(), row->second.begin(), row->second.end());
    });
    return phrase;
}

Phrase AutomatonBuilder::piece_symbols(std::string_view piece, bool exact) {
    Phrase symbols;
    bool const prefix = piece.size() > 1 && piece.back() == '*';
    auto const words = text::words_of(prefix ? piece.substr(0, piece.size() - 1) : piece, vocabulary_);
    for (std::size_t i = 0; i < words.size(); ++i) {
        auto const spelling = vocabulary_.spelling(words[i]);
        if (prefix && i + 1 == words.size())
            symbols.push_back(symbol(automaton_.prefixes, spelling));
        else if (exact)
            symbols.push_back(symbol(automaton_.spellings, spelling));
        else
            symbols.push_back(
                symbol(automaton_.stems, vocabulary_.spelling(vocabulary_.info(words[i]).stem)));
    }
    return symbols;
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
        auto const key = (std::uint64_t{at} << 32) | symbol;
        auto const [edge, fresh] = edges_.try_emplace(key, static_cast<std::uint32_t>(trie_.size()));
        at = edge->second;
        if (fresh) trie_.emplace_back();
    }
    trie_[at].push_back(group);
}

void AutomatonBuilder::find_group_ends() {
    automaton_.group_begin.assign(by_phrases_.size() + 1, 0);
    for (auto const group : automaton_.outputs) ++automaton_.group_begin[group.index() + 1];
    std::partial_sum(automaton_.group_begin.begin(), automaton_.group_begin.end(),
                     automaton_.group_begin.begin());
    automaton_.group_ends.resize(automaton_.outputs.size());
    auto next = automaton_.group_begin;
    for (std::uint32_t at = 0; at < automaton_.nodes.size(); ++at)
        for (auto row = automaton_.nodes[at].output_begin; row < automaton_.nodes[at].output_end; ++row)
            automaton_.group_ends[next[automaton_.outputs[row].index()]++] = at;
}

Automaton AutomatonBuilder::build() {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> edges(edges_.begin(), edges_.end());
    std::sort(edges.begin(), edges.end());
    auto next = edges.begin();
    for (std::uint32_t at = 0; at < trie_.size(); ++at) {
        TrieNode node;
        node.edge_begin = static_cast<std::uint32_t>(automaton_.edges.size());
        for (; next != edges.end() && next->first >> 32 == at; ++next)
            automaton_.edges.push_back({static_cast<std::uint32_t>(next->first), next->second});
        node.edge_end = static_cast<std::uint32_t>(automaton_.edges.size());
        node.output_begin = static_cast<std::uint32_t>(automaton_.outputs.size());
        automaton_.outputs.insert(automaton_.outputs.end(), trie_[at].begin(), trie_[at].end());
        node.output_end = static_cast<std::uint32_t>(automaton_.outputs.size());
        automaton_.nodes.push_back(node);
    }
    find_group_ends();
    return std::move(automaton_);
}

}  // namespace lacuna::program
