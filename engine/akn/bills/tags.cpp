#include "akn/bills/tags.hpp"

#include <cstdlib>

#include "base/utf8.hpp"

namespace lacuna::akn::bills {
namespace {

[[nodiscard]] bool white(char c) {
    return static_cast<unsigned char>(c) <= 0x20;
}

[[nodiscard]] std::string_view local_of(std::string_view name) {
    auto const colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

// Behind the '>' that closes what begins at `at`; values in quotes and, in a document type, brackets may hold
// others.
[[nodiscard]] std::size_t tag_end(std::string_view raw, std::size_t at) {
    char quote = 0;
    int brackets = 0;
    for (; at < raw.size(); ++at) {
        auto const c = raw[at];
        if (quote != 0) {
            if (c == quote) quote = 0;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '[') {
            ++brackets;
        } else if (c == ']') {
            --brackets;
        } else if (c == '>' && brackets <= 0) {
            return at + 1;
        }
    }
    return raw.size();
}

[[nodiscard]] std::size_t behind(std::string_view raw, std::size_t at, std::string_view mark) {
    auto const found = raw.find(mark, at);
    return found == std::string_view::npos ? raw.size() : found + mark.size();
}

// Behind a comment, a section of characters, an instruction or a declaration; `at` itself when a tag begins.
[[nodiscard]] std::size_t skip_other(std::string_view raw, std::size_t at) {
    auto const rest = raw.substr(at);
    if (rest.starts_with("<!--")) return behind(raw, at + 4, "-->");
    if (rest.starts_with("<![CDATA[")) return behind(raw, at, "]]>");
    if (rest.starts_with("<?")) return behind(raw, at, "?>");
    if (rest.starts_with("<!")) return tag_end(raw, at);
    return at;
}

void append_entity(std::string& out, std::string_view name) {
    if (name == "lt")
        out += '<';
    else if (name == "gt")
        out += '>';
    else if (name == "amp")
        out += '&';
    else if (name == "quot")
        out += '"';
    else if (name == "apos")
        out += '\'';
    else if (name.starts_with('#')) {
        bool const hex = name.starts_with("#x");
        std::string const digits(name.substr(hex ? 2 : 1));
        utf8::append(out, static_cast<char32_t>(std::strtoul(digits.c_str(), nullptr, hex ? 16 : 10)));
    }
}

[[nodiscard]] std::string resolved(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto const end = text[at] == '&' ? text.find(';', at) : std::string_view::npos;
        if (end == std::string_view::npos) {
            out += text[at];
        } else {
            append_entity(out, text.substr(at + 1, end - at - 1));
            at = end;
        }
    }
    return out;
}

}  // namespace

std::vector<Tag> read_tags(std::string_view raw) {
    std::vector<Tag> tags;
    std::vector<std::size_t> open;
    for (std::size_t at = raw.find('<'); at < raw.size(); at = raw.find('<', at)) {
        if (auto const behind_it = skip_other(raw, at); behind_it != at) {
            at = behind_it;
            continue;
        }
        auto const end = tag_end(raw, at);
        if (raw.substr(at, 2) == "</") {
            if (!open.empty()) {
                tags[open.back()].close_begin = static_cast<std::uint32_t>(at);
                tags[open.back()].end = static_cast<std::uint32_t>(end);
                tags[open.back()].subtree_end = tags.size();
                open.pop_back();
            }
            at = end;
            continue;
        }
        auto name_end = at + 1;
        while (name_end < end && !white(raw[name_end]) && raw[name_end] != '>' && raw[name_end] != '/')
            ++name_end;
        Tag tag;
        tag.name = local_of(raw.substr(at + 1, name_end - at - 1));
        tag.attributes = raw.substr(name_end, end - name_end);
        tag.begin = static_cast<std::uint32_t>(at);
        tag.open_end = tag.close_begin = tag.end = static_cast<std::uint32_t>(end);
        tag.parent = open.empty() ? tags.size() : open.back();
        tag.subtree_end = tags.size() + 1;
        if (!(end >= 2 && raw[end - 2] == '/')) open.push_back(tags.size());
        tags.push_back(tag);
        at = end;
    }
    return tags;
}

std::string attribute(Tag const& tag, std::string_view local) {
    auto const text = tag.attributes;
    for (std::size_t at = 0; at < text.size();) {
        auto const equals = text.find('=', at);
        auto const open = equals == std::string_view::npos ? equals : text.find_first_of("\"'", equals);
        auto const close = open == std::string_view::npos ? open : text.find(text[open], open + 1);
        if (close == std::string_view::npos) break;
        auto name = text.substr(at, equals - at);
        while (!name.empty() && white(name.front())) name.remove_prefix(1);
        while (!name.empty() && white(name.back())) name.remove_suffix(1);
        if (local_of(name) == local) return resolved(text.substr(open + 1, close - open - 1));
        at = close + 1;
    }
    return {};
}

std::string id_of(Tag const& tag) {
    for (auto const* name : {"eId", "wId", "id"})
        if (auto value = attribute(tag, name); !value.empty()) return value;
    return {};
}

std::string words_between(std::string_view raw, std::uint32_t begin, std::uint32_t end) {
    std::string text;
    for (std::size_t at = begin; at < end && at < raw.size();) {
        if (raw[at] != '<') {
            auto const next = std::min<std::size_t>(raw.find('<', at), end);
            text += resolved(raw.substr(at, next - at));
            at = next;
        } else if (raw.substr(at).starts_with("<![CDATA[")) {
            auto const behind_it = skip_other(raw, at);
            text += raw.substr(at + 9, behind_it - at - 12);
            at = behind_it;
        } else {
            auto const other = skip_other(raw, at);
            at = other != at ? other : tag_end(raw, at);
        }
    }
    std::string out;
    for (auto const c : text) {
        if (!white(c))
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    if (out.ends_with(' ')) out.pop_back();
    return out;
}

}  // namespace lacuna::akn::bills
