#include "program/program.hpp"

#include <catch2/catch.hpp>

#include "support/engine/rules.hpp"

using namespace lacuna;

TEST_CASE("a compiled program is dumped as stable text") {
    auto const program = test::compile_rules(R"(
lexicon en
concept system { "computer" ("system" | "network") | "server" }
concept enter { "enter" ..4 system but not "enter into force" }
kind offence { gate = "punished" elements conduct, means }
measure access : offence "Access" {
  conduct = enter in passage or in section
  means = "tool" near/5 system
  needs conduct
}
)");
    CHECK(program::dump(*program) == R"(language en: 9 symbols, 10 nodes, 5 groups
  system = {comput network | comput system | server}
  enter = ({enter} ..4 system) but not {enter into forc}
  "punished" = {punish}
  "tool" = {tool}
rank 0
  access : offence
    gate "punished"
    conduct = enter in passage or in section
    means = "tool" near/5 system
    needs conduct
)");
}

TEST_CASE("a broken program does not pass the border") {
    auto const good = test::compile_rules("lexicon en\nconcept a { \"x\" ..2 \"y\" }\n");
    auto broken = *good;
    CHECK(program::verify(broken).empty());
    broken.languages[0].nodes.back().part_end += 1000;
    CHECK_FALSE(program::verify(broken).empty());
    broken = *good;
    broken.languages[0].automaton.edges[0].target = 77;
    CHECK_FALSE(program::verify(broken).empty());
}

TEST_CASE("a measure stands after those it asks for") {
    auto const program = test::compile_rules(R"(
lexicon en
concept a { "a" }
kind k { elements x }
measure first : k "First" { x = measure(second) and a needs x }
measure second : k "Second" { x = measure(third) and a needs x }
measure third : k "Third" { x = a needs x }
)");
    REQUIRE(program->ranks.size() == 3);
    CHECK(program->catalogue.at(program->ranks[0][0]).name == "third");
    CHECK(program->catalogue.at(program->ranks[2][0]).name == "first");
}

TEST_CASE("clauses name what must occur") {
    auto const program = test::compile_rules(R"(
lexicon en
concept a { "a" }
concept b { "b" | "c" }
kind k { elements x }
measure both : k "Both" { x = a near b needs x }
measure either : k "Either" { x = a or b needs x }
measure nowhere : k "Nowhere" { x = not a needs x }
)");
    CHECK(program->measures[0].clauses[0].size() == 2);
    CHECK(program->measures[1].clauses[0].size() == 1);
    CHECK(program->measures[1].clauses[0][0].size() == 2);
    CHECK(program->measures[2].clauses[0].empty());
}

TEST_CASE("a measure is unsaid in a language that lacks words for what it needs") {
    auto const program = test::compile_rules(R"(
lexicon en
concept take { "take" }
concept apple { "apple" }
concept pear { "pear" }
concept term-of { "for" duration as term }
concept toll { "toll of" money as amount }
quantity duration { "year" = 1 year }
quantity money { "crown" = 1 }
lexicon fr
concept take { "prendre" }
concept toll { "péage de" money as amount }
concept pear { "poire" }
kind k { elements deed, thing }
measure apples : k "Apples" { deed = take  thing = apple  needs deed and thing }
measure fruit : k "Fruit" { deed = take  thing = apple or pear  needs deed and thing }
measure both : k "Both" { deed = take near/5 apple or take near/5 pear  thing = pear  needs deed }
measure taken : k "Taken" { deed = take  thing = apple  needs deed }
measure asked : k "Asked" { deed = measure(apples)  thing = take  needs deed }
measure spared : k "Spared" { deed = take  thing = take  needs deed  unless apple }
measure beside : k "Beside" { deed = take  thing = take  needs deed  unless term >= 2 years }
measure long : k "Long" { deed = take and term >= 2 years  thing = take  needs deed }
measure dear : k "Dear" { deed = take and amount >= 500  thing = take  needs deed }
measure denied : k "Denied" { deed = take and not apple  thing = take  needs deed }
)");
    using Languages = std::vector<std::string>;
    auto const unsaid = [&](std::string const& name) {
        return program->catalogue.at(program->catalogue.measure(name)).unsaid;
    };
    CHECK(unsaid("apples") == Languages{"fr"});
    CHECK(unsaid("fruit").empty());
    CHECK(unsaid("both").empty());
    CHECK(unsaid("asked") == Languages{"fr"});
    CHECK(unsaid("denied").empty());
    CHECK(unsaid("taken").empty());
    for (auto const* name : {"denied", "spared", "beside"})
        CHECK(program->catalogue.at(program->catalogue.measure(name)).unexcluded == Languages{"fr"});
    CHECK(program->catalogue.at(program->catalogue.measure("taken")).unexcluded.empty());
    CHECK(unsaid("long") == Languages{"fr"});
    CHECK(unsaid("dear") == Languages{"fr"});  // the pattern is said, and no unit of money
    CHECK(program->catalogue.at(program->catalogue.measure("taken")).elements[1].unsaid == Languages{"fr"});
}

TEST_CASE("a program is the same on one thread and on several") {
    SourceMap sources;
    auto const pack = test::parse_rules(R"(
lexicon en
concept a { "a" ("b" | 'c' | "d*") | "e" ..3 "f-g" }
concept only-here { "h" as-it-is | "i" } concept as-it-is { "j" }
lexicon fr
concept a { "é" | "l'œuvre" }
kind k { gate = a elements x }
measure first : k "First" { x = "said alike" near a needs x unless only-here }
measure second : k "Second" { x = measure(first) needs x }
)",
                                        sources);
    Diagnostics diagnostics;
    auto const one = program::compile(pack, diagnostics, 1);
    REQUIRE(one);
    for (int run = 0; run < 20; ++run) {
        auto const other = program::compile(pack, diagnostics, 4);
        REQUIRE(other);
        CHECK(program::dump(*other) == program::dump(*one));
        CHECK(other->concepts == one->concepts);
        CHECK(other->catalogue.measures[0].unexcluded == std::vector<std::string>{"fr"});
    }
}

TEST_CASE("what protects people is asked, whether or not 'with' names it too") {
    auto const program = test::compile_rules(R"(
lexicon en
concept a { "a" }
concept b { "b" }
kind k { elements conduct, mental }
measure m : k "M" { conduct = a mental = b needs conduct }
instrument i "I" {
  article 7 "Seven" {
    obligation 7.1 shall "One" met by m with conduct protects mental verified memory
    obligation 7.2 shall "Two" met by m with conduct, mental protects mental verified memory
  }
}
)");
    for (auto const& obligation : program->catalogue.instruments.at(0).obligations)
        CHECK(obligation.with == std::vector<std::string>{"conduct", "mental"});
}
