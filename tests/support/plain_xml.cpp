#include "support/plain_xml.hpp"

#include <cstdlib>

#include "base/utf8.hpp"

namespace lacuna::test {
namespace {

std::string local_name(std::string_view tag) {
    auto name = tag.substr(0, tag.find_first_of(" \t\r\n/>"));
    auto const colon = name.find(':');
    return std::string(colon == std::string_view::npos ? name : name.substr(colon + 1));
}

std::string entity(std::string_view name) {
    if (name == "lt") return "<";
    if (name == "gt") return ">";
    if (name == "amp") return "&";
    if (name == "quot") return "\"";
    if (name == "apos") return "'";
    std::string out;
    bool const hex = name.size() > 1 && name[1] == 'x';
    utf8::append(out, static_cast<char32_t>(std::strtoul(std::string(name.substr(hex ? 2 : 1)).c_str(),
                                                         nullptr, hex ? 16 : 10)));
    return out;
}

// The end of a start or end tag: '>' inside quotation marks does not count.
std::size_t end_of_tag(std::string_view bytes, std::size_t at) {
    char quote = 0;
    for (; at < bytes.size(); ++at) {
        if (quote != 0) {
            if (bytes[at] == quote) quote = 0;
        } else if (bytes[at] == '"' || bytes[at] == '\'') {
            quote = bytes[at];
        } else if (bytes[at] == '>') {
            return at;
        }
    }
    return bytes.size();
}

}  // namespace

PlainXml plain_xml(std::string_view bytes) {
    PlainXml out;
    std::string text;
    int depth = 0, meta = 0;
    for (std::size_t at = bytes.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0; at < bytes.size();) {
        auto const rest = bytes.substr(at);
        auto const past = [&](std::string_view end) {
            auto const found = bytes.find(end, at);
            return found == std::string_view::npos ? bytes.size() : found + end.size();
        };
        bool const read = depth > 0 && meta == 0;
        if (rest.substr(0, 4) == "<!--") {
            at = past("-->");
        } else if (rest.substr(0, 9) == "<![CDATA[") {
            auto const end = past("]]>");
            if (read) text += std::string(bytes.substr(at + 9, end - at - 12));
            at = end;
        } else if (rest.substr(0, 2) == "<?") {
            at = past("?>");
        } else if (rest.substr(0, 2) == "<!") {
            at = past(">");
        } else if (rest[0] == '<') {
            auto const end = end_of_tag(bytes, at);
            bool const closes = rest[1] == '/';
            auto const name = local_name(rest.substr(closes ? 2 : 1, end - at));
            if (closes) {
                --depth;
                if (name == "meta") --meta;
            } else if (bytes[end - 1] != '/') {
                ++depth;
                if (name == "meta") ++meta;
            }
            at = end + 1;
        } else if (rest[0] == '&') {
            auto const end = bytes.find(';', at);
            if (read) text += entity(bytes.substr(at + 1, end - at - 1));
            at = end + 1;
        } else {
            bool const crlf = rest[0] == '\r' && rest.size() > 1 && rest[1] == '\n';
            if (read && !crlf) text.push_back(rest[0] == '\r' ? '\n' : rest[0]);
            ++at;
        }
    }
    out.characters = utf8::count(text);
    for (auto const c : text)
        if (static_cast<unsigned char>(c) <= 0x20) ++out.blanks;
    out.text = std::move(text);
    return out;
}

}  // namespace lacuna::test
