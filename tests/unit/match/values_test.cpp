// What numbers and durations are worth, in digits, in words and in several parts.
#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "match/evaluate.hpp"
#include "support/engine/rules.hpp"

using namespace lacuna;

namespace {

// Is the measure of that comparison found in the text?
bool holds(std::string const& language, std::string const& comparison, std::string const& text) {
    auto const program =
        test::compile_rules(fmt::format("lexicon {}\n"
                                        "quantity duration {{ \"year\" = 1 year \"month\" = 1 month \"day\" "
                                        "= 1 day \"an\" = 1 year \"mois\" = 1 month "
                                        "\"a year\" = 12 months \"half a year\" = 6 months }}\n"
                                        "concept counted {{ \"exactly\" number as count }}\n"
                                        "concept lasting {{ \"lasts\" duration as time }}\n"
                                        "kind rule {{ elements conduct }}\n"
                                        "measure wanted : rule \"Wanted\" {{ conduct = {} needs conduct }}\n",
                                        language, comparison));
    akn::StatuteSet set;
    set.documents.push_back(akn::document_from_text(text, language));
    match::EvaluateOptions options;
    options.language = language;
    return !match::evaluate(*program, set, options).findings.empty();
}

}  // namespace

TEST_CASE("a number of several words is one number") {
    for (auto const& [words, value] : {std::pair{"soixante-dix", 70},
                                       {"soixante et onze", 71},
                                       {"soixante-dix-neuf", 79},
                                       {"quatre-vingts", 80},
                                       {"quatre-vingt-un", 81},
                                       {"quatre-vingt-dix", 90},
                                       {"quatre-vingt-dix-neuf", 99},
                                       {"vingt et un", 21},
                                       {"cent quatre-vingt-dix", 190},
                                       {"quatre-vingt mille", 80'000},
                                       {"deux mille quatre cent quatre-vingt-seize", 2496}}) {
        INFO(words);
        CHECK(holds("fr", fmt::format("count = {}", value), fmt::format("Il y en a exactly {}.", words)));
    }
    CHECK(holds("es", "count = 180", "Son exactly ciento ochenta."));
    CHECK(holds("es", "count = 235", "Son exactly doscientos treinta y cinco."));
    CHECK(holds("es", "count = 100000", "Son exactly cien mil."));
    CHECK(holds("en", "count = 500", "It is exactly 500, one of many."));
    CHECK(holds("en", "count = 5", "It is exactly 5 (a)."));
    CHECK_FALSE(holds("en", "count >= 1", "It is exactly 5A."));
}

TEST_CASE("a duration in several parts is one value") {
    for (int const years : {1, 2, 10})
        for (int const months : {1, 6, 11}) {
            auto const value = fmt::format("time = {} months", 12 * years + months);
            for (auto const* const joined : {"lasts {} years and {} months.", "lasts {} years {} months.",
                                             "lasts {} years and {} months or more."}) {
                auto const text = fmt::format(fmt::runtime(joined), years, months);
                INFO(text);
                CHECK(holds("en", value, text));
                CHECK_FALSE(holds("en", fmt::format("time = {} years", years), text));
            }
        }
    CHECK(holds("en", "time = 18 months", "It lasts one year and six months."));
    CHECK(holds("fr", "time = 30 months", "Elle lasts deux ans et six mois."));
    CHECK(holds("en", "time = 2 years", "It lasts two years or six months."));
    CHECK(holds("en", "time = 6 months", "It lasts six months and two years."));
}

TEST_CASE("a unit without a number is worth what the lexicon says") {
    CHECK(holds("en", "time = 1 year", "It lasts a year."));
    CHECK(holds("en", "time = 6 months", "It lasts half a year."));
    CHECK_FALSE(holds("en", "time = 1 year", "It lasts half a year."));
    CHECK(holds("en", "time = 18 months", "It lasts a year and six months."));
    CHECK(holds("en", "time = 6 months", "A term that lasts six-month."));
}
