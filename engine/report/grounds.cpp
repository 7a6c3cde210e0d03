#include "report/grounds.hpp"

#include <algorithm>

#include "coverage/threshold.hpp"
#include "report/clean.hpp"
#include "report/passage.hpp"

namespace lacuna::report {
namespace {

constexpr std::size_t punished_limit = 6;          // provisions of one offence
constexpr std::size_t threshold_quotes_limit = 4;  // of one provision and side

void add_quotes(Material const& material, match::Finding const& words, std::vector<Quote>& quotes) {
    for (auto const& element : words.elements)
        for (auto const& evidence : element.evidence) {
            if (quotes.size() >= threshold_quotes_limit) return;
            auto quote = quote_of(material.set.at(evidence.document), material.sources, evidence);
            bool const known = std::any_of(quotes.begin(), quotes.end(), [&](Quote const& other) {
                return other.file == quote.file && other.eid == quote.eid && other.text == quote.text;
            });
            if (!known) quotes.push_back(std::move(quote));
        }
}

[[nodiscard]] PunishedRow punished_row(Material const& material, coverage::ObligationResult const& result,
                                       coverage::PunishedProvision const& punished) {
    auto const& judged = result.judged[punished.judged];
    auto const& finding = material.findings.findings[judged.finding];
    auto const& document = material.set.at(finding.document);
    auto const leaf = finding.passage.valid() ? finding.passage : finding.unit;
    PunishedRow row;
    row.act = clean_label(document.meta.title);
    row.verdict = std::string(coverage::to_string(judged.verdict));
    row.threshold = std::string(coverage::to_string(punished.threshold));
    if (leaf.valid()) {
        row.eid = clean_label(document.at(leaf).eid);
        row.citation = clean_label(document.citation_of(leaf));
    }
    if (leaf.valid() && document.source.valid()) {
        auto const& source = material.sources.at(document.source);
        row.file = clean_label(source.name());
        row.line = source.position(document.at(leaf).source.begin).line;
    }
    for (auto const& words : punished.words)
        add_quotes(material, material.findings.findings[words.finding],
                   words.reaches ? row.reaches : row.below);
    return row;
}

}  // namespace

std::vector<GroundView> ground_views(Material const& material, coverage::Assessment const& assessment) {
    std::vector<GroundView> views;
    auto const& instrument = material.catalogue.at(assessment.instrument);
    for (auto const& view : instrument.cooperations) {
        GroundView made;
        made.title = clean(view.title);
        made.note = clean(view.note);
        if (view.reaches.valid()) made.reaches = clean(material.catalogue.at(view.reaches).title);
        if (view.below.valid()) made.below = clean(material.catalogue.at(view.below).title);
        for (auto const& one :
             coverage::punished(material.catalogue, view, assessment, material.set, material.findings)) {
            auto const& result = assessment.obligations[one.obligation];
            auto const& obligation = instrument.obligations[result.obligation.index()];
            GroundRow row{obligation.id,
                          clean(obligation.title),
                          std::string(coverage::to_string(result.verdict)),
                          std::string(coverage::to_string(one.threshold)),
                          {}};
            for (auto const& provision : one.provisions)
                if (row.provisions.size() < punished_limit)
                    row.provisions.push_back(punished_row(material, result, provision));
            made.rows.push_back(std::move(row));
        }
        views.push_back(std::move(made));
    }
    return views;
}

}  // namespace lacuna::report
