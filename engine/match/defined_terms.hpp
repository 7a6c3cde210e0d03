// Terms that stand for what their definition says they are. Where an act says that “X” means a computer, a
// concept that has words for computers is found at X too. Only the noun that opens the definition counts,
// never what else is said of it: an officer is no computer because officers use one. The lexicon says where
// that noun stands and what it may be (concepts meaning-word, meaning-opener, meaning-noun, meaning-closer).
#pragma once

#include <span>
#include <vector>

#include "akn/document.hpp"
#include "program/program.hpp"

namespace lacuna::match {

struct ActText;
class Definitions;

struct Meaning {                                 // of one definition
    std::uint32_t segment = 0;                   // that it stands in
    std::uint32_t term_begin = 0, term_end = 0;  // tokens
    std::uint32_t begin = 0, end = 0;            // tokens, from the term to the end of the noun
    std::vector<ConceptId> concepts;             // that are found at the noun, sorted
    std::vector<program::GroupId> groups;        // one of each clause of the concepts, sorted
};

class DefinedTerms {
  public:
    struct Use {
        std::uint32_t begin = 0, end = 0;  // tokens
        std::uint32_t segment = 0;
        std::uint32_t meaning = 0;  // row of meanings()
    };

    DefinedTerms() = default;
    DefinedTerms(ActText const& act, Definitions const& definitions, program::KnownConcepts const& known);

    [[nodiscard]] std::vector<Meaning> const& meanings() const { return meanings_; }
    // Where terms stand that mean something, in the order of the text.
    [[nodiscard]] std::vector<Use> const& uses() const { return uses_; }
    // Those of the segment.
    [[nodiscard]] std::span<Use const> uses_in(std::uint32_t segment) const;
    // Whether some term of the act means the concept.
    [[nodiscard]] bool mean(ConceptId id) const;
    [[nodiscard]] bool mean(Use const& use, ConceptId id) const;

  private:
    void add_uses(ActText const& act, Definitions const& definitions, std::uint32_t segment,
                  std::vector<std::uint32_t> const& meaning_of);

    std::vector<Meaning> meanings_;
    std::vector<Use> uses_;
    std::vector<ConceptId> concepts_;  // of all meanings, sorted
};

}  // namespace lacuna::match
