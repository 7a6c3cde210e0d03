#include "match/part_findings.hpp"

#include <algorithm>
#include <tuple>

namespace lacuna::match {
namespace {

void name_documents(SetText const& set, std::vector<Evidence>& quotes) {
    for (auto& evidence : quotes) evidence.document = set.document_of(evidence.document);
}

void name_documents(SetText const& set, std::vector<ElementResult>& elements) {
    for (auto& element : elements) name_documents(set, element.evidence);
}

}  // namespace

void name_documents(SetText const& set, std::vector<NearMiss>& near_misses) {
    for (auto& miss : near_misses) {
        miss.document = set.document_of(miss.document);
        name_documents(set, miss.elements);
    }
}

void name_documents(SetText const& set, Findings& result) {
    for (auto& finding : result.findings) {
        finding.language = set.acts[finding.document.index()]->text.code->language;
        finding.document = set.document_of(finding.document);
        name_documents(set, finding.elements);
        name_documents(set, finding.gate.evidence);
    }
    std::stable_sort(result.findings.begin(), result.findings.end(), [](Finding const& a, Finding const& b) {
        return std::tie(a.measure, a.document, a.unit) < std::tie(b.measure, b.document, b.unit);
    });
    name_documents(set, result.near_misses);
    for (auto& row : result.set_aside) row.document = set.document_of(row.document);
    std::stable_sort(result.set_aside.begin(), result.set_aside.end(),
                     [](SetAside const& a, SetAside const& b) { return a.document < b.document; });
}

}  // namespace lacuna::match
