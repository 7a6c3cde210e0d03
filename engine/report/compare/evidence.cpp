#include "report/compare/evidence.hpp"

#include <algorithm>

namespace lacuna::report {
std::string act_key(ActRow const& act) {
    return !act.uri.empty() ? act.uri : !act.title.empty() ? act.title : act.file;
}

Known::Known(Report const& report) {
    for (auto const& act : report.acts) {
        // A provision that a bill wrote stands in the bill's file and is of the act: titles come first.
        act_of_title_.emplace(act.title, act_key(act));
        acts_.emplace(act_key(act), &act);
    }
    for (auto const& article : report.articles)
        for (auto const& obligation : article.obligations)
            for (auto const* rows : {&obligation.provisions, &obligation.near_misses})
                for (auto const& row : *rows) rows_.emplace(place_of(row), &row);
}

Place Known::place_of(ProvisionRow const& row) const {
    auto const at = act_of_title_.find(row.act);
    return {at == act_of_title_.end() ? row.act : at->second, row.unit_eid.empty() ? row.eid : row.unit_eid};
}

ActRow const* Known::act(std::string const& key) const {
    auto const at = acts_.find(key);
    return at == acts_.end() ? nullptr : at->second;
}

std::string Known::digest(Place const& place) const {
    auto const* found = row(place);
    return found == nullptr ? std::string() : found->unit_digest;
}

ProvisionRow const* Known::row(Place const& place) const {
    auto const at = rows_.find(place);
    return at == rows_.end() ? nullptr : at->second;
}

bool answers(ProvisionRow const& row) {
    return row.verdict == "covered" || row.verdict == "partial";
}

std::vector<ProvisionRow const*> only_here(ObligationRow const& here, Known const& known,
                                           ObligationRow const& other, Known const& other_known) {
    std::vector<ProvisionRow const*> out;
    for (auto const& row : here.provisions) {
        if (!answers(row)) continue;
        auto const place = known.place_of(row);
        bool const there =
            std::any_of(other.provisions.begin(), other.provisions.end(), [&](ProvisionRow const& one) {
                return answers(one) && one.measure == row.measure && other_known.place_of(one) == place;
            });
        if (!there) out.push_back(&row);
    }
    return out;
}

std::string proof_of(ObligationRow const& row, Known const& known) {
    std::string out;
    for (auto const& provision : row.provisions) {
        auto const place = known.place_of(provision);
        out += place.act + '\n' + place.unit + '\n' + provision.eid + '\n' + provision.measure + '\n' +
               provision.verdict + '\n';
        for (auto const& element : provision.elements) {
            if (!element.found) continue;
            out += element.name;
            for (auto const& quote : element.quotes) out += '\t' + quote.eid + '\t' + quote.text;
            out += '\n';
        }
    }
    return out;
}

}  // namespace lacuna::report
