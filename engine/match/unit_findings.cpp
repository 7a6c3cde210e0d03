#include "match/unit_findings.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace lacuna::match {
namespace {

using Scopes = UnitReader::Scopes;

Scopes const in_passage{dsl::Scope::passage};
Scopes const in_passage_or_section{dsl::Scope::passage, dsl::Scope::section};

[[nodiscard]] bool same_evidence(Finding const& a, Finding const& b) {
    for (std::size_t i = 0; i < a.elements.size(); ++i)
        if (a.elements[i].found != b.elements[i].found || a.elements[i].evidence != b.elements[i].evidence)
            return false;
    return true;
}

}  // namespace

MeasurePlacer::MeasurePlacer(SetText const& set, ActContext const& act)
    : program_(*set.program), places_(set, act) {}

MeasurePlaces MeasurePlacer::of(MeasureId measure) {
    auto const& code = program_.at(measure);
    auto needs = places_.of(measure, code.needs, in_passage);
    auto both = needs;
    if (code.gate.valid() && !both.empty()) {
        auto gate = gates_.find(code.gate);
        if (gate == gates_.end())
            gate = gates_.emplace(code.gate, places_.of(measure, code.gate, in_passage_or_section)).first;
        both.intersect(gate->second.words());
    }
    return {std::move(needs), std::move(both)};
}

MeasureReader::MeasureReader(UnitReader& reader, SetText const& set, DocumentId document, MeasureId measure,
                             MeasurePlaces const& places)
    : reader_(reader),
      program_(*set.program),
      set_(set),
      document_(document),
      measure_(measure),
      row_(set.program->catalogue.at(measure)),
      code_(set.program->at(measure)),
      act_(*set.acts[document.index()]),
      defining_(act_.defining()),
      places_(places) {}

void MeasureReader::go_to(std::uint32_t unit, std::uint32_t passage) {
    reader_.go_to(unit, passage);
    reader_.anchor_at(measure_, code_.needs);
}

bool MeasureReader::needs() {
    return reader_.holds(measure_, code_.needs, in_passage);
}

bool MeasureReader::excluded() {
    return std::any_of(code_.unless.begin(), code_.unless.end(),
                       [&](program::ConditionId id) { return reader_.holds(measure_, id, in_passage); });
}

Outcome MeasureReader::gate() {
    if (!code_.gate.valid()) return {true, Distance::passage, {}};
    return code_.gate_in_sentence ? reader_.judge(measure_, code_.gate, in_passage_or_section)
                                  : reader_.judge_shared(measure_, code_.gate, in_passage_or_section);
}

std::vector<ElementResult> MeasureReader::elements() {
    std::vector<ElementResult> results;
    for (std::size_t i = 0; i < row_.elements.size(); ++i) {
        auto const& scopes = row_.elements[i].needed ? in_passage : in_passage_or_section;
        auto outcome = reader_.judge(measure_, code_.elements[i], scopes);
        ElementResult result{ElementId(i), outcome.found, outcome.distance, std::move(outcome.evidence), {}};
        bool const option = row_.elements[i].option;
        if (!result.found && (!option || set_.options_explained))
            result.failed = reader_.why_not(measure_, code_.elements[i], scopes);
        if (!result.found && !option) {
            result.lacks = reader_.lacking(measure_, code_.elements[i], scopes);
            result.elsewhere = rules_that_supply(program_, code_.elements[i]);
        }
        results.push_back(std::move(result));
    }
    return results;
}

std::string MeasureReader::why_not() {
    if (!needs()) return "needs: " + reader_.why_not(measure_, code_.needs, in_passage);
    for (auto const id : code_.unless)
        if (reader_.holds(measure_, id, in_passage)) return "unless: " + program_.at(id).text;
    if (!code_.gate.valid()) return "gate";
    return "gate: " + reader_.why_not(measure_, code_.gate, in_passage_or_section);
}

std::uint32_t MeasureReader::strength(std::uint32_t passage, std::uint32_t than) {
    auto const possible = possible_[passage - counted_from_];
    auto const enough = only_defines(passage) ? 2 * than + 1 : than + 1;  // concepts: see weighed()
    auto const may_miss = possible > enough ? possible - enough : 0;
    return weighed(passage, reader_.count_present(code_.looked_for, may_miss));
}

std::uint32_t MeasureReader::most_strength(std::uint32_t passage) const {
    return weighed(passage, possible_[passage - counted_from_]);
}

std::uint32_t MeasureReader::most_with_needs(std::uint32_t passage) const {
    bool const may_need = places_.needs.has(passage) && !only_defines(passage);
    return most_strength(passage) + (may_need ? needs_hold : 0);
}

void MeasureReader::count_possible(std::uint32_t unit) {
    auto const& place = act_.text.text.units[unit];
    counted_from_ = place.passage_begin;
    possible_.assign(place.passage_end - place.passage_begin, 0);
    for (auto const id : code_.looked_for)
        PlaceSet::visit(act_.places.of(id), place.passage_begin, place.passage_end,
                        [&](std::uint32_t passage) { ++possible_[passage - counted_from_]; });
}

std::uint32_t MeasureReader::weighed(std::uint32_t passage, std::size_t concepts) const {
    return static_cast<std::uint32_t>(only_defines(passage) ? (concepts + 1) / 2 : concepts);
}

// Whether the passage only says what a word means, where the measure looks for a norm: that comes less near
// than a norm that says less of it.
bool MeasureReader::only_defines(std::uint32_t passage) const {
    return !code_.needs_definition && defining_.has(passage);
}

Finding MeasureReader::finding(std::uint32_t unit, std::uint32_t passage, Outcome gate) {
    auto const leaf = act_.text.text.passages[passage].leaf;
    auto const place = act_.text.text.units[unit].provision;
    auto const& provision = act_.text.document->at(leaf.valid() ? leaf : place);
    auto const headed = reader_.in_heading(code_.looked_for);
    return {measure_,
            document_,
            place,
            leaf,
            elements(),
            {ElementId(), true, gate.distance, std::move(gate.evidence), {}},
            set_.force_of(document_, leaf.valid() ? leaf : place),
            provision.quoted,
            headed.concepts,
            headed.words};
}

void MeasureReader::read(PlaceSet const& units, std::uint32_t begin, std::uint32_t end, UnitFindings& into) {
    auto const& rows = act_.text.text.units;
    auto const may_hold = places_.both.words();
    auto const last = rows[end - 1].passage_end;
    for (auto at = PlaceSet::next(may_hold, rows[begin].passage_begin, last); at != last;) {
        auto const unit = act_.text.unit_of_passage[at];
        if (units.has(unit)) read_unit(unit, into);
        at = PlaceSet::next(may_hold, rows[unit].passage_end, last);
    }
}

bool MeasureReader::needs_in(std::uint32_t unit, std::uint32_t passage) {
    if (!places_.needs.has(passage)) return false;
    go_to(unit, passage);
    return needs();
}

void MeasureReader::weigh(std::uint32_t passage, bool needed, Missed& best) {
    auto const strong =
        needed ? strength(passage) + (only_defines(passage) ? 0 : needs_hold) : most_strength(passage);
    if (strong <= best.strength) return;
    best.passage = passage;
    best.strength = strong;
    best.known = needed ? Missed::By::words : Missed::By::needs;
}

void MeasureReader::read_unit(std::uint32_t unit, UnitFindings& into) {
    auto const& place = act_.text.text.units[unit];
    auto const may_hold = places_.both.words();
    auto const first = static_cast<std::ptrdiff_t>(into.findings.size());
    for (auto passage = PlaceSet::next(may_hold, place.passage_begin, place.passage_end);
         passage != place.passage_end; passage = PlaceSet::next(may_hold, passage + 1, place.passage_end)) {
        if (!needs_in(unit, passage)) {
            into.lacking.push_back(passage);
            continue;
        }
        if (excluded()) continue;
        auto gated = gate();
        if (!gated.found) continue;
        auto found = finding(unit, passage, std::move(gated));
        bool const repeats = std::any_of(into.findings.begin() + first, into.findings.end(),
                                         [&](Finding const& other) { return same_evidence(other, found); });
        if (!repeats) into.findings.push_back(std::move(found));
    }
    if (first != static_cast<std::ptrdiff_t>(into.findings.size())) into.units.push_back(unit);
}

void MeasureReader::look_closer(Missed& missed) {
    count_possible(missed.unit);
    switch (missed.known) {
        case Missed::By::unit:
            return look_at_passages(missed);
        case Missed::By::passages:
            return look_at_needs(missed);
        default:
            return look_at_words(missed);
    }
}

void MeasureReader::look_at_passages(Missed& missed) {
    auto const& place = act_.text.text.units[missed.unit];
    missed.known = Missed::By::passages;
    missed.strength = 0;
    for (auto passage = place.passage_begin; passage < place.passage_end; ++passage) {
        auto const strong = most_with_needs(passage);
        if (strong <= missed.strength) continue;
        missed.passage = passage;
        missed.strength = strong;
    }
}

void MeasureReader::look_at_needs(Missed& missed) {
    auto const& place = act_.text.text.units[missed.unit];
    missed.known = Missed::By::needs;
    missed.strength = 0;
    for (auto passage = place.passage_begin; passage < place.passage_end; ++passage)
        if (most_with_needs(passage) > missed.strength)
            weigh(passage, needs_in(missed.unit, passage), missed);
}

void MeasureReader::look_at_words(Missed& missed) {
    auto const& place = act_.text.text.units[missed.unit];
    missed.known = Missed::By::words;
    if (missed.strength == 0) return;  // nothing of the measure may stand in it
    go_to(missed.unit, missed.passage);
    if (strength(missed.passage, missed.strength - 1) == missed.strength) return;
    missed.strength = 0;
    for (auto passage = place.passage_begin; passage < place.passage_end; ++passage) {
        if (most_strength(passage) <= missed.strength) continue;
        go_to(missed.unit, passage);
        auto const strong = strength(passage, missed.strength);
        if (strong <= missed.strength) continue;
        missed.passage = passage;
        missed.strength = strong;
    }
}

NearMiss MeasureReader::describe(Missed const& missed) {
    go_to(missed.unit, missed.passage);
    NearMiss miss{measure_,
                  document_,
                  act_.text.text.units[missed.unit].provision,
                  act_.text.text.passages[missed.passage].leaf,
                  elements(),
                  why_not(),
                  0};
    miss.found =
        static_cast<std::uint32_t>(std::count_if(miss.elements.begin(), miss.elements.end(),
                                                 [](ElementResult const& element) { return element.found; }));
    return miss;
}

}  // namespace lacuna::match
