#include "base/one_line.hpp"

namespace lacuna {

std::string one_line(std::string_view text) {
    std::string line;
    for (char const c : text) {
        bool const blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (!blank)
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    return line;
}

}  // namespace lacuna
