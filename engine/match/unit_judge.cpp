// The logic of conditions: and, or, not, n of, scopes, headings, definitions, references, other measures.
#include <fmt/format.h>

#include <algorithm>

#include "match/unit_reader.hpp"

namespace lacuna::match {
namespace {

using Kind = dsl::Condition::Kind;

void add_evidence(Outcome& to, Outcome const& from) {
    to.evidence.insert(to.evidence.end(), from.evidence.begin(), from.evidence.end());
    to.distance = std::max(to.distance, from.distance);
}

}  // namespace

Outcome UnitReader::judge(MeasureId measure, program::ConditionId id, Scopes const& scopes) {
    auto const& node = program_.at(id);
    if (node.is_element) return judge(measure, program_.at(measure).elements[node.value], scopes);
    if (node.spans || node.kind == Kind::value) return search(id, scopes);
    switch (node.kind) {
        case Kind::scoped: {
            auto const child = program_.condition_children[node.child_begin];
            if (!node.part_headed.valid()) return judge(measure, child, node.scopes);
            auto outcome = node.scopes.empty() ? Outcome() : judge(measure, child, node.scopes);
            return outcome.found ? outcome : search_part_headed(child, node.part_headed);
        }
        case Kind::measure:
            return found_in_set(MeasureId(node.value));
        case Kind::heading_has:
            return heading_has(node);
        case Kind::defines:
            return defines(node);
        case Kind::refers_to:
            return refers_to(MeasureId(node.value));
        default:
            return judge_children(measure, node, scopes);
    }
}

bool UnitReader::holds_here(MeasureId measure, program::ConditionId id, Scopes const& scopes) {
    auto const& node = program_.at(id);
    if (node.is_element) return holds_here(measure, program_.at(measure).elements[node.value], scopes);
    if (!node.spans) {
        switch (node.kind) {
            case Kind::scoped:
                if (node.part_headed.valid()) break;
                return holds_here(measure, program_.condition_children[node.child_begin], node.scopes);
            case Kind::negation:
                return !holds_here(measure, program_.condition_children[node.child_begin], scopes);
            case Kind::all:
            case Kind::any:
            case Kind::at_least:
                return children_hold(measure, node, scopes);
            default:
                break;
        }
    }
    return judge(measure, id, scopes).found;
}

bool UnitReader::children_hold(MeasureId measure, program::ConditionNode const& node, Scopes const& scopes) {
    auto const children = node.child_end - node.child_begin;
    auto const wanted = node.kind == Kind::any ? 1U : node.kind == Kind::at_least ? node.count : children;
    std::uint32_t holding = 0;
    for (auto row = node.child_begin; row < node.child_end && holding < wanted; ++row) {
        bool const holds = holds_here(measure, program_.condition_children[row], scopes);
        if (holds) ++holding;
        if (!holds && node.kind == Kind::all) return false;
    }
    return holding >= wanted;
}

Outcome UnitReader::judge_children(MeasureId measure, program::ConditionNode const& node,
                                   Scopes const& scopes) {
    Outcome all;
    all.distance = Distance::sentence;
    Outcome nearest;
    std::size_t holding = 0;
    auto const children = node.child_end - node.child_begin;
    for (auto row = node.child_begin; row < node.child_end; ++row) {
        auto outcome = judge(measure, program_.condition_children[row], scopes);
        if (node.kind == Kind::negation) return {!outcome.found, Distance::passage, {}};
        if (node.kind == Kind::any) {
            bool const nearer = outcome.found && (!nearest.found || outcome.distance < nearest.distance);
            if (nearer) nearest = std::move(outcome);
            if (nearest.found && nearest.distance <= Distance::passage) break;
            continue;
        }
        if (outcome.found) {
            ++holding;
            add_evidence(all, outcome);
        } else if (node.kind != Kind::at_least) {
            return {};
        }
    }
    if (node.kind == Kind::any) return nearest;
    all.found = holding >= (node.kind == Kind::at_least ? node.count : children);
    return all.found ? all : Outcome();
}

Outcome UnitReader::found_in_set(MeasureId measure) const {
    auto const& found = set_.found[measure.index()];
    if (found.empty()) return {};
    Outcome outcome{true, Distance::set, {}};
    for (auto const& element : found.front().elements) {
        if (!element.found || element.evidence.empty()) continue;
        outcome.evidence = element.evidence;
        break;
    }
    for (auto& evidence : outcome.evidence) {
        evidence.distance = Distance::set;
        evidence.via = measure;
    }
    return outcome;
}

Outcome UnitReader::heading_has(program::ConditionNode const& node) {
    auto const heading = act_.text.text.units[unit_].heading;
    if (heading == text::Segment::none) return {};
    View view(act_.places, act_.places.heading_of(unit_));
    auto const child = program_.condition_children[node.child_begin];
    auto const hits = find_spans(program_, child, view);
    if (hits.empty()) return {};
    Outcome outcome{true, Distance::section, {}};
    view.append_evidence(hits.front(), Distance::section, node.text, outcome.evidence);
    return outcome;
}

Outcome UnitReader::defines(program::ConditionNode const& node) {
    auto const& definitions = act_.definitions();
    auto& view = view_of(passage_);
    for (auto const segment : act_.text.segments_of(act_.text.text.passages[passage_])) {
        for (auto const row : definitions.defined_in(segment)) {
            auto const begin = view.position_of(definitions.all()[row].term_begin);
            auto const end = view.position_of(definitions.all()[row].term_end - 1) + 1;
            for (auto const& hit : view.concept_hits(ConceptId(node.value))) {
                if (hit.begin >= end || hit.end <= begin) continue;
                Outcome outcome{true, Distance::passage, {}};
                view.append_evidence({begin, end, 0, 0}, Distance::passage, node.text, outcome.evidence);
                return outcome;
            }
        }
    }
    return {};
}

Outcome UnitReader::refers_to(MeasureId measure) {
    auto const& citations = act_.citations();
    auto const segments = act_.text.segments_of(act_.text.text.passages[passage_]);
    if (set_.found[measure.index()].empty()) return {};
    for (auto const row : citations.in(segments)) {
        auto const& citation = citations.all()[row];
        for (auto const& finding : set_.found[measure.index()]) {
            bool const cited =
                finding.document == act_id_ &&
                std::any_of(citation.units.begin(), citation.units.end(), [&](std::uint32_t unit) {
                    return act_.text.text.units[unit].provision == finding.unit;
                });
            if (!cited) continue;
            Outcome outcome{true, Distance::reference, {}};
            auto& view = view_of(passage_);
            Hit const hit{view.position_of(citation.token_begin),
                          view.position_of(citation.token_end - 1) + 1, 0, 0};
            view.append_evidence(hit, Distance::reference,
                                 fmt::format("refers to {}", program_.catalogue.at(measure).name),
                                 outcome.evidence);
            return outcome;
        }
    }
    return {};
}

}  // namespace lacuna::match
