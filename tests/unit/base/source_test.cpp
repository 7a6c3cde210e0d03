#include "base/source.hpp"

#include <catch2/catch.hpp>

using namespace lacuna;

TEST_CASE("lines end at LF, CRLF and a lone CR; columns count characters, not bytes") {
    Source const source("x", "aé\r\nb\rc\nd");
    CHECK(source.position(3) == LineColumn{1, 3});
    CHECK(source.position(5) == LineColumn{2, 1});
    CHECK(source.position(7) == LineColumn{3, 1});
    CHECK(source.line(1) == "aé");
    CHECK(source.line(4) == "d");
    CHECK(source.line(5).empty());
}

TEST_CASE("a position past the end is the end") {
    Source const source("x", "ab");
    CHECK(source.position(99) == LineColumn{1, 3});
}
