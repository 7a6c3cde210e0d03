#include "match/place_index.hpp"

#include <algorithm>
#include <numeric>

namespace lacuna::match {
namespace {

constexpr auto no_segment = text::Segment::none;

// Calls visit(segment, place) for each segment of each place, in the order of the places.
template <class Visit>
void visit_segments(ActText const& act, PlaceIndex const& index, Visit visit) {
    for (std::uint32_t passage = 0; passage < index.passages(); ++passage)
        for (auto const segment : act.segments_of(act.text.passages[passage])) visit(segment, passage);
    auto const& units = act.text.units;
    for (std::uint32_t unit = 0; unit < units.size(); ++unit)
        if (units[unit].heading != no_segment) visit(units[unit].heading, index.heading_of(unit));
    for (std::uint32_t unit = 0; unit < units.size(); ++unit) {
        for (auto row = units[unit].passage_begin; row < units[unit].passage_end; ++row)
            for (auto const segment : act.segments_of(act.text.passages[row]))
                visit(segment, index.whole(unit));
        if (units[unit].heading != no_segment) visit(units[unit].heading, index.whole(unit));
    }
}

}  // namespace

// The places of each segment, those of one word of a set together: every phrase of the segment has them all.
class PlaceIndex::Pieces {
  public:
    struct Piece {  // of a set of places
        std::uint64_t bits = 0;
        std::size_t word = 0;
    };

    explicit Pieces(PlaceIndex const& index) {
        auto const segments = static_cast<std::uint32_t>(index.act_.text.segments.size());
        begin_.reserve(segments + 1U);
        pieces_.reserve(index.places_.size());
        for (std::uint32_t segment = 0; segment < segments; ++segment) {
            begin_.push_back(static_cast<std::uint32_t>(pieces_.size()));
            for (auto const place : index.places_of(segment)) {
                auto const word = place / PlaceSet::word_bits;
                if (pieces_.size() == begin_.back() || pieces_.back().word != word)
                    pieces_.push_back({0, word});
                pieces_.back().bits |= std::uint64_t{1} << (place % PlaceSet::word_bits);
            }
        }
        begin_.push_back(static_cast<std::uint32_t>(pieces_.size()));
    }
    [[nodiscard]] std::span<Piece const> of(std::uint32_t segment) const {
        return std::span(pieces_).subspan(begin_[segment], begin_[segment + 1] - begin_[segment]);
    }

  private:
    std::vector<std::uint32_t> begin_;  // by segment, one more
    std::vector<Piece> pieces_;
};

PlaceIndex::PlaceIndex(ActText const& act)
    : act_(act),
      passages_(static_cast<std::uint32_t>(act.text.passages.size())),
      units_(static_cast<std::uint32_t>(act.text.units.size())),
      first_whole_((passages_ + units_ + PlaceSet::word_bits - 1) / PlaceSet::word_bits *
                   PlaceSet::word_bits),
      words_((first_whole_ + std::size_t{units_}) / PlaceSet::word_bits + 1) {
    if (act.code == nullptr) return;
    find_places_of_segments();
    auto const phrases = act.phrases.ends().size();
    auto const most = 3 + phrases + act.terms.meanings().size() + act.code->groups + act.code->nodes.size() +
                      act.code->concepts.size();
    bits_ = std::make_unique_for_overwrite<std::uint64_t[]>(most * words_);
    (void)add_empty_row();  // unknown
    (void)add_empty_row();  // nowhere
    std::fill_n(words_of(add_row()), words_, ~std::uint64_t{0});
    pieces_ = std::make_unique<Pieces const>(*this);
    phrase_rows_ = std::vector<SharedRow>(phrases);
    groups_ = std::vector<SharedRow>(act.code->groups);
    nodes_ = std::vector<SharedRow>(act.code->nodes.size());
    concepts_ = std::vector<SharedRow>(act.code->concepts.size());
    find_terms();
}

PlaceIndex::~PlaceIndex() = default;

PlaceIndex::Row PlaceIndex::make(ConceptId id) const {
    std::scoped_lock const lock(making_);
    return find(id);
}

PlaceIndex::Row PlaceIndex::make(program::GroupId group) const {
    std::scoped_lock const lock(making_);
    return find(group);
}

void PlaceIndex::find_places_of_segments() {
    place_begin_.assign(act_.text.segments.size() + 1, 0);
    visit_segments(act_, *this, [&](std::uint32_t segment, std::uint32_t) { ++place_begin_[segment + 1]; });
    std::partial_sum(place_begin_.begin(), place_begin_.end(), place_begin_.begin());
    places_.resize(place_begin_.back());
    auto next = place_begin_;
    visit_segments(act_, *this,
                   [&](std::uint32_t segment, std::uint32_t place) { places_[next[segment]++] = place; });
}

std::span<std::uint32_t const> PlaceIndex::segments_at(std::uint32_t place) const {
    if (place < passages_) return act_.segments_of(act_.text.passages[place]);
    auto const& heading = act_.text.units[place - passages_].heading;
    return heading == no_segment ? std::span<std::uint32_t const>() : std::span(&heading, 1);
}

PlaceIndex::Row PlaceIndex::add_empty_row() const {
    auto const added = add_row();
    std::fill_n(words_of(added), words_, std::uint64_t{0});
    return added;
}

void PlaceIndex::add_phrase(std::uint32_t phrase, Row to) const {
    auto* const row = words_of(to);
    for (auto const segment : act_.phrases.segments_of(phrase))
        for (auto const& piece : pieces_->of(segment)) row[piece.word] |= piece.bits;
}

PlaceIndex::Row PlaceIndex::find_phrase(std::uint32_t phrase) const {
    if (auto const known = phrase_rows_[phrase].get(); known != unknown) return known;
    auto const made = add_empty_row();
    add_phrase(phrase, made);
    return phrase_rows_[phrase].set(made);
}

// A phrase of few segments is added piece by piece: that is quicker than to go through all words of its set.
PlaceIndex::Row PlaceIndex::find(program::GroupId group) const {
    if (auto const known = groups_[group.index()].get(); known != unknown) return known;
    auto const phrases = act_.phrases.of(group);
    auto found = nowhere;
    bool own = false;
    if (phrases.size() == 1) {
        found = find_phrase(phrases.front());
    } else if (!phrases.empty()) {
        found = add_empty_row();
        own = true;
        for (auto const phrase : phrases)
            if (is_rare(phrase))
                add_phrase(phrase, found);
            else
                unite(found, own, find_phrase(phrase));
    }
    for (auto const& term : terms_of(group)) unite(found, own, term.second);
    return groups_[group.index()].set(found);
}

std::span<std::pair<program::GroupId, PlaceIndex::Row> const> PlaceIndex::terms_of(
    program::GroupId group) const {
    auto const [first, last] =
        std::equal_range(term_groups_.begin(), term_groups_.end(), std::pair(group, nowhere),
                         [](auto const& a, auto const& b) { return a.first < b.first; });
    return {first, last};
}

void PlaceIndex::add_units_with(program::GroupId group, PlaceSet& units) const {
    auto const known = groups_[group.index()].get();
    units.unite(whole_in(row(known != unknown ? known : make(group))));
}

// A term that means a concept stands for it: its places are the concept's, and fulfil what it asks of
// phrases.
void PlaceIndex::find_terms() {
    auto const& terms = act_.terms;
    std::vector<Row> rows(terms.meanings().size(), nowhere);
    for (auto const& use : terms.uses()) {
        auto& row = rows[use.meaning];
        if (row == nowhere) row = add_empty_row();
        for (auto const& piece : pieces_->of(use.segment)) words_of(row)[piece.word] |= piece.bits;
    }
    for (std::size_t meaning = 0; meaning < rows.size(); ++meaning) {
        if (rows[meaning] == nowhere) continue;
        for (auto const group : terms.meanings()[meaning].groups)
            term_groups_.emplace_back(group, rows[meaning]);
        for (auto const id : terms.meanings()[meaning].concepts) defined_.emplace_back(id, rows[meaning]);
    }
    std::sort(term_groups_.begin(), term_groups_.end());
    std::sort(defined_.begin(), defined_.end());
}

bool PlaceIndex::stands(program::GroupId group) const {
    return act_.has_group(group) || (!term_groups_.empty() && !terms_of(group).empty());
}

}  // namespace lacuna::match
