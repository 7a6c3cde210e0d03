// The order in which people number things: 7.1 before 11.1, and 11.1.a before 11.1.b.
#pragma once

#include <string_view>

namespace lacuna {

// Runs of digits compare as numbers, everything else byte by byte.
[[nodiscard]] bool natural_less(std::string_view a, std::string_view b);

}  // namespace lacuna
