// Small questions to the tree of a file. Private to the room.
#pragma once

#include <string>
#include <string_view>

#include "akn/xml/tree.hpp"
#include "base/span.hpp"

namespace lacuna::akn::xml {

// First child element of that local name; a null node when there is none.
[[nodiscard]] Node child(Node node, std::string_view local);
// First element of that local name in the subtree, in document order, at most `depth` levels below.
[[nodiscard]] Node descendant(Node node, std::string_view local, int depth = 64);
// All text of a subtree, blanks collapsed, notes left out.
[[nodiscard]] std::string text_of(Node node);

// Where the start tag of an element stands.
[[nodiscard]] inline Span start_tag(Node node, SourceId source) {
    return {source, node.begin(), node.end()};
}

}  // namespace lacuna::akn::xml
