// Where in an act a change of a bill goes, as cuts of the act's bytes. Private to the room.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "akn/bills/changes.hpp"
#include "akn/document.hpp"
#include "base/source.hpp"

namespace lacuna::akn::bills {

// Bytes of the bill, or markup around them that stands in neither file.
struct Piece {
    std::uint32_t begin = 0, end = 0;
    std::string markup;  // when set, this instead
};
struct Edit {
    std::uint32_t begin = 0, end = 0;  // bytes of the act that go
    std::vector<Piece> pieces;         // what comes in their place
};
struct Placed {
    std::vector<Edit> edits;
    std::vector<std::pair<std::string, std::string>>
        renames;                        // identifiers of what came in: of the bill, of the act
    std::vector<std::string> repealed;  // identifiers of provisions that are law no more
    std::string text;                   // what was done, or was to be done
    std::string why_not;                // set: nothing can be done, and this is the cause
};

// An act as it stands now: the document, its bytes, its elements.
struct Target {
    Document const& document;
    std::string_view raw;
    std::vector<Tag> const& tags;
    Source const& source;
};
[[nodiscard]] Placed place(ChangeText const& change, Target const& target);

// "/akn/xc/act/1963/18#sec_2" -> "sec_2"
[[nodiscard]] std::string fragment_of(std::string const& href);

}  // namespace lacuna::akn::bills
