#include "match/absence.hpp"

#include <algorithm>

namespace lacuna::match {
namespace {

using Concepts = std::vector<ConceptId>;

[[nodiscard]] bool stands_in(ActContext const& act, ConceptId id) {
    if (act.text.code == nullptr) return false;
    auto const words = act.places.of(id);
    return std::any_of(words.begin(), words.end(), [](std::uint64_t word) { return word != 0; });
}

class AbsentParts {
  public:
    AbsentParts(SetText const& set, program::MeasureCode const& code)
        : set_(set), program_(*set.program), code_(code) {}

    // Concepts without which the condition cannot hold and that stand nowhere. Of alternatives all must be
    // absent.
    [[nodiscard]] Concepts of(program::ConditionId id) const {
        using Kind = dsl::Condition::Kind;
        if (!id.valid()) return {};
        auto const& node = program_.at(id);
        if (node.is_element) return of(code_.elements[node.value]);
        switch (node.kind) {
            case Kind::name:
            case Kind::words:
            case Kind::exact:
            case Kind::defines:
                return is_absent(ConceptId(node.value)) ? Concepts{ConceptId(node.value)} : Concepts{};
            case Kind::value:
                return without_value(node.value);
            case Kind::negation:
            case Kind::measure:
            case Kind::refers_to:
                return {};
            default:
                return of_children(node);
        }
    }

  private:
    [[nodiscard]] bool is_absent(ConceptId id) const {
        return std::none_of(set_.acts.begin(), set_.acts.end(),
                            [&](auto const& act) { return stands_in(*act, id); });
    }
    // The concepts that give a value, in whatever language, where none of them stands anywhere.
    [[nodiscard]] Concepts without_value(std::uint32_t bind) const {
        if (bind == 0) return {};
        Concepts all;
        for (auto const& by_bind : set_.concepts_of_bind)
            for (auto const id : by_bind[bind - 1]) {
                if (!is_absent(id)) return {};
                if (std::find(all.begin(), all.end(), id) == all.end()) all.push_back(id);
            }
        return all;
    }
    [[nodiscard]] Concepts of_children(program::ConditionNode const& node) const {
        using Kind = dsl::Condition::Kind;
        bool const alternatives = node.kind == Kind::any || node.kind == Kind::at_least;
        Concepts all;
        for (auto row = node.child_begin; row < node.child_end; ++row) {
            auto const absent = of(program_.condition_children[row]);
            if (alternatives && absent.empty()) return {};
            for (auto const id : absent)
                if (std::find(all.begin(), all.end(), id) == all.end()) all.push_back(id);
        }
        return all;
    }

    SetText const& set_;
    program::Program const& program_;
    program::MeasureCode const& code_;
};

}  // namespace

std::vector<ConceptId> absent_concepts(SetText const& set, MeasureId measure) {
    auto const& code = set.program->at(measure);
    return AbsentParts(set, code).of(code.needs);
}

}  // namespace lacuna::match
