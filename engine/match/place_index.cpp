#include "match/place_index.hpp"

#include <algorithm>
#include <numeric>

namespace lacuna::match {
namespace {

using NodeKind = program::PatternNode::Kind;

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

PlaceSet::PlaceSet(std::size_t words, bool full) : count_(words) {
    auto const all = full ? ~std::uint64_t{0} : std::uint64_t{0};
    if (count_ > few) large_.assign(count_, all);
    small_.fill(all);
}

PlaceSet::PlaceSet(Words words) : count_(words.size()) {
    if (count_ > few)
        large_.assign(words.begin(), words.end());
    else
        std::copy(words.begin(), words.end(), small_.begin());
}

bool PlaceSet::empty() const {
    auto const all = words();
    return std::all_of(all.begin(), all.end(), [](std::uint64_t word) { return word == 0; });
}

void PlaceSet::insert(std::uint32_t begin, std::uint32_t end) {
    while (begin < end) {
        auto const bit = begin % word_bits;
        auto const count = std::min(word_bits - bit, end - begin);
        data()[begin / word_bits] |= (~std::uint64_t{0} >> (word_bits - count)) << bit;
        begin += count;
    }
}

void PlaceSet::unite(Words other) {
    auto* const own = data();
    for (std::size_t i = 0; i < count_; ++i) own[i] |= other[i];
}

void PlaceSet::intersect(Words other) {
    auto* const own = data();
    for (std::size_t i = 0; i < count_; ++i) own[i] &= other[i];
}

void PlaceSet::subtract(Words other) {
    auto* const own = data();
    for (std::size_t i = 0; i < count_; ++i) own[i] &= ~other[i];
}

std::uint32_t PlaceSet::next(Words words, std::uint32_t place, std::uint32_t end) {
    while (place < end) {
        auto const rest = words[place / word_bits] >> (place % word_bits);
        if (rest != 0) return std::min(end, place + static_cast<std::uint32_t>(std::countr_zero(rest)));
        place = (place / word_bits + 1) * word_bits;
    }
    return end;
}

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
    auto const& automaton = act.code->automaton;
    bits_.reserve((2 + automaton.nodes.size() + act.code->groups + act.code->nodes.size()) * words_);
    bits_.assign(2 * words_, 0);
    std::fill(bits_.begin() + static_cast<std::ptrdiff_t>(words_), bits_.end(), ~std::uint64_t{0});
    Pieces const pieces(*this);
    find_phrases(pieces);
    find_groups(pieces);
    nodes_.assign(act.code->nodes.size(), unknown);
    concepts_.assign(act.code->concepts.size(), unknown);
    for (std::size_t id = 0; id < concepts_.size(); ++id) {
        auto const found = find(ConceptId(id));
        auto const but_not = act.code->concepts[id].but_not;
        if (but_not.valid() && found != nowhere) (void)find(but_not);
    }
    std::replace(nodes_.begin(), nodes_.end(), unknown, nowhere);
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

PlaceIndex::Row PlaceIndex::add_row() {
    bits_.resize(bits_.size() + words_, 0);
    return static_cast<Row>(bits_.size() / words_ - 1);
}

void PlaceIndex::unite(Row& at, bool& own, Row other) {
    if (other == nowhere || at == other || at == everywhere) return;
    if (at == nowhere) {
        at = other;
        return;
    }
    auto const into = own ? at : add_row();
    auto const* const a = &bits_[at * words_];
    auto const* const b = &bits_[other * words_];
    auto* const both = &bits_[into * words_];
    for (std::size_t i = 0; i < words_; ++i) both[i] = a[i] | b[i];
    at = into;
    own = true;
}

void PlaceIndex::intersect(Row& at, bool& own, Row other) {
    if (other == everywhere || at == other || at == nowhere) return;
    if (at == everywhere || other == nowhere) {
        at = other;
        own = false;
        return;
    }
    auto const into = own ? at : add_row();
    auto const* const a = &bits_[at * words_];
    auto const* const b = &bits_[other * words_];
    auto* const both = &bits_[into * words_];
    for (std::size_t i = 0; i < words_; ++i) both[i] = a[i] & b[i];
    at = into;
    own = true;
}

void PlaceIndex::add_phrase(std::uint32_t phrase, Pieces const& pieces, Row to) {
    auto* const row = &bits_[to * words_];
    for (auto const segment : act_.phrases.segments_of(phrase))
        for (auto const& piece : pieces.of(segment)) row[piece.word] |= piece.bits;
}

void PlaceIndex::find_phrases(Pieces const& pieces) {
    auto const phrases = static_cast<std::uint32_t>(act_.phrases.ends().size());
    bits_.resize(bits_.size() + phrases * words_, 0);
    for (std::uint32_t phrase = 0; phrase < phrases; ++phrase)
        add_phrase(phrase, pieces, row_of_phrase(phrase));
}

// From the phrases that occur, which are few in most acts, to their groups. A phrase of few segments is added
// piece by piece: that is quicker than to go through all words of its set.
void PlaceIndex::find_groups(Pieces const& pieces) {
    auto const& automaton = act_.code->automaton;
    auto const few_segments = words_ / 16;
    groups_.assign(act_.code->groups, nowhere);
    std::vector<bool> owns(groups_.size());
    auto const ends = act_.phrases.ends();
    for (std::uint32_t phrase = 0; phrase < ends.size(); ++phrase) {
        auto const& node = automaton.nodes[ends[phrase]];
        bool const is_rare = act_.phrases.segments_of(phrase).size() <= few_segments;
        for (auto row = node.output_begin; row < node.output_end; ++row) {
            auto const group = automaton.outputs[row].index();
            bool own = owns[group];
            if (own && is_rare)
                add_phrase(phrase, pieces, groups_[group]);
            else
                unite(groups_[group], own, row_of_phrase(phrase));
            owns[group] = own;
        }
    }
    find_terms(owns);
}

// A term that means a concept stands for it: its places are the concept's, and fulfil what it asks of
// phrases.
void PlaceIndex::find_terms(std::vector<bool>& owns) {
    auto const& terms = act_.terms;
    std::vector<Row> rows(terms.meanings().size(), nowhere);
    for (auto const& use : terms.uses()) {
        auto& row = rows[use.meaning];
        if (row == nowhere) row = add_row();
        for (auto const place : places_of(use.segment))
            bits_[row * words_ + place / PlaceSet::word_bits] |= std::uint64_t{1}
                                                                 << (place % PlaceSet::word_bits);
    }
    for (std::size_t meaning = 0; meaning < rows.size(); ++meaning) {
        for (auto const group : terms.meanings()[meaning].groups) {
            bool own = owns[group.index()];
            unite(groups_[group.index()], own, rows[meaning]);
            owns[group.index()] = own;
        }
        for (auto const id : terms.meanings()[meaning].concepts)
            if (rows[meaning] != nowhere) defined_.emplace_back(id, rows[meaning]);
    }
    std::sort(defined_.begin(), defined_.end());
}

bool PlaceIndex::has_clauses(ConceptId id) const {
    auto const& clauses = act_.code->at(id).clauses;
    return std::all_of(clauses.begin(), clauses.end(), [&](program::Clause const& clause) {
        return std::any_of(clause.begin(), clause.end(),
                           [&](program::GroupId group) { return groups_[group.index()] != nowhere; });
    });
}

PlaceIndex::Row PlaceIndex::find(ConceptId id) {
    if (concepts_[id.index()] != unknown) return concepts_[id.index()];
    auto const pattern = act_.code->at(id).pattern;
    bool const possible = pattern.valid() && has_clauses(id);  // of most concepts an act says nothing
    auto found = possible ? find(pattern) : nowhere;           // concepts have no cycles
    bool own = false;
    for (auto row = std::lower_bound(defined_.begin(), defined_.end(), std::pair(id, Row{0}));
         row != defined_.end() && row->first == id; ++row)
        unite(found, own, row->second);
    return concepts_[id.index()] = found;
}

PlaceIndex::Row PlaceIndex::find(program::NodeId id) {
    if (nodes_[id.index()] != unknown) return nodes_[id.index()];
    auto const found = find_new(act_.code->nodes[id.index()]);
    return nodes_[id.index()] = found;
}

PlaceIndex::Row PlaceIndex::find_new(program::PatternNode const& node) {
    switch (node.kind) {
        case NodeKind::group:
            return groups_[node.value];
        case NodeKind::reference:
            return find(ConceptId(std::size_t{node.value}));
        case NodeKind::number:
        case NodeKind::date:
            return everywhere;
        case NodeKind::duration:
            return find_units(dsl::Quantity::Kind::duration);
        case NodeKind::money:
            return find_units(dsl::Quantity::Kind::money);
        case NodeKind::sequence:
            return find_all(node);
        case NodeKind::alternatives:
            return find_any(node);
    }
    return everywhere;
}

PlaceIndex::Row PlaceIndex::find_any(program::PatternNode const& node) {
    Row any = nowhere;
    bool own = false;
    for (auto part = node.part_begin; part < node.part_end; ++part)
        unite(any, own, find(act_.code->parts[part].node));
    return any;
}

PlaceIndex::Row PlaceIndex::find_all(program::PatternNode const& node) {
    Row all = everywhere;
    bool own = false, needed = false;
    for (auto part = node.part_begin; part < node.part_end; ++part) {
        auto const found = find(act_.code->parts[part].node);  // of each: a reader may ask about any part
        if (act_.code->parts[part].optional) continue;
        needed = true;
        intersect(all, own, found);
    }
    return needed ? all : find_any(node);  // of parts that are all optional one must be there
}

PlaceIndex::Row PlaceIndex::find_units(dsl::Quantity::Kind kind) {
    Row any = nowhere;
    bool own = false;
    for (auto const& [group, unit] : act_.code->units)
        if (unit.kind == kind) unite(any, own, groups_[group.index()]);
    return any;
}

}  // namespace lacuna::match
