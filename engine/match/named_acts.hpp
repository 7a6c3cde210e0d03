// Acts that the law names and that are not in the set: "the Extradition (Commonwealth Countries) Act". What
// was not read may hold what was not found, so a reader of gaps has to know. The lexicon says what an act is
// called (concept act-name-word) and which small words stand inside a name (concept name-joiner).
#pragma once

#include "match/set_text.hpp"

namespace lacuna::match {

// Each once, by the number of mentions, the most named first; the place is that of the first mention. Names
// that are part of the title of an act of the set, or that hold one, are left out, and those that are only
// named to be repealed.
[[nodiscard]] std::vector<NamedAct> named_acts(SetText const& set, unsigned threads);

}  // namespace lacuna::match
