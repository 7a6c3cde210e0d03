#include "match/miss_order.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "base/diagnostic.hpp"
#include "dsl/check.hpp"
#include "dsl/parse.hpp"
#include "match/candidates.hpp"
#include "match/prepare.hpp"
#include "program/compile.hpp"
#include "support/reference/random_law.hpp"

using namespace lacuna;
using test::Random;

namespace {

program::ProgramPtr random_program(Random& random) {
    for (;;) {
        SourceMap sources;
        Diagnostics diagnostics;
        auto const id = sources.add("rules.lac", test::random_rules(random));
        dsl::Pack pack;
        pack.files.push_back(dsl::parse(sources.at(id), id, diagnostics));
        dsl::check(pack, diagnostics);
        if (diagnostics.errors() > 0) continue;
        auto made = program::compile(pack, diagnostics);
        REQUIRE(made);
        return made;
    }
}

struct Ranked {
    std::uint32_t strength = 0, unit = 0;
    bool operator==(Ranked const&) const = default;
};

// The same order, unit by unit.
std::vector<Ranked> ranked(match::SetText const& texts, MeasureId measure, match::Sought const& sought) {
    auto const& act = *texts.acts[sought.document.index()];
    std::vector<Ranked> all;
    auto const& units = act.text.text.units;
    for (std::uint32_t unit = 0; unit < units.size(); ++unit) {
        if (!sought.units.has(unit)) continue;
        Ranked row{0, unit};
        for (auto const id : texts.program->at(measure).looked_for)
            row.strength += act.places.may_hold(id, act.places.whole(unit)) ? 1U : 0U;
        bool needing = false;
        for (auto at = units[unit].passage_begin; at < units[unit].passage_end; ++at)
            needing = needing || sought.places.needs.has(at);
        if (needing) row.strength += match::needs_hold;
        if (row.strength > 0) all.push_back(row);
    }
    std::stable_sort(all.begin(), all.end(),
                     [](Ranked const& a, Ranked const& b) { return a.strength > b.strength; });
    return all;
}

}  // namespace

TEST_CASE("MissOrder gives each unit once, those first in which most of the measure may stand") {
    std::size_t given = 0, needing = 0;
    for (std::uint32_t seed = 5000; seed < 5030; ++seed) {
        Random random(seed);
        auto const program = random_program(random);
        akn::StatuteSet set;
        set.documents.push_back(test::random_act(random, 80));  // more units than a word of a set has bits
        match::SetText texts;
        match::prepare_set(*program, set, {}, texts);
        auto const& act = *texts.acts.front();
        for (auto& candidate : match::find_candidates(*program, act.places, {})) {
            auto places = match::MeasurePlacer(texts, act).of(candidate.measure);
            match::Sought const sought{DocumentId(std::size_t{0}), std::move(places), candidate.units};
            match::MissOrder order(texts, candidate.measure, sought);
            std::vector<Ranked> found;
            while (auto const missed = order.next()) {
                found.push_back({missed->strength, missed->unit});
                CHECK(missed->known == match::Missed::By::unit);
                needing += missed->strength >= match::needs_hold ? 1U : 0U;
            }
            INFO("seed " << seed << ", measure " << candidate.measure.value);
            REQUIRE(found == ranked(texts, candidate.measure, sought));
            given += found.size();
        }
    }
    CHECK(given > 500);
    CHECK(needing > 50);
    CHECK(needing < given);
}
