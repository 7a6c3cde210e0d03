#include "match/view.hpp"

#include <algorithm>
#include <tuple>

#include "match/pattern_reader.hpp"
#include "match/values.hpp"

namespace lacuna::match {
namespace {

Hits const no_hits;

}  // namespace

bool stands_in(Hits const& hits, std::uint32_t position) {
    return std::any_of(hits.begin(), hits.end(),
                       [&](Hit const& hit) { return hit.begin <= position && position < hit.end; });
}

View::View(ActText const& act, std::span<std::uint32_t const> segments) : act_(act) {
    slices_.reserve(segments.size());
    for (auto const row : segments) {
        auto const& segment = act.text.segments[row];
        auto const count = segment.token_end - segment.token_begin;
        in_order_ = in_order_ && (slices_.empty() || slices_.back().token_end <= segment.token_begin);
        slices_.push_back({row, segment.token_begin, segment.token_end, size_, size_ + count});
        size_ += count;
    }
}

View::View(PlaceIndex const& index, std::uint32_t place) : View(index.act(), index.segments_at(place)) {
    index_ = &index;
    place_ = place;
}

View View::of_segment(PlaceIndex const& index, std::uint32_t segment) {
    View view(index.act(), std::span(&segment, 1));
    auto const places = index.places_of(segment);
    if (places.empty()) return view;
    view.index_ = &index;
    view.place_ = places.front();
    return view;
}

void View::find_breaks() const {
    breaks_known_ = true;
    bool after_stop = false;
    for (auto const& slice : slices_) {
        for (auto at = slice.begin; at < slice.end; ++at) {
            auto const& token = act_.text.tokens[slice.token_begin + (at - slice.begin)];
            bool const starts = (token.flags & text::Token::sentence_start) != 0;
            if (at == slice.begin ? after_stop : starts) breaks_.push_back(at);
        }
        if (slice.end > slice.begin) after_stop = act_.text.segments[slice.segment].ends_sentence;
    }
}

bool View::has_group(program::GroupId group) {
    if (index_ != nullptr) return index_->may_hold(group, place_);
    auto const rows = act_.phrases.of(group);
    if (std::any_of(rows.begin(), rows.end(), [&](std::uint32_t row) { return may_hold_phrase(row); }))
        return true;
    return std::any_of(slices_.begin(), slices_.end(), [&](Slice const& slice) {
        auto const uses = act_.terms.uses_in(slice.segment);
        return std::any_of(uses.begin(), uses.end(), [&](DefinedTerms::Use const& use) {
            auto const& groups = act_.terms.meanings()[use.meaning].groups;
            return std::binary_search(groups.begin(), groups.end(), group);
        });
    });
}

bool View::may_hold(ConceptId id) {
    if (index_ != nullptr) return index_->may_hold(id, place_);
    auto const& code = act_.code->at(id);
    if (!code.pattern.valid()) return false;
    return std::all_of(code.clauses.begin(), code.clauses.end(), [&](program::Clause const& clause) {
        return std::any_of(clause.begin(), clause.end(),
                           [&](program::GroupId group) { return has_group(group); });
    });
}

Hits const& View::numbers() {
    if (!numbers_) numbers_ = read_numbers(*this);
    return *numbers_;
}

Hits const& View::concept_hits(ConceptId id, Ends ends, Names names) {
    if (!may_hold(id)) return no_hits;
    auto const& code = act_.code->at(id);
    bool const one_end = act_.code->nodes[code.pattern.index()].kind == program::PatternNode::Kind::group;
    bool const leaves_out = names == Names::left_out && !act_.names.empty() && names_acts();
    auto const key = (std::uint64_t{id.value} << 2) | (leaves_out ? 2u : 0u) |
                     (one_end || ends == Ends::shortest ? 0u : 1u);
    auto& found = found_[id.value % found_.size()];
    for (auto const& known : found)
        if (known.key == key) return known.hits;
    // Before the insertion: reading asks for other concepts.
    auto hits = leaves_out ? concept_hits(id, ends, Names::counted) : PatternReader(*this).read(id, ends);
    if (leaves_out) leave_names_out(hits);
    found.push_front({key, std::move(hits)});
    return found.front().hits;
}

bool View::same_sentence(std::uint32_t a, std::uint32_t b) const {
    if (!breaks_known_) find_breaks();
    if (a > b) std::swap(a, b);
    auto const next = std::upper_bound(breaks_.begin(), breaks_.end(), a);
    return next == breaks_.end() || *next > b;
}

bool View::same_block(std::uint32_t a, std::uint32_t b) const {
    return &slice_at(a) == &slice_at(b);
}

View::Slice const& View::slice_at(std::uint32_t position) const {
    auto const& last = slices_[last_slice_];
    if (last.begin <= position && position < last.end) return last;  // words are read one after another
    auto const after = std::upper_bound(slices_.begin(), slices_.end(), position,
                                        [](std::uint32_t p, Slice const& slice) { return p < slice.end; });
    last_slice_ = static_cast<std::size_t>(after - slices_.begin());
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

Through united(Through a, Through b) {
    for (auto const row : b)
        if (row != 0 && a[0] != row && a[1] != row)
            (a[0] == 0 ? a[0] : a[1]) = a[0] == 0 || a[1] == 0 ? row : a[1];
    return a;
}

void View::note_phrases() {
    for (auto const& slice : slices_)
        for (auto const& hit : act_.hits_of(slice.segment))
            noted(hit.phrase) |= std::uint64_t{1} << (hit.phrase % word_bits);
    phrases_known_ = true;
}

// Goes through the places of the phrase beside the segments of the view: of a long passage most lack it.
void View::place_phrase(std::uint32_t phrase, Hits& into) const {
    auto const all = act_.phrases.places_of(phrase);
    auto const first_from = [&](auto from, std::uint32_t token) {
        return std::lower_bound(
            from, all.end(), token,
            [](PhraseIndex::Place const& place, std::uint32_t at) { return place.begin < at; });
    };
    auto at = all.begin();
    for (auto const& slice : slices_) {
        if (!in_order_) at = all.begin();
        if (at == all.end()) return;
        if (at->begin >= slice.token_end) continue;
        if (at->begin < slice.token_begin) at = first_from(at, slice.token_begin);
        auto const moved = slice.begin - slice.token_begin;  // may wrap around
        for (; at != all.end() && at->begin < slice.token_end; ++at)
            into.push_back({at->begin + moved, at->end + moved, 0, 0});
    }
}

void View::place(program::GroupId group, Hits& into) {
    if (index_ != nullptr && !has_group(group)) return;
    auto const first = static_cast<std::ptrdiff_t>(into.size());
    for (auto const phrase : act_.phrases.of(group))
        if (may_hold_phrase(phrase)) place_phrase(phrase, into);
    auto const before = [](Hit const& a, Hit const& b) {
        return std::tie(a.begin, a.end) < std::tie(b.begin, b.end);
    };
    auto const begin = into.begin() + first;
    if (!std::is_sorted(begin, into.end(), before)) std::sort(begin, into.end(), before);
}

bool View::names_acts() const {
    if (!names_acts_)
        names_acts_ = std::any_of(slices_.begin(), slices_.end(),
                                  [&](Slice const& slice) { return !act_.names_in(slice.segment).empty(); });
    return *names_acts_;
}

void View::leave_names_out(Hits& hits) const {
    std::erase_if(hits, [&](Hit const& hit) {
        auto const& slice = slice_at(hit.begin);
        auto const moved = slice.token_begin - slice.begin;  // may wrap around
        auto const names = act_.names_in(slice.segment);
        return std::any_of(names.begin(), names.end(), [&](ActName const& name) {
            return name.is_around(hit.begin + moved, hit.end + moved);
        });
    });
}

void View::add_defined(ConceptId id, Hits& hits) const {
    if (!act_.terms.mean(id)) return;
    Hits found;
    for (auto const& slice : slices_)
        for (auto const& use : act_.terms.uses_in(slice.segment)) {
            if (!act_.terms.mean(use, id)) continue;
            Hit hit{slice.begin + (use.begin - slice.token_begin),
                    slice.begin + (use.end - slice.token_begin)};
            hit.through = {static_cast<std::uint16_t>(use.meaning + 1), 0};
            found.push_back(hit);
        }
    remove_overlaps(found, hits);
    hits.insert(hits.end(), found.begin(), found.end());
    tidy(hits);
}

// Its words, with the quotation mark before them.
Evidence::Definition View::quote(Meaning const& meaning) const {
    auto const& tokens = act_.text.tokens;
    auto const end_of = [&](std::uint32_t token) {
        return tokens[token - 1].begin + tokens[token - 1].length;
    };
    auto const& first = tokens[meaning.begin];
    auto begin = first.begin;
    if ((first.flags & text::Token::after_quote) != 0 && begin > 0) {
        auto const& text = act_.document->text;
        do --begin;
        while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U);
    }
    return {act_.text.segments[meaning.segment].provision, tokens[meaning.term_begin].begin,
            end_of(meaning.term_end), begin, end_of(meaning.end)};
}

// The definitions of those of its terms that stand in the slice.
std::vector<Evidence::Definition> View::through(Hit const& hit, Slice const& slice) const {
    std::vector<Evidence::Definition> all;
    auto const uses = act_.terms.uses_in(slice.segment);
    for (auto const row : hit.through) {
        auto const stands = [&](DefinedTerms::Use const& use) {
            auto const at = slice.begin + (use.begin - slice.token_begin);
            return use.meaning + 1U == row && at >= hit.begin && at < hit.end;
        };
        if (std::any_of(uses.begin(), uses.end(), stands))
            all.push_back(quote(act_.terms.meanings()[row - 1U]));
    }
    return all;
}

void View::append_evidence(Hit const& hit, Distance distance, std::string const& label,
                           std::vector<Evidence>& to) const {
    for (auto const& slice : slices_) {
        auto const begin = std::max(hit.begin, slice.begin), end = std::min(hit.end, slice.end);
        if (begin >= end) continue;
        auto const& first = act_.text.tokens[slice.token_begin + (begin - slice.begin)];
        auto const& last = act_.text.tokens[slice.token_begin + (end - 1 - slice.begin)];
        to.push_back({act_.id,
                      act_.text.segments[slice.segment].provision,
                      first.begin,
                      last.begin + last.length,
                      distance,
                      label,
                      MeasureId(),
                      {}});
        if (hit.through[0] != 0) to.back().through = through(hit, slice);
    }
}

}  // namespace lacuna::match
