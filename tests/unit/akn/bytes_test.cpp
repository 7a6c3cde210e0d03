// Bytes looked at sixteen together: the answers must be those of one byte after another.
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "akn/bytes16.hpp"
#include "akn/text_writer.hpp"
#include "akn/valid_text.hpp"
#include "base/utf8.hpp"

using namespace lacuna;

namespace {

// What find_bad_character says, one character after another.
std::size_t bad_character(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        auto const character = utf8::decode(text, at);
        bool const control = character.code < 0x20 && character.code != '\t' && character.code != '\n' &&
                             character.code != '\r';
        if (!character.valid || control || character.code == 0xFFFE || character.code == 0xFFFF) return at;
        at += character.length;
    }
    return std::string_view::npos;
}

// Characters of every length, with a broken one now and then.
std::string some_text(std::mt19937& random) {
    static constexpr std::string_view good[] = {"a",
                                                "b c",
                                                "  ",
                                                "\n",
                                                "\xC3\xA9",
                                                "\xE2\x80\x9C",
                                                "\xE0\xA4\x85",
                                                "\xF0\x9F\x98\x80",
                                                "\xED\x9F\xBF",
                                                "\xEF\xBB\xBF"};
    static constexpr std::string_view bad[] = {
        "\x80", "\xC3", "\xE2\x80",     "\xED\xA0\x80", "\xC0\xAF",
        "\x01", "\xFF", "\xE0\x80\x80", "\xEF\xBF\xBF", "\xF5\x80\x80\x80"};
    std::string text;
    for (auto parts = random() % 200; parts > 0; --parts) text += good[random() % std::size(good)];
    if (random() % 2 == 0 && !text.empty())
        text.insert(random() % text.size(), bad[random() % std::size(bad)]);
    return text;
}

}  // namespace

TEST_CASE("bad characters are found where they stand") {
    std::mt19937 random(7);
    for (int i = 0; i < 5000; ++i) {
        auto const text = some_text(random);
        bool ascii = false;
        INFO(text);
        auto const bad = akn::find_bad_character(text, ascii);
        REQUIRE(bad == bad_character(text));
        auto const high = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
        if (bad == std::string_view::npos) REQUIRE(ascii == std::none_of(text.begin(), text.end(), high));
    }
}

TEST_CASE("bytes that continue a character are counted in texts of any length") {
    std::mt19937 random(11);
    for (int i = 0; i < 2000; ++i) {
        auto const text = some_text(random);
        auto const later = [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) == 0x80u; };
        auto const count = std::count_if(text.begin(), text.end(), later);
        REQUIRE(akn::Continuations::count(text) == static_cast<std::uint64_t>(count));
    }
}

TEST_CASE("words are copied up to the first blank that is no single space") {
    akn::TextWriter writer;
    for (std::string const end : {"", " ", "  x", "\nx", " \nx"})
        for (std::string const behind : {"", "</p>", " ) and more of the file, longer than a step"})
            for (std::size_t length = 1; length < 70; ++length) {
                std::string const word(length, 'w');
                auto const text = word + " " + word + end;
                auto const file = text + behind;
                writer.clear();
                auto const* const stop =
                    writer.words(file.data(), file.data() + text.size(), file.data() + file.size());
                REQUIRE(writer.text() == word + " " + word);
                REQUIRE(stop == file.data() + 2 * length + 1);
                REQUIRE(writer.signs().empty());
            }
}

TEST_CASE("signs of points are seen wherever they stand among the words that are copied") {
    akn::TextWriter writer;
    std::string const words(40, 'w');
    for (char const sign : {')', ':'})
        for (std::size_t place = 1; place < words.size(); ++place) {
            auto text = words;
            text[place] = sign;
            writer.clear();
            static_cast<void>(writer.words(text.data(), text.data() + place, text.data() + text.size()));
            REQUIRE(writer.signs().empty());
            static_cast<void>(writer.words(text.data(), text.data() + place + 1, text.data() + text.size()));
            auto const behind_first = static_cast<std::uint32_t>(2 * place);
            REQUIRE(writer.signs() == std::vector{behind_first});
        }
}

TEST_CASE("borders are put into the text before the places that are named") {
    akn::TextWriter writer;
    for (char const c : std::string_view("abcdef")) writer.put(c);
    writer.insert_before({1, 2, 6}, '-');
    CHECK(writer.text() == "a-b-cdef-");
}
