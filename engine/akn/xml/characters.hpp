// Which bytes make the names of XML, by one look into a table. Private to the room.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace lacuna::akn::xml {

inline constexpr std::uint8_t name_start = 1, name_part = 2, blank_sign = 4;

inline constexpr std::array<std::uint8_t, 256> character_table = [] {
    std::array<std::uint8_t, 256> table{};
    for (unsigned c = 0; c < 256; ++c) {
        bool const letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        bool const start = letter || c == '_' || c == ':' || c >= 0x80;
        bool const part = start || (c >= '0' && c <= '9') || c == '-' || c == '.';
        bool const blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        table[c] = static_cast<std::uint8_t>((start ? name_start : 0) | (part ? name_part : 0) |
                                             (blank ? blank_sign : 0));
    }
    return table;
}();

[[nodiscard]] inline bool begins_name(char c) {
    return (character_table[static_cast<unsigned char>(c)] & name_start) != 0;
}
[[nodiscard]] inline bool in_name(char c) {
    return (character_table[static_cast<unsigned char>(c)] & name_part) != 0;
}
[[nodiscard]] inline bool is_blank(char c) {
    return (character_table[static_cast<unsigned char>(c)] & blank_sign) != 0;
}

// "akn:section" -> "section"
[[nodiscard]] inline std::string_view without_prefix(std::string_view name) {
    auto const colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace lacuna::akn::xml
