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

// The high bit of each byte is set where the byte is a letter or digit of ASCII.
[[nodiscard]] constexpr std::uint64_t alphanumeric_bits(std::uint64_t bytes) {
    auto const high = every_byte(0x80);
    auto const ascii = bytes & ~high;
    // Adding 128 - x sets the high bit from x on; no byte can carry into the next, for all are below 128.
    auto const from = [&](std::uint64_t of, char c) {
        return of + every_byte(static_cast<std::uint8_t>(0x80 - c));
    };
    auto const lower = ascii | every_byte(0x20);
    auto const letters = from(lower, 'a') & ~from(lower, '{');
    auto const digits = from(ascii, '0') & ~from(ascii, ':');
    return (letters | digits) & ~bytes & high;
}

// Letters and digits at the front of the eight, 0 to 8.
[[nodiscard]] inline unsigned alphanumeric_prefix(std::uint64_t bytes) {
    auto const others = ~alphanumeric_bits(bytes) & every_byte(0x80);
    auto const bits =
        std::endian::native == std::endian::little ? std::countr_zero(others) : std::countl_zero(others);
    return static_cast<unsigned>(bits) / 8;
}

// The first `count` bytes, the others zero.
[[nodiscard]] inline std::uint64_t first_bytes(std::uint64_t bytes, unsigned count) {
    if (count >= 8) return bytes;
    auto const mask = (std::uint64_t{1} << (8 * count)) - 1;
    return std::endian::native == std::endian::little ? bytes & mask
                                                      : bytes & ~(~std::uint64_t{0} >> (8 * count));
}

}  // namespace lacuna::text
