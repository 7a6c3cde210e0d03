// What is to be added to a provision so that a condition holds: of alternatives, the one of which most is
// there.
#include <algorithm>
#include <tuple>

#include "match/unit_reader.hpp"

namespace lacuna::match {
namespace {

using Kind = dsl::Condition::Kind;

// The concepts of which one is enough; none where it takes more than a concept.
[[nodiscard]] std::vector<ConceptId> any_of(program::Program const& program, program::ConditionId id) {
    auto const& node = program.at(id);
    switch (node.kind) {
        case Kind::name:
        case Kind::words:
        case Kind::exact:
            return node.is_element ? std::vector<ConceptId>() : std::vector{ConceptId(node.value)};
        case Kind::scoped:
            return node.part_headed.valid() ? std::vector<ConceptId>()
                                            : any_of(program, program.condition_children[node.child_begin]);
        case Kind::any: {
            std::vector<ConceptId> all;
            for (auto row = node.child_begin; row < node.child_end; ++row) {
                auto const some = any_of(program, program.condition_children[row]);
                if (some.empty()) return {};
                all.insert(all.end(), some.begin(), some.end());
            }
            return all;
        }
        default:
            return {};
    }
}

}  // namespace

void UnitReader::Rest::add(Rest const& other) {
    there += other.there;
    missing += other.missing;
    unnamed += other.unnamed;
    for (auto const& lack : other.lacks)
        if (std::find(lacks.begin(), lacks.end(), lack) == lacks.end()) lacks.push_back(lack);
}

// An alternative of which more than half is there, by the share that is missing; of the others the one that
// is written first, unless no concept names what it lacks.
bool UnitReader::Rest::nearer_than(Rest const& other) const {
    auto const near = [](Rest const& rest) { return rest.there > rest.missing; };
    if (near(*this) != near(other)) return near(*this);
    auto const mine = near(*this) ? missing * (other.missing + other.there) : 0;
    auto const theirs = near(*this) ? other.missing * (missing + there) : 0;
    return std::tuple(mine, unnamed) < std::tuple(theirs, other.unnamed);
}

std::vector<Lack> UnitReader::lacking(MeasureId measure, program::ConditionId id, Scopes const& scopes) {
    Quiet const quiet(*this);
    return rest_of(measure, id, scopes).lacks;
}

UnitReader::Rest UnitReader::rest_of(MeasureId measure, program::ConditionId id, Scopes const& scopes) {
    auto const& node = program_.at(id);
    if (node.is_element) return rest_of(measure, program_.at(measure).elements[node.value], scopes);
    // What is absent as it should be is nothing that the law says.
    if (holds_here(measure, id, scopes)) return {node.kind == Kind::negation ? 0U : 1U, 0, 0, {}};
    switch (node.kind) {
        case Kind::scoped:
            if (node.part_headed.valid()) break;
            return rest_of(measure, program_.condition_children[node.child_begin], node.scopes);
        case Kind::all:
            return rest_of_children(measure, node, scopes);
        case Kind::any:
            if (!node.spans) return rest_of_children(measure, node, scopes);
            break;
        case Kind::at_least:
            return rest_of_count(measure, node, scopes);
        case Kind::near:
        case Kind::before:
        case Kind::with:
            return rest_of_near(node, scopes);
        default:
            break;
    }
    auto concepts = any_of(program_, id);
    if (concepts.empty()) return {0, 1, 1, {}};
    return {0, 1, 0, {Lack{std::move(concepts), 1}}};
}

UnitReader::Rest UnitReader::rest_of_children(MeasureId measure, program::ConditionNode const& node,
                                              Scopes const& scopes) {
    Rest rest;
    for (auto row = node.child_begin; row < node.child_end; ++row) {
        auto part = rest_of(measure, program_.condition_children[row], scopes);
        if (node.kind == Kind::all)
            rest.add(part);
        else if (row == node.child_begin || part.nearer_than(rest))
            rest = std::move(part);
    }
    return rest;
}

UnitReader::Rest UnitReader::rest_of_count(MeasureId measure, program::ConditionNode const& node,
                                           Scopes const& scopes) {
    Rest rest;
    Lack lack;
    for (auto row = node.child_begin; row < node.child_end; ++row) {
        auto const child = program_.condition_children[row];
        if (holds_here(measure, child, scopes)) {
            ++rest.there;
            continue;
        }
        auto const concepts = any_of(program_, child);
        if (concepts.empty()) rest.unnamed = 1;
        lack.concepts.insert(lack.concepts.end(), concepts.begin(), concepts.end());
    }
    lack.count = rest.missing = node.count - rest.there;
    if (rest.unnamed == 0) rest.lacks.push_back(std::move(lack));
    return rest;
}

// What is nowhere in the scopes; that what is there stands apart no concept can name.
UnitReader::Rest UnitReader::rest_of_near(program::ConditionNode const& node, Scopes const& scopes) {
    Rest rest;
    for (auto row = node.child_begin; row < node.child_end; ++row) {
        auto const child = program_.condition_children[row];
        if (search(child, scopes).found) {
            ++rest.there;
            continue;
        }
        ++rest.missing;
        if (auto concepts = any_of(program_, child); !concepts.empty())
            rest.lacks.push_back({std::move(concepts), 1});
        else
            ++rest.unnamed;
    }
    if (rest.missing == 0) rest.missing = rest.unnamed = 1;
    return rest;
}

std::vector<MeasureId> rules_that_supply(program::Program const& program, program::ConditionId id) {
    auto const& node = program.at(id);
    if (node.kind == Kind::measure) return {MeasureId(node.value)};
    if (node.kind != Kind::any || node.spans) return {};
    std::vector<MeasureId> all;
    for (auto row = node.child_begin; row < node.child_end; ++row)
        for (auto const measure : rules_that_supply(program, program.condition_children[row]))
            all.push_back(measure);
    return all;
}

}  // namespace lacuna::match
