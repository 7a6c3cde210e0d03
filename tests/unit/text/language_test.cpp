#include <libstemmer.h>
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "text/language.hpp"
#include "text/language_table.hpp"

using namespace lacuna::text;

TEST_CASE("a language has one code under all its names") {
    for (auto const* name : {"en", "eng", "EN", "en-GB", "en_ZA", "English"})
        CHECK(language_code(name) == "en");
    CHECK(language_code("fre") == "fr");
    CHECK(language_code("http://example.org/authority/language/FRA") == "fr");
    CHECK(language_code("fra") == "fr");
    CHECK(language_code("deu-AT") == "de");
    CHECK(language_code("nob") == "no");
    CHECK(language_code("ell") == "el");
}

TEST_CASE("a language without a stemmer has no code") {
    for (auto const* name : {"", "-", "sw", "zho", "xx", "mul", "porter"}) CHECK(language_code(name).empty());
}

TEST_CASE("the table and the stemmer library name the same languages") {
    std::set<std::string> library;
    for (auto const** name = sb_stemmer_list(); *name != nullptr; ++name) library.insert(*name);
    library.erase("porter");  // an older stemmer of English
    std::set<std::string> table;
    for (auto const& row : language_table) table.insert(std::string(row.stemmer));
    CHECK(table == library);
    auto const codes = languages();
    CHECK(codes.size() == table.size());
    CHECK(std::is_sorted(codes.begin(), codes.end()));
}
