// Acts of the set that another act of it repeals as a whole, in words: "The Evidence Act, 1950 is hereby
// repealed." Their provisions are no law. The lexicon says how a language repeals (concept act-repeal).
// Closed shapes only: what repeals a section, a part, or an act on a condition or to an extent is no repeal
// here.
#pragma once

#include <map>
#include <string>

#include "match/set_text.hpp"

namespace lacuna::match {

// By the act that is repealed, each once, by the first act of the set that says so in a provision in force.
// The repealed act is told by its title and, where the words name one, its year; it is never the act that
// repeals, and never one that was made after it.
[[nodiscard]] std::vector<ActRepeal> act_repeals(SetText const& set, unsigned threads);
// How often each name of an act, as key_of() gives it, stands in words that repeal it, whether the act is of
// the set or not.
[[nodiscard]] std::map<std::string, std::size_t> repealed_names(SetText const& set, unsigned threads);

}  // namespace lacuna::match
