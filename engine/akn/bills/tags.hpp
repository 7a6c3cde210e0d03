// Where the elements of a well-formed file begin and end, byte by byte: what a tree of an XML parser does not
// say, and what is needed to cut a file and put it together again. Private to the room.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lacuna::akn::bills {

struct Tag {
    std::string_view name;          // local: "section"
    std::string_view attributes;    // the bytes behind the name
    std::uint32_t begin = 0;        // of the start tag
    std::uint32_t open_end = 0;     // behind the start tag
    std::uint32_t close_begin = 0;  // of the end tag; of an empty element: open_end
    std::uint32_t end = 0;          // behind the end tag
    std::size_t parent = 0;         // itself at the top
    std::size_t subtree_end = 0;    // one past the last tag inside
    [[nodiscard]] bool empty() const { return close_begin == open_end && end == open_end; }
};

// In the order of the start tags. `raw` must have been read without an error before.
[[nodiscard]] std::vector<Tag> read_tags(std::string_view raw);
// The value of the attribute with that local name, character references resolved; empty when there is none.
[[nodiscard]] std::string attribute(Tag const& tag, std::string_view local);
// eId, else wId, else id.
[[nodiscard]] std::string id_of(Tag const& tag);
// The words between two places, without tags, blanks collapsed.
[[nodiscard]] std::string words_between(std::string_view raw, std::uint32_t begin, std::uint32_t end);

}  // namespace lacuna::akn::bills
