#include "akn/read.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <pugixml.hpp>

#include "akn/input.hpp"
#include "akn/settle.hpp"
#include "akn/xml/meta.hpp"
#include "akn/xml/walk.hpp"

namespace lacuna::akn {
namespace {

// The walk calls itself for each level; this many fit on the stack of any thread.
constexpr std::uint32_t deepest = 4000;

// Blanks between inline elements are words apart, so they must be kept. Text that is an element's first child
// stands in the element itself: fewer nodes.
constexpr unsigned flags = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol | pugi::parse_ws_pcdata |
                           pugi::parse_embed_pcdata;

void not_well_formed(pugi::xml_parse_result const& result, SourceId id, std::size_t size,
                     Diagnostics& diagnostics) {
    auto const offset = static_cast<std::uint32_t>(
        std::clamp<std::ptrdiff_t>(result.offset, 0, static_cast<std::ptrdiff_t>(size)));
    diagnostics.add(diagnose(Code::xml_malformed, {id, offset, offset},
                             fmt::format("the file is not well-formed XML: {}", result.description()),
                             "open it in an XML editor and mend the place"));
}

// The root, when it is the only one and is Akoma Ntoso.
[[nodiscard]] pugi::xml_node checked_root(pugi::xml_document const& tree, xml::Places const& places,
                                          Diagnostics& diagnostics) {
    auto const root = tree.document_element();
    for (auto other = root.next_sibling(); other; other = other.next_sibling()) {
        if (!xml::is_element(other)) continue;
        diagnostics.add(diagnose(Code::xml_malformed, places.start_tag(other),
                                 "a second root element stands after the first"));
        return {};
    }
    auto const name = xml::local_name(root.name());
    if (name == "akomaNtoso" || element_name(root.name()).kind == Kind::document) return root;
    diagnostics.add(diagnose(Code::xml_not_akn, places.start_tag(root),
                             fmt::format("the root element is '{}', not 'akomaNtoso'", root.name()),
                             "only Akoma Ntoso is read"));
    return {};
}

[[nodiscard]] std::optional<Document> read_tree(pugi::xml_document const& tree, xml::Places const& places,
                                                bool ascii, ReadOptions const& options,
                                                Diagnostics& diagnostics) {
    auto const root = checked_root(tree, places, diagnostics);
    if (!root) return std::nullopt;
    Document document;
    document.source = places.source;
    document.text.reserve(places.raw.size() / 2 + 64);
    auto const max_depth = std::min(options.max_depth, deepest);
    auto metadata = xml::read_metadata(root, xml::main_document(root));
    auto const& date = options.as_of.empty() ? metadata.date_expression : options.as_of;
    auto const language = metadata.languages.empty() ? std::string() : metadata.languages.front();
    auto const result = xml::walk({root, places, ascii, max_depth, language, date}, document);
    if (result.too_deep) {
        diagnostics.add(diagnose(Code::xml_too_deep, result.deepest,
                                 fmt::format("elements are nested more than {} deep", max_depth),
                                 fmt::format("raise the limit with --max-depth (at most {})", deepest)));
        return std::nullopt;
    }
    if (!result.body_seen) {
        diagnostics.add(diagnose(Code::akn_no_body, places.start_tag(root),
                                 "the document has no body: there is no text of a law in it"));
        return std::nullopt;
    }
    document.meta = std::move(metadata);
    settle(document);
    return document;
}

}  // namespace

std::optional<Document> read_document(Source& source, SourceId id, Diagnostics& diagnostics,
                                      ReadOptions const& options) {
    InputFacts facts;
    if (!prepare_input(source, id, diagnostics, facts)) return std::nullopt;
    auto const raw = source.bytes();
    auto buffer = std::make_unique_for_overwrite<char[]>(raw.size() + 1);
    std::copy(raw.begin(), raw.end(), buffer.get());
    pugi::xml_document tree;
    auto const result = tree.load_buffer_inplace(buffer.get(), raw.size(), flags, pugi::encoding_utf8);
    if (!result) {
        not_well_formed(result, id, raw.size(), diagnostics);
        return std::nullopt;
    }
    return read_tree(tree, {buffer.get(), raw, id}, facts.ascii, options, diagnostics);
}

}  // namespace lacuna::akn
