// What an element that was not found still lacks: which of several alternatives, and which of its words.
#include <catch2/catch.hpp>

#include "coverage/lacking.hpp"
#include "program/program.hpp"
#include "support/engine/documents.hpp"
#include "support/engine/rules.hpp"

using namespace lacuna;
using Words = std::vector<std::string>;

namespace {

std::string const lexicon = R"(
lexicon en
concept take "taking" { "take" | "takes" }
concept bruise "bruising" { "bruises" }
concept hide "hiding" { "hides" }
concept sell "selling" { "sells" }
concept give "giving away" { "gives" }
concept trade { "trades" }
concept apple "an apple" { "apple" }
concept wilful "wilful" { "wilfully" }
concept by-default "intent is needed everywhere" { "only wilful deeds are wrong" }
)";

std::string const rest = R"(
kind wrong { elements deed, conduct, mental "the wilful mind" }
kind rule { elements conduct }
measure default-mind : rule "Intent by default" { conduct = by-default needs conduct }
measure theft : wrong "Theft" {
  deed = take | bruise | hide | sell | give | trade | apple
  conduct = CONDITION
  mental = wilful or measure(default-mind)
  needs deed
}
)";

match::Findings found_in(std::string const& condition, std::string const& text,
                         program::ProgramPtr& program) {
    auto rules = rest;
    rules.replace(rules.find("CONDITION"), 9, condition);
    program = test::compile_rules(lexicon + rules);
    auto const set = test::acts({text});
    auto findings = match::evaluate(*program, set);
    std::erase_if(findings.findings, [&](match::Finding const& finding) {
        return program->catalogue.at(finding.measure).name != "theft";
    });
    return findings;
}

Words lacks(std::string const& condition, std::string const& text, std::size_t element = 1) {
    program::ProgramPtr program;
    auto const findings = found_in(condition, text, program).findings;
    REQUIRE(findings.size() == 1);
    auto const& finding = findings.front();
    return coverage::lacks_of(program->catalogue, program->catalogue.at(finding.measure).elements[element],
                              finding.elements.at(element));
}

}  // namespace

TEST_CASE("of several verbs the missing one is named") {
    auto const all = "take in passage and bruise in passage and hide in passage";
    CHECK(lacks(all, "1. Who takes or bruises an apple.") == Words{"“hiding”"});
    CHECK(lacks(all, "1. Who takes an apple.") == Words{"“bruising”", "“hiding”"});
    CHECK(lacks(all, "1. Who takes, bruises or hides an apple.").empty());
}

TEST_CASE("of alternatives the one of which more than half is there is meant, else the first") {
    auto const condition = "trade in passage or take in passage and bruise in passage and hide in passage";
    CHECK(lacks(condition, "1. Who takes or bruises an apple.") == Words{"“hiding”"});
    CHECK(lacks(condition, "1. Who takes an apple.") == Words{"“trade”"});
}

TEST_CASE("things of which one is enough, or some of several, are said so") {
    CHECK(lacks("take in passage and (sell or give in passage)", "1. Who takes an apple.") ==
          Words{"“selling”"});
    CHECK(lacks("take in passage and (sell | give) in passage", "1. Who takes an apple.") ==
          Words{"“selling” or “giving away”"});
    CHECK(lacks("take in passage and 2 of (bruise in passage, hide in passage, sell in passage)",
                "1. Who takes an apple.") == Words{"2 of “bruising”, “hiding” or “selling”"});
    CHECK(lacks("2 of (bruise in passage, hide in passage, sell in passage)", "1. Who hides an apple.") ==
          Words{"“bruising” or “selling”"});
}

TEST_CASE("of things that must stand together the absent one is named, and none where they stand apart") {
    CHECK(lacks("(hide near/2 apple) in passage", "1. Who takes an apple.") == Words{"“hiding”"});
    CHECK(lacks("(take near/2 apple) in passage", "1. Who takes of all that grows there any apple.").empty());
}

TEST_CASE("what stands in the way is nothing to add") {
    CHECK(lacks("take in passage and not (apple in passage)", "1. Who takes an apple.").empty());
}

TEST_CASE("what repeats the title of the element is not said, and a rule of the set that would do is known") {
    CHECK(lacks("take in passage", "1. Who takes an apple.", 2).empty());
    program::ProgramPtr program;
    auto const findings = found_in("take in passage", "1. Who takes an apple.", program).findings;
    auto const& mental = findings.at(0).elements.at(2);
    REQUIRE(mental.elsewhere.size() == 1);
    CHECK(program->catalogue.at(mental.elsewhere[0]).title == "Intent by default");
    CHECK(findings[0].elements.at(1).elsewhere.empty());
}
