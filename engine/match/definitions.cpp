#include "match/definitions.hpp"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

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
    std::sort(all_.begin(), all_.end(),
              [](auto const& a, auto const& b) { return a.term_begin < b.term_begin; });
    all_.erase(std::unique(all_.begin(), all_.end(),
                           [](auto const& a, auto const& b) { return a.term_begin == b.term_begin; }),
               all_.end());
    close_bodies();
    read_reaches(known);
    for (std::uint32_t row = 0; row < all_.size(); ++row)
        by_first_stem_[all_[row].term.front().value].push_back(row);
}

void Definitions::add(std::uint32_t segment, std::uint32_t begin, std::uint32_t end) {
    if (begin >= end) return;
    Definition row;
    row.segment = segment;
    row.term_begin = begin;
    row.term_end = end;
    for (auto at = begin; at < end; ++at)
        row.term.push_back(act_.vocabulary->info(act_.text.tokens[at].word).stem);
    all_.push_back(std::move(row));
}

// “X” … means, or means “X”; without quotation marks, the words from the start of the block to `means`.
void Definitions::read_segment(std::uint32_t segment, ConceptId means) {
    auto const& place = act_.text.segments[segment];
    View view(act_, std::span(&segment, 1));
    for (auto const& hit : view.concept_hits(means)) {
        auto const begin = place.token_begin + hit.begin, end = place.token_begin + hit.end;
        auto const earliest = begin - std::min(begin - place.token_begin, longest_between);
        bool quoted = false;
        for (auto at = begin; at-- > earliest && !quoted;) {
            if (!has(act_.text.tokens[at], Token::after_quote)) continue;
            add(segment, at, end_of_quote(act_, at, begin));
            quoted = true;
        }
        if (!quoted && end < place.token_end && has(act_.text.tokens[end], Token::after_quote)) {
            add(segment, end, end_of_quote(act_, end, place.token_end));
            quoted = true;
        }
        if (!quoted && hit.begin > 0 && hit.begin <= longest_term) add(segment, place.token_begin, begin);
    }
}

void Definitions::read_marks() {
    auto const& tokens = act_.text.tokens;
    for (auto const& mark : act_.document->terms) {
        if (!mark.defines) continue;
        auto const first =
            std::lower_bound(tokens.begin(), tokens.end(), mark.text_begin,
                             [](Token const& token, std::uint32_t begin) { return token.begin < begin; });
        auto last = first;
        while (last != tokens.end() && last->begin < mark.text_end) ++last;
        if (first == last || last - first > longest_term) continue;
        auto const begin = static_cast<std::uint32_t>(first - tokens.begin());
        auto const segment =
            std::upper_bound(act_.text.segments.begin(), act_.text.segments.end(), begin,
                             [](std::uint32_t at, text::Segment const& row) { return at < row.token_end; });
        if (segment != act_.text.segments.end())
            add(static_cast<std::uint32_t>(segment - act_.text.segments.begin()), begin,
                static_cast<std::uint32_t>(last - tokens.begin()));
    }
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

std::vector<std::uint32_t> Definitions::used_in(std::span<std::uint32_t const> segments,
                                                std::uint32_t unit) const {
    std::vector<std::uint32_t> used;
    if (all_.empty()) return used;
    for (auto const segment : segments) {
        auto const& place = act_.text.segments[segment];
        for (auto at = place.token_begin; at < place.token_end; ++at) {
            auto const stem = act_.vocabulary->info(act_.text.tokens[at].word).stem;
            auto const rows = by_first_stem_.find(stem.value);
            if (rows == by_first_stem_.end()) continue;
            for (auto const row : rows->second) {
                auto const& term = all_[row].term;
                if (at + term.size() > place.token_end || all_[row].segment == segment) continue;
                if (unit < all_[row].first_unit || unit >= all_[row].last_unit) continue;
                bool same = true;
                for (std::size_t i = 1; i < term.size() && same; ++i)
                    same = act_.vocabulary->info(act_.text.tokens[at + i].word).stem == term[i];
                if (same) used.push_back(row);
            }
        }
    }
    std::sort(used.begin(), used.end());
    used.erase(std::unique(used.begin(), used.end()), used.end());
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
