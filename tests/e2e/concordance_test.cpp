// What two instruments share follows from the measures that meet their obligations. The file in mappings/ is
// what the program writes now, and differs from a table that was made by hand only where docs/concordance.md
// says so.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "support/golden.hpp"
#include "support/shared.hpp"
#include "support/shell.hpp"

namespace fs = std::filesystem;

namespace {

using Pairs = std::set<std::pair<std::string, std::string>>;  // articles of the one and of the other

std::string compared() {
    auto const printed = lacuna::test::shell(
        fmt::format("'{0}/lacuna' compare uncc budapest --format json --rules '{1}/rules'", LACUNA_BINARY_DIR,
                    LACUNA_SOURCE_DIR));
    REQUIRE(printed.exit == 0);
    return printed.text;
}

Pairs pairs_of(nlohmann::json const& concordance) {
    std::map<std::string, std::string> article;
    for (auto const& row : concordance.at("b").at("obligations"))
        article[row.at("obligation").get<std::string>()] = row.at("article").get<std::string>();
    Pairs pairs;
    for (auto const& row : concordance.at("a").at("obligations"))
        for (auto const& other : row.at("counterparts"))
            pairs.emplace(row.at("article").get<std::string>(),
                          article.at(other.at("obligation").get<std::string>()));
    return pairs;
}

// "25; 27", "49-52": the articles of a cell; what stands in brackets only explains.
std::set<std::string> articles_of(std::string const& cell) {
    auto const plain = std::regex_replace(cell, std::regex(R"(\([^)]*\))"), "");
    std::set<std::string> articles;
    static std::regex const item(R"(^\s*(\d+)(?:\s*-\s*(\d+))?)");
    std::istringstream parts(std::regex_replace(plain, std::regex(","), ";"));
    for (std::string part; std::getline(parts, part, ';');) {
        std::smatch found;
        if (!std::regex_search(part, found, item)) continue;
        auto const last = std::stoi(found[2].matched ? found[2].str() : found[1].str());
        for (auto at = std::stoi(found[1].str()); at <= last; ++at) articles.insert(std::to_string(at));
    }
    return articles;
}

// A table without line breaks inside its cells; quotes hold commas.
std::vector<std::string> cells_of(std::string const& line) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (char const c : line) {
        if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            cells.emplace_back();
        else
            cells.back() += c;
    }
    return cells;
}

Pairs by_hand(fs::path const& table) {
    std::istringstream lines(lacuna::test::slurp(table));
    std::string line;
    std::getline(lines, line);  // names of the columns: topic, uncc, budapest, …
    Pairs pairs;
    while (std::getline(lines, line)) {
        auto const cells = cells_of(line);
        REQUIRE(cells.size() > 2);
        for (auto const& a : articles_of(cells[1]))
            for (auto const& b : articles_of(cells[2])) pairs.emplace(a, b);
    }
    return pairs;
}

// Rows "| 3 | 14 | by hand | why |" of the page.
std::map<std::string, Pairs> explained() {
    std::istringstream lines(lacuna::test::slurp(fs::path(LACUNA_SOURCE_DIR) / "docs" / "concordance.md"));
    static std::regex const row(R"(^\| (\d+) \| (\d+) \| (by hand|computed) \| .+ \|$)");
    std::map<std::string, Pairs> differences;
    for (std::string line; std::getline(lines, line);) {
        std::smatch found;
        if (std::regex_match(line, found, row)) differences[found[3]].emplace(found[1], found[2]);
    }
    return differences;
}

Pairs without(Pairs const& all, Pairs const& some) {
    Pairs rest;
    for (auto const& pair : all)
        if (some.count(pair) == 0) rest.insert(pair);
    return rest;
}

std::string listed(Pairs const& pairs) {
    std::string text;
    for (auto const& [a, b] : pairs) text += a + "/" + b + " ";
    return text;
}

}  // namespace

TEST_CASE("the concordance in mappings/ is what the rules say") {
    lacuna::test::check_golden(fs::path(LACUNA_SOURCE_DIR) / "mappings" / "concordance.json", compared());
}

TEST_CASE("the concordance differs from the table made by hand only where the page explains it") {
    auto const table = lacuna::test::shared("law/concordance.csv");
    if (table.empty()) return;
    auto const ours = pairs_of(nlohmann::json::parse(compared())), theirs = by_hand(table);
    CHECK(ours.size() > 30);
    auto differences = explained();
    CHECK(listed(without(theirs, ours)) == listed(differences["by hand"]));
    CHECK(listed(without(ours, theirs)) == listed(differences["computed"]));
}
