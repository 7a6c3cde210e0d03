#include "akn/encoding.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"

namespace lacuna::akn {
namespace {

using namespace std::string_view_literals;

enum class Encoding { utf8, utf16_little, utf16_big, latin1, other };

[[nodiscard]] std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

// The encoding that the XML declaration names; empty when it names none.
[[nodiscard]] std::string declared(std::string_view bytes) {
    if (!bytes.starts_with("<?xml")) return {};
    auto const declaration = bytes.substr(0, std::min<std::size_t>(bytes.find("?>"), 400));
    auto at = declaration.find("encoding");
    if (at == std::string_view::npos) return {};
    at = declaration.find_first_of("\"'", at);
    if (at == std::string_view::npos) return {};
    auto const end = declaration.find(declaration[at], at + 1);
    if (end == std::string_view::npos) return {};
    return lower(declaration.substr(at + 1, end - at - 1));
}

[[nodiscard]] Encoding detect(std::string_view bytes, std::string& name) {
    if (bytes.starts_with("\xFF\xFE\0\0"sv) || bytes.starts_with("\0\0\xFE\xFF"sv)) {
        name = "UTF-32";
        return Encoding::other;
    }
    if (bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("<\0"sv)) return Encoding::utf16_little;
    if (bytes.starts_with("\xFE\xFF"sv) || bytes.starts_with("\0<"sv)) return Encoding::utf16_big;
    if (bytes.starts_with("\xEF\xBB\xBF"sv)) return Encoding::utf8;
    name = declared(bytes);
    if (name.empty() || name == "utf-8" || name == "utf8" || name == "us-ascii" || name == "ascii")
        return Encoding::utf8;
    if (name == "iso-8859-1" || name == "iso8859-1" || name == "iso_8859-1" || name == "latin1" ||
        name == "latin-1")
        return Encoding::latin1;
    return Encoding::other;
}

[[nodiscard]] std::string from_latin1(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (auto const c : bytes) utf8::append(out, static_cast<unsigned char>(c));
    return out;
}

// False, with the offset in `bad`, at a half pair of surrogates or a half character.
[[nodiscard]] bool from_utf16(std::string_view bytes, bool big, std::string& out, std::size_t& bad) {
    auto const unit = [&](std::size_t at) {
        auto const first = static_cast<unsigned char>(bytes[at]);
        auto const second = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char32_t>(big ? first * 256u + second : second * 256u + first);
    };
    out.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size(); at += 2) {
        bad = at;
        if (at + 2 > bytes.size()) return false;
        auto code = unit(at);
        if (at == 0 && code == 0xFEFF) continue;
        if (code >= 0xDC00 && code <= 0xDFFF) return false;
        if (code >= 0xD800 && code <= 0xDBFF) {
            if (at + 4 > bytes.size()) return false;
            auto const second = unit(at += 2);
            if (second < 0xDC00 || second > 0xDFFF) return false;
            code = 0x10000 + ((code - 0xD800) << 10) + (second - 0xDC00);
        }
        utf8::append(out, code);
    }
    return true;
}

void converted(Source& source, SourceId id, std::string bytes, std::string_view from,
               Diagnostics& diagnostics) {
    source.set_bytes(std::move(bytes));
    diagnostics.add(diagnose(Code::encoding_converted, {id, 0, 0},
                             fmt::format("the text was converted from {} to UTF-8", from),
                             "offsets count the bytes of the converted text; lines are the same"));
}

}  // namespace

bool to_utf8(Source& source, SourceId id, Diagnostics& diagnostics) {
    std::string name;
    auto const encoding = detect(source.bytes(), name);
    switch (encoding) {
        case Encoding::utf8:
            return true;
        case Encoding::latin1:
            converted(source, id, from_latin1(source.bytes()), "Latin-1", diagnostics);
            return true;
        case Encoding::utf16_little:
        case Encoding::utf16_big: {
            std::string out;
            std::size_t bad = 0;
            if (from_utf16(source.bytes(), encoding == Encoding::utf16_big, out, bad)) {
                converted(source, id, std::move(out), "UTF-16", diagnostics);
                return true;
            }
            auto const begin = static_cast<std::uint32_t>(bad);
            diagnostics.add(diagnose(Code::encoding_invalid, {id, begin, begin + 1},
                                     fmt::format("byte {} is not valid UTF-16", bad),
                                     "save the file as UTF-8"));
            return false;
        }
        case Encoding::other:
            break;
    }
    auto const claims = name.starts_with("utf-16")
                            ? fmt::format("the file declares '{}' but is not UTF-16", name)
                            : fmt::format("encoding '{}' is not read", name);
    auto const code = name.starts_with("utf-16") ? Code::encoding_invalid : Code::encoding_unsupported;
    diagnostics.add(diagnose(code, {id, 0, 0}, claims, "save the file as UTF-8"));
    return false;
}

}  // namespace lacuna::akn
