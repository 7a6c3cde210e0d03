// What stands in an act and is no norm: the furniture of a web page (menus, addresses, licences) that a
// converter took for the law, examples that explain a norm ("Illustrations"), and the heading of the next
// chapter where it ran on to the section before it. The lexicon says what each sounds like.
#pragma once

#include "match/act_text.hpp"

namespace lacuna::match {

// Takes the phrases out of each such stretch, so that nothing is found in it, and notes it in
// ActText::set_aside. The text itself stays.
void set_aside(ActText& act, program::KnownConcepts const& known);

}  // namespace lacuna::match
