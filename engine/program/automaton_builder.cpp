#include "program/automaton_builder.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

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

EdgeTable::Slot& EdgeTable::place(std::uint64_t edge) {
    auto at = static_cast<std::size_t>((edge * 0x9E37'79B9'7F4A'7C15u) >> shift_);
    while (slots_[at].to != absent && slots_[at].edge != edge) at = (at + 1) & (slots_.size() - 1);
    return slots_[at];
}

std::uint32_t EdgeTable::find_or_add(std::uint64_t edge, std::uint32_t fresh) {
    auto& slot = place(edge);
    if (slot.to != absent) return slot.to;
    slot = {edge, fresh};
    if (++used_ * 2 >= slots_.size()) grow();
    return fresh;
}

void EdgeTable::grow() {
    auto const before = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
    --shift_;
    for (auto const& slot : before)
        if (slot.to != absent) place(slot.edge) = slot;
}

std::size_t AutomatonBuilder::KeyHash::operator()(GroupKey const& key) const {
    std::uint64_t hash = key.size();
    for (auto const part : key) hash = (hash ^ part) * 0x9E37'79B9'7F4A'7C15u ^ (hash >> 29);
    return hash;
}

void AutomatonBuilder::add_phrases(std::string_view text, bool exact, Phrases& into) {
    add_phrase(text, exact, into);
    if (exact) return;
    if (auto const joined = without_hyphens(text); !joined.empty()) add_phrase(joined, exact, into);
}

std::uint32_t AutomatonBuilder::symbol(Symbols& table, std::string_view text) {
    auto const symbol = table.find_or_add(text, automaton_.symbols);
    if (symbol == automaton_.symbols) ++automaton_.symbols;
    return symbol;
}

void AutomatonBuilder::add_phrase(std::string_view text, bool exact, Phrases& into) {
    auto& known = exact ? exact_pieces_ : pieces_;  // most words stand in many phrases
    visit_pieces(text, [&](std::string_view piece) {
        auto const key = text::surface_key(piece);
        auto row = known.find(piece, key);
        if (row == text::SurfaceTable::absent) {
            row = static_cast<std::uint32_t>(piece_symbols_.size());
            add_piece(piece, exact);
            known.insert(piece, row);
        }
        into.add(piece_symbols_[row]);
    });
    into.end_phrase();
}

void AutomatonBuilder::add_piece(std::string_view piece, bool exact) {
    bool const prefix = piece.size() > 1 && piece.back() == '*';
    auto const words = text::words_of(prefix ? piece.substr(0, piece.size() - 1) : piece, vocabulary_);
    for (std::size_t i = 0; i < words.size(); ++i) {
        auto const spelling = vocabulary_.spelling(words[i]);
        if (prefix && i + 1 == words.size())
            piece_symbols_.add(symbol(automaton_.prefixes, spelling));
        else if (exact)
            piece_symbols_.add(symbol(automaton_.spellings, spelling));
        else
            piece_symbols_.add(
                symbol(automaton_.stems, vocabulary_.spelling(vocabulary_.info(words[i]).stem)));
    }
    piece_symbols_.end_phrase();
}

GroupId AutomatonBuilder::group(Phrases const& phrases) {
    auto const distinct = phrases.distinct();
    GroupKey key;
    key.reserve(std::accumulate(distinct.begin(), distinct.end(), std::size_t{0},
                                [](std::size_t sum, Phrase phrase) { return sum + 1 + phrase.size(); }));
    for (auto const phrase : distinct) {
        key.push_back(static_cast<std::uint32_t>(phrase.size()));
        key.insert(key.end(), phrase.begin(), phrase.end());
    }
    auto const [row, fresh] = by_phrases_.try_emplace(std::move(key), GroupId(by_phrases_.size()));
    if (fresh)
        for (auto const phrase : distinct) insert(phrase, row->second);
    return row->second;
}

void AutomatonBuilder::insert(Phrase phrase, GroupId group) {
    std::uint32_t at = 0;
    for (auto const symbol : phrase) {
        at = edges_.find_or_add((std::uint64_t{at} << 32) | symbol, nodes_);
        if (at == nodes_) ++nodes_;
    }
    outputs_.emplace_back(at, group);
}

// Edges by node, those of a node by symbol. They are counted, then written from where those of the node
// begin.
void AutomatonBuilder::lay_out_edges() {
    auto& nodes = automaton_.nodes;
    edges_.for_each([&](std::uint32_t from, std::uint32_t, std::uint32_t) { ++nodes[from].edge_end; });
    std::uint32_t edges = 0;
    for (auto& node : nodes) {
        node.edge_begin = edges;
        edges += std::exchange(node.edge_end, edges);
    }
    automaton_.edges.resize(edges);
    edges_.for_each([&](std::uint32_t from, std::uint32_t symbol, std::uint32_t to) {
        automaton_.edges[nodes[from].edge_end++] = {symbol, to};
    });
    for (auto const& node : nodes)
        std::sort(automaton_.edges.begin() + node.edge_begin, automaton_.edges.begin() + node.edge_end,
                  [](Edge const& a, Edge const& b) { return a.symbol < b.symbol; });
}

// Outputs by node; groups end at a node in the order in which they were made.
void AutomatonBuilder::lay_out_outputs() {
    auto& nodes = automaton_.nodes;
    for (auto const& [at, group] : outputs_) ++nodes[at].output_end;
    std::uint32_t outputs = 0;
    for (auto& node : nodes) {
        node.output_begin = outputs;
        outputs += std::exchange(node.output_end, outputs);
    }
    automaton_.outputs.resize(outputs);
    for (auto const& [at, group] : outputs_) automaton_.outputs[nodes[at].output_end++] = group;
}

Automaton AutomatonBuilder::build() {
    automaton_.nodes.resize(nodes_);
    lay_out_edges();
    lay_out_outputs();
    return std::move(automaton_);
}

}  // namespace lacuna::program
