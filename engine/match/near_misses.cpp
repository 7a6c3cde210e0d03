#include "match/near_misses.hpp"

#include <algorithm>
#include <memory>
#include <numeric>
#include <optional>
#include <tuple>
#include <unordered_map>

#include "base/parallel.hpp"
#include "match/absence.hpp"
#include "match/part_findings.hpp"

namespace lacuna::match {
namespace {

[[nodiscard]] bool is_farther(Missed const& a, Missed const& b) {
    return std::tuple(a.strength, b.document, b.unit) < std::tuple(b.strength, a.document, a.unit);
}

// Reads one measure wherever it is asked to.
class SetReader {
  public:
    SetReader(SetText const& set, MeasureId measure) : set_(set), measure_(measure) {}
    [[nodiscard]] MeasureReader& in(DocumentId document) {
        auto& act = acts_[document];
        if (!act.measure) {
            act.units = std::make_unique<UnitReader>(set_, document);
            act.places = MeasurePlacer(set_, *set_.acts[document.index()]).of(measure_);
            act.measure = std::make_unique<MeasureReader>(*act.units, set_, document, measure_, *act.places);
        }
        return *act.measure;
    }

  private:
    struct Act {
        std::unique_ptr<UnitReader> units;
        std::optional<MeasurePlaces> places;
        std::unique_ptr<MeasureReader> measure;
    };
    SetText const& set_;
    MeasureId measure_;
    std::unordered_map<DocumentId, Act> acts_;
};

// The nearest few misses of a measure, in a fixed order. Units of which only the most is known are looked at
// when nothing nearer is left: of most of them that is never.
[[nodiscard]] std::vector<NearMiss> nearest(SetText const& set, MeasureId measure, std::vector<Missed> missed,
                                            std::size_t most) {
    SetReader reader(set, measure);
    std::vector<NearMiss> found;
    std::make_heap(missed.begin(), missed.end(), is_farther);
    while (!missed.empty() && found.size() < most) {
        std::pop_heap(missed.begin(), missed.end(), is_farther);
        auto& next = missed.back();
        if (next.known == Missed::By::words) {
            found.push_back(reader.in(next.document).describe(next));
            missed.pop_back();
            continue;
        }
        reader.in(next.document).look_closer(next);
        if (next.strength == 0)
            missed.pop_back();
        else
            std::push_heap(missed.begin(), missed.end(), is_farther);
    }
    return found;
}

}  // namespace

std::vector<NearMiss> misses_anywhere(SetText const& set, MeasureId measure, std::size_t most) {
    UnitFindings read;
    for (std::size_t row = 0; row < set.acts.size(); ++row) {
        auto const& act = set.acts[row]->text;
        if (act.code == nullptr) continue;
        std::vector<std::uint32_t> units(act.text.units.size());
        std::iota(units.begin(), units.end(), 0U);
        UnitReader reader(set, DocumentId(row));
        auto const places = MeasurePlacer(set, *set.acts[row]).of(measure);
        MeasureReader(reader, set, DocumentId(row), measure, places).read(units, read);
    }
    auto near_misses = nearest(set, measure, std::move(read.missed), most);
    name_documents(set, near_misses);
    return near_misses;
}

void add_near_misses(SetText const& set, std::vector<bool> const& wanted, EvaluateOptions const& options,
                     std::vector<std::vector<Missed>> missed, Findings& into, MeasureTimes* times) {
    std::vector<bool> found(missed.size());
    for (auto const& finding : into.findings) found[finding.measure.index()] = true;
    std::vector<std::vector<NearMiss>> near_misses(missed.size());
    std::vector<std::vector<ConceptId>> absent(missed.size());
    for_each_row(missed.size(), options.threads, [&](std::size_t, std::size_t row) {
        MeasureId const id(row);
        Stopwatch const watch(times, id);
        near_misses[row] = nearest(set, id, std::move(missed[row]), options.near_misses);
        if (!near_misses[row].empty() || found[row] || (!wanted.empty() && !wanted[row])) return;
        absent[row] = absent_concepts(set, id);
        if (!absent[row].empty()) return;
        near_misses[row] = misses_anywhere(set, id, options.near_misses);
        if (near_misses[row].empty()) absent[row] = set.program->at(id).looked_for;
    });
    for (std::size_t row = 0; row < missed.size(); ++row) {
        std::move(near_misses[row].begin(), near_misses[row].end(), std::back_inserter(into.near_misses));
        if (!absent[row].empty()) into.absent.push_back({MeasureId(row), std::move(absent[row])});
    }
}

}  // namespace lacuna::match
