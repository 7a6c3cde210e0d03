// How high an offence is punished, as a view of cooperation asks: whether the words that punish what was
// found reach its threshold. What the threshold is, and how it is said, stands in the rules.
#pragma once

#include "coverage/assessment.hpp"

namespace lacuna::coverage {

enum class Threshold : std::uint8_t {
    reached,  // what carries the verdict reaches it, and nothing that answers as well stays below
    below,    // everything that was read stays below
    differs,  // some reaches it and some stays below: which counts is for a reader
    unread    // no words that say how high
};
[[nodiscard]] std::string_view to_string(Threshold threshold);

// Words that say how high: a finding of one of the two measures of the view.
struct ThresholdWords {
    std::uint32_t finding = 0;  // row of Findings::findings
    bool reaches = false;
};
// One provision that answers the obligation, as well as the one that carries its verdict.
struct PunishedProvision {
    std::uint32_t judged = 0;  // row of ObligationResult::judged
    Threshold threshold = Threshold::unread;
    std::vector<ThresholdWords> words;
};
struct Punished {
    std::uint32_t obligation = 0;  // row of Assessment::obligations
    Threshold threshold = Threshold::unread;
    std::vector<PunishedProvision> provisions;  // best first
};

// The offences of the view that were assessed, in the order listed. The words that count for a provision are
// found by the element that the measures of the view need: in the passage and above it where the element was
// found there; in the whole unit where it was found elsewhere in the unit; else where its words stand.
[[nodiscard]] std::vector<Punished> punished(program::Catalogue const& catalogue,
                                             program::Cooperation const& view, Assessment const& assessment,
                                             akn::StatuteSet const& set, match::Findings const& findings);

}  // namespace lacuna::coverage
