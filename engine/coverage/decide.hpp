// The reviewers' decisions held against the text: which of them still stand, and what they change. A decision
// whose text has changed is shown and not obeyed.
#pragma once

#include "coverage/assessment.hpp"
#include "coverage/reach.hpp"

namespace lacuna::coverage {

// The name of an act in decisions: the URI of the work, or the title of an act that has none.
[[nodiscard]] std::string act_name(akn::Document const& document);
// Of the words of a provision and all below it, or of the whole act when it is invalid: blanks and the way in
// which the reader cut the text into points do not count; that a part is not in force does.
[[nodiscard]] std::string digest_of(akn::Document const& document, ProvisionId provision);

// What a decision on this verdict rests on: the units of the provisions that were found, or, when none was
// found, every act that counts.
[[nodiscard]] std::vector<country::RestsOn> rests_on(ObligationResult const& result,
                                                     akn::StatuteSet const& set,
                                                     match::Findings const& findings,
                                                     country::Selection const& selection);

// What a reviewer may say, as help for who says something else.
inline constexpr std::string_view usable_verdicts =
    "a permission is option-used or option-not-used; a duty is covered, partial, gap or reserved; a "
    "provision "
    "that is mapped only adds: covered, partial or option-used";

// Warnings on decisions that are stale (C004) or cannot be obeyed (C006), and, when `whole` is set, on those
// that name an instrument or an obligation that the rules do not have.
void report_decisions(program::Catalogue const& catalogue, Assessment const& assessment,
                      country::Selection const& selection, bool whole, Diagnostics& diagnostics);

// ---- for assess()

struct PlacedProvision {
    DocumentId document;
    ProvisionId provision;
};
// Where a finding or a near miss stands, as narrowly as is known.
template <class Found>
[[nodiscard]] PlacedProvision place_of(Found const& found) {
    return {found.document, found.passage.valid() ? found.passage : found.unit};
}
// The bill that wrote the passage of a finding or a near miss, or words that prove an element; empty: none.
template <class Found>
[[nodiscard]] std::string_view bill_of(akn::StatuteSet const& set, Found const& found) {
    auto const place = place_of(found);
    auto const& document = set.at(place.document);
    if (place.provision.valid()) {
        auto const& row = document.at(place.provision);
        auto const& blocks = document.blocks;
        auto const bill = row.block_begin == row.block_end ? std::string_view{}
                                                           : document.bill_in(blocks[row.block_begin].begin,
                                                                              blocks[row.block_end - 1].end);
        if (!bill.empty()) return bill;
    }
    for (auto const& element : found.elements)
        for (auto const& evidence : element.evidence) {
            auto const bill = set.at(evidence.document).bill_in(evidence.text_begin, evidence.text_end);
            if (!bill.empty()) return bill;
        }
    return {};
}
// Whether the place is in one of the provisions.
[[nodiscard]] bool is_within(akn::StatuteSet const& set, PlacedProvision const& place,
                             std::vector<PlacedProvision> const& provisions);

class Reviewers {
  public:
    Reviewers(program::Instrument const& instrument, akn::StatuteSet const& set,
              match::Findings const& findings, country::Selection const& selection, Reach const& reach)
        : instrument_(instrument), set_(set), findings_(findings), selection_(selection), reach_(reach) {}

    // The decisions on an obligation, each with its standing.
    [[nodiscard]] std::vector<DecisionResult> decisions_on(program::Obligation const& obligation) const;
    [[nodiscard]] std::vector<PlacedProvision> rejected(std::vector<DecisionResult> const& decisions) const;
    // Verdict, flags and reason as the decisions of the result make them.
    void obey(ObligationResult& result) const;

  private:
    void hold_against_text(country::Decision const& decision, DecisionResult& result) const;
    // Why no provision of the text can meet a duty, whatever a reviewer found in it: another act of the set
    // repeals the whole. Empty: none does.
    [[nodiscard]] std::string repeal_of(DocumentId document) const;
    void supersede(std::vector<DecisionResult>& decisions) const;
    [[nodiscard]] country::Decision const& at(DecisionResult const& result) const {
        return selection_.decisions[result.decision];
    }

    program::Instrument const& instrument_;
    akn::StatuteSet const& set_;
    match::Findings const& findings_;
    country::Selection const& selection_;
    Reach const& reach_;
};

}  // namespace lacuna::coverage
