// The rules as a whole: every measure has examples, every duty that a statute can show has a measure, and no
// verdict on the bundled countries stands without the words that prove it or what came nearest.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "support/golden.hpp"
#include "support/shell.hpp"

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

std::vector<std::string> instruments() {
    std::vector<std::string> names;
    for (auto const& entry : fs::directory_iterator(fs::path(LACUNA_SOURCE_DIR) / "rules/instruments"))
        if (entry.path().extension() == ".lac") names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
    // Every instrument takes the program the same way; what differs is the rules. Sanitizers look at the
    // program.
    if (std::getenv("LACUNA_FEW_INSTRUMENTS") != nullptr && names.size() > 2) {
        WARN("skipped: LACUNA_FEW_INSTRUMENTS is set, two instruments stand for all");
        names.resize(2);
    }
    return names;
}

json report_on(std::string const& country, std::string const& instrument) {
    auto const text =
        lacuna::test::shell(
            fmt::format("'{0}/lacuna' check '{1}/legislation/{2}' --against {3} --format json --quiet "
                        "--no-decisions --rules '{1}/rules' </dev/null",
                        LACUNA_BINARY_DIR, LACUNA_SOURCE_DIR, country, instrument))
            .text;
    auto report = json::parse(text, nullptr, false);
    REQUIRE_FALSE(report.is_discarded());
    return report;
}

bool quotes_words(json const& provision) {
    auto const& elements = provision.at("elements");
    return std::any_of(elements.begin(), elements.end(), [](json const& element) {
        return element.at("found").get<bool>() && !element.at("quotes").empty();
    });
}

// What a verdict rests on: quoted words, nearest misses, or what was looked for and no act speaks of. What
// could not be judged says why.
bool has_grounds(json const& row) {
    auto const verdict = row.at("verdict").get<std::string>();
    auto const& provisions = row.at("provisions");
    if (!std::all_of(provisions.begin(), provisions.end(), quotes_words)) return false;
    if (verdict == "covered" || verdict == "partial") return !provisions.empty();
    if (verdict == "gap" || verdict == "option-not-used")
        return !provisions.empty() || !row.at("near_misses").empty() || row.contains("absent");
    return !row.at("reason").get<std::string>().empty();
}

std::string linted() {
    return lacuna::test::shell(fmt::format("'{}/lacuna' rules lint --all '{}/rules' 2>&1", LACUNA_BINARY_DIR,
                                           LACUNA_SOURCE_DIR))
        .text;
}

}  // namespace

TEST_CASE("the linter finds nothing in the bundled rules") {
    // Every measure has a yes and a no in each language, every concept is used and said in each, every duty
    // that a statute can show has a measure, and no words of one language stand in a measure.
    CHECK(linted() == "nothing to mend\n");
}

TEST_CASE("no verdict on the bundled countries stands without evidence or nearest misses") {
    auto const country = GENERATE(values<std::string>({"xa", "xb", "xc"}));
    for (auto const& instrument : instruments()) {
        auto const report = report_on(country, instrument);
        std::size_t rows = 0;
        for (auto const& article : report.at("articles"))
            for (auto const& row : article.at("obligations")) {
                ++rows;
                INFO(country << ' ' << instrument << '/' << row.at("id") << ": " << row.at("verdict") << ", "
                             << row.at("reason"));
                CHECK(has_grounds(row));
            }
        CHECK(rows > 0);
    }
}

TEST_CASE("a duty is met by measures or marked as one that no statute can show") {
    for (auto const& instrument : instruments()) {
        auto const report = report_on("xa", instrument);
        for (auto const& article : report.at("articles"))
            for (auto const& row : article.at("obligations")) {
                if (!row.at("mandatory").get<bool>() || row.at("policy").get<bool>()) continue;
                INFO(instrument << '/' << row.at("id"));
                CHECK_FALSE(row.at("measures").empty());
            }
    }
}
