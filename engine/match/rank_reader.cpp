#include "match/rank_reader.hpp"

#include <algorithm>

#include "base/parallel.hpp"

namespace lacuna::match {
namespace {

constexpr std::uint32_t passages_of_job = 512;  // about; an act is divided between units

}  // namespace

RankReader::RankReader(SetText const& set, std::vector<bool> const& wanted, unsigned threads)
    : set_(set), threads_(threads), candidates_(set.acts.size()), jobs_(divide(set)) {
    for_each_row(candidates_.size(), threads_, [&](std::size_t, std::size_t row) {
        auto const& act = *set_.acts[row];
        if (act.text.code != nullptr) candidates_[row] = find_candidates(*set_.program, act.places, wanted);
    });
}

std::vector<RankReader::Job> RankReader::divide(SetText const& set) {
    std::vector<Job> jobs;
    for (auto const& act : set.acts) {
        auto const& units = act->text.text.units;
        auto const count = static_cast<std::uint32_t>(units.size());
        for (std::uint32_t begin = 0; act->text.code != nullptr && begin < count;) {
            auto end = begin + 1;
            while (end < count && units[end].passage_end - units[begin].passage_begin <= passages_of_job)
                ++end;
            jobs.push_back({act->text.id, begin, end});
            begin = end;
        }
    }
    return jobs;
}

RankReader::Placed RankReader::place(std::size_t act, std::vector<bool> const& in_rank,
                                     MeasureTimes* times) const {
    Placed placed;
    MeasurePlacer placer(set_, *set_.acts[act]);
    for (auto const& candidate : candidates_[act]) {
        if (!in_rank[candidate.measure.index()]) continue;
        Stopwatch const watch(times, candidate.measure);
        placed.push_back(
            {candidate.measure, {DocumentId(act), placer.of(candidate.measure), candidate.units}});
    }
    return placed;
}

RankReader::JobFindings RankReader::read_job(Job const& job, Placed const& candidates,
                                             MeasureTimes* times) const {
    JobFindings found;
    UnitReader reader(set_, job.document);
    for (std::size_t row = 0; row < candidates.size(); ++row) {
        auto const& [measure, sought] = candidates[row];
        auto const first = PlaceSet::next(sought.units.words(), job.unit_begin, job.unit_end);
        if (first == job.unit_end) continue;
        Stopwatch const watch(times, measure);
        UnitFindings read;
        MeasureReader(reader, set_, job.document, measure, sought.places)
            .read(sought.units, first, job.unit_end, read);
        std::move(read.findings.begin(), read.findings.end(), std::back_inserter(found.findings));
        for (auto const unit : read.units) found.units.emplace_back(row, unit);
        for (auto const passage : read.lacking) found.lacking.emplace_back(row, passage);
    }
    return found;
}

RankFindings RankReader::read(std::vector<MeasureId> const& rank, MeasureTimes* times) const {
    std::vector<bool> in_rank(set_.program->measures.size());
    for (auto const measure : rank) in_rank[measure.index()] = true;
    std::vector<Placed> placed(candidates_.size());
    for_each_row(placed.size(), threads_,
                 [&](std::size_t, std::size_t act) { placed[act] = place(act, in_rank, times); });
    std::vector<JobFindings> found(jobs_.size());
    for_each_row(jobs_.size(), threads_, [&](std::size_t, std::size_t row) {
        found[row] = read_job(jobs_[row], placed[jobs_[row].document.index()], times);
    });
    RankFindings all;
    for (std::size_t job = 0; job < jobs_.size(); ++job) {
        std::move(found[job].findings.begin(), found[job].findings.end(), std::back_inserter(all.findings));
        auto& act = placed[jobs_[job].document.index()];
        for (auto const& [row, unit] : found[job].units) act[row].second.units.erase(unit);
        // What is known not to stand there need not be looked for again among the near misses.
        for (auto const& [row, passage] : found[job].lacking) act[row].second.places.needs.erase(passage);
    }
    for (auto& act : placed) std::move(act.begin(), act.end(), std::back_inserter(all.sought));
    return all;
}

}  // namespace lacuna::match
