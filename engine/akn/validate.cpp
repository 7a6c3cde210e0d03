#include <fmt/format.h>

#include <string>
#include <unordered_map>
#include <unordered_set>

#include "akn/read.hpp"

namespace lacuna::akn {
namespace {

// A point that was found in running text has no element that could bear an identifier.
[[nodiscard]] bool has_element(Provision const& row, Source const& source) {
    return source.bytes().substr(row.source.begin, 1) == "<";
}

void check_identifiers(Document const& document, Source const& source, Diagnostics& diagnostics) {
    std::unordered_map<std::string_view, std::size_t> seen;
    for (std::size_t i = 0; i < document.provisions.size(); ++i) {
        auto const& row = document.provisions[i];
        if (row.eid_made) {
            if (!has_element(row, source)) continue;
            diagnostics.add(diagnose(Code::akn_missing_id, row.source,
                                     fmt::format("'{}' has no identifier", row.element),
                                     fmt::format("the naming convention would give it '{}'", row.eid)));
            continue;
        }
        auto const [first, fresh] = seen.emplace(row.eid, i);
        if (fresh) continue;
        auto diagnostic = diagnose(Code::akn_duplicate_id, row.source,
                                   fmt::format("identifier '{}' occurs twice", row.eid));
        diagnostic.others.push_back({document.provisions[first->second].source, "first here"});
        diagnostics.add(std::move(diagnostic));
    }
}

// An identifier begins with those of the rows above: one that begins with the identifier of a row that is not
// above contradicts the hierarchy. Prefixes that name no row (lists, contents) say nothing.
void check_hierarchy(Document const& document, Diagnostics& diagnostics) {
    auto const& rows = document.provisions;
    std::unordered_map<std::string_view, std::size_t> first;
    for (std::size_t i = 0; i < rows.size(); ++i) first.emplace(rows[i].eid, i);
    auto const above = [&](Provision const& row, std::string_view eid) {
        for (auto id = row.parent; id.valid(); id = document.at(id).parent)
            if (document.at(id).eid == eid) return true;
        return false;
    };
    for (auto const& row : rows) {
        if (row.eid_made) continue;
        for (auto cut = row.eid.rfind("__"); cut != std::string_view::npos && cut > 0;
             cut = row.eid.rfind("__", cut - 1)) {
            auto const prefix = row.eid.substr(0, cut);
            auto const named = first.find(prefix);
            if (named == first.end()) continue;
            if (above(row, prefix)) break;
            auto diagnostic =
                diagnose(Code::akn_id_hierarchy, row.source,
                         fmt::format("identifier '{}' places this {} inside '{}', where it does not stand",
                                     row.eid, row.element, prefix));
            diagnostic.others.push_back({rows[named->second].source, fmt::format("'{}' is here", prefix)});
            diagnostics.add(std::move(diagnostic));
            break;
        }
    }
}

// Whether some element of the file has that identifier; not every element is a row.
[[nodiscard]] bool occurs(std::string_view bytes, std::string_view id) {
    for (auto const quote : {'"', '\''})
        if (bytes.find(fmt::format("d={0}{1}{0}", quote, id)) != std::string_view::npos) return true;
    return false;
}

void check_references(Document const& document, Source const& source, Diagnostics& diagnostics) {
    std::unordered_map<std::string_view, bool> known;
    for (auto const& reference : document.references) {
        if (reference.target.valid()) continue;
        auto const hash = reference.href.rfind('#');
        if (hash == std::string_view::npos) continue;
        auto const id = reference.href.substr(hash + 1);
        auto const file = reference.href.substr(0, hash);
        bool const own =
            file.empty() || file == document.meta.work_uri || file == document.meta.expression_uri;
        if (!own && !reference.document.valid()) continue;  // an act that is not in the set
        if (own) {
            auto const [row, fresh] = known.emplace(id, false);
            if (fresh) row->second = occurs(source.bytes(), id);
            if (row->second) continue;
        }
        auto const span = reference.text_begin < reference.text_end
                              ? source_span(document, source, reference.text_begin, reference.text_end)
                          : reference.from.valid() ? document.at(reference.from).source
                                                   : Span{document.source, 0, 0};
        auto const where = own ? std::string("this act") : fmt::format("'{}', which is in the set", file);
        diagnostics.add(
            diagnose(Code::akn_dangling_ref, span,
                     fmt::format("the reference to '{}' has no target in {}", reference.href, where)));
    }
}

// What `refersTo` names is declared in the file: a term, a concept, a role. Each name is told once.
void check_refers_to(Document const& document, Source const& source, Diagnostics& diagnostics) {
    auto const bytes = source.bytes();
    std::unordered_set<std::string_view> seen;
    for (auto at = bytes.find(" refersTo="); at != std::string_view::npos;
         at = bytes.find(" refersTo=", at + 1)) {
        auto const quote = at + std::string_view(" refersTo=").size();
        auto const end = quote < bytes.size() ? bytes.find(bytes[quote], quote + 1) : std::string_view::npos;
        if (end == std::string_view::npos || end - quote < 3 || bytes[quote + 1] != '#') continue;
        auto const id = bytes.substr(quote + 2, end - quote - 2);
        if (!seen.insert(id).second || occurs(bytes, id)) continue;
        diagnostics.add(diagnose(
            Code::akn_dangling_ref,
            {document.source, static_cast<std::uint32_t>(quote + 1), static_cast<std::uint32_t>(end)},
            fmt::format("'refersTo' names '{}', which this file does not declare", id)));
    }
}

// Where the file identifies itself; the beginning of the file when it does not.
[[nodiscard]] Span identification(Document const& document, Source const& source) {
    constexpr std::string_view name = "identification";
    auto const at = source.bytes().find(name);
    if (at == std::string_view::npos) return {document.source, 0, 0};
    auto const begin = static_cast<std::uint32_t>(at);
    return {document.source, begin, begin + static_cast<std::uint32_t>(name.size())};
}

void check_metadata(Document const& document, Source const& source, Diagnostics& diagnostics) {
    auto const& meta = document.meta;
    auto const place = identification(document, source);
    auto const missing = [&](bool absent, char const* what) {
        if (absent)
            diagnostics.add(
                diagnose(Code::akn_missing_meta, place, fmt::format("the identification has no {}", what)));
    };
    missing(meta.work_uri.empty(), "FRBRWork with FRBRuri");
    missing(meta.expression_uri.empty(), "FRBRExpression with FRBRuri");
    missing(meta.manifestation_uri.empty(), "FRBRManifestation with FRBRuri");
    missing(meta.country.empty(), "FRBRcountry");
    missing(meta.languages.empty() || meta.language_of_uri, "FRBRlanguage");
    missing(meta.date_work.empty(), "date of the work");
}

}  // namespace

void validate(Document const& document, Source const& source, Diagnostics& diagnostics) {
    check_identifiers(document, source, diagnostics);
    check_hierarchy(document, diagnostics);
    check_references(document, source, diagnostics);
    check_refers_to(document, source, diagnostics);
    check_metadata(document, source, diagnostics);
    if (!document.account.balances())
        diagnostics.add(diagnose(Code::akn_account, {document.source, 0, 0},
                                 fmt::format("{} characters of the body, {} accounted for",
                                             document.account.body, document.account.sum())));
}

}  // namespace lacuna::akn
