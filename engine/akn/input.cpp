#include "akn/input.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>

#include "akn/encoding.hpp"
#include "akn/valid_text.hpp"
#include "base/utf8.hpp"

namespace lacuna::akn {
namespace {

[[nodiscard]] Span at_byte(SourceId id, std::size_t offset, std::size_t length = 1) {
    auto const begin = static_cast<std::uint32_t>(offset);
    return {id, begin, begin + static_cast<std::uint32_t>(length)};
}

[[nodiscard]] bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

// Walks comments, CDATA sections, processing instructions and the document type, where "&" means nothing.
class Literals {
  public:
    explicit Literals(std::string_view text) : text_(text) {}

    // Offsets must be asked for in ascending order.
    [[nodiscard]] bool holds(std::size_t offset) {
        while (end_ <= offset && next()) {
        }
        return begin_ <= offset && offset < end_;
    }

  private:
    [[nodiscard]] bool next() {
        begin_ = end_;
        while ((begin_ = text_.find('<', begin_)) != std::string_view::npos) {
            auto const rest = text_.substr(begin_);
            auto const* close = rest.starts_with("<!--")        ? "-->"
                                : rest.starts_with("<![CDATA[") ? "]]>"
                                : rest.starts_with("<?")        ? "?>"
                                : rest.starts_with("<!DOCTYPE") ? ">"
                                                                : nullptr;
            if (close != nullptr) {
                auto end = text_.find(close, begin_);
                if (rest.starts_with("<!DOCTYPE")) end = end_of_doctype();
                end_ = end == std::string_view::npos ? text_.size() : end + std::strlen(close);
                return true;
            }
            ++begin_;
        }
        begin_ = end_ = text_.size();
        return false;
    }

    // The '>' after the internal subset, which stands in square brackets.
    [[nodiscard]] std::size_t end_of_doctype() const {
        auto const close = text_.find('>', begin_);
        auto const subset = text_.find('[', begin_);
        if (subset == std::string_view::npos || subset > close) return close;
        auto const end = text_.find(']', subset);
        return end == std::string_view::npos ? end : text_.find('>', end);
    }

    std::string_view text_;
    std::size_t begin_ = 0, end_ = 0;
};

[[nodiscard]] bool is_xml_character(std::uint32_t code) {
    return code == 0x9 || code == 0xA || code == 0xD || (code >= 0x20 && code <= 0xD7FF) ||
           (code >= 0xE000 && code <= 0xFFFD) || (code >= 0x10000 && code <= 0x10FFFF);
}

// "#60" or "#x3C"
[[nodiscard]] bool is_character_reference(std::string_view name) {
    name.remove_prefix(1);
    bool const hex = name.starts_with('x');
    if (hex) name.remove_prefix(1);
    if (name.empty() || name.size() > 8) return false;
    std::uint32_t code = 0;
    for (auto const c : name) {
        std::uint32_t digit = 99;
        if (c >= '0' && c <= '9') digit = static_cast<std::uint32_t>(c - '0');
        if (c >= 'a' && c <= 'f') digit = static_cast<std::uint32_t>(c - 'a') + 10;
        if (c >= 'A' && c <= 'F') digit = static_cast<std::uint32_t>(c - 'A') + 10;
        if (digit >= (hex ? 16u : 10u)) return false;
        code = code * (hex ? 16u : 10u) + digit;
        if (code > 0x10FFFF) return false;
    }
    return is_xml_character(code);
}

[[nodiscard]] bool is_known_entity(std::string_view name) {
    constexpr std::array<std::string_view, 5> known{"amp", "lt", "gt", "quot", "apos"};
    if (name.starts_with('#')) return is_character_reference(name);
    return std::find(known.begin(), known.end(), name) != known.end();
}

// Whether one stands before the first element.
[[nodiscard]] bool has_doctype(std::string_view text) {
    for (auto at = text.find('<'); at != std::string_view::npos; at = text.find('<', at)) {
        auto const rest = text.substr(at);
        auto const* const close = rest.starts_with("<!--") ? "-->" : rest.starts_with("<?") ? "?>" : nullptr;
        if (close == nullptr) return rest.starts_with("<!DOCTYPE");
        at = text.find(close, at);
    }
    return false;
}

void report_bad_character(std::string_view text, std::size_t at, SourceId id, std::string const& name,
                          Diagnostics& diagnostics) {
    auto const first = text.find_first_not_of("\xEF\xBB\xBF \t\r\n");
    if (first >= at || text[first] != '<') {
        diagnostics.add(diagnose(Code::file_binary, at_byte(id, at),
                                 fmt::format("'{}' is not text: byte {} is 0x{:02X}", name, at,
                                             static_cast<unsigned>(static_cast<unsigned char>(text[at]))),
                                 "only Akoma Ntoso XML is read"));
    } else if (text[at] == '\0') {
        diagnostics.add(diagnose(Code::file_binary, at_byte(id, at),
                                 fmt::format("'{}' is not text: byte {} is NUL", name, at)));
    } else if (is_control(text[at])) {
        diagnostics.add(
            diagnose(Code::xml_malformed, at_byte(id, at),
                     fmt::format("character U+{:04X} is not allowed in XML", static_cast<unsigned>(text[at])),
                     "remove it"));
    } else {
        diagnostics.add(diagnose(Code::encoding_invalid, at_byte(id, at),
                                 fmt::format("byte 0x{:02X} is not valid UTF-8",
                                             static_cast<unsigned>(static_cast<unsigned char>(text[at]))),
                                 "save the file as UTF-8, or declare its encoding in the first line: "
                                 "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>"));
    }
}

}  // namespace

bool prepare_input(Source& source, SourceId id, Diagnostics& diagnostics, InputFacts& facts) {
    if (source.bytes().size() >= std::numeric_limits<std::uint32_t>::max()) {
        diagnostics.add(
            diagnose(Code::file_too_large, {id, 0, 0},
                     fmt::format("'{}' has 4 GiB or more; no file of that size is read", source.name())));
        return false;
    }
    if (!to_utf8(source, id, diagnostics)) return false;
    auto const text = source.bytes();
    if (auto const bad = find_bad_character(text, facts.ascii); bad != std::string_view::npos) {
        report_bad_character(text, bad, id, source.name(), diagnostics);
        return false;
    }
    facts.doctype = has_doctype(text);
    return true;
}

bool check_entities(std::string_view text, SourceId id, InputFacts const& facts, Diagnostics& diagnostics) {
    Literals literals(text);
    for (std::size_t at = 0; (at = text.find('&', at)) != std::string_view::npos; ++at) {
        constexpr std::size_t longest = 64;
        auto const rest = text.substr(at + 1, longest);
        auto const end = rest.find_first_of(";<& \t\r\n\"'");
        bool const closed = end != std::string_view::npos && rest[end] == ';';
        auto const name = rest.substr(0, closed ? end : 0);
        if ((closed && is_known_entity(name)) || literals.holds(at)) continue;
        auto const message = !closed                 ? std::string("'&' does not begin an entity")
                             : name.starts_with('#') ? fmt::format("'&{};' is no character of XML", name)
                                                     : fmt::format("entity '&{};' is not defined", name);
        auto const help = !closed ? "write '&amp;' for the character itself"
                          : facts.doctype
                              ? "entities of a document type are never expanded: write the character"
                              : "write the character itself, or its number as '&#…;'";
        auto const code = closed && !name.starts_with('#') ? Code::xml_entity : Code::xml_malformed;
        diagnostics.add(diagnose(code, at_byte(id, at, name.size() + (closed ? 2 : 1)), message, help));
        return false;
    }
    return true;
}

}  // namespace lacuna::akn
