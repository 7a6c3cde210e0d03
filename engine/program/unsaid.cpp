#include "program/unsaid.hpp"

#include <algorithm>

namespace lacuna::program {
namespace {

class Speaker {
  public:
    Speaker(Program const& program, LanguageCode const& code)
        : program_(program), code_(code), values_(program.binds.size() + 1), of_(program.measures.size()) {
        for (auto const& one : code.concepts)
            if (one.pattern.valid() && matches(one)) find_values(one.pattern);
        for (auto const& rank : program.ranks)  // a measure after those that it asks for
            for (auto const id : rank) note(id);
    }
    [[nodiscard]] std::vector<Unsaid> take() { return std::move(of_); }

  private:
    void note(MeasureId id) {
        measure_ = &program_.at(id);
        auto const& code = *measure_;
        auto& unsaid = of_[id.index()];
        unsaid.measure = !says(code.gate) || !says(code.needs);
        unsaid.exclusion = !can_exclude(code.gate, false) || !can_exclude(code.needs, false) ||
                           std::any_of(code.unless.begin(), code.unless.end(),
                                       [&](ConditionId one) { return !can_exclude(one, true); });
        for (auto const element : code.elements) unsaid.elements.push_back(!says(element));
    }

    // Whether words of the language can fulfil the condition; what has no condition is always fulfilled.
    [[nodiscard]] bool says(ConditionId id) const {
        using Kind = dsl::Condition::Kind;
        if (!id.valid()) return true;
        auto const& node = program_.at(id);
        switch (node.kind) {
            case Kind::name:
                return node.is_element ? says(measure_->elements[node.value]) : says(ConceptId(node.value));
            case Kind::words:
            case Kind::exact:
                return says(ConceptId(node.value));
            case Kind::defines:
                return says(ConceptId(node.value)) && code_.knows(program_.known.term_definition);
            case Kind::any:
                return said_children(node) > 0;
            case Kind::at_least:
                return said_children(node) >= node.count;
            case Kind::scoped:
                return (!node.part_headed.valid() || says(node.part_headed)) && said_children(node) > 0;
            case Kind::measure:
            case Kind::refers_to:
                return !of_[node.value].measure;
            case Kind::value:
                return values_[node.value];
            case Kind::negation:
                return true;
            default:
                return said_children(node) == node.child_end - node.child_begin;
        }
    }

    // Whether everything that would exclude a finding has words: what stands under `not`, and with `excludes`
    // all of it.
    [[nodiscard]] bool can_exclude(ConditionId id, bool excludes) const {
        if (!id.valid()) return true;
        auto const& node = program_.at(id);
        if (node.is_element) return can_exclude(measure_->elements[node.value], excludes);
        if (node.child_begin == node.child_end) return !excludes || says(id);
        auto const begin = program_.condition_children.begin() + node.child_begin;
        auto const end = program_.condition_children.begin() + node.child_end;
        bool const inside = excludes || node.kind == dsl::Condition::Kind::negation;
        return std::all_of(begin, end, [&](ConditionId child) { return can_exclude(child, inside); });
    }

    [[nodiscard]] bool says(ConceptId id) const { return code_.knows(id) && matches(code_.at(id)); }
    [[nodiscard]] static bool matches(ConceptCode const& code) {
        return std::none_of(code.clauses.begin(), code.clauses.end(),
                            [](Clause const& one) { return one.empty(); });
    }
    // Notes the values that a pattern gives; true where words of the language can fulfil it.
    bool find_values(NodeId id) {
        using Kind = PatternNode::Kind;
        auto const& node = code_.nodes[id.index()];
        bool said = node.kind != Kind::alternatives;
        if (node.kind == Kind::duration) said = has_units(dsl::Quantity::Kind::duration);
        if (node.kind == Kind::money) said = has_units(dsl::Quantity::Kind::money);
        if (node.kind == Kind::reference) said = says(ConceptId(node.value));
        for (auto row = node.part_begin; row < node.part_end; ++row) {
            bool const part = find_values(code_.parts[row].node) || code_.parts[row].optional;
            said = node.kind == Kind::alternatives ? said || part : said && part;
        }
        if (said) values_[node.bind] = true;
        return said;
    }
    [[nodiscard]] bool has_units(dsl::Quantity::Kind kind) const {
        return std::any_of(code_.units.begin(), code_.units.end(),
                           [&](auto const& unit) { return unit.second.kind == kind; });
    }
    [[nodiscard]] std::uint32_t said_children(ConditionNode const& node) const {
        auto const begin = program_.condition_children.begin() + node.child_begin;
        auto const end = program_.condition_children.begin() + node.child_end;
        return static_cast<std::uint32_t>(
            std::count_if(begin, end, [&](ConditionId child) { return says(child); }));
    }

    Program const& program_;
    LanguageCode const& code_;
    MeasureCode const* measure_ = nullptr;  // that is looked at
    std::vector<bool> values_;              // by name of a value: whether a pattern binds it; 0 is none
    std::vector<Unsaid> of_;                // by measure
};

}  // namespace

std::vector<Unsaid> find_unsaid(Program const& program, LanguageCode const& code) {
    return Speaker(program, code).take();
}

void add_unsaid(std::string const& language, std::vector<Unsaid> const& unsaid, Catalogue& catalogue) {
    for (std::size_t row = 0; row < unsaid.size(); ++row) {
        auto& measure = catalogue.measures[row];
        if (unsaid[row].measure) measure.unsaid.push_back(language);
        if (unsaid[row].exclusion) measure.unexcluded.push_back(language);
        for (std::size_t at = 0; at < measure.elements.size(); ++at)
            if (unsaid[row].elements[at]) measure.elements[at].unsaid.push_back(language);
    }
}

}  // namespace lacuna::program
