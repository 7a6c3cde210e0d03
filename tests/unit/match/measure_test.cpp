// Where the elements of a measure are sought, and how far away they are found.
#include <catch2/catch.hpp>

#include "match/finding.hpp"
#include "support/engine/documents.hpp"
#include "support/engine/rules.hpp"

using namespace lacuna;

namespace {

std::string const lexicon = R"(
lexicon en
concept term-definition { "means" }
concept provision-name { "section" }
concept range-word { "to" }
concept list-word { "and" | "or" }
concept other-instrument { "of the" ..2 "Act" }
concept reference-to-any { "offence under this Act" }
concept take { "take" | "takes" }
concept apple { "apple" }
concept wilful { "wilfully" }
concept fine { "fine" }
concept term-of { "prison" ..3 duration as term }
quantity duration { "year" = 1 year "month" = 1 month }
)";

std::string const kind = R"(
kind wrong { gate = fine in passage or in section or by reference elements conduct, mental, sanction }
)";

struct Found {
    akn::StatuteSet set;
    match::Findings findings;
    [[nodiscard]] std::string words(std::size_t finding, std::size_t element) const {
        return test::words(set, findings.findings.at(finding).elements.at(element));
    }
    [[nodiscard]] match::Distance distance(std::size_t element) const {
        return findings.findings.at(0).elements.at(element).distance;
    }
};

Found find(std::string const& measure, std::vector<std::string> const& texts,
           match::EvaluateOptions const& options = {}) {
    auto const program = test::compile_rules(lexicon + kind + measure);
    Found found{test::acts(texts), {}};
    found.findings = match::evaluate(*program, found.set, options);
    return found;
}

std::string const theft = R"(
measure theft : wrong "Taking apples" {
  conduct = take near/5 apple
  mental = wilful
  sanction = fine in passage or in section or by reference
  needs conduct
}
)";

}  // namespace

TEST_CASE("elements carry the words that prove them") {
    auto const found = find(theft, {"1. Whoever wilfully takes an apple pays a fine."});
    REQUIRE(found.findings.findings.size() == 1);
    CHECK(found.words(0, 0) == "takes an apple");
    CHECK(found.words(0, 1) == "wilfully");
    CHECK(found.words(0, 2) == "fine");
}

TEST_CASE("words that an amending act quotes of another are not its own") {
    auto const program = test::compile_rules(lexicon + kind + theft);
    auto set = test::acts({"1. Replace “Whoever takes an apple pays a fine” by “Nobody takes a pear”.",
                           "1. Whoever takes an apple pays a fine."});
    for (auto& document : set.documents) {
        auto const quoted = document.text.find("“Whoever");
        if (quoted == std::string::npos) continue;
        auto const end = document.text.find("”", quoted);
        document.quotations.push_back({ProvisionId(std::size_t{0}), static_cast<std::uint32_t>(quoted),
                                       static_cast<std::uint32_t>(end), "/xa/act/1"});
    }
    auto const findings = match::evaluate(*program, set).findings;
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].quoted);
    CHECK_FALSE(findings[1].quoted);
}

TEST_CASE("why a measure was not found is said of those alone that somebody asks about") {
    auto const two = theft + R"(
measure fruit : wrong "Fruit" { conduct = apple and "pear" needs conduct }
measure will : wrong "Will" { conduct = wilful needs conduct }
)";
    std::vector<std::string> const texts{"1. Whoever takes an apple may eat it.",
                                         "1. Whoever acts wilfully pays a fine."};
    auto const all = find(two, texts).findings;
    REQUIRE(all.near_misses.size() == 1);  // of theft
    REQUIRE(all.absent.size() == 1);       // of fruit
    REQUIRE(all.findings.size() == 1);     // of will

    match::EvaluateOptions options;
    options.explained = {true, false, false};
    auto const first = find(two, texts, options).findings;
    CHECK(first.near_misses.size() == 1);
    CHECK(first.absent.empty());
    options.explained = {false, true, true};
    auto const others = find(two, texts, options).findings;
    CHECK(others.near_misses.empty());
    CHECK(others.absent.size() == 1);
    CHECK(others.findings.size() == 1);
}

TEST_CASE("near means the same sentence and so many words at most") {
    CHECK(find(theft, {"1. Whoever takes five red and very ripe sweet apples pays a fine."})
              .findings.findings.empty());
    CHECK(find(theft, {"1. Whoever takes pays a fine. An apple is red."}).findings.findings.empty());
    CHECK(find(theft, {"1. An apple that one takes costs a fine."}).findings.findings.size() == 1);
}

TEST_CASE("a failed near says what lacks, or how far apart the two stand") {
    auto const reason = [](std::string const& text) {
        auto const misses =
            find(R"(measure n : wrong "N" { conduct = take near/3 apple needs conduct })", {text})
                .findings.near_misses;
        return misses.empty() ? std::string("no miss") : misses.front().reason;
    };
    CHECK(reason("1. He takes a very red and round apple, and pays a fine.") ==
          "needs: take near/3 apple: “takes” and “apple” have 5 words between them");
    CHECK(reason("1. He takes it. An apple is worth a fine.") ==
          "needs: take near/3 apple: “takes” and “apple” stand in different sentences");
}

TEST_CASE("in sentence means the sentences of what is needed, in every clause of a measure") {
    std::string const needed = "measure m : wrong \"x\" { conduct = take in sentence needs conduct }\n";
    CHECK(find(needed, {"1. Whoever takes an apple pays a fine."}).findings.findings.size() == 1);

    std::string const ungated =
        "kind free { elements conduct }\nmeasure m : free \"x\" { conduct = take in sentence needs conduct "
        "}\n";
    CHECK(find(ungated, {"1. One takes an apple."}).findings.findings.size() == 1);
    CHECK(find(ungated, {"1. No such thing."}).findings.findings.empty());

    std::string const excluded =
        "measure m : wrong \"x\" { conduct = take needs conduct unless wilful in sentence }\n";
    CHECK(find(excluded, {"1. Whoever wilfully takes an apple pays a fine."}).findings.findings.empty());
    CHECK(find(excluded, {"1. Whoever takes an apple pays a fine. One drives wilfully."})
              .findings.findings.size() == 1);
}

TEST_CASE("without the gate there is no finding but a near miss") {
    auto const found = find(theft, {"1. Whoever takes an apple may eat it."});
    CHECK(found.findings.findings.empty());
    REQUIRE(found.findings.near_misses.size() == 1);
    CHECK(found.findings.near_misses[0].reason == "gate: no fine in passage or in section or by reference");
    CHECK(test::words(found.set, found.findings.near_misses[0].elements[0]) == "takes an apple");
}

TEST_CASE("a finding knows how much of what it needs the heading names, and how much of it does so") {
    auto const headed = [](std::string_view heading) {
        test::DocumentBuilder builder;
        builder.unit().num("1").heading(heading).content("Whoever takes an apple pays a fine.").close();
        akn::StatuteSet set;
        set.documents.push_back(builder.build());
        auto const program = test::compile_rules(lexicon + kind + theft);
        auto const finding = match::evaluate(*program, set).findings.at(0);
        return std::pair(finding.headed, finding.only_headed);
    };
    CHECK(headed("Pears") == std::pair(0.0, 0.0));
    CHECK(headed("Apples") == std::pair(0.5, 1.0));
    CHECK(headed("Apples and pears, plums") == std::pair(0.5, 0.25));
    CHECK(headed("Who takes apples").first == 1.0);
}

TEST_CASE("an element is found in the section, with its distance") {
    auto const found = find(theft, {"1. (1) No one takes an apple.\n(2) Who does so wilfully pays a fine."});
    REQUIRE(found.findings.findings.size() == 1);
    CHECK(found.distance(0) == match::Distance::passage);
    CHECK(found.distance(1) == match::Distance::section);
    CHECK(found.distance(2) == match::Distance::section);
}

TEST_CASE("points share the introductory words, and are norms of their own") {
    auto const found =
        find(theft, {"1. Whoever wilfully —\n(a) takes an apple;\n(b) takes a pear,\npays a fine."});
    REQUIRE(found.findings.findings.size() == 1);
    CHECK(found.words(0, 0) == "takes an apple");
    CHECK(found.words(0, 1) == "wilfully");
    CHECK(found.words(0, 2) == "fine");
}

TEST_CASE("a sanction by reference is found in the section that cites the offence") {
    auto const found =
        find(theft, {"1. No one takes an apple.\n2. Who acts against sections 1 to 3 pays a fine.\n3. x"});
    REQUIRE(found.findings.findings.size() == 1);
    CHECK(found.distance(2) == match::Distance::reference);
    CHECK(found.words(0, 2) == "fine");
    CHECK(found.set.documents[0]
              .citation_of(found.findings.findings[0].elements[2].evidence[0].provision)
              .find('2') != std::string::npos);
}

TEST_CASE("a citation of another act is no reference") {
    auto const found = find(
        theft, {"1. No one takes an apple.\n2. Who acts against section 1 of the Pear Act pays a fine."});
    CHECK(found.findings.findings.empty());
}

TEST_CASE("an element is found in the definition of a term that the passage uses") {
    auto const found =
        find(R"(
measure theft : wrong "Taking" {
  conduct = take in passage
  mental = wilful in definition
  needs conduct
})",
             {"1. “theft” means something done wilfully.\n2. Who takes, in theft, pays a fine."});
    REQUIRE(found.findings.findings.size() == 1);
    CHECK(found.distance(1) == match::Distance::definition);
    CHECK(found.words(0, 1) == "wilfully");
}

TEST_CASE("a definition binds as far as it says") {
    std::string const rules = R"(
concept within-provision { "in this section" }
concept within-part { "in this part" }
concept this-instrument { "in this act" | "in this part" }
measure theft : wrong "Taking" {
  conduct = take in passage
  mental = wilful in definition
  needs conduct
})";
    auto const mental_found = [&](std::string const& definition) {
        auto const found = find(rules, {"1. " + definition + "\n2. Who takes, in theft, pays a fine."});
        REQUIRE(found.findings.findings.size() == 1);
        return found.findings.findings[0].elements[1].found;
    };
    CHECK(mental_found(
        "In this Act, “pear” means a fruit named in this section; “theft” means what is done wilfully."));
    CHECK(mental_found("In this Act, “theft” means something done wilfully."));
    CHECK(mental_found("In this Part, “theft” means something done wilfully."));
    CHECK_FALSE(mental_found("In this section, “theft” means something done wilfully."));
    CHECK_FALSE(mental_found(
        "In this section—\n(a) “pear” means a fruit;\n(b) “theft” means what is done wilfully."));
    CHECK(mental_found(
        "Nobody takes in this section what is not his. In this Act, “theft” means what is done wilfully."));
}

TEST_CASE("a definition of a part binds that part, with all its divisions, and no other") {
    std::string const rules = R"(
concept within-part { "in this" ("part" | "division") }
measure theft : wrong "Taking" {
  conduct = take in passage
  mental = wilful in definition
  needs conduct
})";
    auto const found_in = [&](std::string const& word) {
        test::DocumentBuilder act;
        auto const section = [&](std::string const& text) { act.unit().content(text).close(); };
        act.open("part").open("division");
        section("In this " + word + ", “theft” means what is done wilfully.");
        section("Who takes, in theft, pays a fine.");
        act.close().open("division");
        section("Who takes, in theft, pays a fine.");
        act.close().close().open("part");
        section("Who takes, in theft, pays a fine.");
        akn::StatuteSet set;
        set.documents.push_back(act.build());
        std::vector<bool> found;
        for (auto const& one : match::evaluate(*test::compile_rules(lexicon + kind + rules), set).findings)
            found.push_back(one.elements[1].found);
        return found;
    };
    CHECK(found_in("Division") == std::vector<bool>{true, false, false});
    CHECK(found_in("Part") == std::vector<bool>{true, true, false});
}

TEST_CASE("a measure may ask whether another was found anywhere in the set") {
    std::string const rules = R"(
kind rule { elements conduct }
measure general : rule "General" { conduct = wilful needs conduct }
measure theft : wrong "Taking" {
  conduct = take near apple
  mental = measure(general)
  needs conduct
})";
    auto const alone = find(rules, {"1. Who takes an apple pays a fine."});
    REQUIRE(alone.findings.findings.size() == 1);
    CHECK_FALSE(alone.findings.findings[0].elements[1].found);
    auto const both = find(rules, {"1. Who takes an apple pays a fine.", "1. Acts are wilfully done."});
    REQUIRE(both.findings.findings.size() == 2);
    auto const& finding = both.findings.findings[1];
    REQUIRE(finding.elements[1].found);
    CHECK(finding.elements[1].distance == match::Distance::set);
    CHECK(test::words(both.set, finding.elements[1]) == "wilfully");
}

TEST_CASE("values are compared") {
    std::string const rules = R"(
kind rule { elements conduct, sanction }
measure serious : rule "At least four years" {
  conduct = term-of
  sanction = term >= 4 years
  needs conduct and sanction
})";
    CHECK(find(rules, {"1. The guilty go to prison for five years."}).findings.findings.size() == 1);
    CHECK(find(rules, {"1. The guilty go to prison for three years."}).findings.findings.empty());
    SECTION("twelve months are a year, and a number may be said twice") {
        CHECK(find(rules, {"1. The guilty go to prison for 48 months."}).findings.findings.size() == 1);
        CHECK(find(rules, {"1. The guilty go to prison for 47 months."}).findings.findings.empty());
        CHECK(find(rules, {"1. The guilty go to prison for four (4) years."}).findings.findings.size() == 1);
    }
}

TEST_CASE("a comparison alone tells the value that was found and what was asked") {
    std::string const measure = "measure long : wrong \"Long\" { sanction = term >= 2 years needs sanction }";
    auto const found = find(measure, {"1. Whoever pays no fine goes to prison for eighteen months."});
    CHECK(found.findings.findings.empty());
    REQUIRE(found.findings.near_misses.size() == 1);
    CHECK(found.findings.near_misses[0].reason ==
          "needs: not term >= 2 years: “prison for eighteen months” is less than 2 years");
    auto const none = find(measure, {"1. Whoever takes an apple pays a fine."});
    CHECK(none.findings.near_misses.empty());
    REQUIRE(none.findings.absent.size() == 1);
    CHECK(none.findings.absent[0].concepts.size() == 1);  // term-of, which gives the value
    CHECK(find(measure, {"1. A fine, or prison for two years."}).findings.findings.size() == 1);
}

TEST_CASE("unless takes a finding away and says why") {
    auto const found = find(R"(
measure theft : wrong "Taking" {
  conduct = take near apple
  needs conduct
  unless "own" near/3 apple
})",
                            {"1. Who takes his own apple pays a fine."});
    CHECK(found.findings.findings.empty());
    REQUIRE(found.findings.near_misses.size() == 1);
    CHECK(found.findings.near_misses[0].reason.find("unless: ") == 0);
}

TEST_CASE("the result does not depend on the number of threads") {
    auto const program = test::compile_rules(lexicon + kind + theft);
    std::vector<std::string> texts;
    for (int i = 0; i < 40; ++i)
        texts.push_back("1. Whoever wilfully takes an apple pays a fine.\n2. Nothing.");
    auto const set = test::acts(texts);
    match::EvaluateOptions one, many;
    one.threads = 1;
    many.threads = 4;
    auto const a = match::evaluate(*program, set, one), b = match::evaluate(*program, set, many);
    REQUIRE(a.findings.size() == 40);
    REQUIRE(b.findings.size() == 40);
    for (std::size_t i = 0; i < a.findings.size(); ++i) {
        CHECK(a.findings[i].document == b.findings[i].document);
        CHECK(a.findings[i].elements[0].evidence == b.findings[i].elements[0].evidence);
    }
}

TEST_CASE("where no unit comes near, the findings say what the acts never speak of") {
    auto const measure =
        R"(measure rotten : wrong "Rotten apples" { conduct = apple and wilful needs conduct })";
    auto const absent = [&](std::string const& text) { return find(measure, {text}).findings.absent; };
    auto const near = absent("1. Whoever sells an apple pays a fine.");
    REQUIRE(near.size() == 1);  // an apple alone is no near miss: no unit holds a word of each
    CHECK(near[0].concepts.size() == 1);
    CHECK(absent("1. Whoever sells a pear pays a fine.").at(0).concepts.size() == 2);
    CHECK(absent("1. Whoever wilfully takes an apple pays a fine.").empty());
    SECTION("of alternatives, one is enough") {
        auto const either = R"(
measure fruit : wrong "Fruit" { conduct = take and (apple or wilful) needs conduct })";
        auto const rows = find(either, {"1. An apple costs a fine."}).findings.absent;
        REQUIRE(rows.size() == 1);
        CHECK(rows[0].concepts.size() == 1);  // to take
    }
    SECTION("what stands in two acts and never together is a near miss") {
        auto const found =
            find(measure, {"1. An apple costs a fine.", "1. Whoever acts wilfully pays a fine."});
        CHECK(found.findings.absent.empty());
        CHECK(found.findings.near_misses.size() == 2);
    }
}
