// Kinds of law that a country file writes and no rule asks for.
#include "coverage/kinds.hpp"

#include <catch2/catch.hpp>

#include "unit/coverage/world.hpp"

using namespace lacuna;
using test::elements;
using test::World;

TEST_CASE("a kind of law that no rule asks for is told once") {
    World world;
    world.obligation("7.1", world.measure("access", elements), elements).asks = {"procedure"};
    world.obligation("7.2", world.measure("order", elements), elements).asks = {"substantive"};
    auto& country = world.selection.country;
    auto const told = [&] {
        Diagnostics diagnostics;
        coverage::report_kinds(world.catalogue, country, diagnostics);
        std::string all;
        for (auto const& one : diagnostics.sorted()) all += one.message + " | " + one.help + "\n";
        return all;
    };
    country.acts = {{"a.xml", {"procedure", "substantive"}}, {"b.xml", {}}};
    CHECK(told().empty());
    country.acts = {{"a.xml", {"procedur"}}, {"b.xml", {"procedur"}}};
    CHECK(told() ==
          "no rule asks for law of the kind 'procedur' | did you mean 'procedure'? the rules ask for "
          "procedure, substantive\n");
    country.acts.clear();
    country.not_read = {{"Parcels Act", {"postal"}}};
    CHECK(told() == "no rule asks for law of the kind 'postal' | the rules ask for procedure, substantive\n");
}
