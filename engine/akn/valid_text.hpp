// Whether bytes are text that XML may hold. Private to the room.
#pragma once

#include <string_view>

namespace lacuna::akn {

// Offset of the first byte that is no valid UTF-8 or no character of XML; npos when all is well. `ascii`: no
// byte above 0x7F stands before that place.
[[nodiscard]] std::size_t find_bad_character(std::string_view text, bool& ascii);

}  // namespace lacuna::akn
