#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace lacuna::utf8 {
namespace {

constexpr Decoded invalid{U'\uFFFD', 1, false};

[[nodiscard]] std::uint32_t byte(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

[[nodiscard]] bool continuation(std::string_view text, std::size_t at) {
    return at < text.size() && (byte(text, at) & 0xC0u) == 0x80u;
}

struct Range {
    char32_t first, last;
};

constexpr std::array wide{Range{0x1100, 0x115F},   Range{0x2E80, 0x303E},  Range{0x3041, 0x33FF},
                          Range{0x3400, 0x4DBF},   Range{0x4E00, 0x9FFF},  Range{0xA000, 0xA4CF},
                          Range{0xAC00, 0xD7A3},   Range{0xF900, 0xFAFF},  Range{0xFE30, 0xFE6F},
                          Range{0xFF00, 0xFF60},   Range{0xFFE0, 0xFFE6},  Range{0x1F300, 0x1F64F},
                          Range{0x1F900, 0x1F9FF}, Range{0x20000, 0x3FFFD}};
constexpr std::array zero{Range{0x0300, 0x036F}, Range{0x0483, 0x0489}, Range{0x0591, 0x05BD},
                          Range{0x064B, 0x065F}, Range{0x1AB0, 0x1AFF}, Range{0x200B, 0x200F},
                          Range{0x20D0, 0x20FF}, Range{0xFE00, 0xFE0F}, Range{0xFEFF, 0xFEFF}};

template <std::size_t N>
[[nodiscard]] bool in(std::array<Range, N> const& ranges, char32_t code) {
    return std::any_of(ranges.begin(), ranges.end(),
                       [&](Range r) { return r.first <= code && code <= r.last; });
}

}  // namespace

Decoded decode(std::string_view text, std::size_t at) {
    auto const lead = byte(text, at);
    if (lead < 0x80) return {lead, 1, true};
    if (lead < 0xC2 || lead > 0xF4) return invalid;
    std::uint32_t const length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t code = lead & (0x7Fu >> length);
    for (std::uint32_t i = 1; i < length; ++i) {
        if (!continuation(text, at + i)) return invalid;
        code = (code << 6) | (byte(text, at + i) & 0x3Fu);
    }
    bool const overlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
    bool const surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (overlong || surrogate || code > 0x10FFFF) return invalid;
    return {code, length, true};
}

std::size_t find_invalid(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        std::uint64_t word = 0;  // eight ASCII bytes at a time: statutes are mostly ASCII
        if (at + sizeof word <= text.size()) {
            std::memcpy(&word, text.data() + at, sizeof word);
            if ((word & 0x8080'8080'8080'8080u) == 0) {
                at += sizeof word;
                continue;
            }
        }
        auto const character = decode(text, at);
        if (!character.valid) return at;
        at += character.length;
    }
    return std::string_view::npos;
}

std::size_t count(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }));
}

int width(char32_t code) {
    if (code < 0x300) return 1;
    if (in(zero, code)) return 0;
    return in(wide, code) ? 2 : 1;
}

std::size_t width(std::string_view text) {
    std::size_t columns = 0;
    for (std::size_t at = 0; at < text.size();) {
        auto const character = decode(text, at);
        columns += static_cast<std::size_t>(width(character.code));
        at += character.length;
    }
    return columns;
}

void append(std::string& to, char32_t code) {
    auto const put = [&](char32_t bits) {
        to.push_back(static_cast<char>(static_cast<unsigned char>(bits)));
    };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0u | (code >> 6));
        put(0x80u | (code & 0x3Fu));
    } else if (code < 0x10000) {
        put(0xE0u | (code >> 12));
        put(0x80u | ((code >> 6) & 0x3Fu));
        put(0x80u | (code & 0x3Fu));
    } else {
        put(0xF0u | (code >> 18));
        put(0x80u | ((code >> 12) & 0x3Fu));
        put(0x80u | ((code >> 6) & 0x3Fu));
        put(0x80u | (code & 0x3Fu));
    }
}

std::string truncate(std::string_view text, std::size_t columns) {
    if (width(text) <= columns) return std::string(text);
    std::string out;
    std::size_t used = 0;
    for (std::size_t at = 0; at < text.size();) {
        auto const character = decode(text, at);
        auto const next = static_cast<std::size_t>(width(character.code));
        if (used + next + 1 > columns) break;
        out.append(text.substr(at, character.length));
        used += next;
        at += character.length;
    }
    return out + "…";
}

}  // namespace lacuna::utf8
