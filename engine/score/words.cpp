#include "score/words.hpp"

#include <algorithm>

namespace lacuna::score {
namespace {

[[nodiscard]] bool digit(char c) {
    return c >= '0' && c <= '9';
}

// The run of digits, or of anything else, that a text begins with.
[[nodiscard]] std::string_view run(std::string_view text) {
    bool const number = digit(text.front());
    auto const end = std::find_if(text.begin(), text.end(), [&](char c) { return digit(c) != number; });
    return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

[[nodiscard]] std::string_view without_zeros(std::string_view number) {
    auto const begin = number.find_first_not_of('0');
    return begin == std::string_view::npos ? std::string_view() : number.substr(begin);
}

}  // namespace

bool natural_less(std::string_view a, std::string_view b) {
    while (!a.empty() && !b.empty()) {
        auto const x = run(a), y = run(b);
        if (digit(x.front()) != digit(y.front())) return digit(x.front());
        auto const left = digit(x.front()) ? without_zeros(x) : x,
                   right = digit(y.front()) ? without_zeros(y) : y;
        if (digit(x.front()) && left.size() != right.size()) return left.size() < right.size();
        if (left != right) return left < right;
        a.remove_prefix(x.size());
        b.remove_prefix(y.size());
    }
    return a.empty() && !b.empty();
}

}  // namespace lacuna::score
