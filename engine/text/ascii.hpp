// Eight bytes at a time: how many of them are letters and digits of ASCII. Statutes are mostly ASCII, and
// most words are shorter than eight letters.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace lacuna::text {

// The eight bytes at `at` as they stand in memory, with zeros past the end of the text.
[[nodiscard]] inline std::uint64_t eight_bytes(std::string_view text, std::size_t at) {
    std::uint64_t bytes = 0;
    if (at + sizeof bytes <= text.size())
        std::memcpy(&bytes, text.data() + at, sizeof bytes);
    else if (at < text.size())
        std::memcpy(&bytes, text.data() + at, text.size() - at);
    return bytes;
}

[[nodiscard]] constexpr bool beyond_ascii(char c) {
    return static_cast<unsigned char>(c) >= 0x80;
}

[[nodiscard]] constexpr std::uint64_t every_byte(std::uint8_t value) {
    return 0x0101'0101'0101'0101u * value;
}

constexpr auto high_bits = every_byte(0x80);

// Sets the high bit of each byte that is `c` or above, where all are below 128: none carries into the next.
[[nodiscard]] constexpr std::uint64_t from(std::uint64_t bytes, char c) {
    return bytes + every_byte(static_cast<std::uint8_t>(0x80 - c));
}

// The high bit of each byte is set where the byte is a letter of ASCII.
[[nodiscard]] constexpr std::uint64_t letter_bits(std::uint64_t bytes) {
    auto const lower = (bytes | every_byte(0x20)) & ~high_bits;
    return from(lower, 'a') & ~from(lower, '{') & ~bytes & high_bits;
}

[[nodiscard]] constexpr std::uint64_t digit_bits(std::uint64_t bytes) {
    auto const ascii = bytes & ~high_bits;
    return from(ascii, '0') & ~from(ascii, ':') & ~bytes & high_bits;
}

// How many bytes at the front of the eight have their high bit set, 0 to 8.
[[nodiscard]] inline unsigned prefix_with(std::uint64_t bits) {
    auto const others = bits ^ high_bits;
    auto const zeros =
        std::endian::native == std::endian::little ? std::countr_zero(others) : std::countl_zero(others);
    return static_cast<unsigned>(zeros) / 8;
}

// Letters at the front of the eight.
[[nodiscard]] inline unsigned letter_prefix(std::uint64_t bytes) {
    return prefix_with(letter_bits(bytes));
}

// Letters and digits at the front of the eight.
[[nodiscard]] inline unsigned alphanumeric_prefix(std::uint64_t bytes) {
    return prefix_with(letter_bits(bytes) | digit_bits(bytes));
}

// The first `count` bytes, the others zero.
[[nodiscard]] inline std::uint64_t first_bytes(std::uint64_t bytes, unsigned count) {
    if (count >= 8) return bytes;
    auto const mask = (std::uint64_t{1} << (8 * count)) - 1;
    return std::endian::native == std::endian::little ? bytes & mask
                                                      : bytes & ~(~std::uint64_t{0} >> (8 * count));
}

}  // namespace lacuna::text
