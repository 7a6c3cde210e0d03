#include "report/surplus.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "coverage/judge.hpp"
#include "report/clean.hpp"
#include "report/phrases.hpp"

namespace lacuna::report {
namespace {

constexpr std::size_t words_limit = 300;

[[nodiscard]] SurplusRow row_of(std::string kind, std::string obligation, ProvisionRow const& provision,
                                std::vector<std::string> elements) {
    return {std::move(kind),     std::move(obligation),
            provision.measure,   provision.measure_title,
            provision.act,       provision.eid,
            provision.citation,  provision.path,
            provision.file,      provision.line,
            std::move(elements), shorten(clean(words_of(provision.passage)), words_limit)};
}

void add(std::vector<MeasureId> const& more, std::set<MeasureId>& names) {
    names.insert(more.begin(), more.end());
}

// Measures that an obligation names, or that prove elements of others.
[[nodiscard]] std::set<MeasureId> asked(Material const& material, program::Instrument const& instrument) {
    std::set<MeasureId> names;
    for (auto const& obligation : instrument.obligations)
        if (obligation.has_rules) add(coverage::measures_of(obligation.met_by), names);
    for (auto const& finding : material.findings.findings)
        for (auto const& element : finding.elements)
            for (auto const& evidence : element.evidence)
                if (evidence.via.valid()) names.insert(evidence.via);
    return names;
}

// Kinds of measures by which a law can reach people further than is asked: those of obligations that protect.
[[nodiscard]] std::set<std::string> kinds_that_reach(Material const& material,
                                                     program::Instrument const& instrument) {
    std::set<MeasureId> names;
    for (auto const& obligation : instrument.obligations)
        if (obligation.has_rules && !obligation.protects.empty())
            add(coverage::measures_of(obligation.met_by), names);
    std::set<std::string> kinds;
    for (auto const id : names) kinds.insert(material.catalogue.at(id).kind);
    return kinds;
}

// Only for the whole instrument: of a part one cannot say what is not asked.
void add_unasked(Report& report, Material const& material, program::Instrument const& instrument) {
    std::size_t assessed = 0;
    for (auto const& article : report.articles) assessed += article.obligations.size();
    if (assessed < instrument.obligations.size()) return;
    auto const kinds = kinds_that_reach(material, instrument);
    auto const known = asked(material, instrument);
    std::set<std::tuple<MeasureId, DocumentId, ProvisionId>> seen;
    for (auto const& finding : material.findings.findings) {
        if (known.count(finding.measure) > 0 || finding.force != akn::Force::in_force) continue;
        if (kinds.count(material.catalogue.at(finding.measure).kind) == 0) continue;
        if (!seen.emplace(finding.measure, finding.document, finding.unit).second) continue;
        report.surplus.push_back(row_of("not asked", "", found_row(material, finding), {}));
    }
}

}  // namespace

void add_surplus(Report& report, Material const& material, program::Instrument const& instrument) {
    for (auto const& article : report.articles) {
        for (auto const& row : article.obligations) {
            for (auto const& provision : row.provisions) {
                if (provision.verdict == "not in force") continue;
                if (provision.broader)
                    report.surplus.push_back(
                        row_of("reaches further", row.id, provision, provision.protections));
                if (!provision.extra.empty())
                    report.surplus.push_back(row_of("asks for more", row.id, provision, provision.extra));
            }
        }
    }
    add_unasked(report, material, instrument);
}

}  // namespace lacuna::report
