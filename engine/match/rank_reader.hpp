// The measures of one rank read in all acts of a set, in stretches that threads share out.
#pragma once

#include <vector>

#include "match/candidates.hpp"
#include "match/evaluate_set.hpp"
#include "match/unit_findings.hpp"

namespace lacuna::match {

class RankReader {
  public:
    // `wanted` by MeasureId; empty: all. The set must stay, and its acts too. `threads` 0: all cores.
    RankReader(SetText const& set, std::vector<bool> const& wanted, unsigned threads);
    // What the measures have, stretch by stretch in the order of the set. What lower ranks found must be in
    // SetText::found. `times`: of each measure, to be added to; then on one thread.
    [[nodiscard]] std::vector<UnitFindings> read(std::vector<MeasureId> const& rank,
                                                 MeasureTimes* times) const;

  private:
    struct Job {  // a stretch of an act
        DocumentId document;
        std::uint32_t unit_begin = 0, unit_end = 0;
    };
    struct Placed {  // a candidate of the rank that is read
        Candidate const* candidate = nullptr;
        MeasurePlaces places;
    };
    [[nodiscard]] static std::vector<Job> divide(SetText const& set);
    // The candidate's units that belong to the job.
    [[nodiscard]] static std::span<std::uint32_t const> units_of(Candidate const& candidate, Job const& job);
    [[nodiscard]] std::vector<Placed> place(std::size_t act, std::vector<bool> const& in_rank,
                                            MeasureTimes* times) const;
    [[nodiscard]] UnitFindings read_job(Job const& job, std::vector<Placed> const& candidates,
                                        MeasureTimes* times) const;

    SetText const& set_;
    unsigned threads_;
    std::vector<Candidates> candidates_;  // by act
    std::vector<Job> jobs_;
};

}  // namespace lacuna::match
