// Where in an act concepts may stand: one bit for each place. Places are the passages, after them the
// headings of the units, after them, from a full word on, the units themselves with all that they hold. The
// bits are made once, from the phrases that the scan found, by "and" and "or" of whole words; what lacks
// phrases that a concept cannot do without is never read for it, and most of a text is told apart by this
// alone.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "match/act_text.hpp"
#include "match/place_set.hpp"

namespace lacuna::match {

class PlaceIndex {
  public:
    explicit PlaceIndex(ActText const& act);  // the act must stay where it is

    [[nodiscard]] ActText const& act() const { return act_; }
    [[nodiscard]] std::size_t words() const { return words_; }  // of a set of places
    [[nodiscard]] std::uint32_t passages() const { return passages_; }
    [[nodiscard]] std::uint32_t heading_of(std::uint32_t unit) const { return passages_ + unit; }
    [[nodiscard]] std::uint32_t whole(std::uint32_t unit) const { return first_whole_ + unit; }
    // Of a set of places the units that are in it as a whole, by their rows; of all of them, or none.
    [[nodiscard]] PlaceSet::Words whole_in(PlaceSet::Words places) const {
        return places.subspan(first_whole_ / PlaceSet::word_bits);
    }
    [[nodiscard]] std::size_t unit_words() const { return words_ - first_whole_ / PlaceSet::word_bits; }
    // The segments of a passage or heading, in reading order.
    [[nodiscard]] std::span<std::uint32_t const> segments_at(std::uint32_t place) const;
    // Places that hold a segment, sorted.
    [[nodiscard]] std::span<std::uint32_t const> places_of(std::uint32_t segment) const {
        return std::span(places_).subspan(place_begin_[segment],
                                          place_begin_[segment + 1] - place_begin_[segment]);
    }
    // Places in which the concept may stand: all in which it does, and few others.
    [[nodiscard]] PlaceSet::Words of(ConceptId id) const { return row(concepts_[id.index()]); }
    [[nodiscard]] bool may_hold(ConceptId id, std::uint32_t place) const {
        return PlaceSet::has(of(id), place);
    }
    // False: the place does not hold the phrase, by its row of PhraseIndex::ends(). Of rare phrases it is not
    // known.
    [[nodiscard]] bool may_hold_phrase(std::uint32_t phrase, std::uint32_t place) const {
        auto const at = phrase_rows_[phrase];
        return at == unknown || PlaceSet::has(row(at), place);
    }
    // The same of the phrases of a group; not known where no concept with the group may stand in the act.
    [[nodiscard]] bool may_hold(program::GroupId group, std::uint32_t place) const {
        auto const at = groups_[group.index()];
        return at == unknown || PlaceSet::has(row(at), place);
    }
    // Whether some place of the act holds a phrase of the group, or a term that stands for it.
    [[nodiscard]] bool stands(program::GroupId group) const;
    // Adds the units that do, by their rows.
    void add_units_with(program::GroupId group, PlaceSet& units) const;
    // Whether a part of a concept's pattern may stand in the place, where the concept itself may: of many
    // alternatives few do.
    [[nodiscard]] bool may_hold(program::NodeId id, std::uint32_t place) const {
        return PlaceSet::has(row(nodes_[id.index()]), place);
    }

  private:
    using Row = std::uint32_t;  // of bits_
    static constexpr Row nowhere = 0, everywhere = 1, unknown = 0xFFFF'FFFFu;

    [[nodiscard]] PlaceSet::Words row(Row at) const { return {words_of(at), words_}; }
    [[nodiscard]] std::uint64_t* words_of(Row at) const { return bits_.get() + at * words_; }
    [[nodiscard]] Row add_row() { return rows_++; }  // which holds anything
    [[nodiscard]] Row add_empty_row();
    void find_places_of_segments();
    class Pieces;  // the places of segments, word by word
    void find_terms();
    void add_phrase(std::uint32_t phrase, Row to);
    [[nodiscard]] bool is_rare(std::uint32_t phrase) const {
        return act_.phrases.segments_of(phrase).size() <= words_ / 16;
    }
    [[nodiscard]] Row find_phrase(std::uint32_t phrase);
    [[nodiscard]] Row find(program::GroupId group);
    // The terms that fulfil what a concept asks of the group.
    [[nodiscard]] std::span<std::pair<program::GroupId, Row> const> terms_of(program::GroupId group) const;
    // Whether every phrase that the concept cannot do without has a place at all.
    [[nodiscard]] bool has_clauses(ConceptId id) const;
    [[nodiscard]] Row find(ConceptId id);
    [[nodiscard]] Row find(program::NodeId id);
    [[nodiscard]] Row find_new(program::PatternNode const& node);
    [[nodiscard]] Row find_any(program::PatternNode const& node);
    [[nodiscard]] Row find_all(program::PatternNode const& node);
    [[nodiscard]] bool lacks_group(program::NodeId id) const;
    [[nodiscard]] Row find_units(dsl::Quantity::Kind kind);
    // `at`, or a new row when it is shared, with the places of `other` too or without those not in it.
    void unite(Row& at, bool& own, Row other);
    void intersect(Row& at, bool& own, Row other);

    ActText const& act_;
    std::uint32_t passages_, units_, first_whole_;
    std::size_t words_;
    std::vector<std::uint32_t> place_begin_, places_;  // by segment
    std::unique_ptr<std::uint64_t[]> bits_;  // row after row; never more than there was room made for
    Row rows_ = 0;
    // Those of phrases and groups are made when a concept that may stand in the act has them.
    std::vector<Row> phrase_rows_, groups_, nodes_, concepts_;
    Pieces const* pieces_ = nullptr;                             // while the rows are made
    std::vector<std::pair<program::GroupId, Row>> term_groups_;  // places of terms, sorted
    std::vector<std::pair<ConceptId, Row>> defined_;  // places of terms that mean a concept, sorted
};

}  // namespace lacuna::match
