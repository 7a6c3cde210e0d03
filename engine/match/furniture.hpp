// Blocks that hold the furniture of a web page (menus, addresses, licences) where a converter took the page
// for the law. The lexicon says what furniture sounds like (concept page-furniture).
#pragma once

#include "match/act_text.hpp"

namespace lacuna::match {

// Takes the phrases out of each block with several words of furniture, so that nothing is found in it, and
// notes the block in ActText::set_aside. The text itself stays.
void set_aside_furniture(ActText& act, ConceptId furniture);

}  // namespace lacuna::match
