// What texts exercise of a program, and what that costs: hits and time of every concept and measure, and hits
// of every branch. For the rule author's coverage and profile; the verdicts do not use it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "akn/set.hpp"
#include "match/branch_trace.hpp"
#include "program/compile.hpp"

namespace lacuna::match {

struct ConceptUsage {
    std::size_t hits = 0;
    double milliseconds = 0;  // without concepts that were read before it
};
struct MeasureUsage {
    std::size_t findings = 0;
    std::vector<std::size_t> elements;  // by ElementId: findings that have it
    std::vector<std::string> failed;    // by ElementId: what failed last where it was not found
    std::string nearest;                // why the nearest miss was none; empty when no unit came near
    double milliseconds = 0;            // without the measures that it asks for
};
struct Usage {
    std::size_t texts = 0, words = 0;
    std::vector<ConceptUsage> concepts;  // ConceptId is the index
    std::vector<MeasureUsage> measures;  // MeasureId is the index
};

// Adds what the set exercises, with the time of each. `language` overrides the language of the acts when it
// is not empty.
void add_usage(program::Program const& program, akn::StatuteSet const& set, std::string const& language,
               bool timed, Usage& usage);

struct BranchUsage {
    std::map<std::string, std::size_t> hits;  // by label; labels without a hit are absent
    bool words = false;                       // some phrase of it occurred
};
// The branches of all concepts of a pack, counted set by set.
class BranchCount {
  public:
    // `program` must be of dsl::traceable(pack); both must stay where they are.
    BranchCount(program::Program const& program, dsl::Pack const& pack);
    void add(akn::StatuteSet const& set, std::string const& language, std::string const& label);

    struct Of {
        dsl::Concept const* declared;
        BranchTrace trace;
        std::vector<BranchUsage> branches;  // as in trace.branches()
        bool spoken = false;                // a text was in its language
        bool excluded = false;              // `but not` took a place away
    };
    [[nodiscard]] std::vector<Of> const& concepts() const { return concepts_; }

  private:
    void add(ActText const& act, std::string const& label);

    program::Program const& program_;
    std::vector<Of> concepts_;
};

}  // namespace lacuna::match
