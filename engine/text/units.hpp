// Which unit each provision and each block belongs to, and the passages of each unit.
#pragma once

#include "text/statute_text.hpp"

namespace lacuna::text {

// Fills units, passages and passage_segments, and Segment::unit and ::body. There must be one segment for
// each block of the document.
void arrange(akn::Document const& document, StatuteText& text);

}  // namespace lacuna::text
