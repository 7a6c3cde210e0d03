// Walks the tree of a file and fills a Document: rows, blocks, references, terms, account. Private to the
// room.
#pragma once

#include "akn/document.hpp"
#include "akn/xml/dom.hpp"

namespace lacuna::akn::xml {

struct WalkInput {
    Node root;
    std::string_view raw;  // the bytes of the file
    SourceId source;
    bool ascii = false;
    std::uint32_t max_depth = 0;
    std::string language;  // of the document
    std::string date;      // the day whose law is read; empty: the text as it stands
};

struct WalkResult {
    bool body_seen = false;
    bool too_deep = false;
    Span deepest;  // the element that was too deep
};

[[nodiscard]] WalkResult walk(WalkInput const& input, Document& document);

}  // namespace lacuna::akn::xml
