// Conditions of measures to flat nodes, with every name resolved.
#pragma once

#include <functional>
#include <string>
#include <unordered_map>

#include "dsl/ast.hpp"
#include "program/program.hpp"

namespace lacuna::program {

class ConditionCompiler {
  public:
    using Names = std::unordered_map<std::string, std::uint32_t>;
    // `phrase` gives the concept that stands for an inline phrase.
    using PhraseConcept = std::function<ConceptId(std::string const& text, bool exact, Span span)>;
    ConditionCompiler(Program& program, Names const& concepts, PhraseConcept phrase)
        : program_(program), concepts_(concepts), phrase_(std::move(phrase)) {}

    // Names are elements of `measure` first, where one is given (inside `needs`), then concepts. `against`:
    // as ConditionNode has it; `not` turns it round.
    [[nodiscard]] ConditionId compile(dsl::Condition const& condition, Measure const* measure = nullptr,
                                      bool against = false);

  private:
    void resolve(ConditionNode& node, dsl::Condition const& condition, Measure const* measure);
    [[nodiscard]] ConceptId concept_named(std::string const& name) const;

    Program& program_;
    Names const& concepts_;
    PhraseConcept phrase_;
};

}  // namespace lacuna::program
