// The main job on real statutes, which are no part of the project: skipped, visibly, where they are not
// there.
#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "support/shared.hpp"
#include "support/shell.hpp"

namespace {

std::string run(std::string const& arguments) {
    auto const printed =
        lacuna::test::shell(fmt::format("'{}/lacuna' {} 2>&1", LACUNA_BINARY_DIR, arguments));
    CHECK(printed.exit <= 1);  // 1: a duty is open, as it may be
    return printed.text;
}

struct Place {
    std::string obligation, section;  // where a reader finds it
};

}  // namespace

TEST_CASE("offences are found in the sections where a reader finds them, with their words quoted") {
    auto const act = lacuna::test::shared("corpus/statutes/ke/cmca-2018.xml");
    if (act.empty()) return;
    auto const place = GENERATE(values<Place>({{"7.1", "sec_14"},
                                               {"8.1", "sec_17"},
                                               {"9.1", "sec_16"},
                                               {"10", "sec_16"},
                                               {"11.1.a.i", "sec_18"},
                                               {"12.1", "sec_25"},
                                               {"13.a", "sec_26"},
                                               {"14.1.a", "sec_24"}}));
    auto const text = run(fmt::format("explain '{}' --obligation uncc/{}", act.string(), place.obligation));
    INFO(place.obligation << " in " << place.section << "\n" << text);
    auto const finding = text.find("      " + place.section);
    REQUIRE(finding != std::string::npos);
    CHECK(text.find("✓ deed", finding) != std::string::npos);
    CHECK(text.find("«", finding) != std::string::npos);
    CHECK(text.find("near miss") > finding);
}

TEST_CASE("two large acts are read without loss") {
    auto const act = lacuna::test::shared("corpus/statutes/in/it-act-2000.xml");
    auto const code = lacuna::test::shared("corpus/statutes/in/penal-code-1860.xml");
    if (act.empty() || code.empty()) return;
    auto const text = run(fmt::format("show --account '{}' '{}'", act.string(), code.string()));
    std::size_t balanced = 0;
    for (auto at = text.find("\nbalances"); at != std::string::npos; at = text.find("\nbalances", at + 1))
        ++balanced;
    CHECK(balanced == 2);
}
