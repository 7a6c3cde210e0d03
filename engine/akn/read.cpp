#include "akn/read.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <pugixml.hpp>

#include "akn/input.hpp"
#include "akn/settle.hpp"
#include "akn/xml/look.hpp"
#include "akn/xml/meta.hpp"
#include "akn/xml/walk.hpp"

namespace lacuna::akn {
namespace {

// The walk calls itself for each level; this many fit on the stack of any thread.
constexpr std::uint32_t deepest = 4000;

// The reader's own parser only says no; why, and where, is asked of a library that has words for it.
void not_well_formed(std::string_view raw, SourceId id, Diagnostics& diagnostics) {
    pugi::xml_document tree;
    auto const result = tree.load_buffer(raw.data(), raw.size(), pugi::parse_default, pugi::encoding_utf8);
    auto const offset = static_cast<std::uint32_t>(
        std::clamp<std::ptrdiff_t>(result.offset, 0, static_cast<std::ptrdiff_t>(raw.size())));
    auto const* const why = result ? "a tag or a declaration has no end" : result.description();
    diagnostics.add(diagnose(Code::xml_malformed, {id, offset, offset},
                             fmt::format("the file is not well-formed XML: {}", why),
                             "open it in an XML editor and mend the place"));
}

// The root, when it is the only one and is Akoma Ntoso.
[[nodiscard]] xml::Node checked_root(xml::Tree const& tree, SourceId id, Diagnostics& diagnostics) {
    auto const root = tree.document().first_child();
    if (auto const other = root.next_sibling()) {
        diagnostics.add(diagnose(Code::xml_malformed, xml::start_tag(other, id),
                                 "a second root element stands after the first"));
        return {};
    }
    if (root.local_name() == "akomaNtoso" || root.known().kind == Kind::document) return root;
    diagnostics.add(diagnose(Code::xml_not_akn, xml::start_tag(root, id),
                             fmt::format("the root element is '{}', not 'akomaNtoso'", root.name()),
                             "only Akoma Ntoso is read"));
    return {};
}

[[nodiscard]] std::optional<Document> read_tree(xml::Tree const& tree, SourceId id, bool ascii,
                                                ReadOptions const& options, Diagnostics& diagnostics) {
    auto const root = checked_root(tree, id, diagnostics);
    if (!root) return std::nullopt;
    Document document;
    document.source = id;
    document.provisions.reserve(2 * tree.levels() + 16);  // points become rows too
    document.blocks.reserve(3 * tree.levels() + 16);
    auto const max_depth = std::min(options.max_depth, deepest);
    auto metadata = xml::read_metadata(root, xml::main_document(root));
    auto const& date = options.as_of.empty() ? metadata.date_expression : options.as_of;
    auto const language = metadata.languages.empty() ? std::string() : metadata.languages.front();
    auto const result = xml::walk({root, tree.raw(), id, ascii, max_depth, language, date}, document);
    if (result.too_deep) {
        diagnostics.add(diagnose(Code::xml_too_deep, result.deepest,
                                 fmt::format("elements are nested more than {} deep", max_depth),
                                 fmt::format("raise the limit with --max-depth (at most {})", deepest)));
        return std::nullopt;
    }
    if (!result.body_seen) {
        diagnostics.add(diagnose(Code::akn_no_body, xml::start_tag(root, id),
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
    // Kept for the next file on this thread: fresh memory costs more than what is written to it.
    thread_local xml::Tree tree;
    bool const parsed = tree.parse(source.bytes());
    if ((!parsed || tree.has_codes()) && !check_entities(source.bytes(), id, facts, diagnostics))
        return std::nullopt;
    if (facts.doctype)
        diagnostics.add(diagnose(Code::xml_doctype, {id, 0, 0}, "the document type declaration was not read",
                                 "nothing that it declares or points to is used"));
    if (!parsed) {
        not_well_formed(source.bytes(), id, diagnostics);
        return std::nullopt;
    }
    return read_tree(tree, id, facts.ascii, options, diagnostics);
}

}  // namespace lacuna::akn
