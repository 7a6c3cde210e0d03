#include "match/near_misses.hpp"

#include <algorithm>
#include <iterator>
#include <memory>
#include <tuple>
#include <unordered_map>

#include "base/parallel.hpp"
#include "match/absence.hpp"
#include "match/miss_order.hpp"
#include "match/part_findings.hpp"

namespace lacuna::match {
namespace {

// What was read of the acts, measure after measure.
using UnitReaders = std::unordered_map<DocumentId, std::unique_ptr<UnitReader>>;

// One measure in one act: its units without a finding, the nearest first, and a reader to look closer.
class SoughtReader {
  public:
    SoughtReader(SetText const& set, MeasureId measure, Sought const& sought)
        : set_(set), measure_(measure), sought_(sought), order_(set, measure, sought) {}

    [[nodiscard]] std::optional<Missed> next() { return order_.next(); }
    [[nodiscard]] MeasureReader& reader(UnitReaders& units) {
        if (!reader_) {
            auto& act = units[sought_.document];
            if (!act) act = std::make_unique<UnitReader>(set_, sought_.document);
            reader_ = std::make_unique<MeasureReader>(*act, set_, sought_.document, measure_, sought_.places);
        }
        return *reader_;
    }

  private:
    SetText const& set_;
    MeasureId measure_;
    Sought const& sought_;
    MissOrder order_;
    std::unique_ptr<MeasureReader> reader_;
};

struct Entry {
    Missed missed;
    SoughtReader* of = nullptr;
};

[[nodiscard]] bool is_farther(Entry const& a, Entry const& b) {
    return std::tuple(a.missed.strength, b.missed.document, b.missed.unit) <
           std::tuple(b.missed.strength, a.missed.document, a.missed.unit);
}

class MissHeap {  // the nearest on top
  public:
    [[nodiscard]] bool empty() const { return entries_.empty(); }
    void push(Entry entry) {
        entries_.push_back(entry);
        std::push_heap(entries_.begin(), entries_.end(), is_farther);
    }
    void push_next(SoughtReader& of) {
        if (auto const missed = of.next()) push({*missed, &of});
    }
    [[nodiscard]] Entry pop() {
        std::pop_heap(entries_.begin(), entries_.end(), is_farther);
        auto const top = entries_.back();
        entries_.pop_back();
        return top;
    }

  private:
    std::vector<Entry> entries_;
};

// The nearest few misses of a measure, in a fixed order. Units of which only the most is known are looked at
// when nothing nearer is left: of most of them that is never.
[[nodiscard]] std::vector<NearMiss> nearest(SetText const& set, MeasureId measure,
                                            std::vector<Sought> const& sought, std::size_t most,
                                            UnitReaders& units) {
    std::vector<SoughtReader> acts;
    acts.reserve(sought.size());  // none is moved
    MissHeap heap;
    for (auto const& act : sought) heap.push_next(acts.emplace_back(set, measure, act));
    std::vector<NearMiss> found;
    while (!heap.empty() && found.size() < most) {
        auto next = heap.pop();
        if (next.missed.known == Missed::By::unit) heap.push_next(*next.of);
        auto& reader = next.of->reader(units);
        if (next.missed.known == Missed::By::words) {
            found.push_back(reader.describe(next.missed));
            continue;
        }
        reader.look_closer(next.missed);
        if (next.missed.strength > 0) heap.push(next);
    }
    return found;
}

}  // namespace

std::vector<NearMiss> misses_anywhere(SetText const& set, MeasureId measure, std::size_t most) {
    std::vector<Sought> sought;
    UnitReaders units;
    for (std::size_t row = 0; row < set.acts.size(); ++row) {
        auto const& act = *set.acts[row];
        auto const count = static_cast<std::uint32_t>(act.text.text.units.size());
        if (act.text.code == nullptr || count == 0) continue;
        PlaceSet all(act.places.unit_words());
        all.insert(0, count);
        auto& one =
            sought.emplace_back(Sought{DocumentId(row), MeasurePlacer(set, act).of(measure), std::move(all)});
        auto& reader = units[one.document] = std::make_unique<UnitReader>(set, one.document);
        UnitFindings read;
        MeasureReader(*reader, set, one.document, measure, one.places).read(one.units, 0, count, read);
        for (auto const unit : read.units) one.units.erase(unit);
        for (auto const passage : read.lacking) one.places.needs.erase(passage);
    }
    auto near_misses = nearest(set, measure, sought, most, units);
    name_documents(set, near_misses);
    return near_misses;
}

void add_near_misses(SetText const& set, std::vector<bool> const& wanted, EvaluateOptions const& options,
                     std::vector<std::vector<Sought>> const& sought, Findings& into, MeasureTimes* times) {
    std::vector<bool> found(sought.size());
    for (auto const& finding : into.findings) found[finding.measure.index()] = true;
    std::vector<std::vector<NearMiss>> near_misses(sought.size());
    std::vector<std::vector<ConceptId>> absent(sought.size());
    for_each_with<UnitReaders>(
        sought.size(), options.threads, [] { return UnitReaders(); },
        [&](UnitReaders& units, std::size_t row) {
            MeasureId const id(row);
            if (!options.explains(id)) return;
            Stopwatch const watch(times, id);
            near_misses[row] = nearest(set, id, sought[row], options.near_misses, units);
            if (!near_misses[row].empty() || found[row] || (!wanted.empty() && !wanted[row])) return;
            absent[row] = absent_concepts(set, id);
            if (!absent[row].empty()) return;
            near_misses[row] = misses_anywhere(set, id, options.near_misses);
            if (near_misses[row].empty()) absent[row] = set.program->at(id).looked_for;
        });
    for (std::size_t row = 0; row < sought.size(); ++row) {
        std::move(near_misses[row].begin(), near_misses[row].end(), std::back_inserter(into.near_misses));
        if (!absent[row].empty()) into.absent.push_back({MeasureId(row), std::move(absent[row])});
    }
}

}  // namespace lacuna::match
