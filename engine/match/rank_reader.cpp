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

std::span<std::uint32_t const> RankReader::units_of(Candidate const& candidate, Job const& job) {
    auto const begin = std::lower_bound(candidate.units.begin(), candidate.units.end(), job.unit_begin);
    return {begin, std::lower_bound(begin, candidate.units.end(), job.unit_end)};
}

std::vector<RankReader::Placed> RankReader::place(std::size_t act, std::vector<bool> const& in_rank,
                                                  MeasureTimes* times) const {
    std::vector<Placed> placed;
    MeasurePlacer placer(set_, *set_.acts[act]);
    for (auto const& candidate : candidates_[act]) {
        if (!in_rank[candidate.measure.index()]) continue;
        Stopwatch const watch(times, candidate.measure);
        placed.push_back({&candidate, placer.of(candidate.measure)});
    }
    return placed;
}

UnitFindings RankReader::read_job(Job const& job, std::vector<Placed> const& candidates,
                                  MeasureTimes* times) const {
    UnitFindings found;
    UnitReader reader(set_, job.document);
    for (auto const& [candidate, places] : candidates) {
        auto const units = units_of(*candidate, job);
        if (units.empty()) continue;
        Stopwatch const watch(times, candidate->measure);
        MeasureReader(reader, set_, job.document, candidate->measure, places).read(units, found);
    }
    return found;
}

std::vector<UnitFindings> RankReader::read(std::vector<MeasureId> const& rank, MeasureTimes* times) const {
    std::vector<bool> in_rank(set_.program->measures.size());
    for (auto const measure : rank) in_rank[measure.index()] = true;
    std::vector<std::vector<Placed>> placed(candidates_.size());
    for_each_row(placed.size(), threads_,
                 [&](std::size_t, std::size_t act) { placed[act] = place(act, in_rank, times); });
    std::vector<UnitFindings> found(jobs_.size());
    for_each_row(jobs_.size(), threads_, [&](std::size_t, std::size_t row) {
        found[row] = read_job(jobs_[row], placed[jobs_[row].document.index()], times);
    });
    return found;
}

}  // namespace lacuna::match
