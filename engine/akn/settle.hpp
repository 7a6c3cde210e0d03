// What can be said of a Document only when all of its rows stand: number and heading of each row, the roles
// of words before and after points, identifiers that the file did not give, basic units, targets of
// references. Private to the room.
#pragma once

#include "akn/document.hpp"

namespace lacuna::akn {

void settle(Document& document);

// The steps of `settle`, in their order.
void set_roles(Document& document);
void set_names(Document& document);  // num and heading
void make_identifiers(Document& document);
void set_units(Document& document);
void resolve_references(Document& document);

}  // namespace lacuna::akn
