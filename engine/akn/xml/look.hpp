// What the walk asks of an element before it reads what is in it. Private to the room.
#pragma once

#include <optional>

#include "akn/xml/dom.hpp"
#include "akn/xml/lifecycle.hpp"

namespace lacuna::akn::xml {

// The act or bill that a file is about: the first, or else the first document of any kind. Null when the file
// holds none.
[[nodiscard]] Node main_document(Node root);

// What the attributes of a level say.
struct Marks {
    std::string_view id, language;
    std::optional<Lifecycle::Marks> time;  // if they say anything of it
};
[[nodiscard]] Marks read_marks(Node level);

// Whether a body has words that stand in no level of the hierarchy; they need a row to belong to.
[[nodiscard]] bool has_loose_text(Node body);
[[nodiscard]] bool holds_html(Node node);

// Of an element that is set aside, by its kind: where its characters are counted.
[[nodiscard]] Account::Class class_aside(Kind kind);

// What an element that no table knows is read like, by what it holds.
enum class Likeness : std::uint8_t { level, block, words };
[[nodiscard]] Likeness likeness(Node node);

}  // namespace lacuna::akn::xml
