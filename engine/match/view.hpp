// A stretch of text as one norm: the segments of a passage (or of a heading) laid end to end, so that words
// of an introduction and words of a point have positions that can be compared. A View finds concepts in
// itself and remembers what it found.
#pragma once

#include <array>
#include <forward_list>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "match/act_text.hpp"
#include "match/finding.hpp"
#include "match/place_index.hpp"

namespace lacuna::match {

// The terms through whose definitions words were found, by their rows of DefinedTerms::meanings plus one; of
// more than two the first two.
using Through = std::array<std::uint16_t, 2>;
[[nodiscard]] Through united(Through a, Through b);

struct Hit {  // of a concept; positions are words of the view
    std::uint32_t begin = 0, end = 0;
    std::uint16_t bind = 0;  // row of Program::binds plus one; 0: no value
    double value = 0;
    Through through{};
    auto operator<=>(Hit const&) const = default;
};
using Hits = std::vector<Hit>;

// Whether the word at the position belongs to one of them.
[[nodiscard]] bool stands_in(Hits const& hits, std::uint32_t position);

// Where a sequence with gaps ends: as soon as it can, or, as a part of a longer one, wherever it can.
enum class Ends : std::uint8_t { shortest, every };

// What only stands in the name of an act: "under the Harvest Act" is no right to harvest, but a right "for
// the purposes of the Orchards Act" is none over fields. So it is left out where words speak for a finding,
// and counts where they speak against it, and as a part of a longer pattern. What has the word for an act
// always counts: rules that mean the act say it.
enum class Names : std::uint8_t { left_out, counted };

class View {
  public:
    View(ActText const& act, std::span<std::uint32_t const> segments);
    // A passage or the heading of a unit, of which the index tells what it may hold.
    View(PlaceIndex const& index, std::uint32_t place);
    // One segment, of which the index tells as much as of the first place that holds it.
    [[nodiscard]] static View of_segment(PlaceIndex const& index, std::uint32_t segment);

    // Sorted by begin, then end; no doubles.
    [[nodiscard]] Hits const& concept_hits(ConceptId id, Ends ends = Ends::shortest,
                                           Names names = Names::left_out);
    // False: the view lacks phrases without which the concept cannot occur. Most are told apart by this
    // alone.
    [[nodiscard]] bool may_hold(ConceptId id);
    // The same for a part of a pattern, as far as the index tells.
    [[nodiscard]] bool may_hold(program::NodeId id) const {
        return index_ == nullptr || index_->may_hold(id, place_);
    }
    [[nodiscard]] bool same_sentence(std::uint32_t a, std::uint32_t b) const;  // positions of two words
    [[nodiscard]] bool same_block(std::uint32_t a, std::uint32_t b) const;
    [[nodiscard]] std::uint32_t size() const { return size_; }
    [[nodiscard]] ActText const& act() const { return act_; }
    [[nodiscard]] text::Token const& token(std::uint32_t position) const;
    [[nodiscard]] text::WordInfo const& word(std::uint32_t position) const;
    // Position of a token of the act, or `size()` when the view does not hold it.
    [[nodiscard]] std::uint32_t position_of(std::uint32_t token) const;
    // Adds the places of a group's phrases, sorted.
    void place(program::GroupId group, Hits& into);
    // Adds the places of terms that mean the concept, but where its own words stand.
    void add_defined(ConceptId id, Hits& hits) const;
    // The numbers in it, in digits and in words.
    [[nodiscard]] Hits const& numbers();
    // The words of a hit, one piece for each segment that it touches.
    void append_evidence(Hit const& hit, Distance distance, std::string const& label,
                         std::vector<Evidence>& to) const;

  private:
    struct Slice {
        std::uint32_t segment = 0, token_begin = 0, token_end = 0;
        std::uint32_t begin = 0, end = 0;  // positions
    };
    [[nodiscard]] Slice const& slice_at(std::uint32_t position) const;
    [[nodiscard]] bool has_group(program::GroupId group);
    void find_breaks() const;
    [[nodiscard]] bool names_acts() const;
    void leave_names_out(Hits& hits) const;
    // Adds the places of a phrase that occurs in the act.
    void place_phrase(std::uint32_t phrase, Hits& into) const;
    // False: the phrase does not stand in the view. Of those that it says may, a few do not either.
    [[nodiscard]] bool may_hold_phrase(std::uint32_t phrase) {
        if (index_ != nullptr) return index_->may_hold_phrase(phrase, place_);
        if (!phrases_known_) note_phrases();
        return ((noted(phrase) >> (phrase % word_bits)) & 1U) != 0;
    }
    void note_phrases();
    [[nodiscard]] std::uint64_t& noted(std::uint32_t phrase) {
        return phrases_[phrase / word_bits % phrases_.size()];
    }
    [[nodiscard]] Evidence::Definition quote(Meaning const& meaning) const;
    [[nodiscard]] std::vector<Evidence::Definition> through(Hit const& hit, Slice const& slice) const;

    ActText const& act_;
    PlaceIndex const* index_ = nullptr;  // null: its place is none that the index knows
    std::uint32_t place_ = 0;
    std::vector<Slice> slices_;
    bool in_order_ =
        true;  // slices: the words of a passage stand in the act in their order, but for some tables
    mutable std::size_t last_slice_ = 0;         // that was asked for
    mutable std::vector<std::uint32_t> breaks_;  // positions at which a sentence starts, once asked for
    mutable bool breaks_known_ = false;
    mutable std::optional<bool> names_acts_;
    std::uint32_t size_ = 0;
    static constexpr std::uint32_t word_bits = 64;
    // Where no index tells: one bit for each phrase that stands here, by the last bits of its row.
    std::array<std::uint64_t, 8> phrases_{};
    bool phrases_known_ = false;
    std::optional<Hits> numbers_;
    struct Found {
        std::uint64_t key = 0;  // concept and ends
        Hits hits;
    };
    // By the last bits of the concept. They are few: most of what is asked for is told not to be there by the
    // index.
    std::array<std::forward_list<Found>, 8> found_;
};

}  // namespace lacuna::match
