// Properties of the verdicts that hold for any law: adding an act never lowers one, and order changes
// nothing.
#include <catch2/catch.hpp>
#include <random>

#include "unit/coverage/world.hpp"

using namespace lacuna;
using test::World;

namespace {

std::vector<std::string> const all_elements{"conduct", "object", "mental", "sanction"};
std::vector<std::string> const all_options{"one", "two"};

class Random {
  public:
    explicit Random(std::uint32_t seed) : engine_(seed) {}
    [[nodiscard]] std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(engine_() % n); }
    [[nodiscard]] std::vector<std::string> some(std::vector<std::string> const& names, std::uint32_t of = 2) {
        std::vector<std::string> picked;
        for (auto const& name : names)
            if (below(of) != 0) picked.push_back(name);
        return picked;
    }

  private:
    std::mt19937 engine_;
};

program::Meets random_meets(Random& random, int depth) {
    program::Meets meets;
    using Kind = dsl::Meets::Kind;
    auto const kind = depth == 0 ? 0 : random.below(4);
    meets.kind = kind == 0 ? Kind::measure : kind == 1 ? Kind::any : kind == 2 ? Kind::each : Kind::at_least;
    meets.measure = MeasureId(random.below(3));
    meets.count = 1 + random.below(2);
    if (kind == 0) return meets;
    for (std::uint32_t i = 0; i < 2 + random.below(2); ++i)
        meets.children.push_back(random_meets(random, depth - 1));
    return meets;
}

struct Sample {
    std::size_t document;
    MeasureId measure;
    std::vector<std::string> found;
    std::uint32_t force;
    bool quoted;
};

struct Case {
    std::vector<program::Obligation> obligations;
    std::vector<Sample> samples;
    bool reserved = false;
};

Case random_case(std::uint32_t seed) {
    Random random(seed);
    Case made;
    World scratch;
    for (int i = 0; i < 4; ++i) {
        auto& duty =
            scratch.obligation(std::to_string(i + 1) + ".1", MeasureId(0), random.some(all_elements, 3));
        duty.met_by = random_meets(random, 2);
        duty.allows = random.some(all_options);
        duty.protects = random.some(all_elements, 2);
        duty.reservable = random.below(4) == 0;
        duty.reservable_under = "9.9";
        made.obligations.push_back(duty);
    }
    made.reserved = random.below(2) == 0;
    for (std::uint32_t i = 0; i < 2 + random.below(8); ++i) {
        auto found = random.some(all_elements, 4);
        for (auto const& option : random.some(all_options)) found.push_back(option);
        made.samples.push_back(
            {random.below(4), MeasureId(random.below(3)), found, random.below(4), random.below(3) == 0});
    }
    return made;
}

// The case with only the acts of `order`, in that order.
coverage::Assessment run(Case const& made, std::vector<std::size_t> const& order) {
    World world;
    for (auto const* name : {"a", "b", "c"}) world.measure(name, all_elements, all_options);
    world.catalogue.instruments[0].obligations = made.obligations;
    if (made.reserved) world.selection.country.reservations.push_back({"test", "9.9", "", false});
    for (auto const index : order) {
        auto const law =
            world.act("Act " + std::to_string(index), {{"1", "", "A text of twenty letters or more."}});
        for (auto const& sample : made.samples) {
            if (sample.document != index) continue;
            auto& finding = world.finding(sample.measure, law, 0, sample.found);
            finding.force = sample.force == 0 ? akn::Force::repealed : akn::Force::in_force;
            finding.quoted = sample.quoted;
        }
    }
    return world.assess();
}

}  // namespace

TEST_CASE("adding an act never lowers a verdict") {
    for (std::uint32_t seed = 0; seed < 400; ++seed) {
        auto const made = random_case(seed);
        auto const fewer = run(made, {0, 2}), more = run(made, {0, 1, 2, 3});
        for (std::size_t i = 0; i < fewer.obligations.size(); ++i) {
            INFO("seed " << seed << ", obligation " << i << ": " << to_string(fewer.obligations[i].verdict)
                         << " became " << to_string(more.obligations[i].verdict));
            REQUIRE(fewer.obligations[i].verdict <= more.obligations[i].verdict);
        }
    }
}

TEST_CASE("the order of acts changes no verdict and no flag") {
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
        auto const made = random_case(seed);
        auto const one = run(made, {0, 1, 2, 3}), other = run(made, {3, 1, 0, 2});
        for (std::size_t i = 0; i < one.obligations.size(); ++i) {
            INFO("seed " << seed << ", obligation " << i);
            REQUIRE(one.obligations[i].verdict == other.obligations[i].verdict);
            REQUIRE(one.obligations[i].missing_members == other.obligations[i].missing_members);
            REQUIRE(one.obligations[i].judged.size() == other.obligations[i].judged.size());
        }
    }
}
