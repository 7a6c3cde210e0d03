// What a country reserves or declares, and what of it no rule knows.
#include "coverage/reservations.hpp"

#include <catch2/catch.hpp>

#include "unit/coverage/world.hpp"

using namespace lacuna;
using coverage::Verdict;
using test::elements;
using test::One;
using test::World;

TEST_CASE("a reservation that the instrument permits and the country declares") {
    One world;
    auto& duty = world.catalogue.instruments[0].obligations[0];
    duty.reservable = true;
    duty.reservable_under = "7.9";
    CHECK(world.first().verdict == Verdict::gap);
    world.selection.country.reservations.push_back({"test", "7.9", "not for us", false});
    CHECK(world.first().verdict == Verdict::reserved);
    CHECK(world.first().reservation == "not for us");
    world.finding(world.access, world.law, 0, {"conduct"});
    CHECK(world.first().verdict == Verdict::reserved);
    world.finding(world.access, world.law, 1, elements);
    CHECK(world.first().verdict == Verdict::covered);
}

TEST_CASE("a plain reservable is reserved by the obligation's own number, its paragraph's or its article's") {
    World world;
    auto const access = world.measure("access", elements);
    world.act("Law", {{"1", "First", "Nothing of the kind."}});
    world.obligation("7.1.a", access, elements).reservable = true;
    auto const verdict = [&](std::string const& number) {
        world.selection.country.reservations = {{"test", number, "not for us", false}};
        return world.assess().obligations.at(0);
    };
    CHECK(verdict("7.1.a").verdict == Verdict::reserved);
    CHECK(verdict("7.1").verdict == Verdict::reserved);
    CHECK(verdict("7").verdict == Verdict::reserved);
    CHECK(verdict("7").reason ==
          "nothing was found; the instrument permits this, and the country has declared it");
    CHECK(verdict("7.1.b").verdict == Verdict::gap);
    CHECK(verdict("7.1.a.i").verdict == Verdict::gap);
    CHECK(verdict("").verdict == Verdict::gap);
}

TEST_CASE("what a country declares and no rule knows is told") {
    World world;
    auto const access = world.measure("access", elements);
    world.obligation("7.1", access, elements).reservable_under = "11.3";
    world.catalogue.instruments[0].obligations[0].reservable = true;
    world.obligation("8.1", access, elements);
    world.obligation("9.2", access, elements).force = dsl::ForceOfDuty::may;
    auto const told = [&](std::string const& instrument, std::string const& number,
                          bool declaration = false) {
        world.selection.country.reservations = {{instrument, number, "not for us", declaration}};
        Diagnostics diagnostics;
        coverage::report_reservations(world.catalogue, world.selection.country, diagnostics);
        auto const all = diagnostics.sorted();
        return all.empty() ? std::string() : all.at(0).message + " | " + all.at(0).help;
    };
    CHECK(told("test", "11.3").empty());
    CHECK(told("test", "9.2").empty());
    CHECK(told("test", "7.1") ==
          "the reservation on test/7.1 counts for nothing: nothing may be reserved under that number | "
          "a reservation to 7.1 is made under 11.3: write that number");
    CHECK(told("test", "Art. 11(3)") ==
          "the reservation on test/Art. 11(3) counts for nothing: no rule permits one under that number | "
          "did you mean '11.3'?");
    CHECK(told("test", "11").find("did you mean '11.3'?") != std::string::npos);
    CHECK(told("test", "11.3.a").find("did you mean '11.3'?") != std::string::npos);
    CHECK(told("test", "7").find("a reservation to 7 is made under 11.3") != std::string::npos);
    CHECK(told("test", "8.1").find("the rules let 8.1 be reserved nowhere") != std::string::npos);
    CHECK(told("test", "8").find("the rules let 8 be reserved nowhere") != std::string::npos);
    CHECK(told("test", "20").ends_with("the rules know reservations on 11.3"));
    CHECK(told("test", "20", true).ends_with("the rules know declarations on 9.2"));
    CHECK(told("tets", "11.3") == "the rules have no instrument 'tets' | did you mean 'test'?");
    CHECK(told("postal-union", "1") ==
          "what was declared on postal-union counts for nothing: these rules do not have it | "
          "nothing is wrong with it; it counts where those rules are read");
}

TEST_CASE("a reservation to another instrument changes nothing") {
    One world;
    auto& duty = world.catalogue.instruments[0].obligations[0];
    duty.reservable = true;
    duty.reservable_under = "7.9";
    world.selection.country.reservations.push_back({"other", "7.9", "", false});
    CHECK(world.first().verdict == Verdict::gap);
}
