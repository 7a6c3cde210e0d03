// What readers of numbers and dates ask of single words, and of what stands between them. Private to match/.
#pragma once

#include <string_view>

#include "match/view.hpp"

namespace lacuna::match {

[[nodiscard]] inline bool in_digits(View const& view, std::uint32_t position) {
    auto const spelling = view.act().vocabulary->spelling(view.token(position).word);
    return !spelling.empty() && spelling.front() >= '0' && spelling.front() <= '9';
}

// The characters between a word and the one before it, of the same block.
[[nodiscard]] inline std::string_view before(View const& view, std::uint32_t at) {
    auto const& last = view.token(at - 1);
    auto const& next = view.token(at);
    auto const from = last.begin + last.length;
    if (next.begin < from || !view.same_block(at - 1, at)) return {};
    return std::string_view(view.act().document->text).substr(from, next.begin - from);
}

[[nodiscard]] inline bool has_any(std::string_view text, std::string_view characters) {
    return text.find_first_of(characters) != std::string_view::npos;
}

}  // namespace lacuna::match
