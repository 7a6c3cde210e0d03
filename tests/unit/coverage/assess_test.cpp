#include <catch2/catch.hpp>

#include "unit/coverage/world.hpp"

using namespace lacuna;
using coverage::Flag;
using coverage::Verdict;
using test::elements;
using test::One;
using test::World;

TEST_CASE("every element found covers") {
    One world;
    world.finding(world.access, world.law, 0, elements);
    auto const result = world.first();
    CHECK(result.verdict == Verdict::covered);
    CHECK(result.flags.empty());
    CHECK(result.reason == "section 1 has every element that is asked for");
    REQUIRE(result.judged.size() == 1);
    CHECK(result.judged[0].score == Approx(1.0).margin(0.1));
}

TEST_CASE("a missing element makes the obligation partial and is named") {
    One world;
    world.finding(world.access, world.law, 0, {"conduct", "mental"});
    auto const result = world.first();
    CHECK(result.verdict == Verdict::partial);
    CHECK(result.judged[0].missing == std::vector<std::string>{"sanction"});
    CHECK(result.reason == "section 1 lacks sanction");
}

TEST_CASE("a missing protection covers and is flagged") {
    One world;
    world.finding(world.access, world.law, 0, {"conduct", "sanction"});
    auto const result = world.first();
    CHECK(result.verdict == Verdict::covered);
    CHECK(result.flags == std::vector<Flag>{Flag::broader});
    CHECK(result.judged[0].protections == std::vector<std::string>{"mental"});
}

TEST_CASE("a protected offence stands before a broader one, and takes the flag away") {
    One world;
    world.finding(world.access, world.law, 0, {"conduct", "sanction"});
    world.finding(world.access, world.law, 1, elements);
    auto const result = world.first();
    CHECK(result.flags.empty());
    CHECK(result.judged.size() == 2);
    CHECK(world.findings.findings[result.judged[0].finding].unit == ProvisionId(1));
}

TEST_CASE(
    "of two findings that are alike, the one whose heading names it stands first; a heading decides "
    "nothing") {
    One world;
    world.finding(world.access, world.law, 0, {"conduct", "mental"});
    world.finding(world.access, world.law, 1, {"conduct", "mental"});
    world.findings.findings[1].headed = world.findings.findings[1].only_headed = 1.0;
    auto result = world.first();
    CHECK(world.findings.findings[result.judged[0].finding].unit == ProvisionId(1));
    CHECK(result.verdict == Verdict::partial);
    world.finding(world.access, world.law, 0, elements);
    result = world.first();
    CHECK(world.findings.findings[result.judged[0].finding].unit == ProvisionId(0));
}

TEST_CASE("what is to be amended is the provision of which least has to be changed") {
    One world;
    SECTION("a missing protection is no reason to amend another") {
        world.finding(world.access, world.law, 0, {"mental"});
        world.finding(world.access, world.law, 1, {"conduct", "sanction", "secured"});
    }
    SECTION("to take a condition out changes as much as to add an element; then the heading says which") {
        world.finding(world.access, world.law, 0, {"conduct", "mental", "sanction", "secured"});
        world.finding(world.access, world.law, 1, {"conduct", "mental"});
        world.findings.findings[0].only_headed = 0.5;  // as much of it speaks of another matter
        world.findings.findings[1].only_headed = 0.8;
    }
    auto const result = world.first();
    CHECK(result.verdict == Verdict::partial);
    CHECK(world.findings.findings[result.judged[0].finding].unit == ProvisionId(1));
}

TEST_CASE("an option that the instrument allows is permitted, any other is narrower") {
    One world;
    SECTION("allowed") {
        world.finding(world.access, world.law, 0, {"conduct", "mental", "sanction", "dishonest"});
        auto const result = world.first();
        CHECK(result.verdict == Verdict::covered);
        CHECK(result.judged[0].permitted == std::vector<std::string>{"dishonest"});
    }
    SECTION("not allowed") {
        world.finding(world.access, world.law, 0, {"conduct", "mental", "sanction", "secured"});
        auto const result = world.first();
        CHECK(result.verdict == Verdict::partial);
        CHECK(result.judged[0].extra == std::vector<std::string>{"secured"});
        CHECK(result.reason == "section 1 asks for more than is allowed: secured");
    }
}

TEST_CASE("elements of different provisions are never put together") {
    One world;
    world.finding(world.access, world.law, 0, {"conduct", "mental"});
    world.finding(world.access, world.law, 1, {"mental", "sanction"});
    CHECK(world.first().verdict == Verdict::partial);
}

TEST_CASE("law that is not in force does not cover, and is shown") {
    One world;
    world.finding(world.access, world.law, 2, elements);
    auto const result = world.first();
    CHECK(result.verdict == Verdict::gap);
    CHECK(result.flags == std::vector<Flag>{Flag::not_in_force});
    CHECK(result.judged.size() == 1);
    CHECK(result.reason == "only section 3 has it, and it is repealed");
}

TEST_CASE("a gap names the nearest miss") {
    One world;
    world.near_miss(world.access, world.law, 1, 1);
    world.near_miss(world.access, world.law, 0, 2);
    auto const result = world.first();
    CHECK(result.verdict == Verdict::gap);
    CHECK(result.near_misses == std::vector<std::uint32_t>{1, 0});
    CHECK(result.reason.find("section 1 comes nearest") != std::string::npos);
}

TEST_CASE("the measures that obligations name are known, of one instrument and of all") {
    World world;
    auto const access = world.measure("access", {"conduct"});
    auto const unnamed = world.measure("unnamed", {"conduct"});
    auto const other = world.measure("other", {"conduct"});
    world.obligation("1.1", access);
    world.obligation("2.1", MeasureId());  // no rules yet
    auto second = world.catalogue.instruments[0];
    second.name = "second";
    second.obligations.resize(1);
    second.obligations[0].met_by.measure = other;
    world.catalogue.instruments.push_back(second);
    auto const first = coverage::named_measures(world.catalogue, {program::InstrumentId(std::size_t{0})});
    CHECK(first == std::vector<bool>{true, false, false});
    auto const all = coverage::named_measures(world.catalogue);
    CHECK(all == std::vector<bool>{true, false, true});
    CHECK_FALSE(all[unnamed.index()]);
}

TEST_CASE("text of another act in an amending act counts, and is marked") {
    One world;
    auto const amending =
        world.act("Amending", {{"9", "New", "Whoever does it pays.", akn::Force::in_force, true}});
    world.finding(world.access, amending, 0, elements);
    auto const result = world.first();
    CHECK(result.verdict == Verdict::covered);
    CHECK(result.flags == std::vector<Flag>{Flag::from_amendment});
}

TEST_CASE("a bill proves nothing unless it is asked for") {
    One world;
    auto const bill = world.act("Bill", {{"1", "New", "Whoever does it pays."}}, "bill");
    world.finding(world.access, bill, 0, elements);
    CHECK(world.first().verdict == Verdict::gap);
    CHECK(world.first().judged.empty());
    world.selection.as_law.insert("Bill.xml");
    CHECK(world.first().verdict == Verdict::covered);
    CHECK(world.first().flags == std::vector<Flag>{Flag::from_bill});
}

TEST_CASE("an element that the rules cannot say in the language of the act is not said to be missing") {
    One world;
    world.finding(world.access, world.law, 0, {"conduct"});
    world.catalogue.measures[0].elements[1].unsaid = {"en"};  // mental, which protects
    CHECK(world.first().reason ==
          "section 1 lacks sanction, and was not searched for mental: the rules have no words for it in its "
          "language (en)");
    CHECK(world.first().judged[0].protections.empty());
    CHECK(world.first().verdict == Verdict::partial);
}

TEST_CASE("what the rules cannot rule out in the language of the act covers nothing") {
    One world;
    world.finding(world.access, world.law, 0, elements);
    auto& measure = world.catalogue.measures[0];
    SECTION("words that would exclude the finding") {
        measure.unexcluded = {"en"};
        CHECK(world.first().reason ==
              "section 1 was not searched for what would exclude it: the rules have no words for it in its "
              "language (en)");
    }
    SECTION("a condition that the obligation does not allow") {
        measure.elements[4].unsaid = {"en"};  // secured
        CHECK(world.first().reason.find("was not searched for secured") != std::string::npos);
    }
    CHECK(world.first().verdict == Verdict::partial);
}

TEST_CASE("where nothing comes near, a gap says what was looked for in vain") {
    One world;
    world.catalogue.concept_titles = {"“extradition”", "“treaty basis”"};
    world.findings.absent = {{world.access, {ConceptId(std::size_t{1}), ConceptId(std::size_t{0})}}};
    CHECK(world.first().reason == "nothing was found: no passage speaks of “treaty basis” or “extradition”");
    CHECK(world.first().absent == std::vector<std::string>{"“treaty basis”", "“extradition”"});
    world.near_miss(world.access, world.law, 0, 1);
    CHECK(world.first().absent.empty());
}

TEST_CASE("what was not read is untested and no gap") {
    One world;
    SECTION("an act in a language that no rules speak") {
        world.findings.languages = {""};
        CHECK(world.first().verdict == Verdict::untested);
        CHECK(world.first().reason.find("no rules speak the language of Law") != std::string::npos);
    }
    SECTION("an act in a language that no rules speak, with a part in one that they speak") {
        world.findings.languages = {""};
        world.findings.parts = {{DocumentId(0), "en", true}};
        CHECK(world.first().verdict == Verdict::untested);
        CHECK(world.first().reason.find("no rules speak the language of parts of Law") != std::string::npos);
    }
    SECTION("parts of an act in a language that no rules speak") {
        world.findings.parts = {{DocumentId(0), "fr", true}};
        CHECK(world.first().verdict == Verdict::gap);
        world.findings.parts.push_back({DocumentId(0), "zu", false});
        CHECK(world.first().verdict == Verdict::untested);
        CHECK(world.first().reason == "no rules speak the language of parts of Law (zu); they speak en");
    }
    SECTION("a measure for which the rules have no words in the language of a part of the act") {
        world.findings.parts = {{DocumentId(0), "fr", true}};
        world.catalogue.measures[0].unsaid = {"fr"};
        CHECK(world.first().reason ==
              "not looked for in Law: the rules have no words in the language of parts of it (fr) for: "
              "Title of access");
    }
    SECTION("a measure for which the rules have no words in the language of the act") {
        world.catalogue.measures[0].unsaid = {"en"};
        CHECK(world.first().verdict == Verdict::untested);
        CHECK(world.first().reason ==
              "not looked for in Law: the rules have no words in its language (en) for: Title of access");
    }
    SECTION("a file that could not be read") {
        world.set.unread = {"broken.xml"};
        world.selection.files.emplace_back("broken.xml");
        CHECK(world.first().verdict == Verdict::untested);
        CHECK(world.first().reason == "broken.xml could not be read");
    }
    SECTION("an act that could not be given, as the country file says") {
        ConceptId const extradition(std::size_t{0}), crimes(std::size_t{1});
        auto& act = world.selection.country.not_read.emplace_back();
        act.title = "Extradition Act";
        world.findings.not_read = {{}};
        CHECK(world.first().verdict == Verdict::gap);  // nothing says what it may hold
        act.kinds = {"cooperation"};
        CHECK(world.first().verdict == Verdict::gap);
        act.kinds = {"substantive"};
        CHECK(world.first().verdict == Verdict::untested);
        CHECK(world.first().reason == "Extradition Act was not given to be read");
        world.catalogue.instruments[0].obligations[0].usually_in = {crimes};
        world.findings.not_read = {{extradition}};  // by its title it holds other law
        CHECK(world.first().verdict == Verdict::gap);
        act.kinds = {"cooperation"};
        world.findings.not_read = {{crimes, extradition}};
        CHECK(world.first().verdict == Verdict::untested);
    }
    SECTION("no act of the kind that would hold it") {
        world.selection.kinds["Law.xml"] = {"procedure"};
        CHECK(world.first().verdict == Verdict::untested);
        CHECK(world.first().reason.find("no act of the kind that would hold it") != std::string::npos);
    }
    SECTION("an unread act of another kind hides nothing") {
        world.set.unread = {"broken.xml"};
        world.selection.files.emplace_back("broken.xml");
        world.selection.kinds["broken.xml"] = {"procedure"};
        CHECK(world.first().verdict == Verdict::gap);
    }
    SECTION("what was found stays found") {
        world.set.unread = {"broken.xml"};
        world.selection.files.emplace_back("broken.xml");
        world.finding(world.access, world.law, 0, elements);
        CHECK(world.first().verdict == Verdict::covered);
    }
}

TEST_CASE("options, policy and obligations without rules") {
    One world;
    world.obligation("7.2", world.access, {"conduct"}).force = dsl::ForceOfDuty::may;
    world.obligation("7.3", {}).policy = true;
    world.obligation("7.4", {});
    world.obligation("7.5", {}).force = dsl::ForceOfDuty::may;
    auto& reservation = world.obligation("7.6", {});
    reservation.force = dsl::ForceOfDuty::may;
    reservation.policy = true;
    auto before = world.assess();
    CHECK(before.obligations[1].verdict == Verdict::option_not_used);
    CHECK(before.obligations[2].verdict == Verdict::outside_statutes);
    CHECK(before.obligations[3].verdict == Verdict::untested);
    CHECK(before.obligations[4].verdict == Verdict::untested);
    CHECK(before.obligations[5].verdict == Verdict::outside_statutes);
    world.finding(world.access, world.law, 0, elements);
    world.selection.country.reservations.push_back({"test", "7.5", "we do", true});
    world.selection.country.reservations.push_back({"test", "7.6", "we do not apply it", false});
    auto after = world.assess();
    CHECK(after.obligations[1].verdict == Verdict::option_used);
    CHECK(after.obligations[4].verdict == Verdict::option_used);
    CHECK(after.obligations[5].verdict == Verdict::option_used);  // no statute shows it, the country says it
    CHECK(after.obligations[5].reservation == "we do not apply it");
}

TEST_CASE("any of, each of, n of") {
    World world;
    auto const a = world.measure("a", {"conduct", "sanction"}), b = world.measure("b", {"conduct"}),
               c = world.measure("c", {"conduct"});
    auto const law =
        world.act("Law", {{"1", "", "Words of law."}, {"2", "", "More words."}, {"3", "", "Last."}});
    auto& duty = world.obligation("1.1", a, {"conduct", "sanction"});
    duty.met_by = {};
    for (auto const id : {a, b, c}) {
        program::Meets member;
        member.measure = id;
        duty.met_by.children.push_back(member);
    }
    using Kind = dsl::Meets::Kind;
    auto const verdict = [&](Kind kind, std::uint32_t count = 0) {
        duty.met_by.kind = kind;
        duty.met_by.count = count;
        return world.assess().obligations[0].verdict;
    };
    world.finding(a, law, 0, {"conduct", "sanction"});
    CHECK(verdict(Kind::any) == Verdict::covered);
    CHECK(verdict(Kind::each) == Verdict::partial);
    CHECK(world.assess().obligations[0].missing_members ==
          std::vector<std::string>{"Title of b", "Title of c"});
    CHECK(verdict(Kind::at_least, 2) == Verdict::partial);
    world.finding(b, law, 1, {"conduct"});  // b declares no sanction: a answers for it
    CHECK(verdict(Kind::at_least, 2) == Verdict::covered);
    CHECK(verdict(Kind::each) == Verdict::partial);
    world.finding(c, law, 2, {"conduct"});
    CHECK(verdict(Kind::each) == Verdict::covered);
    CHECK(world.assess().obligations[0].missing_members.empty());
}

TEST_CASE("under `or`, an element that a measure does not know is missing") {
    World world;
    auto const b = world.measure("b", {"conduct"});
    auto const law = world.act("Law", {{"1", "", "Words of law."}});
    world.obligation("1.1", b, {"conduct", "sanction"});
    world.finding(b, law, 0, {"conduct"});
    CHECK(world.assess().obligations[0].verdict == Verdict::partial);
}

TEST_CASE("an article takes the worst of its duties, whatever it permits") {
    One world;
    auto const other = world.measure("other", {"conduct"});
    world.obligation("7.2", other, {"conduct"});
    world.obligation("7.3", other, {"conduct"}).force = dsl::ForceOfDuty::may;
    world.obligation("8.1", other, {"conduct"}).force = dsl::ForceOfDuty::may;
    world.obligation("9.1", {}).policy = true;
    world.finding(world.access, world.law, 0, elements);
    auto const assessment = world.assess();
    REQUIRE(assessment.articles.size() == 3);
    CHECK(assessment.articles[0].verdict == Verdict::gap);
    CHECK(assessment.articles[0].obligations == std::vector<std::uint32_t>{0, 1, 2});
    CHECK(assessment.articles[1].verdict == Verdict::option_not_used);
    CHECK(assessment.articles[2].verdict == Verdict::outside_statutes);
}

TEST_CASE("the scope takes articles, ranges and obligations") {
    World world;
    for (auto const* id : {"7.1", "7.2", "8.1", "11.1.a.i", "11.1.b", "11.10", "17.1"})
        world.obligation(id, {});
    auto const ids = [&](std::vector<std::string> const& asked) {
        std::string all;
        for (auto const& result : world.assess({asked}).obligations)
            all += world.catalogue.instruments[0].obligations[result.obligation.index()].id + " ";
        return all;
    };
    CHECK(ids({}) == "7.1 7.2 8.1 11.1.a.i 11.1.b 11.10 17.1 ");
    CHECK(ids({"7"}) == "7.1 7.2 ");
    CHECK(ids({"7-11"}) == "7.1 7.2 8.1 11.1.a.i 11.1.b 11.10 ");
    CHECK(ids({"11.1"}) == "11.1.a.i 11.1.b ");
    CHECK(ids({"17", "7.2"}) == "7.2 17.1 ");
    CHECK(ids({"70", "x", "-", "9-"}).empty());
}

TEST_CASE("several passages of one unit are one row") {
    One world;
    world.finding(world.access, world.law, 0, {"conduct"});
    world.finding(world.access, world.law, 0, elements).passage = ProvisionId(0);
    auto const result = world.first();
    REQUIRE(result.judged.size() == 1);
    CHECK(result.judged[0].finding == 1);
    CHECK(result.judged[0].also == std::vector<std::uint32_t>{0});
}

TEST_CASE("of two acts that answer alike, the one that is about the matter stands first") {
    World world;
    auto const access = world.measure("access", elements), other = world.measure("other", elements);
    std::vector<test::Section> many;
    for (int i = 1; i <= 60; ++i) many.push_back({std::to_string(i), "", "Something else."});
    auto const code = world.act("A Code", many);  // stands first in the set
    auto const law = world.act("Law", {{"1", "", "One."}, {"2", "", "Two."}});
    world.obligation("7.1", access, elements);
    world.obligation("8.1", other, elements);
    world.finding(access, code, 5, elements);
    world.finding(access, law, 1, elements);
    world.finding(other, law, 0, elements);
    auto const result = world.assess().obligations.at(0);
    REQUIRE(result.judged.size() == 2);
    CHECK(world.findings.findings[result.judged[0].finding].document == law);
}
