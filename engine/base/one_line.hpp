// Text on one line, for messages and tables.
#pragma once

#include <string>
#include <string_view>

namespace lacuna {

// Runs of blanks and line breaks become one blank; none stands at the beginning.
[[nodiscard]] std::string one_line(std::string_view text);

}  // namespace lacuna
