// Parts of acts in another language are read as acts of their own: to a reader what is found there is of
// their act. Findings say so before they leave the room.
#pragma once

#include "match/set_text.hpp"

namespace lacuna::match {

// Puts the findings into the order of the set too.
void name_documents(SetText const& set, Findings& result);
void name_documents(SetText const& set, std::vector<NearMiss>& near_misses);

}  // namespace lacuna::match
