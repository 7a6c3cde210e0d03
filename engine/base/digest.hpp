// SHA-256 of bytes, so that a later run can tell whether a text is still the one that somebody read.
#pragma once

#include <string>
#include <string_view>

namespace lacuna {

// 64 hexadecimal digits in lower case.
[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace lacuna
