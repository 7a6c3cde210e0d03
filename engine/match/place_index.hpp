// Where in an act concepts may stand: one bit for each place. Places are the passages, after them the
// headings of the units, after them, from a full word on, the units themselves with all that they hold. The
// bits of a concept are made when it is first asked about, from the phrases that the scan found, by "and"
// and "or" of whole words; what lacks phrases that a concept cannot do without is never read for it, and most
// of a text is told apart by this alone. Any thread may ask: one at a time makes what is new.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <utility>
#include <vector>

#include "match/act_text.hpp"
#include "match/place_set.hpp"

namespace lacuna::match {

class PlaceIndex {
  public:
    explicit PlaceIndex(ActText const& act);  // the act must stay where it is, as it is
    ~PlaceIndex();

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
    [[nodiscard]] PlaceSet::Words of(ConceptId id) const {
        auto const known = concepts_[id.index()].get();
        return row(known != unknown ? known : make(id));
    }
    [[nodiscard]] bool may_hold(ConceptId id, std::uint32_t place) const {
        return PlaceSet::has(of(id), place);
    }
    // False: the place does not hold the phrase, by its row of PhraseIndex::ends(). Of rare phrases it is not
    // known.
    [[nodiscard]] bool may_hold_phrase(std::uint32_t phrase, std::uint32_t place) const {
        auto const at = phrase_rows_[phrase].get();
        return at == unknown || PlaceSet::has(row(at), place);
    }
    // The same of the phrases of a group; not known where nobody has asked about a concept with the group.
    [[nodiscard]] bool may_hold(program::GroupId group, std::uint32_t place) const {
        auto const at = groups_[group.index()].get();
        return at == unknown || PlaceSet::has(row(at), place);
    }
    // Whether some place of the act holds a phrase of the group, or a term that stands for it.
    [[nodiscard]] bool stands(program::GroupId group) const;
    // Adds the units that do, by their rows.
    void add_units_with(program::GroupId group, PlaceSet& units) const;
    // Whether a part of a concept's pattern may stand in the place, where the concept itself was asked about
    // and may: of many alternatives few do.
    [[nodiscard]] bool may_hold(program::NodeId id, std::uint32_t place) const {
        return PlaceSet::has(row(nodes_[id.index()].get()), place);
    }

  private:
    using Row = std::uint32_t;  // of bits_
    // Nothing is in what is not known: of a pattern only the parts are made that may stand somewhere.
    static constexpr Row unknown = 0, nowhere = 1, everywhere = 2;
    // That another thread may ask for while it is made: then its bits are there too.
    class SharedRow {
      public:
        [[nodiscard]] Row get() const { return row_.load(std::memory_order_acquire); }
        Row set(Row row) {
            row_.store(row, std::memory_order_release);
            return row;
        }

      private:
        std::atomic<Row> row_ = unknown;
    };

    [[nodiscard]] PlaceSet::Words row(Row at) const { return {words_of(at), words_}; }
    [[nodiscard]] std::uint64_t* words_of(Row at) const { return bits_.get() + at * words_; }
    [[nodiscard]] Row add_row() const { return rows_++; }  // which holds anything
    [[nodiscard]] Row add_empty_row() const;
    void find_places_of_segments();
    class Pieces;  // the places of segments, word by word
    void find_terms();
    [[nodiscard]] Row make(ConceptId id) const;
    [[nodiscard]] Row make(program::GroupId group) const;
    void add_phrase(std::uint32_t phrase, Row to) const;
    [[nodiscard]] bool is_rare(std::uint32_t phrase) const {
        return act_.phrases.segments_of(phrase).size() <= words_ / 16;
    }
    [[nodiscard]] Row find_phrase(std::uint32_t phrase) const;
    [[nodiscard]] Row find(program::GroupId group) const;
    // The terms that fulfil what a concept asks of the group.
    [[nodiscard]] std::span<std::pair<program::GroupId, Row> const> terms_of(program::GroupId group) const;
    // Whether every phrase that the concept cannot do without has a place at all.
    [[nodiscard]] bool has_clauses(ConceptId id) const;
    [[nodiscard]] Row find(ConceptId id) const;
    [[nodiscard]] Row find(program::NodeId id) const;
    [[nodiscard]] Row find_new(program::PatternNode const& node) const;
    [[nodiscard]] Row find_any(program::PatternNode const& node) const;
    [[nodiscard]] Row find_all(program::PatternNode const& node) const;
    [[nodiscard]] bool lacks_group(program::NodeId id) const;
    [[nodiscard]] Row find_units(dsl::Quantity::Kind kind) const;
    // `at`, or a new row when it is shared, with the places of `other` too or without those not in it.
    void unite(Row& at, bool& own, Row other) const;
    void intersect(Row& at, bool& own, Row other) const;

    ActText const& act_;
    std::uint32_t passages_, units_, first_whole_;
    std::size_t words_;
    std::vector<std::uint32_t> place_begin_, places_;  // by segment
    std::unique_ptr<Pieces const> pieces_;
    std::unique_ptr<std::uint64_t[]> bits_;  // row after row; never more than there was room made for
    mutable std::mutex making_;              // held by who adds rows
    mutable Row rows_ = 0;
    // Those of phrases and groups are made when a concept that may stand in the act has them.
    mutable std::vector<SharedRow> phrase_rows_, groups_, nodes_, concepts_;
    std::vector<std::pair<program::GroupId, Row>> term_groups_;  // places of terms, sorted
    std::vector<std::pair<ConceptId, Row>> defined_;  // places of terms that mean a concept, sorted
};

}  // namespace lacuna::match
