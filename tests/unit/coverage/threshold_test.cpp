// How high an offence is punished: which words count for a provision, and what several say together.
#include "coverage/threshold.hpp"

#include <catch2/catch.hpp>

#include "world.hpp"

using namespace lacuna;
using coverage::Threshold;
using match::Distance;

namespace {

struct Lengths : test::World {
    MeasureId offence, other, high, low;
    DocumentId law;

    Lengths() {
        offence = measure("offence", {"conduct", "sanction"});
        other = measure("other", {"conduct", "sanction"});
        high = measure("high", {"said", "sanction"});
        low = measure("low", {"said", "sanction"});
        for (auto const id : {high, low})
            for (auto& element : catalogue.measures[id.index()].elements) element.needed = true;
        law = act("Law", {{"1", "A", "Whoever enters is imprisoned for six years."},
                          {"2", "B", "Whoever enters is imprisoned for two years."},
                          {"3", "C", "Penalties of this law, of some length or other."}});
        obligation("7.1", offence, {"conduct", "sanction"});
        selection.kinds["Law.xml"] = {"substantive"};
    }
    match::Finding& found(MeasureId id, std::size_t section) {
        return finding(id, law, section, {"conduct", "said", "sanction"});
    }
    [[nodiscard]] coverage::Punished punished() const {
        program::Cooperation view;
        view.offences = {program::ObligationId(0)};
        view.reaches = high;
        view.below = low;
        auto const all = coverage::punished(catalogue, view, assess(), set, findings);
        REQUIRE(all.size() == 1);
        return all.front();
    }
};

}  // namespace

TEST_CASE("words in the provision say how high it is punished") {
    Lengths world;
    world.found(world.offence, 0);
    CHECK(world.punished().threshold == Threshold::unread);
    SECTION("high enough") {
        world.found(world.high, 0);
        CHECK(world.punished().threshold == Threshold::reached);
        CHECK(world.punished().provisions.front().words.size() == 1);
    }
    SECTION("too low") {
        world.found(world.low, 0);
        CHECK(world.punished().threshold == Threshold::below);
    }
    SECTION("both: a reader must say which counts") {
        world.found(world.high, 0);
        world.found(world.low, 0);
        CHECK(world.punished().threshold == Threshold::differs);
    }
    SECTION("words of another section say nothing") {
        world.found(world.high, 1);
        CHECK(world.punished().threshold == Threshold::unread);
    }
    SECTION("nor do words that are law no more") {
        world.found(world.high, 0).force = akn::Force::repealed;
        CHECK(world.punished().threshold == Threshold::unread);
    }
}

TEST_CASE("a penalty that stands elsewhere counts where its words stand") {
    Lengths world;
    auto& offence = world.found(world.offence, 0);
    auto& sanction = offence.elements[1];
    sanction.distance = Distance::act;
    sanction.evidence.front().provision = ProvisionId(2);
    world.found(world.high, 2);
    CHECK(world.punished().threshold == Threshold::reached);
    world.found(world.low, 0);  // not the words that the offence was punished by
    CHECK(world.punished().threshold == Threshold::reached);
}

TEST_CASE("provisions that answer as well must not disagree") {
    Lengths world;
    world.found(world.offence, 0);
    world.found(world.offence, 1);
    world.found(world.high, 0);
    CHECK(world.punished().threshold == Threshold::reached);  // the other one says nothing
    world.found(world.low, 1);
    CHECK(world.punished().threshold == Threshold::differs);
}

TEST_CASE("where the provision that carries the verdict is silent, others do not speak for it") {
    Lengths world;
    world.found(world.offence, 0);
    world.found(world.offence, 1);
    world.found(world.high, 1);
    CHECK(world.punished().threshold == Threshold::unread);
}

TEST_CASE("of several offences that are asked together each must reach the threshold") {
    Lengths world;
    auto& asked = world.catalogue.instruments[0].obligations[0];
    asked.met_by = {};
    asked.met_by.kind = dsl::Meets::Kind::each;
    for (auto const id : {world.offence, world.other}) {
        program::Meets member;
        member.measure = id;
        asked.met_by.children.push_back(member);
    }
    world.found(world.offence, 0);
    world.found(world.other, 1);
    world.found(world.high, 0);
    CHECK(world.punished().threshold == Threshold::unread);
    SECTION("each does") {
        world.found(world.high, 1);
        CHECK(world.punished().threshold == Threshold::reached);
    }
    SECTION("one does not") {
        world.found(world.low, 1);
        CHECK(world.punished().threshold == Threshold::differs);
    }
}

TEST_CASE("an offence that was not found is punished in no words") {
    Lengths world;
    world.found(world.high, 0);
    auto const punished = world.punished();
    CHECK(punished.threshold == Threshold::unread);
    CHECK(punished.provisions.empty());
}
