// Small readings of cells.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lacuna::score {

[[nodiscard]] inline std::string trimmed(std::string_view text) {
    constexpr std::string_view blank = " \t\r\n";
    auto const begin = text.find_first_not_of(blank);
    if (begin == std::string_view::npos) return {};
    return std::string(text.substr(begin, text.find_last_not_of(blank) - begin + 1));
}

// ASCII letters only: names of columns, elements and instruments hold no others.
[[nodiscard]] inline std::string lowered(std::string text) {
    for (auto& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

[[nodiscard]] inline std::vector<std::string> split(std::string_view text, std::string_view separators) {
    std::vector<std::string> parts;
    for (;;) {
        auto const end = text.find_first_of(separators);
        parts.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

// Numbers within a text are compared as numbers, and stand before letters: "7" before "10" before "a".
[[nodiscard]] bool natural_less(std::string_view a, std::string_view b);

}  // namespace lacuna::score
