// Metadata of a file: FRBR parts, languages, title. Private to the room.
#pragma once

#include "akn/document.hpp"
#include "akn/xml/dom.hpp"

namespace lacuna::akn::xml {

[[nodiscard]] Metadata read_metadata(Node root, Node main);

// "eng" -> "en"; what has no short code stays as it is, in lower case.
[[nodiscard]] std::string short_language(std::string_view code);

}  // namespace lacuna::akn::xml
