#include "coverage/decide.hpp"

#include <catch2/catch.hpp>

#include "world.hpp"

using namespace lacuna;
using country::Decision;
using coverage::Flag;
using coverage::Standing;
using coverage::Verdict;
using Action = country::Decision::Action;

namespace {

// Two sections that make something an offence, one of them without intent.
struct Court : test::World {
    DocumentId law;
    Court() {
        auto const access = measure("access", {"conduct", "mental"});
        obligation("7.1", access, {"conduct", "mental"});
        obligation("7.2", access, {"conduct"}).force = dsl::ForceOfDuty::may;
        obligation("8.1", measure("interception", {"conduct"}), {"conduct"});
        law = act("Crimes Act", {{"1", "Access", "A person who enters a system on purpose is guilty."},
                                 {"2", "Entry", "Whoever enters a place of data is guilty."},
                                 {"3", "Other", "The Minister may make rules on lamps."}});
        finding(access, law, 0, {"conduct", "mental"});
        finding(access, law, 1, {"conduct"});
    }

    Decision& decide(std::string const& id, Action action, std::string const& verdict,
                     std::string const& provision) {
        Decision made;
        made.instrument = "test";
        made.obligation = id;
        made.action = action;
        made.verdict = verdict;
        made.reason = "We read it so.";
        made.reviewer = "A. Reader";
        made.date = "2026-03-01";
        auto const at = provision.empty() ? ProvisionId() : set.at(law).find(provision);
        made.rests_on = {{"Crimes Act", provision, coverage::digest_of(set.at(law), at)}};
        selection.decisions.push_back(made);
        return selection.decisions.back();
    }

    coverage::ObligationResult result(std::size_t row) { return assess().obligations[row]; }
};

bool has(coverage::ObligationResult const& result, Flag flag) {
    return std::find(result.flags.begin(), result.flags.end(), flag) != result.flags.end();
}

}  // namespace

TEST_CASE("a decision stands above the computed verdict, which stays beside it") {
    Court court;
    SECTION("nothing is decided") {
        CHECK(court.result(0).verdict == Verdict::covered);
        CHECK(court.result(0).computed == Verdict::covered);
        CHECK(court.result(0).decisions.empty());
    }
    SECTION("override") {
        court.decide("7.1", Action::override_to, "partial", "sec_1");
        auto const result = court.result(0);
        CHECK(result.verdict == Verdict::partial);
        CHECK(result.computed == Verdict::covered);
        CHECK(has(result, Flag::decided));
        CHECK(result.reason.find("A. Reader") != std::string::npos);
    }
    SECTION("confirm keeps the verdict that was confirmed when the rules change their mind") {
        court.decide("7.1", Action::confirm, "covered", "sec_1");
        court.findings.findings.clear();
        CHECK(court.result(0).verdict == Verdict::covered);
        CHECK(court.result(0).computed == Verdict::gap);
    }
    SECTION("map") {
        court.decide("8.1", Action::map, "covered", "sec_3");
        CHECK(court.result(2).verdict == Verdict::covered);
        CHECK(court.result(2).computed == Verdict::gap);
    }
    SECTION("map of a permission makes it used") {
        court.findings.findings.clear();
        court.decide("7.2", Action::map, "option-used", "sec_3");
        CHECK(court.result(1).verdict == Verdict::option_used);
    }
    SECTION("map takes nothing away, and no duty out of the count") {
        for (auto const* verdict : {"gap", "outside-statutes", "untested"}) {
            court.decide("8.1", Action::map, verdict, "sec_3");
            CHECK(court.result(2).decisions.back().standing == Standing::unusable);
        }
        CHECK(court.result(2).verdict == Verdict::gap);
    }
    SECTION("of two provisions that are mapped, who made the verdict is named") {
        court.decide("8.1", Action::map, "partial", "sec_2").reviewer = "P. Partly";
        court.decide("8.1", Action::map, "covered", "sec_3").reviewer = "F. Fully";
        CHECK(court.result(2).verdict == Verdict::covered);
        CHECK(court.result(2).reason.find("F. Fully") != std::string::npos);
    }
    SECTION("a provision that is rejected does not come back as the nearest miss") {
        court.near_miss(court.catalogue.instruments[0].obligations[2].met_by.measure, court.law, 2, 1);
        CHECK(court.result(2).near_misses.size() == 1);
        court.decide("8.1", Action::reject, "", "sec_3");
        CHECK(court.result(2).near_misses.empty());
    }
    SECTION("map never lowers") {
        court.decide("7.1", Action::map, "partial", "sec_3");
        CHECK(court.result(0).verdict == Verdict::covered);
    }
    SECTION("reject leaves the other provisions") {
        court.decide("7.1", Action::reject, "", "sec_1");
        auto const result = court.result(0);
        CHECK(result.verdict == Verdict::partial);
        CHECK(result.computed == Verdict::covered);
        CHECK(result.judged.size() == 1);
    }
    SECTION("an article follows the decisions on its obligations") {
        court.decide("7.1", Action::override_to, "gap", "sec_1");
        CHECK(court.assess().articles[0].verdict == Verdict::gap);
    }
}

TEST_CASE("a decision whose text has changed is stale: shown, and not obeyed") {
    Court court;
    SECTION("other words") {
        court.decide("7.1", Action::override_to, "partial", "sec_1").rests_on[0].digest = "sha256:0";
        auto const result = court.result(0);
        CHECK(result.verdict == Verdict::covered);
        REQUIRE(result.decisions.size() == 1);
        CHECK(result.decisions[0].standing == Standing::stale);
        CHECK(has(result, Flag::stale_decision));
        CHECK_FALSE(has(result, Flag::decided));
        Diagnostics diagnostics;
        coverage::report_decisions(court.catalogue, court.assess(), court.selection, true, diagnostics);
        REQUIRE(diagnostics.sorted().size() == 1);
        CHECK(diagnostics.sorted()[0].code == Code::decision_stale);
    }
    SECTION("the same words that are no longer in force") {
        court.decide("7.1", Action::override_to, "partial", "sec_1");
        court.set.documents[0].provisions[0].force = akn::Force::repealed;
        CHECK(court.result(0).decisions[0].standing == Standing::stale);
    }
    SECTION("a provision that is gone") {
        court.decide("7.1", Action::override_to, "partial", "sec_1").rests_on[0].provision = "sec_9";
        CHECK(court.result(0).decisions[0].why == "sec_9 of Crimes Act is no longer there");
    }
    SECTION("a new act, where the decision was that something is absent") {
        court.decide("8.1", Action::override_to, "covered", "");
        CHECK(court.result(2).verdict == Verdict::covered);
        court.act("New Act", {{"1", "Lamps", "Lamps shall be lit."}});
        CHECK(court.result(2).verdict == Verdict::gap);
        CHECK(court.result(2).decisions[0].why == "New Act is new in the set");
    }
    SECTION("blanks do not count") {
        auto const before = coverage::digest_of(court.set.at(court.law), {});
        auto& text = court.set.documents[0].text;
        std::replace(text.begin(), text.end(), ' ', '\t');
        CHECK(coverage::digest_of(court.set.at(court.law), {}) == before);
    }
}

TEST_CASE("of two decisions on one question the later one is obeyed") {
    Court court;
    court.decide("7.1", Action::override_to, "partial", "sec_1");
    court.decide("7.1", Action::confirm, "covered", "sec_1").date = "2025-12-31";
    auto const result = court.result(0);
    CHECK(result.verdict == Verdict::partial);
    CHECK(result.decisions[1].standing == Standing::superseded);
}

TEST_CASE("a verdict that an obligation cannot have is not obeyed") {
    Court court;
    court.decide("7.1", Action::override_to, "option-used", "sec_1");
    court.decide("7.2", Action::override_to, "gap", "sec_1");
    court.decide("7.1", Action::override_to, "splendid", "sec_1");
    CHECK(court.result(0).verdict == Verdict::covered);
    CHECK(court.result(1).verdict == Verdict::option_used);
    for (auto const& one : court.result(0).decisions) CHECK(one.standing == Standing::unusable);
}

TEST_CASE("what a verdict rests on: the units that were found, or all acts when none was") {
    Court court;
    auto const found = coverage::rests_on(court.result(0), court.set, court.findings, court.selection);
    REQUIRE(found.size() == 2);
    CHECK(found[0].provision == "sec_1");
    auto const none = coverage::rests_on(court.result(2), court.set, court.findings, court.selection);
    REQUIRE(none.size() == 1);
    CHECK(none[0].provision.empty());
    CHECK(none[0].act == "Crimes Act");
}
