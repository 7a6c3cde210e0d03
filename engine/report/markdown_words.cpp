#include "report/markdown_words.hpp"

#include <fmt/format.h>

namespace lacuna::report::markdown {

std::string plain(std::string_view text) {
    std::string out;
    bool number = true;  // only digits so far
    for (std::size_t at = 0; at < text.size(); ++at) {
        char const letter = text[at];
        if (letter == '<')
            out += "&lt;";
        else if (letter == '>')
            out += "&gt;";
        else if (letter == '&')
            out += "&amp;";
        else if (std::string_view("\\`*_{}[]#|~$^").find(letter) != std::string_view::npos)
            (out += '\\') += letter;
        else if (at == 0 && std::string_view("+-=:").find(letter) != std::string_view::npos)
            (out += '\\') += letter;
        else if (number && at > 0 && (letter == '.' || letter == ')') &&
                 (at + 1 == text.size() || text[at + 1] == ' '))
            (out += '\\') += letter;
        else
            out += letter;
        number = number && letter >= '0' && letter <= '9';
    }
    return out;
}

std::string bold(std::string_view text) {
    auto const from = text.find_first_not_of(' ');
    if (from == std::string_view::npos) return std::string(text);
    auto const to = text.find_last_not_of(' ') + 1;
    return fmt::format("{}**{}**{}", text.substr(0, from), plain(text.substr(from, to - from)),
                       text.substr(to));
}

}  // namespace lacuna::report::markdown
