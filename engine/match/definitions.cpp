#include "match/definitions.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "base/sort_unique.hpp"
#include "match/view.hpp"

namespace lacuna::match {
namespace {

constexpr std::uint32_t longest_term = 8;      // words
constexpr std::uint32_t longest_between = 12;  // words between a term and the words that define it

using Token = text::Token;

[[nodiscard]] bool has(Token const& token, Token::Flag flag) {
    return (token.flags & flag) != 0;
}

// One past the last word of the quotation that opens at `begin`; `begin` when it does not close soon.
[[nodiscard]] std::uint32_t end_of_quote(ActText const& act, std::uint32_t begin, std::uint32_t limit) {
    for (auto at = begin; at < std::min(limit, begin + longest_term); ++at)
        if (has(act.text.tokens[at], Token::before_quote)) return at + 1;
    return begin;
}

// By segment: the first passage that it stands in.
[[nodiscard]] std::vector<std::uint32_t> first_passages(ActText const& act) {
    std::vector<std::uint32_t> first(act.text.segments.size(), text::Segment::none);
    for (std::uint32_t passage = 0; passage < act.text.passages.size(); ++passage)
        for (auto const segment : act.segments_of(act.text.passages[passage]))
            first[segment] = std::min(first[segment], passage);
    return first;
}

}  // namespace

Definitions::Definitions(ActText const& act, program::KnownConcepts const& known) : act_(act) {
    if (act.code == nullptr) return;
    for (auto const segment : act.segments_with(known.term_definition))
        read_segment(segment, known.term_definition);
    read_marks();
    settle();
    close_bodies();
    read_reaches(known);
    index_terms();
    read_marked_uses();
}

void Definitions::index_terms() {
    for (std::uint32_t row = 0; row < all_.size(); ++row) {
        by_opening_[TermOpenings::of(all_[row].term)].push_back(row);
        openings_.add(all_[row].term);
    }
}

Definition* Definitions::add(std::uint32_t segment, Tokens term) {
    if (term.begin >= term.end) return nullptr;
    Definition row;
    row.segment = segment;
    row.term_begin = term.begin;
    row.term_end = term.end;
    for (auto at = term.begin; at < term.end; ++at)
        row.term.push_back(act_.vocabulary->info(act_.text.tokens[at].word).stem);
    all_.push_back(std::move(row));
    return &all_.back();
}

// “X” … means, or means “X”; without quotation marks, the words from the start of the block to `means`.
void Definitions::read_segment(std::uint32_t segment, ConceptId means) {
    auto const& place = act_.text.segments[segment];
    View view(act_, std::span(&segment, 1));
    for (auto const& hit : view.concept_hits(means)) {
        auto const begin = place.token_begin + hit.begin, end = place.token_begin + hit.end;
        auto const earliest = begin - std::min(begin - place.token_begin, longest_between);
        Definition* made = nullptr;
        bool quoted = false;
        for (auto at = begin; at-- > earliest && !quoted;) {
            if (!has(act_.text.tokens[at], Token::after_quote)) continue;
            made = add(segment, {at, end_of_quote(act_, at, begin)});
            quoted = true;
        }
        if (!quoted && end < place.token_end && has(act_.text.tokens[end], Token::after_quote)) {
            made = add(segment, {end, end_of_quote(act_, end, place.token_end)});
            quoted = true;
        }
        if (!quoted && hit.begin > 0 && hit.begin <= longest_term)
            made = add(segment, {place.token_begin, begin});
        if (made == nullptr) continue;
        made->set_apart = quoted;
        made->verb_begin = begin;
        made->verb_end = end;
    }
}

Definitions::Tokens Definitions::tokens_of(akn::MarkedTerm const& mark) const {
    auto const& tokens = act_.text.tokens;
    auto const first =
        std::lower_bound(tokens.begin(), tokens.end(), mark.text_begin,
                         [](Token const& token, std::uint32_t begin) { return token.begin < begin; });
    auto last = first;
    while (last != tokens.end() && last->begin < mark.text_end) ++last;
    if (last - first > longest_term) last = first;
    return {static_cast<std::uint32_t>(first - tokens.begin()),
            static_cast<std::uint32_t>(last - tokens.begin())};
}

void Definitions::read_marks() {
    for (auto const& mark : act_.document->terms) {
        if (!mark.defines) continue;
        auto const term = tokens_of(mark);
        auto const segment =
            std::upper_bound(act_.text.segments.begin(), act_.text.segments.end(), term.begin,
                             [](std::uint32_t at, text::Segment const& row) { return at < row.token_end; });
        if (segment == act_.text.segments.end()) continue;
        auto* const made = add(static_cast<std::uint32_t>(segment - act_.text.segments.begin()), term);
        if (made != nullptr) made->set_apart = true;
    }
}

// A mark at the term of a definition gives it the names that the file knows it by; other marks with one of
// these names are uses of the term, whatever their words.
void Definitions::read_marked_uses() {
    std::multimap<std::string_view, std::uint32_t> named;
    for (auto const& mark : act_.document->terms) {
        if (mark.refers_to.empty() && mark.name.empty()) continue;
        auto const place = tokens_of(mark);
        auto const row = std::partition_point(
            all_.begin(), all_.end(), [&](Definition const& one) { return one.term_end <= place.begin; });
        if (row == all_.end() || row->term_begin >= place.end) continue;
        auto const at = static_cast<std::uint32_t>(row - all_.begin());
        if (!mark.refers_to.empty()) named.emplace(mark.refers_to, at);
        if (!mark.name.empty()) named.emplace(mark.name, at);
    }
    if (named.empty()) return;
    for (auto const& mark : act_.document->terms) {
        if (mark.refers_to.empty()) continue;
        auto const place = tokens_of(mark);
        auto const [first, last] = named.equal_range(mark.refers_to);
        for (auto row = first; row != last && place.begin < place.end; ++row)
            marked_.push_back({place.begin, place.end, row->second});
    }
    sort_unique(marked_);
}

// By place, each term once: what a mark says of it and what its words say are put together.
void Definitions::settle() {
    std::sort(all_.begin(), all_.end(), [](auto const& a, auto const& b) {
        return std::pair(a.term_begin, b.verb_end) < std::pair(b.term_begin, a.verb_end);
    });
    for (std::size_t row = all_.size(); row-- > 1;)
        if (all_[row - 1].term_begin == all_[row].term_begin)
            all_[row - 1].set_apart = all_[row - 1].set_apart || all_[row].set_apart;
    all_.erase(std::unique(all_.begin(), all_.end(),
                           [](auto const& a, auto const& b) { return a.term_begin == b.term_begin; }),
               all_.end());
}

// A definition goes on until the next one of its block.
void Definitions::close_bodies() {
    for (std::size_t row = 0; row < all_.size(); ++row) {
        bool const next_is_near = row + 1 < all_.size() && all_[row + 1].segment == all_[row].segment;
        all_[row].body_end =
            next_is_near ? all_[row + 1].term_begin : act_.text.segments[all_[row].segment].token_end;
    }
}

// Whether the words stand in the sentence of another definition, after its term: then they are a part of it.
bool Definitions::is_of_a_definition(std::uint32_t token) const {
    auto const& segments = act_.text.segments;
    auto const segment =
        std::upper_bound(segments.begin(), segments.end(), token,
                         [](std::uint32_t at, text::Segment const& row) { return at < row.token_end; });
    auto sentence = token;
    while (sentence > segment->token_begin && !has(act_.text.tokens[sentence], Token::sentence_start))
        --sentence;
    auto const first = std::partition_point(all_.begin(), all_.end(),
                                            [&](Definition const& row) { return row.term_begin < sentence; });
    return first != all_.end() && first->term_begin < token;
}

// The words may stand before the definition in its own block ("In this section, X means") or in the words
// that introduce its list; the nearest say how far it reaches.
void Definitions::read_reaches(program::KnownConcepts const& known) {
    bool const spoken = act_.code->knows(known.within_provision) || act_.code->knows(known.within_part);
    if (!spoken || all_.empty()) return;
    auto const passage_of = first_passages(act_);
    auto read = text::Segment::none;  // the passage of the view: a list of definitions may be one
    std::optional<View> seen;
    for (auto& row : all_) {
        auto const unit = act_.text.segments[row.segment].unit;
        if (unit == text::Segment::none || passage_of[row.segment] == text::Segment::none) continue;
        if (std::exchange(read, passage_of[row.segment]) != passage_of[row.segment])
            seen.emplace(act_, act_.segments_of(act_.text.passages[read]));
        auto& view = *seen;
        auto const term = view.position_of(row.term_begin);
        auto const last_before = [&](ConceptId id) {
            std::uint32_t after = 0;  // one past the last words before the term; 0: there are none
            if (!act_.code->knows(id)) return after;
            for (auto const& hit : view.concept_hits(id))
                if (hit.end <= term && !is_of_a_definition(token_at(view, hit.begin)))
                    after = std::max(after, hit.end);
            return after;
        };
        auto const provision = last_before(known.within_provision), part = last_before(known.within_part);
        if (last_before(known.this_instrument) > std::max(provision, part)) continue;
        if (provision > part)
            std::tie(row.first_unit, row.last_unit) = std::pair(unit, unit + 1);
        else if (part > 0)
            std::tie(row.first_unit, row.last_unit) = division_of(act_, unit, token_at(view, part - 1));
    }
}

std::uint32_t Definitions::token_at(View const& view, std::uint32_t position) const {
    return static_cast<std::uint32_t>(&view.token(position) - act_.text.tokens.data());
}

// Its first two words are known to stand there.
bool Definitions::is_term(Definition const& row, std::uint32_t token, std::uint32_t end) const {
    if (token + row.term.size() > end) return false;
    for (std::size_t i = 2; i < row.term.size(); ++i)
        if (act_.vocabulary->info(act_.text.tokens[token + i].word).stem != row.term[i]) return false;
    return true;
}

void Definitions::add_uses(TermOpenings::Opening opening, std::uint32_t token, std::uint32_t segment,
                           std::uint32_t unit, std::vector<TermUse>& uses) const {
    if (!openings_.may_be(opening)) return;
    auto const rows = by_opening_.find(opening);
    if (rows == by_opening_.end()) return;
    auto const end = act_.text.segments[segment].token_end;
    for (auto const row : rows->second)
        if (binds(all_[row], segment, unit) && is_term(all_[row], token, end))
            uses.push_back({token, token + static_cast<std::uint32_t>(all_[row].term.size()), row});
}

std::vector<TermUse>::const_iterator Definitions::first_mark(std::uint32_t token) const {
    return std::partition_point(marked_.begin(), marked_.end(),
                                [&](TermUse const& use) { return use.begin < token; });
}

bool Definitions::has_mark(std::uint32_t segment) const {
    auto const& place = act_.text.segments[segment];
    auto const mark = first_mark(place.token_begin);
    return mark != marked_.end() && mark->begin < place.token_end;
}

std::vector<TermUse> Definitions::uses_in(std::uint32_t segment, std::uint32_t unit) const {
    std::vector<TermUse> uses;
    if (all_.empty()) return uses;
    auto const& place = act_.text.segments[segment];
    auto const& words = *act_.vocabulary;
    auto const* const tokens = act_.text.tokens.data();
    for (auto at = place.token_begin; at < place.token_end; ++at) {
        auto const stem = words.info(tokens[at].word).stem;
        if (!openings_.may_begin(stem)) continue;
        add_uses(TermOpenings::of(stem), at, segment, unit, uses);
        if (at + 1 < place.token_end)
            add_uses(TermOpenings::of(stem, words.info(tokens[at + 1].word).stem), at, segment, unit, uses);
    }
    auto mark = first_mark(place.token_begin);
    for (; mark != marked_.end() && mark->end <= place.token_end; ++mark)
        if (binds(all_[mark->definition], segment, unit)) uses.push_back(*mark);
    std::sort(uses.begin(), uses.end(), [](TermUse const& a, TermUse const& b) {
        return std::tuple(a.begin, b.end, a.definition) < std::tuple(b.begin, a.end, b.definition);
    });
    uses.erase(std::unique(uses.begin(), uses.end()), uses.end());
    return uses;
}

std::vector<std::uint32_t> Definitions::used_in(std::span<std::uint32_t const> segments,
                                                std::uint32_t unit) const {
    std::vector<std::uint32_t> used;
    for (auto const segment : segments)
        for (auto const& use : uses_in(segment, unit)) used.push_back(use.definition);
    sort_unique(used);
    return used;
}

std::vector<std::uint32_t> Definitions::defined_in(std::uint32_t segment) const {
    auto const& place = act_.text.segments[segment];
    auto const first = std::partition_point(
        all_.begin(), all_.end(), [&](Definition const& row) { return row.term_begin < place.token_begin; });
    std::vector<std::uint32_t> rows;
    for (auto row = first; row != all_.end() && row->term_begin < place.token_end; ++row)
        rows.push_back(static_cast<std::uint32_t>(row - all_.begin()));
    return rows;
}

}  // namespace lacuna::match
