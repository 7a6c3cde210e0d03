#include "base/digest.hpp"

#include <catch2/catch.hpp>

#include "base/natural_order.hpp"

using namespace lacuna;

TEST_CASE("digests are those of FIPS 180-4") {
    CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(sha256(std::string(1000000, 'a')) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("numbers of articles are in the order of people") {
    CHECK(natural_less("7.1", "11.1"));
    CHECK_FALSE(natural_less("11.1", "7.1"));
    CHECK(natural_less("11.1.a", "11.1.a.i"));
    CHECK(natural_less("11.1.a.ii", "11.1.b"));
    CHECK_FALSE(natural_less("7.1", "7.1"));
    CHECK(natural_less("07", "7") != natural_less("7", "07"));
}
