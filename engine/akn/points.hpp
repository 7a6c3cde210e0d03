// Points that a converter left as plain text inside a paragraph, "(1) … (a) … (i) …", made into rows of their
// own, so that each can be read as one norm. Private to the room.
#pragma once

#include <cstdint>
#include <vector>

#include "akn/document.hpp"
#include "akn/numbering.hpp"

namespace lacuna::akn {

// A place where a point begins in a block.
struct Cut {
    std::uint32_t offset = 0;  // in the text
    std::uint32_t length = 0;  // of the marker
    std::uint32_t depth = 0;   // 0: below the row that holds the block
    Counting counting = Counting::digits;
    bool opens = false;
};

}  // namespace lacuna::akn
