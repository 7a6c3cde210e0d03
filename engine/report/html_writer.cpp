#include "report/html_writer.hpp"

#include <fmt/format.h>

namespace lacuna::report {

std::string escape_html(std::string_view text) {
    std::string out;
    out.reserve(text.size() + 16);
    for (char const letter : text) {
        switch (letter) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                out += letter;
        }
    }
    return out;
}

std::string slug(std::string_view text) {
    std::string out;
    for (char const letter : text) {
        bool const good = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                          (letter >= '0' && letter <= '9') || letter == '.' || letter == '_';
        out += good ? letter : '-';
    }
    return out;
}

std::string verdict_sign(std::string_view verdict) {
    if (verdict == "covered" || verdict == "option-used" || verdict == "yes") return "✓";
    if (verdict == "partial" || verdict == "partly") return "◐";
    if (verdict == "gap" || verdict == "not in force" || verdict == "no") return "✗";
    if (verdict == "reserved") return "R";
    if (verdict == "untested" || verdict == "unknown") return "?";
    return "–";
}

std::string verdict_pill(std::string_view verdict) {
    return fmt::format(R"(<span class="pill v-{}"><span aria-hidden="true">{}</span> {}</span>)",
                       slug(verdict), verdict_sign(verdict), escape_html(verdict));
}

}  // namespace lacuna::report
