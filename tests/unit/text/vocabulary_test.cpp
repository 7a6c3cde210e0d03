#include "text/vocabulary.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "base/utf8.hpp"
#include "text/number.hpp"
#include "text/surface_table.hpp"

using namespace lacuna::text;

TEST_CASE("folding takes case and accents away, and makes blanks of what joins words") {
    CHECK(fold("Système d'information") == "systeme d information");
    CHECK(fold("Ærø, ŁÓDŹ-Œuvre") == "aero, lodz oeuvre");
    CHECK(fold("traﬁc") == "trafic");
    CHECK(fold("Straße") == "strasse");
    CHECK(fold("com\u00ADputer") == "computer");
    CHECK(fold("e\u0301te\u0301") == "ete");
    CHECK(fold("Σύστημα") == "συστημα");
    CHECK(fold("\xFF") == fold("\xFF"));  // invalid bytes do no harm
}

// A letter of another alphabet makes the text one that is asked about as a whole.
TEST_CASE("Latin letters are folded one by one as they are beside each other") {
    auto const letter = [](char32_t code) {
        std::string bytes;
        lacuna::utf8::append(bytes, code);
        return bytes;
    };
    bool all_alike = true;
    for (char32_t first = 0x20; first < 0x260; ++first)
        for (char32_t second = first % 7 + 0x20; second < 0x260; second += 7) {
            auto const pair = letter(first) + letter(second);
            all_alike = all_alike && fold(pair) + "σ" == fold(pair + "σ");
        }
    CHECK(all_alike);
}

TEST_CASE("a word is the same in any case, and ids count from nought") {
    Vocabulary words("en");
    auto const computer = words.word("computer");
    CHECK(computer.value == 0);
    CHECK(words.word("Computer") == computer);
    CHECK(words.word("COMPUTER") == computer);
    CHECK(words.words() == 1);
    CHECK(words.spelling(computer) == "computer");
    CHECK(words.word("unauthorised").value == 1);
    CHECK(words.word("UNAUTHORISED").value == 1);
    CHECK(words.stems() == 2);
}

TEST_CASE("words of one stem share it") {
    Vocabulary words("en");
    CHECK(words.stem("intercepts") == words.stem("Intercepting"));
    CHECK(words.stem("interferes") != words.stem("intercepts"));
    CHECK(words.stem("interferes") != words.stem("interfering"));  // Snowball is no dictionary
}

TEST_CASE("accents are forgiven, yet the stemmer sees them") {
    Vocabulary words("es");
    auto const accented = words.word("Interceptación");
    CHECK(words.spelling(accented) == "interceptacion");
    CHECK(words.spelling(words.word("INTERCEPTACION")) == words.spelling(accented));
    CHECK(words.stem("interceptación") == words.stem("interceptaciones"));
    CHECK(words.stem("informático") == words.stem("informáticos"));
}

TEST_CASE("a language without a stemmer keeps its words whole") {
    Vocabulary words("sw");
    CHECK(words.stem("kompyuta") != words.stem("kompyutas"));
    CHECK(words.spelling(words.stem("Kompyuta")) == "kompyuta");
}

TEST_CASE("a clone goes on with the same ids and leaves the first alone") {
    Vocabulary words("en");
    auto const access = words.word("access"), long_word = words.word("telecommunication");
    auto copy = words.clone();
    CHECK(copy.word("ACCESS") == access);
    CHECK(copy.word("Telecommunication") == long_word);
    CHECK(copy.stem("accessing") == words.info(access).stem);
    CHECK(copy.words() == 3);
    CHECK(words.words() == 2);
}

TEST_CASE("many words keep their ids as the tables grow") {
    Vocabulary words("en");
    std::vector<WordId> ids;
    for (int i = 0; i < 20'000; ++i) ids.push_back(words.word("w" + std::to_string(i * 7919)));
    bool same = true;
    for (int i = 0; i < 20'000; ++i)
        same = same && words.word("W" + std::to_string(i * 7919)) == ids[static_cast<std::size_t>(i)];
    CHECK(same);
    CHECK(words.words() == 20'000);
}

TEST_CASE("short and long words that share their bytes are different words") {
    SurfaceTable table;
    std::string const eight = "abcdefgh", nine = "abcdefghi";
    table.insert(eight, 1);
    table.insert(nine, 2);
    table.insert("", 3);
    CHECK(table.find(eight) == 1);
    CHECK(table.find(nine) == 2);
    CHECK(table.find("") == 3);
    CHECK(table.find("abcdefg") == SurfaceTable::absent);
    CHECK(table.find("abcdefghj") == SurfaceTable::absent);
}

namespace {
double number_of(Vocabulary& words, std::string_view word) {
    return words.info(words.word(word)).number;
}
}  // namespace

TEST_CASE("English counts in words") {
    Vocabulary words("en");
    CHECK(number_of(words, "one") == 1);
    CHECK(number_of(words, "Nineteen") == 19);
    CHECK(number_of(words, "ninety") == 90);
    CHECK(number_of(words, "person") == -1);
    for (auto const& [word, value] : {std::pair{"hundred", 1e2}, {"thousand", 1e3}, {"million", 1e6}}) {
        CHECK(number_of(words, word) == value);
        CHECK(words.info(words.word(word)).number_multiplies);
    }
    CHECK_FALSE(words.info(words.word("ten")).number_multiplies);
}

TEST_CASE("other languages count as ICU spells them") {
    Vocabulary french("fr"), german("de"), spanish("es"), portuguese("pt");
    CHECK(number_of(french, "deux") == 2);
    CHECK(number_of(french, "une") == 1);
    CHECK(french.info(french.word("mille")).number_multiplies);
    CHECK(number_of(german, "fünfundzwanzig") == 25);
    CHECK(german.info(german.word("tausend")).number_multiplies);
    CHECK(number_of(spanish, "doscientos") == 200);
    CHECK(number_of(spanish, "cien") == 100);
    CHECK(number_of(spanish, "ciento") == 100);
    CHECK(number_of(portuguese, "cento") == 100);
    CHECK(number_of(spanish, "veintidós") == 22);
    CHECK(&number_words("fr") == &number_words("fr"));
}

TEST_CASE("numbers in digits, with the separators of the world") {
    auto const value = [](std::string_view text, bool comma = false) {
        auto const digits = read_digits(text, comma);
        return digits.length == text.size() ? digits.value : -1;
    };
    CHECK(value("323") == 323);
    CHECK(value("10,000") == 10'000);
    CHECK(value("1.000.000") == 1'000'000);
    CHECK(value("1,00,000") == 100'000);
    CHECK(value("10 000") == 10'000);
    CHECK(value("75\u00A0000") == 75'000);
    CHECK(value("75\u202F000") == 75'000);
    CHECK(value("2.5") == 2.5);
    CHECK(value("2,5", true) == 2.5);
    CHECK(value("2,5") == -1);
    CHECK(value("1,250.75") == 1250.75);
    CHECK(value("1.250,75", true) == 1250.75);
}

TEST_CASE("what is no one number is read to its first part") {
    CHECK(read_digits("19.8.2002", false).length == 2);
    CHECK(read_digits("3,4,5", false).length == 1);
    CHECK(read_digits("3, 4", false).length == 1);
    CHECK(read_digits("5 3 (a)", false).length == 1);
    CHECK(read_digits("12 500kg", false).length == 2);
    CHECK(read_digits("a", false).length == 0);
    CHECK(read_digits("", false).length == 0);
    CHECK(read_digits("1,2,3,4,5,6,7,8,9,10,11,12", false).length == 1);
}
