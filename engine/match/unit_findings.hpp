// What one measure has in the units of one act: its findings, and of a unit without one the passage that came
// nearest.
#pragma once

#include "match/unit_reader.hpp"

namespace lacuna::match {

// A miss by gate or `unless` is nearer by so much than any miss of words.
inline constexpr std::uint32_t needs_hold = 1000;

struct Missed {  // the best passage of a unit without a finding
    // How well it is known: by the unit as a whole, by each of its passages, with what they need read, or by
    // their words. By all but the last the strength is one that it cannot exceed, and another passage may be
    // the best.
    enum class By : std::uint8_t { unit, passages, needs, words };
    DocumentId document;
    std::uint32_t unit = 0, passage = 0;
    std::uint32_t strength = 0;  // larger is nearer
    By known = By::unit;
};

struct UnitFindings {
    std::vector<Finding> findings;
    std::vector<std::uint32_t> units;  // in which they stand, sorted
    // Passages in which what the measure needs might have stood, and does not.
    std::vector<std::uint32_t> lacking;
};

// Passages of one act in which what a measure needs may stand, and those of them whose gate may hold too:
// only in these can it be found.
struct MeasurePlaces {
    PlaceSet needs, both;
};

// One measure in one act: where it may stand, and the units in which it was looked for and not found.
struct Sought {
    DocumentId document;
    MeasurePlaces places;
    PlaceSet units;
};

// Makes the places of measures in one act. Many measures share a gate, of which the places are made once: it
// names no elements, so that it means the same in each.
class MeasurePlacer {
  public:
    MeasurePlacer(SetText const& set, ActContext const& act);
    [[nodiscard]] MeasurePlaces of(MeasureId measure);

  private:
    program::Program const& program_;
    ConditionPlaces places_;
    std::unordered_map<program::ConditionId, PlaceSet> gates_;
};

class MeasureReader {
  public:
    // The reader must stand for the same act, and so must the places.
    MeasureReader(UnitReader& reader, SetText const& set, DocumentId document, MeasureId measure,
                  MeasurePlaces const& places);

    // Adds what is in those of the units that stand between the two rows, in their order.
    void read(PlaceSet const& units, std::uint32_t begin, std::uint32_t end, UnitFindings& into);
    // Looks once more at a unit of which only the most is known: passage by passage, then for their words.
    // Few units are worth it. With strength 0 it is no miss.
    void look_closer(Missed& missed);
    // The near miss in full: every element, and what failed.
    [[nodiscard]] NearMiss describe(Missed const& missed);

  private:
    void read_unit(std::uint32_t unit, UnitFindings& into);
    void look_at_passages(Missed& missed);
    void look_at_needs(Missed& missed);
    void look_at_words(Missed& missed);
    [[nodiscard]] bool needs_in(std::uint32_t unit, std::uint32_t passage);
    // Takes the passage as the best of the unit if it comes nearer.
    void weigh(std::uint32_t passage, bool needed, Missed& best);
    void go_to(std::uint32_t unit, std::uint32_t passage);
    [[nodiscard]] bool needs();
    [[nodiscard]] bool excluded();
    [[nodiscard]] Outcome gate();
    [[nodiscard]] Finding finding(std::uint32_t unit, std::uint32_t passage, Outcome gate);
    [[nodiscard]] std::vector<ElementResult> elements();
    [[nodiscard]] std::string why_not();
    // How much of what is needed stands in the passage that was gone to. Where it is no more than `than`, it
    // may be said to be less.
    [[nodiscard]] std::uint32_t strength(std::uint32_t passage, std::uint32_t than = 0);
    // Never less than strength(), and quicker.
    [[nodiscard]] std::uint32_t most_strength(std::uint32_t passage) const;
    // Never less than what weigh() gives the passage.
    [[nodiscard]] std::uint32_t most_with_needs(std::uint32_t passage) const;
    void count_possible(std::uint32_t unit);
    [[nodiscard]] std::uint32_t weighed(std::uint32_t passage, std::size_t concepts) const;
    [[nodiscard]] bool only_defines(std::uint32_t passage) const;

    UnitReader& reader_;
    program::Program const& program_;
    SetText const& set_;
    DocumentId document_;
    MeasureId measure_;
    program::Measure const& row_;
    program::MeasureCode const& code_;
    ActContext const& act_;
    PlaceSet const& defining_;
    MeasurePlaces const& places_;
    // By passage of a unit, from `counted_from_` on: how many of the concepts that it looks for may stand
    // there; counted when it looks closer.
    std::vector<std::uint32_t> possible_;
    std::uint32_t counted_from_ = 0;
};

}  // namespace lacuna::match
