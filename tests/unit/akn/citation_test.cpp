// How a provision is cited: the number of its unit, and the numbers of its points in brackets.
#include <catch2/catch.hpp>

#include "support/engine/documents.hpp"

using namespace lacuna;

namespace {

// The citation of a point below section 464.
std::string cited(std::vector<std::string> const& nums) {
    test::DocumentBuilder builder;
    builder.unit();
    for (std::size_t i = 0; i < nums.size(); ++i) builder.open("point");
    auto document = builder.content("Words.").build();
    document.provisions[0].num = "464.";
    for (std::size_t i = 0; i < nums.size(); ++i) document.provisions[i + 1].num = nums[i];
    return document.citation_of(ProvisionId(document.provisions.size() - 1));
}

}  // namespace

TEST_CASE("points are cited by their numbers alone, whatever stands around them in the file") {
    CHECK(cited({"(1)", "(a)"}) == "section 464(1)(a)");
    CHECK(cited({"1.", "a)"}) == "section 464(1)(a)");
    CHECK(cited({"(—(1)", "( a )", "(i)"}) == "section 464(1)(a)(i)");
    CHECK(cited({"—"}) == "section 464");
    CHECK(cited({"1 bis"}) == "section 464(1 bis)");
}
