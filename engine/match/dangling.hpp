// Citations in plain words that lead nowhere, for `show --validate`.
#pragma once

#include <string>
#include <vector>

#include "akn/set.hpp"
#include "program/compile.hpp"

namespace lacuna::match {

struct Dangling {
    DocumentId document;
    std::uint32_t text_begin = 0, text_end = 0;  // the citing words, in Document::text
    std::string number;                          // that the act does not have
};

// Of every act in a language of the rules, what it cites of itself ("section 99 of this Act") and does not
// have, in the order of the text. What an act writes into another one is left out.
[[nodiscard]] std::vector<Dangling> dangling_citations(program::Program const& program,
                                                       akn::StatuteSet const& set);

}  // namespace lacuna::match
