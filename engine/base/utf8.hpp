// UTF-8: validate, decode, count, and the width a terminal gives a character. No locale.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace lacuna::utf8 {

struct Decoded {
    char32_t code = 0;
    std::uint32_t length = 1;  // bytes taken; 1 for an invalid byte
    bool valid = false;
};

// The character at `at`; an invalid sequence gives U+FFFD, length 1, valid = false.
[[nodiscard]] Decoded decode(std::string_view text, std::size_t at);
// Offset of the first byte that is not valid UTF-8, or npos. Overlong forms, surrogates and > U+10FFFF are
// invalid.
[[nodiscard]] std::size_t find_invalid(std::string_view text);
// Number of code points (lead bytes).
[[nodiscard]] std::size_t count(std::string_view text);
// Columns on a terminal: 2 for wide East Asian characters, 0 for combining marks, else 1.
[[nodiscard]] int width(char32_t code);
[[nodiscard]] std::size_t width(std::string_view text);
void append(std::string& to, char32_t code);
// At most `columns` wide; what is cut is replaced by one "…".
[[nodiscard]] std::string truncate(std::string_view text, std::size_t columns);

}  // namespace lacuna::utf8
