// What can be said of a Document only when all of its rows stand: number and heading of each row, the roles
// of words before and after points, identifiers that the file did not give, basic units, targets of
// references. Private to the room.
#pragma once

#include <optional>

#include "akn/document.hpp"
#include "akn/eid_index.hpp"

namespace lacuna::akn {

void settle(Document& document);

// The steps of `settle`, in their order.
void set_roles(Document& document);
void set_names(Document& document);  // num and heading
// `rows`, the identifiers of all rows, is made by whoever needs it first.
void make_identifiers(Document& document, std::optional<EidIndex>& rows);
void set_units(Document& document);
void resolve_references(Document& document, std::optional<EidIndex>& rows);

}  // namespace lacuna::akn
