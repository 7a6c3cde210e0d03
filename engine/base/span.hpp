// A place in a file: which file, and two byte offsets. Line and column are worked out only when printed.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>

#include "base/ids.hpp"

namespace lacuna {

struct Span {
    SourceId source;
    std::uint32_t begin = 0;  // bytes from the start of the file
    std::uint32_t end = 0;    // one past the last byte

    [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
    [[nodiscard]] constexpr bool contains(Span const& other) const {
        return source == other.source && begin <= other.begin && other.end <= end;
    }
    constexpr auto operator<=>(Span const&) const = default;
};

// The smallest span that holds both; both must be of one file.
[[nodiscard]] constexpr Span join(Span const& a, Span const& b) {
    return {a.source, std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

}  // namespace lacuna
