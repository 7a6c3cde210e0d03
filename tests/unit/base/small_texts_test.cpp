// Dates as they are written, text on one line, and the order of numbered names.
#include <catch2/catch.hpp>

#include "base/date.hpp"
#include "base/natural_order.hpp"
#include "base/one_line.hpp"

using namespace lacuna;

TEST_CASE("a date is year, month and day with hyphens") {
    CHECK(is_date("2026-03-01"));
    CHECK(is_date("2024-02-29"));
    for (auto const* text : {"", "2026-3-1", "2026/03/01", "01-03-2026", "2026-03-0x", "2026-03-011",
                             "2026-13-01", "2026-02-29", "2026-04-31", "2026-01-00"})
        CHECK_FALSE(is_date(text));
}

TEST_CASE("blanks and line breaks become one blank") {
    CHECK(one_line("  a\n\t b  \r\nc") == "a b c");
    CHECK(one_line("") == "");
}

TEST_CASE("numbers in names are ordered by their value, other bytes by theirs") {
    CHECK(natural_less("sec_9", "sec_10"));
    CHECK(natural_less("7.1.a", "7.1.b"));
    CHECK_FALSE(natural_less("11.1", "7.2"));
    CHECK(natural_less("sec_z", "sec_\u00E9"));  // bytes without a sign, whatever char is
}
