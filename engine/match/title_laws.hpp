// What the title of an act says of the law in it: "Extradition Act" is a law on extradition. The rules say
// which concepts are looked for in titles (`usually in` of an article).
#pragma once

#include "match/evaluate.hpp"
#include "match/set_text.hpp"

namespace lacuna::match {

// Of acts that were read, that are named, and that could not be given; the last in any language of the set,
// since nothing says which is theirs. The languages of the acts and the named acts must be known.
void read_titles(SetText const& set, EvaluateOptions const& options, Findings& into);

}  // namespace lacuna::match
