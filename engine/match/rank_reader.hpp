// The measures of one rank read in all acts of a set, in stretches that threads share out.
#pragma once

#include <vector>

#include "match/candidates.hpp"
#include "match/evaluate_set.hpp"
#include "match/unit_findings.hpp"

namespace lacuna::match {

struct RankFindings {
    std::vector<Finding> findings;  // stretch by stretch in the order of the set
    // Where the measures were looked for and not found, act by act in the order of the set.
    std::vector<std::pair<MeasureId, Sought>> sought;
};

class RankReader {
  public:
    // `wanted` by MeasureId; empty: all. The set must stay, and its acts too. `threads` 0: all cores.
    RankReader(SetText const& set, std::vector<bool> const& wanted, unsigned threads);
    // What the measures have. What lower ranks found must be in SetText::found. `times`: of each measure, to
    // be added to; then on one thread.
    [[nodiscard]] RankFindings read(std::vector<MeasureId> const& rank, MeasureTimes* times) const;

  private:
    struct Job {  // a stretch of an act
        DocumentId document;
        std::uint32_t unit_begin = 0, unit_end = 0;
    };
    using Placed = std::vector<std::pair<MeasureId, Sought>>;  // candidates of one act, with their places
    struct JobFindings {
        std::vector<Finding> findings;
        // Row of Placed, with a unit that has a finding, or a passage that lacks what the measure needs.
        std::vector<std::pair<std::size_t, std::uint32_t>> units, lacking;
    };
    [[nodiscard]] static std::vector<Job> divide(SetText const& set);
    [[nodiscard]] Placed place(std::size_t act, std::vector<bool> const& in_rank, MeasureTimes* times) const;
    [[nodiscard]] JobFindings read_job(Job const& job, Placed const& candidates, MeasureTimes* times) const;

    SetText const& set_;
    unsigned threads_;
    std::vector<Candidates> candidates_;  // by act
    std::vector<Job> jobs_;
};

}  // namespace lacuna::match
