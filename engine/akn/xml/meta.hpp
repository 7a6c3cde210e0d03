// Metadata of a file: FRBR parts, languages, title. Private to the room.
#pragma once

#include "akn/document.hpp"
#include "akn/xml/dom.hpp"

namespace lacuna::akn::xml {

[[nodiscard]] Metadata read_metadata(Node root, Node main);

// The first language that the metadata of a document inside a file, or its tag, gives it; empty: none.
[[nodiscard]] std::string_view language_said(Node document);

// "eng" -> "en"; what has no short code stays as it is, in lower case.
[[nodiscard]] std::string short_language(std::string_view code);

// Whether a short code says that there are several languages, none, or that it is not known (ISO 639-2).
[[nodiscard]] bool names_no_language(std::string_view code);

}  // namespace lacuna::akn::xml
