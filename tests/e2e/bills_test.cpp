// The bundled bill, written into the code that it changes, against the last column of the country's table:
// what a right reading finds when the bill is law. A verdict may differ only where
// tests/golden/countries/xc-bill.differences says so and why.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "support/golden.hpp"
#include "support/shell.hpp"

namespace fs = std::filesystem;

namespace {

std::string trim(std::string const& text) {
    auto const from = text.find_first_not_of(' ');
    return from == std::string::npos ? "" : text.substr(from, text.find_last_not_of(' ') - from + 1);
}

// Obligation -> verdict with the bill; empty where nothing is to change.
std::map<std::string, std::string> table() {
    std::ifstream file(fs::path(LACUNA_SOURCE_DIR) / "legislation" / "xc" / "README.md");
    std::map<std::string, std::string> expected;
    for (std::string line; std::getline(file, line);) {
        std::vector<std::string> cells;
        std::istringstream row(line);
        for (std::string cell; std::getline(row, cell, '|');) cells.push_back(trim(cell));
        if (cells.size() != 6 || cells[1].empty() || cells[1].find_first_of("0123456789") != 0) continue;
        auto verdict = cells[5].substr(0, cells[5].find(" ("));
        for (auto& letter : verdict)
            if (letter == ' ') letter = '-';
        std::istringstream ids(cells[1]);
        for (std::string id; std::getline(ids, id, ',');) expected[trim(id)] = verdict == "-" ? "" : verdict;
    }
    return expected;
}

nlohmann::json comparison() {
    auto const printed =
        lacuna::test::shell(fmt::format("cd '{}' && '{}/lacuna' check legislation/xc --against uncc --rules "
                                        "rules --quiet --format json --no-decisions "
                                        "--with-bill bill-penal-code-amendment.xml </dev/null",
                                        LACUNA_SOURCE_DIR, LACUNA_BINARY_DIR));
    auto json = nlohmann::json::parse(printed.text, nullptr, false);
    REQUIRE_FALSE(json.is_discarded());
    return json;
}

// "xc 11.1.a.i partial: why"
std::map<std::string, std::string> known_differences() {
    std::ifstream file(lacuna::test::golden_root() / "countries" / "xc-bill.differences");
    std::map<std::string, std::string> known;
    for (std::string line; std::getline(file, line);) {
        std::istringstream row(line);
        std::string country, id, verdict;
        row >> country >> id >> verdict;
        if (country == "xc" && !verdict.empty()) known[id] = verdict.substr(0, verdict.size() - 1);
    }
    return known;
}

}  // namespace

TEST_CASE("the bundled bill changes what its country's table says, and nothing else") {
    auto const json = comparison();
    REQUIRE(json.at("bills").size() == 1);
    CHECK(json.at("bills")[0].at("not_applied").empty());
    CHECK(json.at("bills")[0].at("applied").size() == 7);
    std::map<std::string, std::string> changed;
    for (auto const& row : json.at("changes"))
        if (row.at("before").at("verdict") != row.at("after").at("verdict"))
            changed[row.at("id").get<std::string>()] = row.at("after").at("verdict").get<std::string>();
    auto const known = known_differences();
    for (auto const& [id, verdict] : table()) {
        auto const at = changed.find(id);
        auto const found = at == changed.end() ? std::string() : at->second;
        auto const exception = known.find(id);
        INFO(id << ": " << found << ", table: " << verdict);
        CHECK(found == (exception == known.end()   ? verdict
                        : exception->second == "-" ? ""
                                                   : exception->second));
    }
}

TEST_CASE("what rests on the bill says so, and stands in the bill's file") {
    auto const json = comparison();
    std::size_t marked = 0;
    for (auto const& row : json.at("changes")) {
        bool from_bill = false;
        for (auto const& provision : row.at("after").at("provisions")) {
            bool const in_bill = provision.at("file").get<std::string>().find("bill-") != std::string::npos;
            INFO(row.at("id") << ' ' << provision.at("eid"));
            if (in_bill) CHECK(provision.value("bill", "") == "Penal Code (Amendment) Bill, 2025");
            if (in_bill) CHECK(provision.at("act") == "Penal Code");
            from_bill = from_bill || provision.contains("bill");
        }
        for (auto const& provision : row.at("before").at("provisions"))
            CHECK_FALSE(provision.contains("bill"));
        if (row.at("change") == "rose") CHECK(from_bill);
        if (from_bill) ++marked;
    }
    CHECK(marked > 10);
}
