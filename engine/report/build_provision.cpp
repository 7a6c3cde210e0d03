#include "report/build_provision.hpp"

#include <algorithm>

#include "akn/read.hpp"
#include "coverage/decide.hpp"
#include "coverage/lacking.hpp"
#include "report/clean.hpp"
#include "report/passage.hpp"

namespace lacuna::report {
namespace {

constexpr std::size_t quotes_limit = 4;  // of one element

[[nodiscard]] bool lists(std::vector<std::string> const& names, std::string const& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

[[nodiscard]] ElementRow element_row(Material const& material, program::Element const& element,
                                     program::Obligation const& obligation,
                                     match::ElementResult const& result) {
    ElementRow row;
    row.name = element.name;
    row.title = clean(element.title);
    row.found = result.found;
    row.option = element.option;
    row.needed = !element.option && lists(obligation.with, element.name);
    row.protects = lists(obligation.protects, element.name);
    row.allowed = element.option && lists(obligation.allows, element.name);
    if (result.found) row.distance = std::string(match::to_string(result.distance));
    row.failed = clean(result.failed);
    row.lacks = cleaned(coverage::lacks_of(material.catalogue, element, result));
    for (auto const measure : result.elsewhere)
        row.elsewhere.push_back(clean(material.catalogue.at(measure).title));
    for (auto const& evidence : result.evidence) {
        if (row.quotes.size() >= quotes_limit) break;
        auto quote = quote_of(material.set.at(evidence.document), material.sources, evidence);
        if (evidence.via.valid()) quote.via = clean(material.catalogue.at(evidence.via).title);
        bool const again = std::any_of(row.quotes.begin(), row.quotes.end(), [&](Quote const& other) {
            return other.eid == quote.eid && other.text == quote.text && other.file == quote.file;
        });
        if (!again) row.quotes.push_back(std::move(quote));
    }
    return row;
}

// Elements that the obligation asks for and the measure does not know.
void add_unknown(ProvisionRow& row, program::Obligation const& obligation) {
    for (auto const& name : row.missing) {
        if (std::any_of(row.elements.begin(), row.elements.end(),
                        [&](auto const& e) { return e.name == name; }))
            continue;
        ElementRow element;
        element.name = element.title = name;
        element.needed = true;
        element.protects = lists(obligation.protects, name);
        element.failed = "the measure does not look for it";
        row.elements.push_back(std::move(element));
    }
}

[[nodiscard]] std::vector<Mark> marks_of(program::Measure const& measure, DocumentId document,
                                         std::vector<match::ElementResult> const& elements) {
    std::vector<Mark> marks;
    for (std::size_t i = 0; i < elements.size() && i < measure.elements.size(); ++i)
        for (auto const& evidence : elements[i].evidence)
            if (evidence.document == document)
                marks.push_back({evidence.text_begin, evidence.text_end, measure.elements[i].name});
    return marks;
}

// What findings and near misses have in common.
template <class Found>
[[nodiscard]] ProvisionRow common_row(Material const& material, program::Obligation const& obligation,
                                      Found const& found) {
    auto const& measure = material.catalogue.at(found.measure);
    auto const& document = material.set.at(found.document);
    ProvisionRow row;
    row.measure = measure.name;
    row.measure_title = clean(measure.title);
    row.act = clean_label(document.meta.title);
    auto const leaf = found.passage.valid() ? found.passage : found.unit;
    if (found.unit.valid()) {
        row.heading = clean_label(document.at(found.unit).heading);
        row.unit_eid = clean_label(document.at(found.unit).eid);
        row.unit_citation = clean_label(document.citation_of(found.unit));
        row.unit_digest = material.digests.of(found.document, found.unit);
    }
    if (leaf.valid()) {
        auto const& provision = document.at(leaf);
        row.eid = clean_label(provision.eid);
        row.citation = clean_label(document.citation_of(leaf));
        row.path = clean_label(document.path_of(leaf));
        auto const repealed =
            provision.force == akn::Force::in_force && material.findings.repeal_of(found.document) != nullptr;
        row.force = std::string(akn::to_string(repealed ? akn::Force::repealed : provision.force));
        row.quoted = provision.quoted;
        place_in_file(material, document, leaf, row);
    }
    row.bill = clean_label(coverage::bill_of(material.set, found));
    row.passage = passage_of(document, found.unit, leaf, marks_of(measure, found.document, found.elements));
    for (std::size_t i = 0; i < found.elements.size() && i < measure.elements.size(); ++i)
        row.elements.push_back(element_row(material, measure.elements[i], obligation, found.elements[i]));
    return row;
}

}  // namespace

std::string const& UnitDigests::of(DocumentId document, ProvisionId unit) {
    auto const [row, fresh] = known_.try_emplace({document, unit});
    if (fresh) row->second = coverage::digest_of(set_.at(document), unit);
    return row->second;
}

ProvisionRow provision_row(Material const& material, program::Obligation const& obligation,
                           coverage::Judged const& judged) {
    auto const& finding = material.findings.findings[judged.finding];
    auto row = common_row(material, obligation, finding);
    row.force = std::string(akn::to_string(finding.force));
    row.quoted = finding.quoted;
    row.verdict = finding.force == akn::Force::in_force ? std::string(coverage::to_string(judged.verdict))
                                                        : std::string("not in force");
    row.broader = judged.broader;
    row.general_part = judged.general_part;
    row.score = judged.score;
    row.also = judged.also.size();
    row.missing = judged.missing;
    row.extra = judged.extra;
    row.permitted = judged.permitted;
    row.protections = judged.protections;
    add_unknown(row, obligation);
    return row;
}

ProvisionRow found_row(Material const& material, match::Finding const& finding) {
    auto row = common_row(material, program::Obligation{}, finding);
    row.force = std::string(akn::to_string(finding.force));
    row.quoted = finding.quoted;
    return row;
}

ProvisionRow near_miss_row(Material const& material, program::Obligation const& obligation,
                           match::NearMiss const& miss) {
    auto row = common_row(material, obligation, miss);
    row.verdict = "near miss";
    row.reason = clean(miss.reason);
    for (auto const& element : row.elements)
        if (element.needed && !element.found) row.missing.push_back(element.name);
    return row;
}

}  // namespace lacuna::report
