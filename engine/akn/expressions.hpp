// Several files of one set: which of the expressions of one work is read, and which act of the set a
// reference points to. Private to the room.
#pragma once

#include <string>
#include <vector>

#include "akn/document.hpp"
#include "base/diagnostic.hpp"

namespace lacuna::akn {

struct ExpressionChoice {
    std::vector<bool> keep;  // by document; absent documents are kept
};

// Expressions belong together when they are of the same work, the same part of it and the same languages, and
// have dates. `as_of` empty: the latest. A note says of each that is set aside which one stands for it.
[[nodiscard]] ExpressionChoice choose_expressions(std::vector<Document const*> const& documents,
                                                  std::string const& as_of, Diagnostics& diagnostics);

// Gives references to other acts of the set their document and, where it has the identifier, their target.
void resolve_across(std::vector<Document>& documents);

// What stands before the '#' of a reference, without the names of a part and of an expression.
[[nodiscard]] std::string_view work_of(std::string_view href);

}  // namespace lacuna::akn
