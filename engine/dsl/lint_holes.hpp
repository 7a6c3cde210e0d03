// What is said in one language and not in another: a concept, how definitions are worded, a value that is
// compared. Private to dsl/.
#pragma once

#include "dsl/checks/symbols.hpp"

namespace lacuna::dsl {

// A concept that measures name and some language does not say; told once, at its first language.
void lint_hole(Concept const& one, Symbols const& symbols, LintOptions const& options, Diagnostics& found);

// Definitions and citations are read by the words that the lexicon gives; the first measure that asks for
// them is named.
void lint_reading_holes(Pack const& pack, Symbols const& symbols, LintOptions const& options,
                        Diagnostics& found);

// A value is compared that no concept of some language gives, or whose units it does not name; told once, at
// the first comparison. Not where a concept of `asked` gives the value, which lint_hole tells.
void lint_value_holes(Pack const& pack, Symbols const& symbols, LintOptions const& options,
                      std::unordered_set<std::string_view> const& asked, Diagnostics& found);

}  // namespace lacuna::dsl
