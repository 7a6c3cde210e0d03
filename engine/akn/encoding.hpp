// Which encoding a file is in, and UTF-16 and Latin-1 into UTF-8. Private to the room.
#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"

namespace lacuna::akn {

// Replaces the bytes of the source by UTF-8, with a warning, when a mark or the XML declaration says that
// they are UTF-16 or Latin-1. False, with the cause in `diagnostics`, for any other encoding and for UTF-16
// that is broken.
[[nodiscard]] bool to_utf8(Source& source, SourceId id, Diagnostics& diagnostics);

}  // namespace lacuna::akn
