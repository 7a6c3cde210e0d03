// Looks for the ends of texts and blanks in the bytes of a file, sixteen at a time. All go up to `end`, the
// end of the file. Private to the room.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

#include "akn/bytes16.hpp"
#include "akn/text_writer.hpp"

namespace lacuna::akn::xml {

[[nodiscard]] inline std::size_t bytes_between(char const* at, char const* end) {
    return static_cast<std::size_t>(end - at);
}

// Most texts are blanks between two tags: these are looked for first, and alone.
[[nodiscard]] inline char const* behind_blanks(char const* at, char const* end, bool& returns) {
    for (; bytes_between(at, end) >= Bytes16::size; at += Bytes16::size) {
        auto const bytes = Bytes16::load(at);
        auto const words = bytes.at_least(0x21).bits();
        if (auto const codes = bytes.equal('\r').bits(); codes != 0)
            returns |= (codes & ~words & (words - 1)) != 0;
        if (words != 0) return at + std::countr_zero(words);
    }
    for (; at != end && is_blank_byte(*at); ++at) returns |= *at == '\r';
    return at;
}

// The next '<', or the end; whether entities or carriage returns stand before it.
[[nodiscard]] inline char const* next_tag(char const* at, char const* end, bool& encoded) {
    auto codes = Marks16::none();
    for (; bytes_between(at, end) >= Bytes16::size; at += Bytes16::size) {
        auto const bytes = Bytes16::load(at);
        auto const here = bytes.equal('&') | bytes.equal('\r');
        auto const tags = bytes.equal('<').bits();
        if (tags != 0) {
            encoded |= ((here.bits() & ~tags & (tags - 1)) | codes.bits()) != 0;
            return at + std::countr_zero(tags);
        }
        codes = codes | here;
    }
    encoded |= codes.any();
    for (; at != end && *at != '<'; ++at) encoded |= *at == '&' || *at == '\r';
    return at;
}

// Line ends of two characters count as one. A tag follows, so that the last is looked at with what it
// has.
[[nodiscard]] inline std::uint32_t double_line_ends(char const* from, char const* to, char const* end) {
    std::uint32_t count = 0;
    for (; from < to && bytes_between(from, end) >= Bytes16::size; from += Bytes16::size) {
        auto returns = Bytes16::load(from).equal('\r').bits();
        for (; returns != 0; returns &= returns - 1) {
            auto const* const at = from + std::countr_zero(returns);
            count += at < to && at[1] == '\n' ? 1U : 0U;
        }
    }
    for (; from < to; ++from) count += from[0] == '\r' && from[1] == '\n' ? 1U : 0U;
    return count;
}

}  // namespace lacuna::akn::xml
