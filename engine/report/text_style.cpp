#include "report/text_style.hpp"

#include <fmt/format.h>

#include "base/utf8.hpp"

namespace lacuna::report {

std::string TextStyle::paint(std::string_view code, std::string_view text) const {
    return colour_ && !text.empty() ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
}

std::string TextStyle::verdict(std::string_view verdict, std::string_view text) const {
    auto const code = verdict == "covered" || verdict == "option-used" ? "32"
                      : verdict == "partial"                           ? "33"
                      : verdict == "gap"                               ? "31"
                      : verdict == "reserved"                          ? "36"
                      : verdict == "untested"                          ? "35"
                                                                       : "2";
    return paint(code, text);
}

std::string TextStyle::wrap(std::string_view first, std::string_view rest, std::string_view text) const {
    std::string out(first);
    auto column = utf8::width(first);
    bool fresh = true;
    for (std::size_t at = 0; at < text.size();) {
        auto const blank = std::min(text.find(' ', at), text.size());
        auto const word = text.substr(at, blank - at);
        at = blank + 1;
        if (word.empty()) continue;
        auto const columns = utf8::width(word);
        if (!fresh && column + 1 + columns > width_) {
            out += '\n';
            out += rest;
            column = utf8::width(rest);
            fresh = true;
        }
        if (!fresh) {
            out += ' ';
            ++column;
        }
        out += word;
        column += columns;
        fresh = false;
    }
    out += '\n';
    return out;
}

std::string TextStyle::pad(std::string_view text, std::size_t columns) {
    std::string out(text);
    auto const has = utf8::width(text);
    if (has < columns) out.append(columns - has, ' ');
    return out;
}

}  // namespace lacuna::report
