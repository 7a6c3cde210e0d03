#include "report/clean.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace lacuna::report {
namespace {

[[nodiscard]] bool blank(char32_t code) {
    return code == ' ' || (code >= 0x09 && code <= 0x0D) || code == 0xA0 || code == 0x2028 || code == 0x2029;
}

[[nodiscard]] bool harmful(char32_t code) {
    bool const control = code < 0x20 || (code >= 0x7F && code < 0xA0);
    bool const turns = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
    bool const hidden =
        code == 0xFEFF || (code >= 0xE0000 && code <= 0xE007F) || code == 0xFFFE || code == 0xFFFF;
    return control || turns || hidden;
}

[[nodiscard]] bool inside(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u;
}

}  // namespace

std::string clean_piece(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool after_blank = false;
    for (std::size_t at = 0; at < text.size();) {
        auto const character = utf8::decode(text, at);
        if (character.valid && blank(character.code)) {
            if (!after_blank) out += ' ';
            after_blank = true;
        } else {
            if (!character.valid || harmful(character.code)) {
                out += "\uFFFD";
            } else {
                out.append(text.substr(at, character.length));
            }
            after_blank = false;
        }
        at += character.length;
    }
    return out;
}

std::string clean(std::string_view text) {
    auto out = clean_piece(text);
    if (out.ends_with(' ')) out.pop_back();
    if (out.starts_with(' ')) out.erase(0, 1);
    return out;
}

std::vector<std::string> cleaned(std::vector<std::string> const& texts) {
    std::vector<std::string> out;
    for (auto const& text : texts) out.push_back(clean(text));
    return out;
}

std::string clean_label(std::string_view text) {
    constexpr std::size_t most = 400;
    return shorten(clean(text), most);
}

std::string shorten(std::string const& text, std::size_t most) {
    if (text.size() <= most) return text;
    auto first = most / 2, last = text.size() - most / 2;
    while (first > 0 && inside(text, first)) --first;
    while (inside(text, last)) ++last;
    return text.substr(0, first) + " … " + text.substr(last);
}

std::string tail(std::string_view text, std::size_t most) {
    if (text.size() <= most) return clean_piece(text);
    auto at = text.size() - most;
    auto const word = text.find(' ', at);
    if (word != std::string_view::npos && word + 1 < text.size()) at = word + 1;
    while (inside(text, at)) ++at;
    return "… " + clean_piece(text.substr(at));
}

std::string head(std::string_view text, std::size_t most) {
    if (text.size() <= most) return clean_piece(text);
    auto at = most;
    auto const word = text.rfind(' ', at);
    if (word != std::string_view::npos && word > 0) at = word;
    while (at > 0 && inside(text, at)) --at;
    return clean_piece(text.substr(0, at)) + " …";
}

}  // namespace lacuna::report
