#include "match/scan.hpp"

#include <algorithm>

#include "base/sort_unique.hpp"

namespace lacuna::match {
namespace {

constexpr std::size_t most_states = 200'000;  // then the table starts anew: memory stays bounded

[[nodiscard]] std::uint64_t bit_of(std::uint32_t symbol) {
    return std::uint64_t{1} << (symbol % 64);
}

}  // namespace

Scanner::Scanner(program::LanguageCode const& code, text::Vocabulary& vocabulary)
    : code_(code), vocabulary_(vocabulary), room_(code) {
    symbols_of_class_.emplace_back();  // of no_symbols
    classes_.emplace_back();
    class_of_symbols_.emplace(Numbers(), 0);
    read_edges();
    find_prefix_lengths();
    reset_states();
}

std::size_t Scanner::NumbersHash::operator()(Numbers const& numbers) const {
    std::uint64_t hash = numbers.size();
    for (auto const number : numbers) {
        hash = (hash ^ number) * 0x9E37'79B9'7F4A'7C15u;
        hash ^= hash >> 29;
    }
    return hash;
}

void Scanner::find_prefix_lengths() {
    for (auto const& prefix : code_.automaton.prefixes) prefix_lengths_.push_back(prefix.first.size());
    sort_unique(prefix_lengths_);
}

void Scanner::read_edges() {
    auto const& automaton = code_.automaton;
    depth_.assign(automaton.nodes.size(), 0);
    leads_.assign(automaton.nodes.size(), 0);
    for (std::size_t at = 0; at < automaton.nodes.size(); ++at)  // a child stands after its parent
        for (auto row = automaton.nodes[at].edge_begin; row < automaton.nodes[at].edge_end; ++row) {
            depth_[automaton.edges[row].target] = depth_[at] + 1;
            leads_[at] |= bit_of(automaton.edges[row].symbol);
        }
}

void Scanner::reset_states() {
    states_.clear();
    nodes_.clear();
    outputs_.clear();
    steps_.clear();
    state_of_nodes_.clear();
    for (auto& row : classes_) row.from_start = unset;
    reached_.clear();
    classes_[no_symbols].from_start = state_of_reached();
}

void Scanner::find_classes() {
    class_of_word_.reserve(vocabulary_.words());
    for (auto word = class_of_word_.size(); word < vocabulary_.words(); ++word)
        class_of_word_.push_back(find_class(text::WordId(word)));
}

Scanner::ClassId Scanner::find_class(text::WordId word) {
    auto const& automaton = code_.automaton;
    auto const spelling = vocabulary_.spelling(word);
    std::vector<std::uint32_t> symbols;
    auto const add = [&](program::Symbols const& table, std::string_view text) {
        if (auto const row = table.find(text); row != table.end()) symbols.push_back(row->second);
    };
    add(automaton.spellings, spelling);
    add(automaton.stems, vocabulary_.spelling(vocabulary_.info(word).stem));
    for (auto const length : prefix_lengths_)
        if (length <= spelling.size()) add(automaton.prefixes, spelling.substr(0, length));
    sort_unique(symbols);
    auto const [row, fresh] =
        class_of_symbols_.try_emplace(symbols, static_cast<ClassId>(symbols_of_class_.size()));
    if (fresh) {
        symbols_of_class_.push_back(std::move(symbols));
        auto& made = classes_.emplace_back();
        for (auto const symbol : symbols_of_class_.back()) made.bits |= bit_of(symbol);
    }
    return row->second;
}

Scanner::StateId Scanner::state_of_reached() {
    sort_unique(reached_);
    auto const [row, fresh] = state_of_nodes_.try_emplace(reached_, static_cast<StateId>(states_.size()));
    if (!fresh) return row->second;
    auto const& automaton = code_.automaton;
    State state;
    state.output_begin = static_cast<std::uint32_t>(outputs_.size());
    for (auto const node : reached_) {
        state.leads |= leads_[node];
        if (automaton.nodes[node].output_begin != automaton.nodes[node].output_end)
            outputs_.push_back({node, depth_[node]});
    }
    state.output_end = static_cast<std::uint32_t>(outputs_.size());
    states_.push_back(state);
    nodes_.push_back(&row->first);
    return row->second;
}

void Scanner::follow(std::uint32_t node, ClassId word_class) {
    auto const& automaton = code_.automaton;
    auto const* const begin = automaton.edges.data() + automaton.nodes[node].edge_begin;
    auto const* const end = automaton.edges.data() + automaton.nodes[node].edge_end;
    for (auto const symbol : symbols_of_class_[word_class]) {
        auto const* const edge = std::lower_bound(
            begin, end, symbol, [](program::Edge const& e, std::uint32_t s) { return e.symbol < s; });
        if (edge != end && edge->symbol == symbol) reached_.push_back(edge->target);
    }
}

Scanner::StateId Scanner::from_start(ClassId word_class) {
    auto& known = classes_[word_class].from_start;
    if (known != unset) return known;
    reached_.clear();
    follow(0, word_class);
    return known = state_of_reached();
}

// What begins here, and what goes on.
Scanner::StateId Scanner::make_step(StateId state, ClassId word_class) {
    reached_ = *nodes_[from_start(word_class)];
    for (auto const node : *nodes_[state])
        if ((leads_[node] & classes_[word_class].bits) != 0) follow(node, word_class);
    return state_of_reached();
}

// Where a class leads that is known to go on with something.
Scanner::StateId Scanner::step(StateId state, ClassId word_class) {
    if (auto const known = steps_.find(state, word_class); known != StepTable::unknown) return known;
    auto const next = make_step(state, word_class);
    steps_.put(state, word_class, next);
    return next;
}

// At most words nothing goes on: then only what begins here counts.
void Scanner::scan(std::span<text::Token const> tokens, std::uint32_t first) {
    StateId state = nothing;
    auto at = first;
    for (auto const& token : tokens) {
        ++at;
        auto const word_class = class_of_word_[token.word.index()];
        if (word_class == no_symbols) {
            state = nothing;
            continue;
        }
        auto const& of_class = classes_[word_class];
        bool const starts = (token.flags & text::Token::sentence_start) != 0;
        bool const goes_on = !starts && (states_[state].leads & of_class.bits) != 0;
        if (goes_on)
            state = step(state, word_class);
        else
            state = of_class.from_start != unset ? of_class.from_start : from_start(word_class);
        auto const reached = states_[state];
        for (auto row = reached.output_begin; row < reached.output_end; ++row)
            hits_.push_back({outputs_[row].node, at - outputs_[row].length, at});
    }
}

void Scanner::scan(ActText& act) {
    act.hit_begin.reserve(act.text.segments.size() + 1);
    act.hit_begin.push_back(0);
    hits_.clear();
    if (states_.size() > most_states) reset_states();
    find_classes();
    for (auto const& segment : act.text.segments) {
        scan(std::span(act.text.tokens).subspan(segment.token_begin, segment.token_end - segment.token_begin),
             segment.token_begin);
        act.hit_begin.push_back(static_cast<std::uint32_t>(hits_.size()));
    }
    act.phrases.fill(hits_, act.hit_begin, code_, room_);
    act.hits = hits_;
}

}  // namespace lacuna::match
