#include "program/condition_compiler.hpp"

#include <algorithm>

#include "program/describe.hpp"

namespace lacuna::program {
namespace {

using Kind = dsl::Condition::Kind;

[[nodiscard]] bool is_leaf_with_places(ConditionNode const& node) {
    return (node.kind == Kind::name && !node.is_element) || node.kind == Kind::words ||
           node.kind == Kind::exact;
}

}  // namespace

ConceptId ConditionCompiler::concept_named(std::string const& name) const {
    auto const row = concepts_.find(name);
    return row == concepts_.end() ? ConceptId() : ConceptId(row->second);
}

void ConditionCompiler::resolve(ConditionNode& node, dsl::Condition const& condition,
                                Measure const* measure) {
    switch (condition.kind) {
        case Kind::name: {
            auto const element = measure ? measure->element(condition.text) : ElementId();
            node.is_element = element.valid();
            node.value = element.valid() ? element.value : concept_named(condition.text).value;
            break;
        }
        case Kind::words:
        case Kind::exact:
            node.value = phrase_(condition.text, condition.kind == Kind::exact, condition.span).value;
            break;
        case Kind::defines:
            node.value = concept_named(condition.text).value;
            break;
        case Kind::measure:
        case Kind::refers_to:
            node.value = program_.catalogue.measure(condition.text).value;
            break;
        case Kind::value: {
            auto const& binds = program_.binds;
            auto const row = std::find(binds.begin(), binds.end(), condition.text);
            node.value = row == binds.end() ? 0 : static_cast<std::uint32_t>(row - binds.begin() + 1);
            break;
        }
        default:
            break;
    }
    if (!condition.part_headed.text.empty()) node.part_headed = concept_named(condition.part_headed.text);
}

ConditionId ConditionCompiler::compile(dsl::Condition const& condition, Measure const* measure,
                                       bool against) {
    ConditionNode node;
    node.kind = condition.kind;
    node.against = against;
    node.scopes = condition.scopes;
    node.count = condition.count;
    node.compare = condition.compare;
    node.number = condition.number;
    resolve(node, condition, measure);
    std::vector<ConditionId> children;
    for (auto const& child : condition.children)
        children.push_back(compile(child, measure, against != (node.kind == Kind::negation)));
    std::vector<std::string_view> texts;
    for (auto const id : children) texts.push_back(program_.at(id).text);
    node.text = describe(condition, texts);
    bool const spans =
        std::all_of(children.begin(), children.end(), [&](ConditionId id) { return program_.at(id).spans; });
    bool const joins = node.kind == Kind::near || node.kind == Kind::before || node.kind == Kind::with ||
                       node.kind == Kind::any;
    node.spans = is_leaf_with_places(node) || (joins && spans);
    node.child_begin = static_cast<std::uint32_t>(program_.condition_children.size());
    program_.condition_children.insert(program_.condition_children.end(), children.begin(), children.end());
    node.child_end = static_cast<std::uint32_t>(program_.condition_children.size());
    program_.conditions.push_back(std::move(node));
    return ConditionId(program_.conditions.size() - 1);
}

}  // namespace lacuna::program
