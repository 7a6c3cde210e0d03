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

// Counted anew from the begin of the line, these would be 10^11 bytes: the test would not end.
TEST_CASE("places in one long line are found as quickly as in short ones") {
    std::string line;
    while (line.size() < 3'000'000) line += "é§x";
    Source const source("x", line);
    std::uint32_t wrong = 0;
    for (std::uint32_t at = 0; at < line.size(); at += 25)  // 5 bytes hold 3 characters
        if (source.position(at) != LineColumn{1, at / 5 * 3 + 1}) ++wrong;
    CHECK(wrong == 0);
    CHECK(source.position(2'999'997) == LineColumn{1, 1'799'999});
}
