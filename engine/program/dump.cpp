#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "program/compile.hpp"
#include "program/program.hpp"

namespace lacuna::program {
namespace {

// Symbol -> how it is written in a rule.
[[nodiscard]] std::vector<std::string> symbol_names(Automaton const& automaton) {
    std::vector<std::string> names(automaton.symbols);
    for (auto const& [text, symbol] : automaton.stems) names[symbol] = text;
    for (auto const& [text, symbol] : automaton.spellings) names[symbol] = "'" + text + "'";
    for (auto const& [text, symbol] : automaton.prefixes) names[symbol] = text + "*";
    return names;
}

// Phrases of each group, sorted.
[[nodiscard]] std::map<GroupId, std::vector<std::string>> phrases(Automaton const& automaton) {
    auto const names = symbol_names(automaton);
    std::map<GroupId, std::vector<std::string>> all;
    std::vector<std::pair<std::uint32_t, std::string>> open{{0, ""}};
    while (!open.empty()) {
        auto const [at, text] = open.back();
        open.pop_back();
        auto const& node = automaton.nodes[at];
        for (auto row = node.output_begin; row < node.output_end; ++row)
            all[automaton.outputs[row]].push_back(text);
        for (auto row = node.edge_begin; row < node.edge_end; ++row) {
            auto const& edge = automaton.edges[row];
            open.emplace_back(edge.target,
                              text.empty() ? names[edge.symbol] : text + " " + names[edge.symbol]);
        }
    }
    for (auto& [group, texts] : all) std::sort(texts.begin(), texts.end());
    return all;
}

class PatternText {
  public:
    PatternText(Program const& program, LanguageCode const& code)
        : program_(program), code_(code), phrases_(phrases(code.automaton)) {}

    std::string of(NodeId id) const {
        auto const& node = code_.nodes[id.index()];
        auto text = body(node);
        if (node.bind != 0) text += " as " + program_.binds[node.bind - 1U];
        return text;
    }

  private:
    std::string body(PatternNode const& node) const {
        switch (node.kind) {
            case PatternNode::Kind::group: {
                auto const row = phrases_.find(GroupId(node.value));
                if (row == phrases_.end()) return "{}";
                return fmt::format("{{{}}}", fmt::join(row->second, " | "));
            }
            case PatternNode::Kind::reference:
                return program_.concepts[node.value];
            case PatternNode::Kind::number:
                return "number";
            case PatternNode::Kind::duration:
                return "duration";
            case PatternNode::Kind::money:
                return "money";
            case PatternNode::Kind::date:
                return "date";
            case PatternNode::Kind::sequence:
            case PatternNode::Kind::alternatives:
                break;
        }
        return parts(node);
    }
    std::string parts(PatternNode const& node) const {
        bool const ordered = node.kind == PatternNode::Kind::sequence;
        std::string text = "(";
        for (auto row = node.part_begin; row < node.part_end; ++row) {
            auto const& part = code_.parts[row];
            if (row > node.part_begin) text += ordered ? fmt::format(" ..{} ", part.gap) : std::string(" | ");
            text += of(part.node);
            if (part.optional) text += "?";
        }
        return text + ")";
    }

    Program const& program_;
    LanguageCode const& code_;
    std::map<GroupId, std::vector<std::string>> phrases_;
};

[[nodiscard]] std::string language_text(Program const& program, LanguageCode const& code) {
    PatternText const pattern(program, code);
    auto text = fmt::format("language {}: {} symbols, {} nodes, {} groups\n", code.language,
                            code.automaton.symbols, code.automaton.nodes.size(), code.groups);
    for (std::size_t row = 0; row < code.concepts.size(); ++row) {
        auto const& concept_code = code.concepts[row];
        if (!concept_code.pattern.valid()) continue;
        text += fmt::format("  {} = {}", program.concepts[row], pattern.of(concept_code.pattern));
        if (concept_code.but_not.valid()) text += " but not " + pattern.of(concept_code.but_not);
        text += "\n";
    }
    return text;
}

[[nodiscard]] std::string measure_text(Program const& program, MeasureId id) {
    auto const& row = program.catalogue.at(id);
    auto const& code = program.at(id);
    auto text = fmt::format("  {} : {}\n", row.name, row.kind);
    if (code.gate.valid()) text += fmt::format("    gate {}\n", program.at(code.gate).text);
    for (std::size_t at = 0; at < row.elements.size(); ++at)
        text += fmt::format("    {}{} = {}\n", row.elements[at].option ? "option " : "",
                            row.elements[at].name, program.at(code.elements[at]).text);
    if (code.needs.valid()) text += fmt::format("    needs {}\n", program.at(code.needs).text);
    for (auto const unless : code.unless) text += fmt::format("    unless {}\n", program.at(unless).text);
    return text;
}

}  // namespace

std::string dump(Program const& program) {
    std::string text;
    for (auto const& code : program.languages) text += language_text(program, code);
    for (std::size_t rank = 0; rank < program.ranks.size(); ++rank) {
        text += fmt::format("rank {}\n", rank);
        for (auto const id : program.ranks[rank]) text += measure_text(program, id);
    }
    return text;
}

}  // namespace lacuna::program
