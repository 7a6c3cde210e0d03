#include "program/clauses.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/sort_unique.hpp"

namespace lacuna::program {
namespace {

// One of several must hold: of each, the smallest clause is taken.
class Either {
  public:
    void add(GroupId group) { joined_.push_back(group); }
    void add(Clauses const& branch) {
        unknown_ = unknown_ || branch.empty();
        if (unknown_) return;
        auto const smallest =
            std::min_element(branch.begin(), branch.end(),
                             [](Clause const& a, Clause const& b) { return a.size() < b.size(); });
        joined_.insert(joined_.end(), smallest->begin(), smallest->end());
    }
    [[nodiscard]] Clauses clauses() {
        if (unknown_) return {};
        sort_unique(joined_);
        return {std::move(joined_)};
    }

  private:
    Clause joined_;
    bool unknown_ = false;  // one of them can hold anywhere
};

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
            case PatternNode::Kind::sequence:
                return of_sequence(node);
            case PatternNode::Kind::alternatives:
                return of_alternatives(node);
            default:
                return {};
        }
    }
    Clauses of_sequence(PatternNode const& node) {
        Clauses all;
        for (auto row = node.part_begin; row < node.part_end; ++row) {
            if (code_.parts[row].optional) continue;
            auto part = of(code_.parts[row].node);
            std::move(part.begin(), part.end(), std::back_inserter(all));
        }
        sort_unique(all);
        return all;
    }
    Clauses of_alternatives(PatternNode const& node) {
        Either branches;
        for (auto row = node.part_begin; row < node.part_end; ++row) {
            auto const& part = code_.nodes[code_.parts[row].node.index()];
            if (part.kind == PatternNode::Kind::group)
                branches.add(GroupId(part.value));
            else if (part.kind == PatternNode::Kind::reference)
                branches.add(of(ConceptId(part.value)));
            else
                branches.add(of(code_.parts[row].node));
        }
        return branches.clauses();
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
            case Kind::at_least: {
                Either branches;
                for (auto row = node.child_begin; row < node.child_end; ++row)
                    branches.add(of(program_.condition_children[row]));
                return branches.clauses();
            }
            case Kind::all:
            case Kind::near:
            case Kind::before:
            case Kind::with:
            case Kind::heading_has: {
                Clauses all;
                for (auto row = node.child_begin; row < node.child_end; ++row) {
                    auto child = of(program_.condition_children[row]);
                    std::move(child.begin(), child.end(), std::back_inserter(all));
                }
                sort_unique(all);
                return all;
            }
            case Kind::scoped:
                return stays_in_unit(node) ? of(program_.condition_children[node.child_begin]) : Clauses{};
            default:
                return {};
        }
    }

  private:
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

void find_clauses(LanguageCode& code) {
    OfPatterns finder(code);
    for (std::size_t row = 0; row < code.concepts.size(); ++row) (void)finder.of(ConceptId(row));
}

void find_clauses(Program& program, std::size_t language) {
    for (auto& measure : program.measures)
        if (measure.needs.valid())
            measure.clauses[language] = OfConditions(program, language, measure).of(measure.needs);
}

}  // namespace lacuna::program
