// Parts of an act in another language are read with the lexicon of theirs.
#include <catch2/catch.hpp>

#include "match/finding.hpp"
#include "match/nearest.hpp"
#include "support/engine/rules.hpp"

using namespace lacuna;

namespace {

std::string const rules = R"(
lexicon en
concept term-definition { "means" }
concept provision-name { "section" }
concept take { "take" | "takes" }
concept apple { "apple" }
concept wilful { "wilfully" }
concept fine { "fine" }
concept amnesty { "amnesty" }
lexicon fr
concept term-definition { "signifie" }
concept provision-name { "article" }
concept take { "prendre" | "prend" }
concept apple { "pomme" }
concept wilful { "sciemment" }
concept fine { "amende" }
concept amnesty { "amnistie" }
kind wrong { elements conduct, mental, sanction }
measure theft : wrong "Taking apples" {
  conduct  = take near apple and not (amnesty in act)
  mental   = wilful in passage or in act
  sanction = fine in passage or by reference
  needs conduct
}
)";

// Gives the sections of an act, from 0 on, other languages.
void speak(akn::Document& document, std::vector<std::string_view> const& languages) {
    std::size_t section = 0;
    for (auto& row : document.provisions) {
        row.language = languages.at(section);
        if (row.subtree_end == static_cast<std::size_t>(&row - document.provisions.data()) + 1) ++section;
    }
}

struct Found {
    program::ProgramPtr program = test::compile_rules(rules);
    akn::StatuteSet set;
    match::Findings findings;
    void read(unsigned threads = 1) { findings = match::evaluate(*program, set, {threads, 3, {}}); }
    [[nodiscard]] std::vector<std::string> places() const {
        std::vector<std::string> all;
        for (auto const& one : findings.findings)
            all.push_back(std::to_string(one.document.value) + " " +
                          std::string(set.at(one.document).at(one.unit).num) + " " +
                          findings.language_of(one));
        return all;
    }
    [[nodiscard]] std::vector<std::string> parts() const {
        std::vector<std::string> all;
        for (auto const& one : findings.parts)
            all.push_back(std::to_string(one.document.value) + " " + one.language +
                          (one.spoken ? "" : " not"));
        return all;
    }
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("each section of an act is read in its own language") {
    Found found;
    found.set =
        test::acts({"1. Whoever takes an apple pays a fine.\n2. Quiconque prend une pomme paie une amende.",
                    "1. Whoever takes an apple pays a fine."});
    found.read();
    CHECK(found.places() == Names{"0 1. en", "1 1. en"});
    speak(found.set.documents[0], {"", "fr"});
    found.read();
    CHECK(found.places() == Names{"0 1. en", "0 2. fr", "1 1. en"});
    CHECK(found.parts() == Names{"0 fr"});
    CHECK(found.findings.languages == Names{"en", "en"});
    auto const& finding = found.findings.findings[1];
    CHECK(test::words(found.set, finding.elements[2]) == "amende");
    CHECK(finding.elements[2].evidence[0].document == DocumentId(0));
    for (unsigned const threads : {2U, 4U}) {
        found.read(threads);
        CHECK(found.places() == Names{"0 1. en", "0 2. fr", "1 1. en"});
    }
}

TEST_CASE("words of one language prove nothing in another, but in the act as a whole") {
    Found found;
    found.set =
        test::acts({"1. Whoever takes an apple.\n2. Cela vaut sciemment.\n3. Quiconque prend une apple."});
    speak(found.set.documents[0], {"", "fr", "fr"});
    found.read();
    CHECK(found.places() == Names{"0 1. en"});
    auto const& mental = found.findings.findings[0].elements[1];
    CHECK(mental.found);
    CHECK(mental.distance == match::Distance::act);
    CHECK(test::words(found.set, mental) == "sciemment");
}

TEST_CASE("the act as a whole is its text in every language, from wherever it is asked") {
    Found found;
    found.set = test::acts({"1. It is done wilfully.\n2. Quiconque prend une pomme."});
    speak(found.set.documents[0], {"", "fr"});
    found.read();
    REQUIRE(found.places() == Names{"0 2. fr"});
    CHECK(test::words(found.set, found.findings.findings[0].elements[1]) == "wilfully");
    // What rules it out may stand in any of them too.
    found.set = test::acts({"1. There is an amnesty.\n2. Quiconque prend une pomme."});
    speak(found.set.documents[0], {"", "fr"});
    found.read();
    CHECK(found.places().empty());
    found.set = test::acts({"1. Whoever takes an apple.\n2. Il y a une amnistie."});
    speak(found.set.documents[0], {"", "fr"});
    found.read();
    CHECK(found.places().empty());
}

TEST_CASE("what a measure needs in the act may stand in a part in another language") {
    Found found;
    found.program = test::compile_rules(R"(
lexicon en
concept take { "takes" }
concept body { "company" }
lexicon fr
concept take { "prend" }
concept body { "société" }
kind wrong { elements conduct }
measure theft : wrong "Taking" {
  conduct = take in passage and body in act
  needs conduct
}
)");
    found.set = test::acts({"1. Whoever takes.\n2. La société est responsable."});
    speak(found.set.documents[0], {"", "fr"});
    found.read();
    CHECK(found.places() == Names{"0 1. en"});
}

TEST_CASE("a citation is of a section in the same language") {
    Found found;
    found.set =
        test::acts({"1. Nothing.\n1. Une amende est due.\n2. Quiconque prend une pomme selon l'article 1."});
    speak(found.set.documents[0], {"", "fr", "fr"});
    found.read();
    REQUIRE(found.places() == Names{"0 2. fr"});
    CHECK(test::words(found.set, found.findings.findings[0].elements[2]) == "amende");
}

TEST_CASE("parts in a language that no lexicon speaks are not read, and told") {
    Found found;
    found.set = test::acts({"1. Whoever takes an apple.\n2. Whoever takes an apple."});
    speak(found.set.documents[0], {"", "zu"});
    found.read();
    CHECK(found.places() == Names{"0 1. en"});
    CHECK(found.parts() == Names{"0 zu not"});
}

TEST_CASE("an act whose every provision is in another language is read in that") {
    Found found;
    found.set = test::acts({"1. Quiconque prend une pomme."}, "zu");
    speak(found.set.documents[0], {"fra"});
    found.read();
    CHECK(found.places() == Names{"0 1. fr"});
    CHECK(found.findings.languages == Names{"fr"});
    CHECK(found.parts().empty());
}

TEST_CASE("near misses of a part are of its act, and the nearest words of its language") {
    Found found;
    found.set = test::acts({"1. Nothing.",
                            "1. Nothing.\n2. Une pomme.\n3. Il prend une poire et puis, bien plus tard "
                            "et dans un autre lieu que voici, à midi, une pomme."});
    speak(found.set.documents[1], {"", "fr", "fr"});
    found.read();
    REQUIRE(found.findings.near_misses.size() == 1);
    auto const& miss = found.findings.near_misses[0];
    CHECK(miss.document == DocumentId(1));
    match::NearestWords const words(*found.program, found.set.at(miss.document), miss.document, {});
    auto const rows = words.of(miss.measure, ElementId(0), miss.passage);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].words.size() == 1);
}
