// What repeals an act as a whole, and what does not.
#include <catch2/catch.hpp>

#include "match/finding.hpp"
#include "support/engine/rules.hpp"

using namespace lacuna;

namespace {

std::string const rules = R"(
lexicon en
concept act-name-word { 'act' | 'code' }
concept name-joiner { 'of' | 'and' | 'to' | 'in' }
concept name-opener { 'the' | 'if' | 'under' | 'no' | 'not' }
concept act-article { 'the' }
concept list-word { "and" }
concept provision-name { "section" }
concept act-number-word { 'no' | 'cap' | 'act' }
concept act-repeal { ("is" | "are") "hereby"? 'repealed' | 'repealed' ("is" | "are") }
concept letter { "letter" }
kind rule { elements conduct }
measure letters : rule "Letters" { conduct = letter needs conduct }
)";

// Whether a later act that holds the sentence repeals the one of the title.
[[nodiscard]] bool repeals(std::string const& sentence, std::string const& title = "The Letters Act, 1960",
                           std::string const& date = "1960-05-01") {
    auto set = test::acts({"1. A letter is private.", "9. " + sentence});
    set.documents[0].meta.title = title;
    set.documents[0].meta.date_work = date;
    set.documents[1].meta.title = "The Post Act, 2020";
    set.documents[1].meta.date_work = "2020-03-01";
    auto const findings = match::evaluate(*test::compile_rules(rules), set, {1, 3, {}});
    REQUIRE(findings.findings.size() >= 1);
    bool const told = findings.repeal_of(DocumentId(std::size_t{0})) != nullptr;
    CHECK(told == (findings.findings.front().force == akn::Force::repealed));
    CHECK(findings.repeal_of(DocumentId(std::size_t{1})) == nullptr);
    return told;
}

}  // namespace

TEST_CASE("a whole sentence or an item of a list repeals an act by its name") {
    CHECK(repeals("The Letters Act, 1960 is hereby repealed."));
    CHECK(repeals("The Letters Act, 1960 (No. 4 of 1960) is repealed. Its rules stay."));
    CHECK(repeals("The Stamps Act, 1950 and the Letters Act, 1960 are repealed."));
    CHECK(repeals("The following Acts are repealed:\n(a) the Stamps Act, 1950;\n(b) the Letters Act, 1960."));
    CHECK(repeals("The Letters Act is repealed."));
    CHECK(repeals("The Letters Act of 1960 is repealed."));
    CHECK(repeals("Repealed is the Letters Act, 1960."));
    CHECK(repeals("Repealed are the Stamps Act, 1950 and the Letters Act of 1960. The rules stay."));
    CHECK(repeals("The Letters Act, 1960 is repealed.", "Letters Act, 1960 (Act 1038)"));
    CHECK(repeals("The Letters Act, 1960 is repealed.", "Letters Act"));
}

TEST_CASE("a part of an act, a limit, a condition and another act repeal nothing") {
    for (auto const* sentence :
         {"Section 5 of the Letters Act, 1960 is repealed.",
          "Section 5 of Act No. 4 (Letters Act) is repealed.",
          "Sections 3 and 4 of the Stamps Act, 1950 and the Letters Act, 1960 are repealed.",
          "The Schedule to the Letters Act, 1960 is repealed.",
          "Part II, the Letters Act, 1960, is repealed.",
          "The Letters Act, 1960 is repealed in so far as it concerns parcels.",
          "The Letters Act, 1960 is repealed, other than section 1.",
          "The Letters Act, 1960 is repealed on such day as the Minister may fix.",
          "If the Letters Act, 1960 is repealed, its rules stay.",
          "The Stamps Act, 1950 is repealed, and these stay:\n(a) the Letters Act, 1960.",
          "The following Acts are repealed:\n(a) the Letters Act, 1960, Part II;\n(b) the Stamps Act, 1950.",
          "Repealed is the Letters Act, 1960, as far as it concerns parcels.",
          "Under the Letters Act, 1960 the Stamps Act, 1950 is repealed.",
          "No Letters Act, 1960 is repealed.",
          "Repealed is the Stamps Act, 1950, not the Letters Act, 1960.",
          "Repealed is section 5 of the Letters Act, 1960.",
          "Repealed is what the Letters Act, 1960 says.",
          "Repealed is the Letters Act of 1961.",
          "It is said that repealed is the Letters Act, 1960.",
          "The Letters Act, 1961 is repealed.",
          "The Post Act, 2020 is repealed."}) {
        INFO(sentence);
        CHECK_FALSE(repeals(sentence));
    }
    CHECK_FALSE(repeals("The Penal Code is repealed.", "Letters Act, 1960, to supplement the Penal Code"));
    CHECK_FALSE(repeals("The Letters Act is repealed.", "The Letters Act, 2021", "2021-01-01"));
    CHECK_FALSE(repeals("The Letters Act is repealed.", "The Letters Act", ""));
}
