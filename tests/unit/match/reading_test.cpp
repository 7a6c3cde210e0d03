// What the law says of itself: acts that it names, and what stands in it that is no law.
#include <catch2/catch.hpp>

#include "match/evaluate.hpp"
#include "match/finding.hpp"
#include "program/program.hpp"
#include "support/engine/documents.hpp"
#include "support/engine/rules.hpp"

using namespace lacuna;

namespace {

std::string const rules = R"(
lexicon en
concept act-name-word { 'act' | 'code' | 'statute' 'civil' but not "this" 'act' | "an" 'act' }
concept act-number-word { 'no' | 'cap' }
concept act-repeal { "is repealed" }
concept act-article { 'the' }
concept name-joiner { 'of' | 'and' }
concept name-opener { 'the' }
concept page-furniture { "contact us" | "site map" | "privacy policy" }
concept term-definition { "means" }
concept within-provision { "in this section" }
concept within-part { "in this part" }
concept example-opener { 'illustration' | 'illustrations' }
concept example-closer { 'explanation' }
concept division-opener { 'chapter' | 'part' }
concept take { "take" | "takes" }
concept apple { "apple" }
concept pear { "pear" }
concept sold { "sale" | "market" }
concept fruit-market { sold ..3 'act' }
kind wrong { gate = take in passage elements conduct }
measure theft : wrong "Taking apples" {
  conduct = apple
  needs conduct
  unless sold
}
measure market-law : wrong "The law of markets" {
  conduct = fruit-market
  needs conduct
}
measure gathering : wrong "Taking pears that are not sold" {
  conduct = pear and not sold
  needs conduct
}
concept law-on-orchards "law on orchards" { "orchard" }
concept law-on-evidence "law of evidence" { 'evidence' }
instrument fruit "Convention on Fruit" {
  article 1 "Apples" usually in law-on-orchards, law-on-evidence {
    obligation 1.1 shall "Make it an offence" met by theft with conduct
  }
}
)";

match::Findings read(std::vector<std::string> const& texts, std::vector<std::string> const& titles = {}) {
    auto const program = test::compile_rules(rules);
    auto set = test::acts(texts);
    for (std::size_t i = 0; i < titles.size(); ++i) set.documents[i].meta.title = titles[i];
    return match::evaluate(*program, set);
}

std::vector<std::string> names(match::Findings const& findings) {
    std::vector<std::string> found;
    for (auto const& named : findings.named)
        found.push_back(named.name + " " + std::to_string(named.mentions));
    return found;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("acts that the law names are told, the most named first") {
    auto const findings =
        read({"A request under the Extradition (Neighbouring States) Act is made under the "
              "Evidence Act. The Evidence Act and the Code of Criminal Procedure apply."});
    CHECK(names(findings) ==
          Names{"Evidence Act 2", "Code of Criminal Procedure 1", "Extradition (Neighbouring States) Act 1"});
}

TEST_CASE("an act that is only named to be repealed is no law to look into") {
    CHECK(names(read({"The Orchards Act, 1950 is repealed."})).empty());
    CHECK(names(read(
              {R"(<section eId="s1"><content><p>The Orchards Act, 1950 is repealed.</p></content></section>
        <section eId="s2"><content><p>Licences under the Orchards Act go on.</p></content></section>)"})) ==
          Names{"Orchards Act 2"});
}

TEST_CASE("the second word of a hyphen stands inside a name") {
    auto const findings = read({"The Provision of Harvest-related Records Act applies."});
    CHECK(names(findings) == Names{"Provision of Harvest-related Records Act 1"});
}

TEST_CASE("what only stands in the name of an act is not found") {
    CHECK(read({"He takes what the Apple and Pear Act allows."}).findings.empty());
    CHECK(read({"He takes what the Apple Code of Plums allows."}).findings.empty());
    CHECK(read({"He takes an apple that the Apple Act allows."}).findings.size() == 1);
    CHECK(read({"He takes the apple of this Act."}).findings.size() == 1);
    // Where all is in capitals no name can be told.
    CHECK(read({"HE TAKES AN APPLE CONTRARY TO THE ORCHARDS ACT."}).findings.size() == 1);
    // Each word of a heading may have a capital.
    CHECK(read({R"(<section eId="s1"><heading>To Take an Apple Code</heading><content>
        <p>He takes an apple.</p></content></section>)"})
              .findings.size() == 1);
}

TEST_CASE(
    "what stands in the name of an act speaks against a finding, and is a part of a pattern that names it") {
    auto const found = [](std::string const& text) {
        std::vector<std::uint32_t> measures;
        for (auto const& finding : read({text}).findings) measures.push_back(finding.measure.value);
        return measures;
    };
    constexpr std::uint32_t theft = 0, market_law = 1, gathering = 2;
    using Measures = std::vector<std::uint32_t>;
    CHECK(found("He takes an apple as the Fruit Sellers Act allows.") == Measures{theft});
    CHECK(found("He takes an apple as the Fruit Market Act allows.") == Measures{market_law});  // unless
    CHECK(found("He takes a pear as the Fruit Sellers Act allows.") == Measures{gathering});
    CHECK(found("He takes a pear as the Fruit Market Act allows.") == Measures{market_law});  // not
}

TEST_CASE("a name of two words goes with its number") {
    auto const findings = read({R"(<section eId="s1"><content>
        <p>The Republic Act No. 5 and the Republic Act No. 6 and the Fruit Act (Cap. 7) apply.</p>
        <p>So do the Old Orchards Act No. 8 and the Republic Act No. 5.</p>
        </content></section>)"});
    CHECK(names(findings) ==
          Names{"Republic Act No. 5 2", "Fruit Act 1", "Old Orchards Act 1", "Republic Act No. 6 1"});
}

TEST_CASE("an act of the set is not named by its number either") {
    auto const findings = read({R"(<section eId="s1"><content>
        <p>The Republic Act No. 5 applies, and the Republic Act No. 6.</p>
        </content></section>)"},
                               {"Data on Fruit: Republic Act No. 5 of 1990"});
    CHECK(names(findings) == Names{"Republic Act No. 6 1"});
}

TEST_CASE("a blank more or less makes no other act") {
    auto const findings = read({"The Data Fruit Act applies, and the Pear Act."}, {"Datafruit Act, 1990"});
    CHECK(names(findings) == Names{"Pear Act 1"});
}

TEST_CASE("an act may be called by words that are a name as they stand") {
    auto const findings = read({R"(<section eId="s1"><content>
        <p>The Statute Civil and a statute civil apply, and so does the Statute.</p>
        </content></section>)"});
    CHECK(names(findings) == Names{"Statute Civil 1"});
}

TEST_CASE("this Act, an act in small letters and an act of the set are not named acts") {
    auto const findings = read({"This Act binds everybody. It is an Act of courage, and no act is lawful "
                                "under the Orchards Act, 2009."},
                               {"The Orchards Act"});
    CHECK(names(findings).empty());
}

TEST_CASE("two acts in one breath are two names") {
    CHECK(names(read({"As the Orchards Act and Evidence Act say."})) ==
          Names{"Evidence Act 1", "Orchards Act 1"});
}

TEST_CASE("a title says what law an act holds, of acts read, named and not given") {
    auto const program = test::compile_rules(rules);
    auto const orchards = program->concept_id("law-on-orchards"),
               evidence = program->concept_id("law-on-evidence");
    REQUIRE(program->catalogue.laws == std::vector<ConceptId>{orchards, evidence});
    CHECK(program->catalogue.instruments[0].obligations[0].usually_in == program->catalogue.laws);
    auto set = test::acts({"Whoever takes an apple pays under the Evidence Act and the Roads Act."});
    set.documents[0].meta.title = "Orchards Act, 2009";
    match::EvaluateOptions options;
    options.not_read = {"Law of Evidence on Orchards", "Roads Act"};
    auto const findings = match::evaluate(*program, set, options);
    CHECK(findings.laws == std::vector<std::vector<ConceptId>>{{orchards}});
    REQUIRE(names(findings) == Names{"Evidence Act 1", "Roads Act 1"});
    CHECK(findings.named[0].laws == std::vector<ConceptId>{evidence});
    CHECK(findings.named[1].laws.empty());
    CHECK(findings.not_read == std::vector<std::vector<ConceptId>>{{orchards, evidence}, {}});
}

TEST_CASE("an act is still named by a title that it has beside the first") {
    auto const program = test::compile_rules(rules);
    auto set = test::acts({"Whoever takes an apple pays under the Orchards Act and the Code."});
    set.documents[0].meta.title = "Law 12 of 2009";
    set.documents[0].meta.aliases = {"Orchards Act", "Code"};
    CHECK(names(match::evaluate(*program, set)).empty());
}

TEST_CASE("a web page that stands in the law proves nothing, and is told") {
    std::string const law = "Whoever takes an apple pays.";
    auto const clean = read({law + " He may contact us."});
    CHECK(clean.findings.size() == 1);
    CHECK(clean.set_aside.empty());
    auto const page = read({law + " Contact us. Site map. Privacy policy."});
    CHECK(page.findings.empty());
    CHECK(page.near_misses.empty());
    REQUIRE(page.set_aside.size() == 1);
}

TEST_CASE("an example that explains a norm is no norm; the norm goes on after it") {
    CHECK(read({"Thieves pay. Illustration. A takes an apple from B."}).findings.empty());
    CHECK(read({"Thieves pay. Illustrations: (a) A takes an apple from B."}).findings.empty());
    CHECK(read({"Every illustration of a thief who takes an apple is part of this Act."}).findings.size() ==
          1);
    CHECK(read({"Thieves pay. Illustration. A lends a pear. Explanation. Who takes an apple pays."})
              .findings.size() == 1);
    CHECK(read({"Illustration. A takes an apple. Explanation. Thieves pay. Illustration. B takes an apple."})
              .findings.empty());
    auto const section = [](std::string const& second) {
        test::DocumentBuilder act;
        act.unit()
            .open("subsection")
            .content("Thieves pay.")
            .content("Illustration")
            .content("A takes an apple.")
            .close();
        akn::StatuteSet set;
        set.documents.push_back(act.open("subsection").content(second).build());
        return match::evaluate(*test::compile_rules(rules), set).findings.size();
    };
    CHECK(read({"Illustration means a drawing. Who takes an apple pays."}).findings.size() == 1);
    // With words of its block after it, an example ends with the block.
    test::DocumentBuilder flat;
    flat.unit().content("Thieves pay. Illustration: A takes a pear.").content("Who takes an apple pays.");
    akn::StatuteSet flat_set;
    flat_set.documents.push_back(flat.build());
    CHECK(match::evaluate(*test::compile_rules(rules), flat_set).findings.size() == 1);
    // In the introduction of a part it opens nothing: the sections below are law.
    test::DocumentBuilder part;
    part.open("part").intro("Illustrations").unit().content("Who takes an apple pays.");
    akn::StatuteSet part_set;
    part_set.documents.push_back(part.build());
    CHECK(match::evaluate(*test::compile_rules(rules), part_set).findings.size() == 1);
    CHECK(section("Nobody pays.") == 0);
    CHECK(section("Who takes an apple pays.") == 1);
}

TEST_CASE("the heading of the next chapter that ran on to a section is not the section's") {
    CHECK(read({"Liars pay. Chapter XXXII Of those who take an apple"}).findings.empty());
    CHECK(read({"Liars pay. Part 4 Who takes an apple"}).findings.empty());
    CHECK(read({"Liars pay. [Act 1 of 2022 s. 63] Chapter II Who takes an apple"}).findings.empty());
    CHECK(read({"Liars pay. Part of what anyone takes from an apple tree"}).findings.size() == 1);
    CHECK(read({"Liars pay. Chapter 4 binds who takes an apple."}).findings.size() == 1);
    test::DocumentBuilder act;
    act.unit()
        .intro("Liars pay, and so do those of")
        .open("point")
        .num("(a)")
        .content("Part II who take an apple");
    akn::StatuteSet set;
    set.documents.push_back(act.build());
    CHECK(match::evaluate(*test::compile_rules(rules), set).findings.size() == 1);
}

TEST_CASE("a norm comes nearer than what says what a word means") {
    auto const findings =
        read({"\xE2\x80\x9C"
              "apple\xE2\x80\x9D means a fruit of an apple tree, and an apple is an apple.",
              "Nobody shall eat an apple."});
    REQUIRE(findings.near_misses.size() == 2);
    CHECK(findings.near_misses[0].document == DocumentId(std::size_t{1}));
}
