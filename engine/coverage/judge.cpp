#include "coverage/judge.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace lacuna::coverage {
namespace {

using match::Distance;

[[nodiscard]] bool lists(std::vector<std::string> const& names, std::string const& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// Whether the measure stands under `each of` or `n of`, where several measures meet an obligation together.
[[nodiscard]] bool joined(program::Meets const& meets, MeasureId measure, bool inside) {
    using Kind = dsl::Meets::Kind;
    if (meets.kind == Kind::measure) return inside && meets.measure == measure;
    bool const here = inside || meets.kind == Kind::each || meets.kind == Kind::at_least;
    return std::any_of(meets.children.begin(), meets.children.end(),
                       [&](auto const& child) { return joined(child, measure, here); });
}

void collect(program::Meets const& meets, std::vector<MeasureId>& found) {
    if (meets.kind == dsl::Meets::Kind::measure) {
        if (std::find(found.begin(), found.end(), meets.measure) == found.end())
            found.push_back(meets.measure);
        return;
    }
    for (auto const& child : meets.children) collect(child, found);
}

struct Tally {
    std::size_t asked = 0, found = 0;
    double far = 0;  // sum of distances, each 0 … 1
};

void hold(program::Obligation const& obligation, program::Measure const& measure, std::string const& language,
          match::Finding const& finding, std::string const& name, Judged& judged, Tally& tally) {
    auto const id = measure.element(name);
    ++tally.asked;
    auto const* element =
        id.valid() && id.index() < finding.elements.size() ? &finding.elements[id.index()] : nullptr;
    if (element != nullptr && element->found) {
        ++tally.found;
        tally.far += static_cast<double>(element->distance) / static_cast<double>(Distance::set);
        judged.general_part = judged.general_part || element->distance >= Distance::part;
        return;
    }
    bool const unsaid = id.valid() && lists(measure.elements[id.index()].unsaid, language);
    bool const protects = lists(obligation.protects, name);
    judged.missing.push_back(name);
    if (unsaid) judged.unsaid.push_back(name);
    if (protects && !unsaid) judged.protections.push_back(name);
}

// An option that is not allowed, and that the rules cannot say in the act's language, may be there.
void hold_options(program::Measure const& measure, program::Obligation const& obligation,
                  std::string const& language, match::Finding const& finding, Judged& judged) {
    for (std::size_t i = 0; i < measure.elements.size() && i < finding.elements.size(); ++i) {
        if (!measure.elements[i].option) continue;
        auto const& name = measure.elements[i].name;
        if (lists(measure.elements[i].unsaid, language) && !lists(obligation.allows, name))
            judged.unsaid.push_back(name);
        if (!finding.elements[i].found) continue;
        (lists(obligation.allows, name) ? judged.permitted : judged.extra).push_back(name);
    }
}

}  // namespace

std::vector<MeasureId> measures_of(program::Meets const& meets) {
    std::vector<MeasureId> found;
    collect(meets, found);
    return found;
}

std::vector<bool> named_measures(program::Catalogue const& catalogue,
                                 std::vector<program::InstrumentId> const& instruments) {
    std::vector<bool> named(catalogue.measures.size());
    for (auto const instrument : instruments)
        for (auto const& obligation : catalogue.at(instrument).obligations)
            if (obligation.has_rules)
                for (auto const measure : measures_of(obligation.met_by)) named[measure.index()] = true;
    return named;
}

std::vector<bool> named_measures(program::Catalogue const& catalogue) {
    std::vector<program::InstrumentId> all;
    for (std::size_t row = 0; row < catalogue.instruments.size(); ++row) all.emplace_back(row);
    return named_measures(catalogue, all);
}

std::vector<std::string> asked_of(program::Catalogue const& catalogue, program::Obligation const& obligation,
                                  MeasureId measure) {
    if (!joined(obligation.met_by, measure, false)) return obligation.with;
    auto const members = measures_of(obligation.met_by);
    std::vector<std::string> asked;
    for (auto const& name : obligation.with) {
        bool const own = catalogue.at(measure).element(name).valid();
        bool const others = std::any_of(members.begin(), members.end(), [&](MeasureId other) {
            return catalogue.at(other).element(name).valid();
        });
        if (own || !others) asked.push_back(name);
    }
    return asked;
}

Judged judge(program::Catalogue const& catalogue, program::Obligation const& obligation,
             match::Findings const& findings, std::uint32_t row) {
    auto const& finding = findings.findings[row];
    auto const& measure = catalogue.at(finding.measure);
    auto const& language = findings.language_of(finding);
    Judged judged;
    judged.finding = row;
    Tally tally;
    for (auto const& name : asked_of(catalogue, obligation, finding.measure))
        hold(obligation, measure, language, finding, name, judged, tally);
    hold_options(measure, obligation, language, finding, judged);
    judged.broader = !judged.protections.empty();
    judged.unexcluded = lists(measure.unexcluded, language);
    bool const whole = judged.missing.size() == judged.protections.size() && judged.extra.empty() &&
                       judged.unsaid.empty() && !judged.unexcluded;
    bool const in_force = finding.force == akn::Force::in_force;
    judged.verdict = !in_force ? Verdict::gap : whole ? Verdict::covered : Verdict::partial;
    auto const asked = static_cast<double>(std::max<std::size_t>(tally.asked, 1));
    auto const share = tally.asked == 0 ? 1.0 : static_cast<double>(tally.found) / asked;
    judged.score = std::max(0.0, share - 0.1 * tally.far / asked - (judged.extra.empty() ? 0.0 : 0.1)) *
                   (in_force ? 1.0 : 0.5);
    // What is asked beyond what is allowed has to be taken out, which changes as much as to add an element.
    // What protects people need not be added for the law to reach far enough.
    auto const amended = static_cast<double>(judged.missing.size() + judged.extra.size()) -
                         0.5 * static_cast<double>(judged.protections.size());
    judged.nearness = 1.0 - (amended + 0.1 * tally.far) / asked;
    return judged;
}

std::vector<double> focus_of(program::Instrument const& instrument, akn::StatuteSet const& set,
                             match::Findings const& findings) {
    constexpr std::size_t few_units = 20;  // an act of two sections is about nothing yet
    std::set<MeasureId> asked;
    for (auto const& obligation : instrument.obligations)
        if (obligation.has_rules)
            for (auto const measure : measures_of(obligation.met_by)) asked.insert(measure);
    std::vector<std::set<ProvisionId>> answering(set.documents.size());
    for (auto const& finding : findings.findings)
        if (asked.count(finding.measure) > 0) answering[finding.document.index()].insert(finding.unit);
    std::vector<double> focus;
    for (std::size_t i = 0; i < set.documents.size(); ++i) {
        auto const& provisions = set.documents[i].provisions;
        auto const units = static_cast<std::size_t>(
            std::count_if(provisions.begin(), provisions.end(), [](auto const& p) { return p.basic_unit; }));
        focus.push_back(static_cast<double>(answering[i].size()) / static_cast<double>(units + few_units));
    }
    auto const most = focus.empty() ? 0.0 : *std::max_element(focus.begin(), focus.end());
    for (auto& share : focus) share = most > 0 ? share / most : 0.0;
    return focus;
}

bool better(match::Findings const& findings, std::vector<double> const& focus, Judged const& a,
            Judged const& b) {
    auto const key = [&](Judged const& judged) {
        auto const& finding = findings.findings[judged.finding];
        bool const part = judged.verdict == Verdict::partial;
        // Neither a heading nor the act outweighs an element; they tip the scales. Where the question is what
        // to amend, a heading that speaks of little else tells the offence itself from one beside it.
        auto const headed = !part ? 0.05 * finding.headed : finding.only_headed > 0.5 ? 0.12 : 0.0;
        auto const rank =
            (part ? judged.nearness : judged.score) + headed + 0.1 * focus[finding.document.index()];
        return std::tuple(-static_cast<int>(judged.verdict), !part && judged.broader ? 1 : 0, -rank,
                          finding.quoted ? 1 : 0, finding.document, finding.unit, finding.passage,
                          finding.measure);
    };
    return key(a) < key(b);
}

}  // namespace lacuna::coverage
