#include "match/unit_findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace lacuna::match {
namespace {

using Scopes = UnitReader::Scopes;

Scopes const in_passage{dsl::Scope::passage};
Scopes const in_passage_or_section{dsl::Scope::passage, dsl::Scope::section};
constexpr std::uint32_t needs_hold = 1000;  // a miss by gate or `unless` is nearer than any miss of words

[[nodiscard]] bool asks_for_definition(program::Program const& program, program::ConditionId id) {
    if (!id.valid()) return false;
    auto const& node = program.at(id);
    if (node.kind == dsl::Condition::Kind::defines) return true;
    for (auto row = node.child_begin; row < node.child_end; ++row)
        if (asks_for_definition(program, program.condition_children[row])) return true;
    return false;
}

// What only says what a word means comes less near than a norm that says less of it.
[[nodiscard]] bool defines_term(ActContext const& act, std::uint32_t passage) {
    auto const segments = act.text.segments_of(act.text.text.passages[passage]);
    return std::any_of(segments.begin(), segments.end(),
                       [&](std::uint32_t segment) { return !act.definitions().defined_in(segment).empty(); });
}

class MeasureReader {
  public:
    MeasureReader(UnitReader& reader, SetText const& set, DocumentId document, MeasureId measure)
        : reader_(reader),
          program_(*set.program),
          measure_(measure),
          row_(set.program->catalogue.at(measure)),
          code_(set.program->at(measure)),
          act_(*set.acts[document.index()]) {}

    void go_to(std::uint32_t passage) {
        passage_ = passage;
        only_defines_.reset();
        reader_.go_to(passage);
        reader_.anchor_at(measure_, code_.needs);
    }
    [[nodiscard]] bool needs() { return reader_.judge(measure_, code_.needs, in_passage).found; }
    [[nodiscard]] bool excluded() {
        return std::any_of(code_.unless.begin(), code_.unless.end(), [&](program::ConditionId id) {
            return reader_.judge(measure_, id, in_passage).found;
        });
    }
    [[nodiscard]] Outcome gate() {
        if (!code_.gate.valid()) return {true, Distance::passage, {}};
        return reader_.judge(measure_, code_.gate, in_passage_or_section);
    }
    [[nodiscard]] std::vector<ElementResult> elements() {
        std::vector<ElementResult> results;
        for (std::size_t i = 0; i < row_.elements.size(); ++i) {
            auto const& scopes = row_.elements[i].needed ? in_passage : in_passage_or_section;
            auto outcome = reader_.judge(measure_, code_.elements[i], scopes);
            ElementResult result{
                ElementId(i), outcome.found, outcome.distance, std::move(outcome.evidence), {}};
            if (!result.found && !row_.elements[i].option)
                result.failed = reader_.why_not(measure_, code_.elements[i], scopes);
            results.push_back(std::move(result));
        }
        return results;
    }
    [[nodiscard]] std::string why_not() {
        if (!needs()) return "needs: " + reader_.why_not(measure_, code_.needs, in_passage);
        for (auto const id : code_.unless)
            if (reader_.judge(measure_, id, in_passage).found) return "unless: " + program_.at(id).text;
        if (!code_.gate.valid()) return "gate";
        return "gate: " + reader_.why_not(measure_, code_.gate, in_passage_or_section);
    }
    [[nodiscard]] std::uint32_t strength() { return weighed(reader_.count_present(code_.looked_for)); }
    [[nodiscard]] std::uint32_t most_strength() { return weighed(reader_.count_possible(code_.looked_for)); }
    // Whether the passage says what a word means, where the measure looks for a norm.
    // Few passages do, so that is asked first.
    [[nodiscard]] bool only_defines() {
        if (!only_defines_)
            only_defines_ = defines_term(act_, passage_) && !asks_for_definition(program_, code_.needs);
        return *only_defines_;
    }
    [[nodiscard]] double headed() {
        if (code_.looked_for.empty()) return 0;
        return static_cast<double>(reader_.count_in_heading(code_.looked_for)) /
               static_cast<double>(code_.looked_for.size());
    }

  private:
    [[nodiscard]] std::uint32_t weighed(std::size_t concepts) {
        return static_cast<std::uint32_t>(only_defines() ? (concepts + 1) / 2 : concepts);
    }

    UnitReader& reader_;
    program::Program const& program_;
    MeasureId measure_;
    program::Measure const& row_;
    program::MeasureCode const& code_;
    ActContext const& act_;
    std::uint32_t passage_ = 0;
    std::optional<bool> only_defines_;  // of the passage; unknown until asked for
};

[[nodiscard]] bool same_evidence(Finding const& a, Finding const& b) {
    for (std::size_t i = 0; i < a.elements.size(); ++i)
        if (a.elements[i].found != b.elements[i].found || a.elements[i].evidence != b.elements[i].evidence)
            return false;
    return true;
}

}  // namespace

UnitFindings read_measure(UnitReader& reader, SetText const& set, DocumentId document, std::uint32_t unit,
                          MeasureId measure) {
    auto const& act = set.acts[document.index()]->text;
    auto const& place = act.text.units[unit];
    MeasureReader evaluator(reader, set, document, measure);
    UnitFindings result;
    Missed best{measure, document, unit, 0, 0, false};
    for (auto passage = place.passage_begin; passage < place.passage_end; ++passage) {
        evaluator.go_to(passage);
        auto const needs = evaluator.needs();
        auto gate = needs && !evaluator.excluded() ? evaluator.gate() : Outcome();
        if (!gate.found) {
            auto const strength = needs ? evaluator.strength() + (evaluator.only_defines() ? 0 : needs_hold)
                                        : evaluator.most_strength();
            if (strength > best.strength) best = {measure, document, unit, passage, strength, needs};
            continue;
        }
        auto const leaf = act.text.passages[passage].leaf;
        auto const& provision = act.document->at(leaf.valid() ? leaf : place.provision);
        Finding finding{measure,
                        document,
                        place.provision,
                        leaf,
                        evaluator.elements(),
                        {ElementId(), true, gate.distance, std::move(gate.evidence), {}},
                        provision.force,
                        provision.quoted,
                        evaluator.headed()};
        bool const repeats = std::any_of(result.findings.begin(), result.findings.end(),
                                         [&](Finding const& other) { return same_evidence(other, finding); });
        if (!repeats) result.findings.push_back(std::move(finding));
    }
    if (result.findings.empty() && best.strength > 0) result.missed = best;
    return result;
}

void look_closer(SetText const& set, Missed& missed) {
    auto const& place = set.acts[missed.document.index()]->text.text.units[missed.unit];
    UnitReader reader(set, missed.document, missed.unit);
    MeasureReader evaluator(reader, set, missed.document, missed.measure);
    missed.exact = true;
    evaluator.go_to(missed.passage);
    if (evaluator.strength() == missed.strength) return;
    missed.strength = 0;
    for (auto passage = place.passage_begin; passage < place.passage_end; ++passage) {
        evaluator.go_to(passage);
        if (evaluator.most_strength() <= missed.strength) continue;
        auto const strength = evaluator.strength();
        if (strength <= missed.strength) continue;
        missed.passage = passage;
        missed.strength = strength;
    }
}

NearMiss describe_miss(SetText const& set, Missed const& missed) {
    auto const& act = set.acts[missed.document.index()]->text;
    UnitReader reader(set, missed.document, missed.unit);
    MeasureReader evaluator(reader, set, missed.document, missed.measure);
    evaluator.go_to(missed.passage);
    NearMiss miss{missed.measure,
                  missed.document,
                  act.text.units[missed.unit].provision,
                  act.text.passages[missed.passage].leaf,
                  evaluator.elements(),
                  evaluator.why_not(),
                  0};
    miss.found =
        static_cast<std::uint32_t>(std::count_if(miss.elements.begin(), miss.elements.end(),
                                                 [](ElementResult const& element) { return element.found; }));
    return miss;
}

}  // namespace lacuna::match
