// Words that a bill puts into a provision, takes out of it, or changes for others. Private to the room.
#pragma once

#include "akn/bills/place.hpp"

namespace lacuna::akn::bills {

struct WordChange {
    ChangeText const& change;
    Target const& target;
    std::size_t tag = 0;    // the element that is named; out of range when it is none
    ProvisionId provision;  // the row that is named; invalid when it is an element below one
};
// Adds the cuts, and says in `done.text` what is done. Gives the cause when nothing can be.
[[nodiscard]] std::string change_words(WordChange const& words, Placed& done);

}  // namespace lacuna::akn::bills
