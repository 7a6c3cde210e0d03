// A Program read against a statute set: scan each text once, evaluate measures only where their rarest needed
// concept occurs, in dependency order. Uses all cores; the result does not depend on their number.
#pragma once

#include <string>
#include <vector>

#include "akn/set.hpp"
#include "match/finding.hpp"
#include "program/compile.hpp"

namespace lacuna::match {

struct EvaluateOptions {
    unsigned threads = 0;           // 0: all cores
    std::uint32_t near_misses = 3;  // kept for each measure
    std::string language;           // overrides the language of every act, e.g. for text on standard input
    std::vector<std::string> not_read{};  // titles of acts that could not be given, for Findings::not_read
    // By MeasureId: of which it is to be said why they were not found, by near misses or by what no act says;
    // empty: of all. To say it costs as much as to look for the measure.
    std::vector<bool> explained{};

    [[nodiscard]] bool explains(MeasureId measure) const {
        return explained.empty() || explained[measure.index()];
    }
};

[[nodiscard]] Findings evaluate(program::Program const& program, akn::StatuteSet const& set,
                                EvaluateOptions const& options = {});

// For tests of rules: spans of a concept in a text (bytes), in order.
struct ConceptHit {
    std::uint32_t text_begin = 0, text_end = 0;
};
[[nodiscard]] std::vector<ConceptHit> find_concept(program::Program const& program,
                                                   std::string_view concept_name,
                                                   akn::Document const& document, std::string_view language);

// Runs the `test` declarations of a pack: failures as diagnostics at the line of the example (T001, T002),
// with the difference element by element. Gives the number of examples run, and of known misses.
struct TestSummary {
    std::size_t passed = 0, failed = 0, todo = 0;
};
[[nodiscard]] TestSummary run_tests(program::Program const& program, dsl::Pack const& pack,
                                    std::string_view only, Diagnostics& diagnostics);

}  // namespace lacuna::match
