#include "text/region.hpp"

#include <catch2/catch.hpp>

using namespace lacuna;

TEST_CASE("a country is called by the name of its code, where it has one") {
    CHECK(text::region_name("ug") == "Uganda");
    CHECK(text::region_name("CL") == "Chile");
    CHECK(text::region_name("xa").empty());  // for private use: countries that do not exist
    CHECK(text::region_name("zz").empty());
    CHECK(text::region_name("eu").empty());  // a union of States
    CHECK(text::region_name("qq").empty());
    CHECK(text::region_name("").empty());
    CHECK(text::region_name("uga").empty());
    CHECK(text::region_name("u1").empty());
}
