#include "coverage/threshold.hpp"

#include <algorithm>
#include <array>

namespace lacuna::coverage {
namespace {

using match::Distance;

// Whether the provision stands on the way from the leaf up to the unit.
[[nodiscard]] bool on_the_way(akn::Document const& document, ProvisionId leaf, ProvisionId unit,
                              ProvisionId provision) {
    for (auto at = leaf.valid() ? leaf : unit; at.valid(); at = document.at(at).parent) {
        if (at == provision) return true;
        if (at == unit) return false;
    }
    return false;
}

class Thresholds {
  public:
    Thresholds(program::Catalogue const& catalogue, program::Cooperation const& view,
               akn::StatuteSet const& set, match::Findings const& findings)
        : catalogue_(catalogue), view_(view), set_(set), findings_(findings) {
        for (std::uint32_t row = 0; row < findings.findings.size(); ++row) {
            auto const& finding = findings.findings[row];
            if (finding.force != akn::Force::in_force) continue;
            if (finding.measure == view.reaches) words_.push_back({row, true});
            if (finding.measure == view.below) words_.push_back({row, false});
        }
    }

    [[nodiscard]] Punished of(ObligationResult const& result, program::Obligation const& obligation) const {
        Punished punished;
        auto const shared = obligation.has_rules && (obligation.met_by.kind == dsl::Meets::Kind::each ||
                                                     obligation.met_by.kind == dsl::Meets::Kind::at_least);
        std::vector<MeasureId> seen;
        bool unread = result.judged.empty();
        for (std::uint32_t row = 0; row < result.judged.size(); ++row) {
            auto const& judged = result.judged[row];
            auto const measure = findings_.findings[judged.finding].measure;
            bool const first = std::find(seen.begin(), seen.end(), measure) == seen.end();
            if (judged.verdict == Verdict::gap) continue;
            bool const carries = shared ? first : punished.provisions.empty();
            if (!carries && judged.verdict != result.judged.front().verdict) continue;
            seen.push_back(measure);
            punished.provisions.push_back(provision(row, judged));
            if (carries && punished.provisions.back().threshold == Threshold::unread) unread = true;
        }
        punished.threshold = unread ? Threshold::unread : together(punished.provisions);
        return punished;
    }

  private:
    [[nodiscard]] static Threshold of_words(std::vector<ThresholdWords> const& words) {
        if (words.empty()) return Threshold::unread;
        auto const reaching =
            std::count_if(words.begin(), words.end(), [](auto const& w) { return w.reaches; });
        if (reaching == 0) return Threshold::below;
        return static_cast<std::size_t>(reaching) == words.size() ? Threshold::reached : Threshold::differs;
    }

    // Of provisions that answer alike; one that says nothing says nothing against the others.
    [[nodiscard]] static Threshold together(std::vector<PunishedProvision> const& provisions) {
        auto all = Threshold::unread;
        for (auto const& one : provisions) {
            if (one.threshold == Threshold::unread) continue;
            if (all == Threshold::unread) all = one.threshold;
            if (all != one.threshold) all = Threshold::differs;
        }
        return all;
    }

    [[nodiscard]] PunishedProvision provision(std::uint32_t row, Judged const& judged) const {
        PunishedProvision result{row, Threshold::unread, {}};
        auto const& finding = findings_.findings[judged.finding];
        for (auto const& words : words_)
            if (punishes(findings_.findings[words.finding], finding)) result.words.push_back(words);
        result.threshold = of_words(result.words);
        return result;
    }

    // The element of the offence that has the name of one that the measures of the view need.
    [[nodiscard]] match::ElementResult const* punishing_element(match::Finding const& finding) const {
        auto const& measure = catalogue_.at(finding.measure);
        for (auto const& element : catalogue_.at(view_.reaches).elements) {
            auto const id = element.needed ? measure.element(element.name) : ElementId();
            if (id.valid() && id.index() < finding.elements.size() && finding.has(id))
                return &finding.elements[id.index()];
        }
        return nullptr;
    }

    [[nodiscard]] bool punishes(match::Finding const& words, match::Finding const& offence) const {
        auto const* element = punishing_element(offence);
        if (element == nullptr) return false;
        if (element->distance <= Distance::section && words.document != offence.document) return false;
        if (element->distance == Distance::section) return words.unit == offence.unit;
        for (auto const& result : words.elements)
            for (auto const& evidence : result.evidence)
                if (element->distance <= Distance::passage
                        ? on_the_way(set_.at(offence.document), offence.passage, offence.unit,
                                     evidence.provision)
                        : stands_at(*element, evidence))
                    return true;
        return false;
    }

    [[nodiscard]] static bool stands_at(match::ElementResult const& element, match::Evidence const& words) {
        return std::any_of(element.evidence.begin(), element.evidence.end(), [&](match::Evidence const& one) {
            return one.document == words.document && one.provision == words.provision;
        });
    }

    program::Catalogue const& catalogue_;
    program::Cooperation const& view_;
    akn::StatuteSet const& set_;
    match::Findings const& findings_;
    std::vector<ThresholdWords> words_;
};

}  // namespace

std::string_view to_string(Threshold threshold) {
    static constexpr std::array<std::string_view, 4> names{"reached", "below", "differs", "not read"};
    return names[static_cast<std::size_t>(threshold)];
}

std::vector<Punished> punished(program::Catalogue const& catalogue, program::Cooperation const& view,
                               Assessment const& assessment, akn::StatuteSet const& set,
                               match::Findings const& findings) {
    if (!view.reaches.valid() || !view.below.valid()) return {};
    auto const& instrument = catalogue.at(assessment.instrument);
    Thresholds const thresholds(catalogue, view, set, findings);
    std::vector<Punished> all;
    for (auto const offence : view.offences)
        for (std::uint32_t row = 0; row < assessment.obligations.size(); ++row) {
            auto const& result = assessment.obligations[row];
            if (result.obligation != offence) continue;
            all.push_back(thresholds.of(result, instrument.obligations[offence.index()]));
            all.back().obligation = row;
        }
    return all;
}

}  // namespace lacuna::coverage
