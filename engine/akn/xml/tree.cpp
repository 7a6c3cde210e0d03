#include "akn/xml/tree.hpp"

#include <cstdlib>

#include "akn/xml/characters.hpp"
#include "base/utf8.hpp"

namespace lacuna::akn::xml {
namespace {

// Length of the entity at the beginning of `text` and the character that it stands for; 0 when it is none.
[[nodiscard]] std::size_t entity(std::string_view text, char32_t& code) {
    constexpr std::size_t longest = 12;
    auto const end = text.substr(0, longest).find(';');
    if (end == std::string_view::npos) return 0;
    auto const name = text.substr(1, end - 1);
    code = 0;
    if (name == "lt") code = U'<';
    if (name == "gt") code = U'>';
    if (name == "amp") code = U'&';
    if (name == "quot") code = U'"';
    if (name == "apos") code = U'\'';
    if (name.size() > 1 && name[0] == '#') {
        bool const hex = name[1] == 'x';
        std::string const digits(name.substr(hex ? 2 : 1));
        code = static_cast<char32_t>(std::strtoul(digits.c_str(), nullptr, hex ? 16 : 10));
    }
    return code == 0 ? 0 : end + 1;
}

}  // namespace

std::string_view Tree::decoded(std::string_view text, bool entities) const {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        char32_t code = 0;
        auto const length = text[at] == '&' && entities ? entity(text.substr(at), code) : 0;
        if (length != 0) {
            utf8::append(out, code);
            at += length;
        } else if (text[at] == '\r') {
            out.push_back('\n');
            at += text.substr(at).starts_with("\r\n") ? 2u : 1u;
        } else {
            out.push_back(text[at++]);
        }
    }
    return decoded_.keep(out);
}

std::string_view Node::name() const {
    if (!is_element()) return {};
    auto const* const begin = tree_->raw_.data() + row_->begin;
    auto const* end = begin + row_->name_length;
    while (in_name(*end)) ++end;
    return {begin, static_cast<std::size_t>(end - begin)};
}

std::string_view Node::local_name() const {
    if (auto const& row = known(); row.kind != Kind::unknown) return row.name;
    return without_prefix(name());
}

std::string_view Node::prefix() const {
    auto const whole = name();
    auto const colon = whole.rfind(':');
    return colon == std::string_view::npos ? std::string_view{} : whole.substr(0, colon);
}

std::string_view Node::attribute(std::string_view local) const {
    auto items = attributes();
    for (Attribute item; items.next(item);)
        if (without_prefix(item.name) == local) return item.value;
    return {};
}

}  // namespace lacuna::akn::xml
