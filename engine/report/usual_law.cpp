#include "report/usual_law.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "report/clean.hpp"

namespace lacuna::report {
namespace {

template <class Value>
[[nodiscard]] bool holds(std::vector<Value> const& all, Value const& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

void add_once(std::vector<std::string>& names, std::string name) {
    if (!holds(names, name)) names.push_back(std::move(name));
}

// The kind of law that usually holds most of the obligations that protect people as this one does: where a
// rule that counts for all of them is to be expected. Of as many the one that is named first.
[[nodiscard]] ConceptId general_law(program::Instrument const& instrument,
                                    program::Obligation const& obligation) {
    ConceptId best;
    std::ptrdiff_t most = 1;  // a law that holds one of them alone is not general
    for (auto const law : obligation.usually_in) {
        auto const count = std::count_if(
            instrument.obligations.begin(), instrument.obligations.end(),
            [&](program::Obligation const& other) {
                return holds(other.usually_in, law) &&
                       std::any_of(other.protects.begin(), other.protects.end(),
                                   [&](std::string const& name) { return holds(obligation.protects, name); });
            });
        if (count > most) most = count, best = law;
    }
    return best;
}

}  // namespace

std::vector<UsualLaw> usual_laws(Material const& material, program::Instrument const& instrument,
                                 program::Obligation const& obligation, country::Selection const& selection) {
    std::vector<UsualLaw> rows;
    auto const& findings = material.findings;
    if (holds(findings.languages, std::string())) return rows;
    auto const general = general_law(instrument, obligation);
    for (auto const law : obligation.usually_in) {
        UsualLaw row{
            clean(program::unquoted(material.catalogue.concept_titles[law.index()])), {}, {}, law == general};
        for (std::size_t act = 0; act < findings.laws.size(); ++act)
            if (holds(findings.laws[act], law))
                add_once(row.read, clean_label(material.set.at(DocumentId(act)).meta.title));
        for (auto const& named : findings.named)
            if (holds(named.laws, law)) add_once(row.named, clean_label(named.name));
        for (std::size_t act = 0; act < findings.not_read.size(); ++act)
            if (holds(findings.not_read[act], law))
                add_once(row.named, clean_label(selection.country.not_read[act].title));
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<std::string> unknown_titles(Material const& material, program::Instrument const& instrument,
                                        country::Selection const& selection) {
    std::set<std::string> asked;
    for (auto const& obligation : instrument.obligations)
        asked.insert(obligation.asks.begin(), obligation.asks.end());
    std::vector<std::string> sentences;
    auto const& acts = selection.country.not_read;
    for (std::size_t act = 0; act < acts.size(); ++act) {
        auto const& kinds = acts[act].kinds;
        bool const known =
            act < material.findings.not_read.size() && !material.findings.not_read[act].empty();
        if (known ||
            std::any_of(kinds.begin(), kinds.end(), [&](auto const& kind) { return asked.contains(kind); }))
            continue;
        sentences.push_back(clean(
            fmt::format("nothing is answered by {}, which was not given: neither its title nor its kinds "
                        "({}) say what it may "
                        "hold; the kinds that are asked for: {}",
                        acts[act].title, kinds.empty() ? "none" : fmt::format("{}", fmt::join(kinds, ", ")),
                        fmt::join(asked, ", "))));
    }
    return sentences;
}

}  // namespace lacuna::report
