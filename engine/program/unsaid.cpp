#include "program/unsaid.hpp"

#include <algorithm>

namespace lacuna::program {
namespace {

class Speaker {
  public:
    Speaker(Program const& program, LanguageCode const& code, MeasureCode const& measure)
        : program_(program), code_(code), measure_(measure) {}

    // Whether words of the language can fulfil the condition; what has no condition is always fulfilled.
    [[nodiscard]] bool says(ConditionId id) const {
        using Kind = dsl::Condition::Kind;
        if (!id.valid()) return true;
        auto const& node = program_.at(id);
        switch (node.kind) {
            case Kind::name:
                return node.is_element ? says(measure_.elements[node.value]) : says(ConceptId(node.value));
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
                return says(program_.catalogue.at(MeasureId(node.value)));
            case Kind::value:
                return std::any_of(code_.nodes.begin(), code_.nodes.end(),
                                   [&](PatternNode const& one) { return one.bind == node.value; });
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
        if (node.is_element) return can_exclude(measure_.elements[node.value], excludes);
        if (node.child_begin == node.child_end) return !excludes || says(id);
        auto const begin = program_.condition_children.begin() + node.child_begin;
        auto const end = program_.condition_children.begin() + node.child_end;
        bool const inside = excludes || node.kind == dsl::Condition::Kind::negation;
        return std::all_of(begin, end, [&](ConditionId child) { return can_exclude(child, inside); });
    }

  private:
    [[nodiscard]] bool says(ConceptId id) const {
        auto const& clauses = code_.at(id).clauses;
        return code_.knows(id) &&
               std::none_of(clauses.begin(), clauses.end(), [](Clause const& one) { return one.empty(); });
    }
    [[nodiscard]] bool says(Measure const& measure) const {
        return std::find(measure.unsaid.begin(), measure.unsaid.end(), code_.language) ==
               measure.unsaid.end();
    }
    [[nodiscard]] std::uint32_t said_children(ConditionNode const& node) const {
        auto const begin = program_.condition_children.begin() + node.child_begin;
        auto const end = program_.condition_children.begin() + node.child_end;
        return static_cast<std::uint32_t>(
            std::count_if(begin, end, [&](ConditionId child) { return says(child); }));
    }

    Program const& program_;
    LanguageCode const& code_;
    MeasureCode const& measure_;
};

void note(Speaker const& speaker, std::string const& language, MeasureCode const& code, Measure& row) {
    if (!speaker.says(code.gate) || !speaker.says(code.needs)) row.unsaid.push_back(language);
    bool const excluded = speaker.can_exclude(code.gate, false) && speaker.can_exclude(code.needs, false) &&
                          std::all_of(code.unless.begin(), code.unless.end(),
                                      [&](ConditionId id) { return speaker.can_exclude(id, true); });
    if (!excluded) row.unexcluded.push_back(language);
    for (std::size_t at = 0; at < row.elements.size(); ++at)
        if (!speaker.says(code.elements[at])) row.elements[at].unsaid.push_back(language);
}

}  // namespace

void find_unsaid(Program& program) {
    for (auto const& rank : program.ranks)  // a measure after those that it asks for
        for (auto const id : rank)
            for (auto const& language : program.languages) {
                auto const& code = program.at(id);
                note(Speaker(program, language, code), language.language, code,
                     program.catalogue.measures[id.index()]);
            }
}

}  // namespace lacuna::program
