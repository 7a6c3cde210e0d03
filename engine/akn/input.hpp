// From the bytes of a file to text that an XML parser may be trusted with: the encoding found and converted
// to UTF-8, and everything refused that the parser would let through: bytes that are no text, characters that
// XML does not know, entities that nobody defined. Private to the room.
#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"

namespace lacuna::akn {

struct InputFacts {
    bool ascii = false;    // no byte above 0x7F
    bool doctype = false;  // a document type declaration stands before the root
};

// Makes the source's bytes UTF-8 (converting them when they are UTF-16 or Latin-1) and checks them. False,
// with the cause in `diagnostics`, when they cannot be XML.
[[nodiscard]] bool prepare_input(Source& source, SourceId id, Diagnostics& diagnostics, InputFacts& facts);

// Whether each '&' begins an entity that XML knows. Needs to be asked only where there is one.
[[nodiscard]] bool check_entities(std::string_view text, SourceId id, InputFacts const& facts,
                                  Diagnostics& diagnostics);

}  // namespace lacuna::akn
