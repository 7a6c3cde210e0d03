#include "coverage/kinds.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>
#include <string>
#include <vector>

#include "base/suggest.hpp"

namespace lacuna::coverage {

void report_kinds(program::Catalogue const& catalogue, country::Country const& country,
                  Diagnostics& diagnostics) {
    std::set<std::string> asked, told;
    for (auto const& instrument : catalogue.instruments)
        for (auto const& obligation : instrument.obligations)
            asked.insert(obligation.asks.begin(), obligation.asks.end());
    std::vector<std::string> const known(asked.begin(), asked.end());
    auto const report = [&](auto const& acts) {
        for (auto const& act : acts)
            for (auto const& kind : act.kinds) {
                if (asked.contains(kind) || !told.insert(kind).second) continue;
                auto const near = suggest(kind, known);
                auto const kinds = fmt::format("the rules ask for {}", fmt::join(known, ", "));
                diagnostics.add(
                    diagnose(Code::country_idle, act.kinds_place,
                             fmt::format("no rule asks for law of the kind '{}'", kind),
                             near.empty() ? kinds : fmt::format("did you mean '{}'? {}", near, kinds)));
            }
    };
    report(country.acts);
    report(country.bills);
    report(country.not_read);
}

}  // namespace lacuna::coverage
