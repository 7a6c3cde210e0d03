// The elements of Akoma Ntoso, and of HTML inside it, by local name: what the reader does with each, and the
// short name that the naming convention gives it. Private to the room.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace lacuna::akn {

class Bytes16;

enum class Kind : std::uint8_t {
    unknown,
    transparent,  // holds other elements; no row of its own
    document,     // act, bill, doc, …
    body,         // body, mainBody
    meta,         // not text
    front,        // preface, preamble, conclusions, cover
    provision,    // a level of the hierarchy
    grouping,     // a level above the basic unit: part, chapter
    point,        // item of a list
    list,         // list, blockList
    attachment,
    component,
    num,
    heading,
    intro,
    wrap_up,
    block,
    table_row,
    table_cell,
    inline_,
    line_break,
    reference,
    term,
    definition,
    quoted,  // quotedStructure, embeddedStructure
    quoted_text,
    modification,  // mod: changes another act
    notes,
    contents,
    editorial,
    furniture,
    foreign,
    // Of places in a file that are no elements:
    characters,
    outside,  // what holds the root
};

[[nodiscard]] constexpr bool is_block(Kind kind) {
    return kind == Kind::block || kind == Kind::table_row || kind == Kind::table_cell;
}

struct ElementName {
    std::string_view name{};
    Kind kind = Kind::unknown;
    std::string_view abbreviation{};  // of the naming convention; empty: the name itself
    bool html = false;
};

// The row of the table for a local or prefixed name; row 0, with Kind::unknown, when it has none.
[[nodiscard]] std::uint8_t element_index(std::string_view qualified);
// The same for a local name of at most sixteen bytes, with NULs behind it.
[[nodiscard]] inline std::uint8_t short_element_index(Bytes16 const& local, std::size_t length);
[[nodiscard]] inline ElementName const& element_at(std::uint8_t index);
[[nodiscard]] inline ElementName const& element_name(std::string_view qualified) {
    return element_at(element_index(qualified));
}

// "section" -> "sec"
[[nodiscard]] std::string_view abbreviation(std::string_view element);

}  // namespace lacuna::akn

#include "akn/element_table.hpp"
