// Reads Akoma Ntoso of any dialect (1.0, 2.0, 3.0 drafts, 3.0, LegalDocML.de; prefixed, default or no
// namespace) into a Document. pugixml is seen only behind these functions. Nothing is fetched, no entity is
// expanded but the five of XML and character references, and every limit that is met is reported.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "akn/document.hpp"
#include "base/diagnostic.hpp"
#include "base/files.hpp"
#include "base/source.hpp"

namespace lacuna::akn {

struct ReadOptions {
    ReadLimits limits;
    std::uint32_t max_depth = 1000;  // nesting of elements
    std::string as_of;               // ISO date; empty: the text as the file gives it
};

// Reads the bytes of a registered Source (any encoding that XML may declare among UTF-8, UTF-16, Latin-1;
// others are errors). No Document when the text is not well-formed or is no Akoma Ntoso: the cause is then in
// `diagnostics`. Safe to call on several threads, each with its own Source and Diagnostics.
[[nodiscard]] std::optional<Document> read_document(Source& source, SourceId id, Diagnostics& diagnostics,
                                                    ReadOptions const& options = {});

// A Document from plain text, for tests of rules and for text on standard input. A line that begins with a
// marker such as "(1)" or "(a)" starts a point; a line that begins with "7." or "Section 7." starts a new
// unit. A line that begins with # and a blank is a heading: of a part, where a unit or another heading comes
// next, else of a unit that begins here. A part goes on until a heading with as many # or fewer. Below a
// heading with a number, such as "3. Words", the lines "1.", "2." begin paragraphs of the unit.
[[nodiscard]] Document document_from_text(std::string_view text, std::string_view language,
                                          SourceId source = {});
// Whether a line of such a text, without blanks before it, starts a new unit.
[[nodiscard]] bool begins_unit(std::string_view line);

// Byte offset in the file of a place in Document::text, exact even after entities and line ends.
[[nodiscard]] std::uint32_t source_offset(Document const& document, Source const& source,
                                          std::uint32_t text_offset);
[[nodiscard]] Span source_span(Document const& document, Source const& source, std::uint32_t begin,
                               std::uint32_t end);

// Warnings about identifiers, references and metadata, with line numbers; for `show --validate`.
void validate(Document const& document, Source const& source, Diagnostics& diagnostics);

}  // namespace lacuna::akn
