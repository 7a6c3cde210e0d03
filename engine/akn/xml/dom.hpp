// Small questions to a pugixml tree whose bytes are the copy of a Source. Private to the room.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "akn/names.hpp"
#include "base/span.hpp"

namespace lacuna::akn::xml {

// "akn:section" -> "section"
[[nodiscard]] inline std::string_view local_name(char const* qualified) {
    std::string_view const name(qualified);
    auto const colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}
[[nodiscard]] inline std::string_view prefix(char const* qualified) {
    std::string_view const name(qualified);
    auto const colon = name.rfind(':');
    return colon == std::string_view::npos ? std::string_view{} : name.substr(0, colon);
}
[[nodiscard]] inline bool is_element(pugi::xml_node node) {
    return node.type() == pugi::node_element;
}
[[nodiscard]] inline bool is_text(pugi::xml_node node) {
    return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

// Value of the attribute with that local name, or "".
[[nodiscard]] std::string_view attribute(pugi::xml_node node, std::string_view local);
// First child element of that local name; a null node when there is none.
[[nodiscard]] pugi::xml_node child(pugi::xml_node node, std::string_view local);
// First element of that local name in the subtree, in document order, at most `depth` levels below.
[[nodiscard]] pugi::xml_node descendant(pugi::xml_node node, std::string_view local, int depth = 64);
// All text of a subtree, blanks collapsed, notes left out.
[[nodiscard]] std::string text_of(pugi::xml_node node);

// The next node of the subtree of `root` in document order; null at the end. No recursion, so any depth.
[[nodiscard]] pugi::xml_node next_in(pugi::xml_node root, pugi::xml_node node, bool below = true);

// Places in the file. `base` is the first byte of the parsed buffer, `raw` the bytes as they stand on disk.
struct Places {
    char const* base = nullptr;
    std::string_view raw;
    SourceId source;

    [[nodiscard]] std::uint32_t offset(char const* in_buffer) const {
        return static_cast<std::uint32_t>(in_buffer - base);
    }
    [[nodiscard]] Span start_tag(pugi::xml_node node) const;
};

}  // namespace lacuna::akn::xml
