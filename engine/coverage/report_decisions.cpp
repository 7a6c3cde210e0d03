// What is wrong with the decisions of reviewers, said once all verdicts are known.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <string>

#include "base/suggest.hpp"
#include "coverage/decide.hpp"

namespace lacuna::coverage {
namespace {

// A name like that of a known instrument is a slip of the pen; any other is an instrument of other rules.
[[nodiscard]] std::string like_known(program::Catalogue const& catalogue, std::string const& instrument) {
    std::vector<std::string> names;
    for (auto const& one : catalogue.instruments) names.push_back(one.name);
    return suggest(instrument, names);
}

// Decisions on what the rules do not have. On instruments that were not loaded: said once, and no fault.
void report_unknown(program::Catalogue const& catalogue, country::Selection const& selection,
                    Diagnostics& diagnostics) {
    std::set<std::string> elsewhere;
    std::size_t count = 0;
    Span place;
    for (auto const& decision : selection.decisions) {
        auto const id = catalogue.instrument(decision.instrument);
        if (!id.valid()) {
            if (auto const near = like_known(catalogue, decision.instrument); !near.empty()) {
                diagnostics.add(
                    diagnose(Code::decision_unusable, decision.place,
                             fmt::format("the rules have no instrument '{}'", decision.instrument),
                             fmt::format("did you mean '{}'?", near)));
                continue;
            }
            if (count++ == 0) place = decision.place;
            elsewhere.insert(decision.instrument);
            continue;
        }
        auto const& all = catalogue.at(id).obligations;
        bool const known =
            std::any_of(all.begin(), all.end(), [&](auto const& o) { return o.id == decision.obligation; });
        if (known) continue;
        diagnostics.add(diagnose(Code::decision_unusable, decision.place,
                                 fmt::format("the rules have no obligation {}", country::name_of(decision)),
                                 "correct the name, or take the decision out"));
    }
    if (count > 0)
        diagnostics.add(
            diagnose(Code::decisions_elsewhere, place,
                     fmt::format("{} on {}, which these rules do not have",
                                 count == 1 ? "1 decision is" : fmt::format("{} decisions are", count),
                                 fmt::join(elsewhere, ", ")),
                     "nothing is wrong with them; they count where those rules are read"));
}

}  // namespace

void report_decisions(program::Catalogue const& catalogue, Assessment const& assessment,
                      country::Selection const& selection, bool whole, Diagnostics& diagnostics) {
    for (auto const& result : assessment.obligations) {
        for (auto const& one : result.decisions) {
            auto const& decision = selection.decisions[one.decision];
            if (one.standing == Standing::stale)
                diagnostics.add(diagnose(
                    Code::decision_stale, decision.place,
                    fmt::format("the decision on {} is not obeyed: {}", country::name_of(decision), one.why),
                    "read the text again, and decide again"));
            if (one.standing == Standing::unusable)
                diagnostics.add(
                    diagnose(Code::decision_unusable, decision.place, one.why, std::string(usable_verdicts)));
        }
    }
    if (whole) report_unknown(catalogue, selection, diagnostics);
}

}  // namespace lacuna::coverage
