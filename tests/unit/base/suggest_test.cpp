#include "base/suggest.hpp"

#include <catch2/catch.hpp>

using lacuna::edit_distance;
using lacuna::suggest;

TEST_CASE("a swapped pair of letters is one edit") {
    CHECK(edit_distance("acess", "access", 3) == 1);
    CHECK(edit_distance("cpomuter", "computer", 3) == 2);
    CHECK(edit_distance("ab", "ba", 3) == 1);
    CHECK(edit_distance("measure", "treaty", 2) == 3);
}

TEST_CASE("the nearest valid name is offered, and none when all are far") {
    CHECK(suggest("ilegal-access", {"illegal-access", "illegal-interception"}) == "illegal-access");
    CHECK(suggest("xyz", {"illegal-access"}).empty());
}

TEST_CASE("a name that has the parts of another is near it") {
    CHECK(suggest("computer-data", {"computer", "letter"}) == "computer");
    CHECK(suggest("access", {"illegal-access", "illegal-access-to-data"}) == "illegal-access");
    CHECK(suggest("data-of-computers", {"computers-of-data"}) == "computers-of-data");
    CHECK(suggest("computer-data", {"data-of-a-passenger", "other"}).empty());
}
