#include <fmt/format.h>

#include <algorithm>

#include "program/program.hpp"

namespace lacuna::program {
namespace {

[[nodiscard]] bool is_range(std::uint32_t begin, std::uint32_t end, std::size_t size) {
    return begin <= end && end <= size;
}

[[nodiscard]] std::string wrong_automaton(Automaton const& automaton, std::uint32_t groups) {
    if (automaton.nodes.empty()) return "automaton without a root";
    for (auto const& node : automaton.nodes) {
        if (!is_range(node.edge_begin, node.edge_end, automaton.edges.size())) return "edges of a node";
        if (!is_range(node.output_begin, node.output_end, automaton.outputs.size()))
            return "outputs of a node";
    }
    for (auto const& edge : automaton.edges)
        if (edge.target >= automaton.nodes.size() || edge.symbol >= automaton.symbols) return "edge";
    for (auto const group : automaton.outputs)
        if (group.value >= groups) return "output";
    return {};
}

[[nodiscard]] std::string wrong_patterns(LanguageCode const& code, std::size_t concepts) {
    for (auto const& node : code.nodes) {
        if (!is_range(node.part_begin, node.part_end, code.parts.size())) return "parts of a pattern";
        if (node.kind == PatternNode::Kind::group && node.value >= code.groups) return "group of a pattern";
        if (node.kind == PatternNode::Kind::reference && node.value >= concepts)
            return "concept of a pattern";
    }
    for (auto const& part : code.parts)
        if (part.node.index() >= code.nodes.size()) return "part of a pattern";
    if (code.concepts.size() != concepts) return "number of concepts";
    for (auto const& row : code.concepts) {
        if (row.pattern.valid() && row.pattern.index() >= code.nodes.size()) return "pattern of a concept";
        if (row.but_not.valid() && row.but_not.index() >= code.nodes.size()) return "exclusion of a concept";
    }
    return {};
}

[[nodiscard]] std::string wrong_condition(Program const& program, ConditionNode const& node) {
    using Kind = dsl::Condition::Kind;
    if (!is_range(node.child_begin, node.child_end, program.condition_children.size())) return "children";
    bool const names_concept = (node.kind == Kind::name && !node.is_element) || node.kind == Kind::words ||
                               node.kind == Kind::exact || node.kind == Kind::defines;
    if (names_concept && node.value >= program.concepts.size()) return "concept";
    bool const names_measure = node.kind == Kind::measure || node.kind == Kind::refers_to;
    if (names_measure && node.value >= program.measures.size()) return "measure";
    if (node.kind == Kind::value && node.value > program.binds.size()) return "value";
    return {};
}

[[nodiscard]] std::string wrong_measure(Program const& program, std::size_t row) {
    auto const& code = program.measures[row];
    auto const good = [&](ConditionId id) { return !id.valid() || id.index() < program.conditions.size(); };
    if (!good(code.gate) || !good(code.needs)) return "gate or needs";
    for (auto const id : code.unless)
        if (!good(id)) return "unless";
    for (auto const id : code.elements)
        if (!id.valid() || !good(id)) return "element";
    if (code.elements.size() != program.catalogue.measures[row].elements.size()) return "number of elements";
    if (code.clauses.size() != program.languages.size()) return "clauses";
    return {};
}

}  // namespace

std::string verify(Program const& program) {
    for (auto const& code : program.languages) {
        if (auto const wrong = wrong_automaton(code.automaton, code.groups); !wrong.empty())
            return fmt::format("{}: {}", code.language, wrong);
        if (auto const wrong = wrong_patterns(code, program.concepts.size()); !wrong.empty())
            return fmt::format("{}: {}", code.language, wrong);
    }
    for (auto const id : program.condition_children)
        if (id.index() >= program.conditions.size()) return "child of a condition";
    for (auto const& node : program.conditions)
        if (auto const wrong = wrong_condition(program, node); !wrong.empty())
            return fmt::format("condition '{}': {}", node.text, wrong);
    if (program.measures.size() != program.catalogue.measures.size()) return "number of measures";
    for (std::size_t row = 0; row < program.measures.size(); ++row)
        if (auto const wrong = wrong_measure(program, row); !wrong.empty())
            return fmt::format("measure {}: {}", program.catalogue.measures[row].name, wrong);
    return {};
}

}  // namespace lacuna::program
