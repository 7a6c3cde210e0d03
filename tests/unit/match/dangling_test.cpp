// What an act cites of itself in plain words, and does not have.
#include <catch2/catch.hpp>

#include "match/dangling.hpp"
#include "support/engine/rules.hpp"

using namespace lacuna;

TEST_CASE("a citation of the act itself that leads nowhere is told, any other is not") {
    auto const program = test::compile_rules(R"(
lexicon en
concept provision-name { "section" }
concept list-word { "and" | "or" }
concept range-word { "to" }
concept this-instrument { "of this" ("act" | "law") }
concept other-instrument { "of the" ..2 "act" }
kind rule { elements conduct }
measure seen : rule "See" { conduct = "see" needs conduct }
)");
    auto const set =
        test::acts({"1. See section 2 of this Act, section 99 of this Act and sections 2 or 98 of this Act.\n"
                    "2. See section 97 of the Sheep Act. See section 96. See section 95,940 of this Act."});
    auto const found = match::dangling_citations(*program, set);
    REQUIRE(found.size() == 2);
    CHECK(found[0].number == "99");
    CHECK(set.documents[0].text.substr(found[0].text_begin, found[0].text_end - found[0].text_begin) ==
          "section 99");
    CHECK(found[1].number == "98");
}
