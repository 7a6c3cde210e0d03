#include "program/clauses.hpp"

#include <algorithm>

namespace lacuna::program {
namespace {

[[nodiscard]] Clause const& smallest(Clauses const& clauses) {
    return *std::min_element(clauses.begin(), clauses.end(),
                             [](Clause const& a, Clause const& b) { return a.size() < b.size(); });
}

class OfPatterns {
  public:
    explicit OfPatterns(LanguageCode& code) : code_(code), done_(code.concepts.size()) {}

    Clauses const& of(ConceptId id) {
        auto& concept_code = code_.concepts[id.index()];
        if (done_[id.index()]) return concept_code.clauses;
        done_[id.index()] = true;  // concepts have no cycles: dsl/check.hpp
        auto clauses = concept_code.pattern.valid() ? of(concept_code.pattern) : Clauses{{}};
        return code_.concepts[id.index()].clauses = std::move(clauses);
    }

  private:
    Clauses of(NodeId id) {
        auto const& node = code_.nodes[id.index()];
        switch (node.kind) {
            case PatternNode::Kind::group:
                return {{GroupId(node.value)}};
            case PatternNode::Kind::reference:
                return of(ConceptId(node.value));
            case PatternNode::Kind::duration:
                return {units(dsl::Quantity::Kind::duration)};
            case PatternNode::Kind::money:
                return {units(dsl::Quantity::Kind::money)};
            case PatternNode::Kind::sequence: {
                Clauses all;
                for (auto row = node.part_begin; row < node.part_end; ++row)
                    if (!code_.parts[row].optional) all = both(std::move(all), of(code_.parts[row].node));
                return all;
            }
            case PatternNode::Kind::alternatives: {
                std::vector<Clauses> branches;
                for (auto row = node.part_begin; row < node.part_end; ++row)
                    branches.push_back(of(code_.parts[row].node));
                return either(branches);
            }
            default:
                return {};
        }
    }
    Clause units(dsl::Quantity::Kind kind) const {
        Clause clause;
        for (auto const& [group, unit] : code_.units)
            if (unit.kind == kind) clause.push_back(group);
        return clause;
    }

    LanguageCode& code_;
    std::vector<bool> done_;
};

class OfConditions {
  public:
    OfConditions(Program const& program, std::size_t language, MeasureCode const& measure)
        : program_(program), code_(program.languages[language]), measure_(measure) {}

    Clauses of(ConditionId id) const {
        auto const& node = program_.at(id);
        using Kind = dsl::Condition::Kind;
        switch (node.kind) {
            case Kind::name:
                return node.is_element ? of(measure_.elements[node.value])
                                       : code_.at(ConceptId(node.value)).clauses;
            case Kind::words:
            case Kind::exact:
            case Kind::defines:
                return code_.at(ConceptId(node.value)).clauses;
            case Kind::any:
            case Kind::at_least:
                return either(of_children(node));
            case Kind::all:
            case Kind::near:
            case Kind::before:
            case Kind::with:
            case Kind::heading_has: {
                Clauses all;
                for (auto const& child : of_children(node)) all = both(std::move(all), child);
                return all;
            }
            case Kind::scoped:
                return stays_in_unit(node) ? of(program_.condition_children[node.child_begin]) : Clauses{};
            default:
                return {};
        }
    }

  private:
    std::vector<Clauses> of_children(ConditionNode const& node) const {
        std::vector<Clauses> all;
        for (auto row = node.child_begin; row < node.child_end; ++row)
            all.push_back(of(program_.condition_children[row]));
        return all;
    }
    static bool stays_in_unit(ConditionNode const& node) {
        return !node.part_headed.valid() &&
               std::all_of(node.scopes.begin(), node.scopes.end(),
                           [](dsl::Scope scope) { return scope <= dsl::Scope::section; });
    }

    Program const& program_;
    LanguageCode const& code_;
    MeasureCode const& measure_;
};

}  // namespace

Clauses both(Clauses a, Clauses const& b) {
    a.insert(a.end(), b.begin(), b.end());
    std::sort(a.begin(), a.end());
    a.erase(std::unique(a.begin(), a.end()), a.end());
    return a;
}

Clauses either(std::vector<Clauses> const& branches) {
    Clause joined;
    for (auto const& branch : branches) {
        if (branch.empty()) return {};
        auto const& clause = smallest(branch);
        joined.insert(joined.end(), clause.begin(), clause.end());
    }
    std::sort(joined.begin(), joined.end());
    joined.erase(std::unique(joined.begin(), joined.end()), joined.end());
    return {joined};
}

void find_clauses(LanguageCode& code) {
    OfPatterns finder(code);
    for (std::size_t row = 0; row < code.concepts.size(); ++row) (void)finder.of(ConceptId(row));
}

void find_clauses(Program& program) {
    for (auto& measure : program.measures) {
        measure.clauses.clear();
        for (std::size_t row = 0; row < program.languages.size(); ++row)
            measure.clauses.push_back(
                measure.needs.valid() ? OfConditions(program, row, measure).of(measure.needs) : Clauses{});
    }
}

}  // namespace lacuna::program
