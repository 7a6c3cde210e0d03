// Dates as they are written in files and on the command line; the program has no clock.
#pragma once

#include <string_view>

namespace lacuna {

// YYYY-MM-DD; whether the month has such a day is the writer's affair.
[[nodiscard]] bool is_date(std::string_view text);

}  // namespace lacuna
