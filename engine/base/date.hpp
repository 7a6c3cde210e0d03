// Dates as they are written in files and on the command line; the program has no clock.
#pragma once

#include <string_view>

namespace lacuna {

// YYYY-MM-DD, a day that the calendar has.
[[nodiscard]] bool is_date(std::string_view text);

}  // namespace lacuna
