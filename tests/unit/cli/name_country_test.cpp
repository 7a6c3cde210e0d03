#include "cli/name_country.hpp"

#include <catch2/catch.hpp>

using namespace lacuna;

TEST_CASE("a country that no file names is called by the code of its acts before the name of their folder") {
    country::Selection selection;
    selection.named_after = "acts";
    selection.assumed = {country::name_assumed("acts"), "something else"};
    akn::StatuteSet set;
    set.documents.resize(3);
    set.documents[1].meta.country = "xa";  // of no country that there is
    cli::name_by_code(selection, set);
    CHECK(selection.named_after == "acts");
    set.documents[1].meta.country = "ug";
    set.documents[2].meta.country = "tz";
    cli::name_by_code(selection, set);
    CHECK(selection.country.name.empty());  // two countries
    set.documents[2].meta.country = "ug";
    cli::name_by_code(selection, set);
    CHECK(selection.country.name == "Uganda");
    CHECK(selection.named_after.empty());
    CHECK(selection.assumed == std::vector<std::string>{"the country is called Uganda by the code of its "
                                                        "acts, “ug”: no country.json says what it is called",
                                                        "something else"});
}
