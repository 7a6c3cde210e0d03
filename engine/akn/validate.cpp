#include <fmt/format.h>

#include <unordered_map>

#include "akn/read.hpp"

namespace lacuna::akn {
namespace {

void check_identifiers(Document const& document, Diagnostics& diagnostics) {
    std::unordered_map<std::string_view, std::size_t> seen;
    for (std::size_t i = 0; i < document.provisions.size(); ++i) {
        auto const& row = document.provisions[i];
        if (row.eid_made) {
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

void check_metadata(Document const& document, Diagnostics& diagnostics) {
    auto const& meta = document.meta;
    auto const missing = [&](bool absent, char const* what) {
        if (absent)
            diagnostics.add(diagnose(Code::akn_missing_meta, {document.source, 0, 0},
                                     fmt::format("the identification has no {}", what)));
    };
    missing(meta.work_uri.empty(), "FRBRWork with FRBRuri");
    missing(meta.expression_uri.empty(), "FRBRExpression with FRBRuri");
    missing(meta.manifestation_uri.empty(), "FRBRManifestation with FRBRuri");
    missing(meta.country.empty(), "FRBRcountry");
    missing(meta.languages.empty(), "FRBRlanguage");
    missing(meta.date_work.empty(), "date of the work");
}

}  // namespace

void validate(Document const& document, Source const&, Diagnostics& diagnostics) {
    check_identifiers(document, diagnostics);
    check_metadata(document, diagnostics);
    if (!document.account.balances())
        diagnostics.add(diagnose(Code::akn_account, {document.source, 0, 0},
                                 fmt::format("{} characters of the body, {} accounted for",
                                             document.account.body, document.account.sum())));
}

}  // namespace lacuna::akn
