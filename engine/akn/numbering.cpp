#include "akn/numbering.hpp"

#include <vector>

namespace lacuna::akn {
namespace {

[[nodiscard]] bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
[[nodiscard]] bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

// Runs of letters, digits and inner hyphens. Signs such as § and ° and dashes are multibyte but no letters.
[[nodiscard]] std::vector<std::string> words_of(std::string_view num) {
    std::vector<std::string> words;
    bool inside = false;
    for (std::size_t i = 0; i < num.size(); ++i) {
        auto const rest = num.substr(i);
        std::size_t sign = 0;
        if (rest.starts_with("\xC2")) sign = 2;      // §, °, no-break space
        if (rest.starts_with("\xE2\x80")) sign = 3;  // dashes and quotation marks
        if (sign != 0) {
            i += sign - 1;
            inside = false;
            continue;
        }
        bool const hyphen =
            num[i] == '-' && inside && i + 1 < num.size() && (is_digit(num[i + 1]) || is_letter(num[i + 1]));
        if (!is_digit(num[i]) && !is_letter(num[i]) && !hyphen) {
            inside = false;
            continue;
        }
        if (!inside) words.emplace_back();
        words.back().push_back(num[i]);
        inside = true;
    }
    return words;
}

}  // namespace

std::string number_for_id(std::string_view num) {
    auto const words = words_of(num);
    if (words.empty()) return {};
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].find_first_of("0123456789") == std::string::npos) continue;
        // "211 bis": a short word right behind belongs to the number.
        bool const suffix = i + 1 < words.size() && i + 2 == words.size() && words[i + 1].size() <= 9 &&
                            is_digit(words[i].back());
        return suffix ? words[i] + words[i + 1] : words[i];
    }
    return words.back();
}

}  // namespace lacuna::akn
