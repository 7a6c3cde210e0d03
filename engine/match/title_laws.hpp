// What the title of an act says of the law in it: "Extradition Act" is a law on extradition. The rules say
// which concepts are looked for in titles (`usually in` of an article).
#pragma once

#include <string>
#include <vector>

#include "match/prepare.hpp"

namespace lacuna::match {

class TitleLaws {
  public:
    explicit TitleLaws(program::Program const& program) : program_(program), preparer_(program) {}
    // Concepts of Catalogue::laws that stand in the title, sorted; `language` is a code that a lexicon
    // speaks, else there are none.
    [[nodiscard]] std::vector<ConceptId> of(std::string const& title, std::string const& language);

  private:
    program::Program const& program_;
    Preparer preparer_;
};

// Of acts that were read, that are named, and that could not be given; the last in any language of the set,
// since nothing says which is theirs. The languages of the acts and the named acts must be known.
void read_titles(SetText const& set, EvaluateOptions const& options, Findings& into);

}  // namespace lacuna::match
