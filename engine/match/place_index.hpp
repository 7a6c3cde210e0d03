// Where in an act concepts may stand: one bit for each place. Places are the passages, after them the
// headings of the units, after them, from a full word on, the units themselves with all that they hold. The
// bits are made once, from the phrases that the scan found, by "and" and "or" of whole words; what lacks
// phrases that a concept cannot do without is never read for it, and most of a text is told apart by this
// alone.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "match/act_text.hpp"

namespace lacuna::match {

// A set of places of one act, or of its units by their rows.
class PlaceSet {
  public:
    using Words = std::span<std::uint64_t const>;
    static constexpr std::uint32_t word_bits = 64;

    explicit PlaceSet(std::size_t words, bool full = false);
    explicit PlaceSet(Words words);

    [[nodiscard]] Words words() const { return {data(), count_}; }
    [[nodiscard]] bool has(std::uint32_t place) const { return has(words(), place); }
    [[nodiscard]] bool empty() const;
    void insert(std::uint32_t place) { data()[place / word_bits] |= std::uint64_t{1} << (place % word_bits); }
    void insert(std::uint32_t begin, std::uint32_t end);  // all from the first on, without the last
    void unite(Words other);
    void intersect(Words other);
    void subtract(Words other);
    void erase(std::uint32_t place) {
        data()[place / word_bits] &= ~(std::uint64_t{1} << (place % word_bits));
    }

    [[nodiscard]] static bool has(Words words, std::uint32_t place) {
        return ((words[place / word_bits] >> (place % word_bits)) & 1U) != 0;
    }
    // Its first place from `place` on; `end` when there is none before it.
    [[nodiscard]] static std::uint32_t next(Words words, std::uint32_t place, std::uint32_t end);
    // Calls visit(place) for each from `begin` on and before `end`, in their order.
    template <class Visit>
    static void visit(Words words, std::uint32_t begin, std::uint32_t end, Visit const& visit) {
        for (auto at = begin; at < end; at = (at / word_bits + 1) * word_bits) {
            auto rest = words[at / word_bits] & (~std::uint64_t{0} << (at % word_bits));
            for (; rest != 0; rest &= rest - 1) {
                auto const bit = static_cast<std::uint32_t>(std::countr_zero(rest));
                auto const place = at / word_bits * word_bits + bit;
                if (place >= end) return;
                visit(place);
            }
        }
    }

  private:
    static constexpr std::size_t few =
        4;  // words; most acts need no more, and such sets are made by the thousand

    [[nodiscard]] std::uint64_t* data() { return count_ <= few ? small_.data() : large_.data(); }
    [[nodiscard]] std::uint64_t const* data() const { return count_ <= few ? small_.data() : large_.data(); }

    std::size_t count_;
    std::array<std::uint64_t, few> small_{};
    std::vector<std::uint64_t> large_;
};

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
    // Whether a place holds a phrase, by its row of PhraseIndex::ends().
    [[nodiscard]] bool holds_phrase(std::uint32_t phrase, std::uint32_t place) const {
        return PlaceSet::has(row(row_of_phrase(phrase)), place);
    }
    // Places that hold a phrase of the group.
    [[nodiscard]] PlaceSet::Words of(program::GroupId group) const { return row(groups_[group.index()]); }
    // The same of a part of a concept's pattern, where the concept itself may stand in the place: of many
    // alternatives few may.
    [[nodiscard]] bool may_hold(program::NodeId id, std::uint32_t place) const {
        return PlaceSet::has(row(nodes_[id.index()]), place);
    }

  private:
    using Row = std::uint32_t;  // of bits_
    static constexpr Row nowhere = 0, everywhere = 1, unknown = 0xFFFF'FFFFu;

    [[nodiscard]] PlaceSet::Words row(Row at) const { return std::span(bits_).subspan(at * words_, words_); }
    [[nodiscard]] Row add_row();
    void find_places_of_segments();
    class Pieces;  // the places of segments, word by word
    void find_phrases(Pieces const& pieces);
    void find_groups(Pieces const& pieces);
    void find_terms(std::vector<bool>& owns);
    void add_phrase(std::uint32_t phrase, Pieces const& pieces, Row to);
    [[nodiscard]] static Row row_of_phrase(std::uint32_t row) { return everywhere + 1 + row; }  // of ends()
    // Whether every phrase that the concept cannot do without has a place at all.
    [[nodiscard]] bool has_clauses(ConceptId id) const;
    [[nodiscard]] Row find(ConceptId id);
    [[nodiscard]] Row find(program::NodeId id);
    [[nodiscard]] Row find_new(program::PatternNode const& node);
    [[nodiscard]] Row find_any(program::PatternNode const& node);
    [[nodiscard]] Row find_all(program::PatternNode const& node);
    [[nodiscard]] Row find_units(dsl::Quantity::Kind kind);
    // `at`, or a new row when it is shared, with the places of `other` too or without those not in it.
    void unite(Row& at, bool& own, Row other);
    void intersect(Row& at, bool& own, Row other);

    ActText const& act_;
    std::uint32_t passages_, units_, first_whole_;
    std::size_t words_;
    std::vector<std::uint32_t> place_begin_, places_;  // by segment
    std::vector<std::uint64_t> bits_;                  // row after row
    std::vector<Row> groups_, nodes_, concepts_;
    std::vector<std::pair<ConceptId, Row>> defined_;  // places of terms that mean a concept, sorted
};

}  // namespace lacuna::match
