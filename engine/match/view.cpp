#include "match/view.hpp"

#include <algorithm>

#include "match/pattern_reader.hpp"

namespace lacuna::match {

View::View(ActText const& act, std::span<std::uint32_t const> segments) : act_(act) {
    bool after_stop = false;
    for (auto const row : segments) {
        auto const& segment = act.text.segments[row];
        auto const count = segment.token_end - segment.token_begin;
        slices_.push_back({row, segment.token_begin, size_, size_ + count});
        for (auto at = segment.token_begin; at < segment.token_end; ++at) {
            bool const first = at == segment.token_begin;
            bool const starts = (act.text.tokens[at].flags & text::Token::sentence_start) != 0;
            if (first ? after_stop : starts) breaks_.push_back(size_ + (at - segment.token_begin));
        }
        size_ += count;
        if (count > 0) after_stop = segment.ends_sentence;
    }
}

Hits const& View::concept_hits(ConceptId id, Ends ends) {
    auto const& code = act_.code->at(id);
    bool const one_end = !code.pattern.valid() ||
                         act_.code->nodes[code.pattern.index()].kind == program::PatternNode::Kind::group;
    auto const key = (std::uint64_t{id.value} << 1) | (one_end || ends == Ends::shortest ? 0u : 1u);
    if (auto const known = found_.find(key); known != found_.end()) return known->second;
    auto hits = PatternReader(*this).read(id, ends);  // before the insertion: reading asks for other concepts
    return found_.emplace(key, std::move(hits)).first->second;
}

bool View::same_sentence(std::uint32_t a, std::uint32_t b) const {
    if (a > b) std::swap(a, b);
    auto const next = std::upper_bound(breaks_.begin(), breaks_.end(), a);
    return next == breaks_.end() || *next > b;
}

bool View::same_block(std::uint32_t a, std::uint32_t b) const {
    return &slice_at(a) == &slice_at(b);
}

View::Slice const& View::slice_at(std::uint32_t position) const {
    auto const after = std::upper_bound(slices_.begin(), slices_.end(), position,
                                        [](std::uint32_t p, Slice const& slice) { return p < slice.end; });
    return *after;
}

text::Token const& View::token(std::uint32_t position) const {
    auto const& slice = slice_at(position);
    return act_.text.tokens[slice.token_begin + (position - slice.begin)];
}

text::WordInfo const& View::word(std::uint32_t position) const {
    return act_.vocabulary->info(token(position).word);
}

std::uint32_t View::position_of(std::uint32_t token) const {
    for (auto const& slice : slices_)
        if (token >= slice.token_begin && token - slice.token_begin < slice.end - slice.begin)
            return slice.begin + (token - slice.token_begin);
    return size_;
}

Hits View::placed(program::GroupId group) const {
    Hits hits;
    auto const all = act_.hits_of(group);
    if (all.empty()) return hits;
    for (auto const& slice : slices_) {
        auto row = std::lower_bound(all.begin(), all.end(), slice.segment,
                                    [](PlacedHit const& hit, std::uint32_t s) { return hit.segment < s; });
        for (; row != all.end() && row->segment == slice.segment; ++row)
            hits.push_back({slice.begin + (row->begin - slice.token_begin),
                            slice.begin + (row->end - slice.token_begin), 0, 0});
    }
    return hits;
}

void View::append_evidence(Hit const& hit, Distance distance, std::string const& label,
                           std::vector<Evidence>& to) const {
    for (auto const& slice : slices_) {
        auto const begin = std::max(hit.begin, slice.begin), end = std::min(hit.end, slice.end);
        if (begin >= end) continue;
        auto const& first = act_.text.tokens[slice.token_begin + (begin - slice.begin)];
        auto const& last = act_.text.tokens[slice.token_begin + (end - 1 - slice.begin)];
        to.push_back({act_.id, act_.text.segments[slice.segment].provision, first.begin,
                      last.begin + last.length, distance, label, MeasureId()});
    }
}

}  // namespace lacuna::match
