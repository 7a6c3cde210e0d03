// The bundled countries against the tables of their README files: what a right reading of the law finds. A
// verdict may differ only where tests/golden/countries says so and why; a line there that no
// longer differs fails too, so that the list can only shrink.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "support/golden.hpp"
#include "support/shell.hpp"

namespace fs = std::filesystem;

namespace {

using Verdicts = std::map<std::string, std::string>;  // obligation -> verdict, "+ broader" when flagged

std::string trimmed(std::string_view text) {
    auto const from = text.find_first_not_of(" `");
    if (from == std::string_view::npos) return {};
    return std::string(text.substr(from, text.find_last_not_of(" `") - from + 1));
}

std::vector<std::string> split(std::string const& text, char at) {
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, at);) parts.push_back(trimmed(part));
    return parts;
}

// "partial (object) + broader (purpose)" gives "partial + broader"; the rest explains.
std::string verdict_of(std::string const& cell) {
    for (std::string const name : {"option not used", "option used", "covered", "partial", "gap", "reserved",
                                   "untested", "outside statutes"})
        if (cell.rfind(name, 0) == 0)
            return name + (cell.find("+ broader") == std::string::npos ? "" : " + broader");
    return {};  // "not applicable" says nothing that a program can check
}

// "25 to 27" names the articles between.
std::vector<std::string> ids_of(std::string const& cell) {
    std::vector<std::string> ids;
    for (auto const& part : split(cell, ',')) {
        auto const to = part.find(" to ");
        if (to == std::string::npos)
            ids.push_back(part);
        else
            for (auto at = std::stoi(part.substr(0, to)); at <= std::stoi(part.substr(to + 4)); ++at)
                ids.push_back(std::to_string(at));
    }
    return ids;
}

Verdicts read_table(fs::path const& readme) {
    std::ifstream file(readme);
    REQUIRE(file);
    Verdicts expected;
    std::size_t column = 0;  // of the verdict; 0 outside a table of obligations
    for (std::string line; std::getline(file, line);) {
        if (line.rfind("| ", 0) != 0) {
            if (line.rfind("|", 0) != 0) column = 0;
            continue;
        }
        auto const cells = split(line, '|');
        if (cells.size() > 2 && cells[1] == "obligation") {
            auto const at = std::find(cells.begin(), cells.end(), "verdict");
            column = at == cells.end() ? 0 : static_cast<std::size_t>(at - cells.begin());
        } else if (column != 0 && cells.size() > column) {
            if (auto const verdict = verdict_of(cells[column]); !verdict.empty())
                for (auto const& id : ids_of(cells[1])) expected[id] = verdict;
        }
    }
    return expected;
}

// What the program says, by obligation; a duty stands under the number of its article too, as article/duty.
Verdicts check(std::string const& country, Verdicts& duties) {
    auto const text =
        lacuna::test::shell(
            fmt::format("'{0}/lacuna' check '{1}/legislation/{2}' --against uncc --format json --quiet "
                        "--no-decisions --rules '{1}/rules' "
                        "</dev/null",
                        LACUNA_BINARY_DIR, LACUNA_SOURCE_DIR, country))
            .text;
    auto const json = nlohmann::json::parse(text, nullptr, false);
    REQUIRE_FALSE(json.is_discarded());
    Verdicts found;
    for (auto const& article : json.at("articles")) {
        for (auto const& row : article.at("obligations")) {
            auto verdict = row.at("verdict").get<std::string>();
            std::replace(verdict.begin(), verdict.end(), '-', ' ');
            for (auto const& flag : row.at("flags"))
                if (flag == "broader") verdict += " + broader";
            auto const id = row.at("id").get<std::string>();
            found[id] = verdict;
            if (row.at("mandatory").get<bool>() && !row.at("policy").get<bool>())
                duties[article.at("article").get<std::string>() + "/" + id] = verdict;
        }
    }
    return found;
}

// "xb 11.1.b covered: why": what the program says where it differs from the table, and the reason.
struct Difference {
    std::string verdict, reason;
};
using Differences = std::map<std::string, Difference>;

fs::path differences_file(std::string const& country) {
    return lacuna::test::golden_root() / "countries" / (country + ".differences");
}

Differences known_differences(std::string const& country) {
    std::ifstream file(differences_file(country));
    Differences known;
    for (std::string line; std::getline(file, line);) {
        if (line.rfind(country + " ", 0) != 0) continue;
        auto const id_end = line.find(' ', country.size() + 1), colon = line.find(": ");
        REQUIRE(colon != std::string::npos);
        known[line.substr(country.size() + 1, id_end - country.size() - 1)] = {
            line.substr(id_end + 1, colon - id_end - 1), line.substr(colon + 2)};
    }
    return known;
}

// With LACUNA_UPDATE_GOLDEN the list is written anew; reasons that still hold are kept.
void write_differences(std::string const& country, Verdicts const& table, Verdicts const& found) {
    auto const known = known_differences(country);
    fs::create_directories(differences_file(country).parent_path());
    std::ostringstream text;
    for (auto const& [id, verdict] : table) {
        if (found.at(id) == verdict) continue;
        auto const old = known.find(id);
        auto const reason = old != known.end() ? old->second.reason : "the table says " + verdict;
        text << country << ' ' << id << ' ' << found.at(id) << ": " << reason << '\n';
    }
    std::ofstream(differences_file(country)) << text.str();
}

// A number without letters that is no obligation stands for every duty of the article.
Verdicts expanded(Verdicts const& expected, Verdicts const& found, Verdicts const& duties) {
    Verdicts all;
    for (auto const& [id, verdict] : expected) {
        if (found.count(id) != 0) {
            all[id] = verdict;
            continue;
        }
        for (auto at = duties.lower_bound(id + "/"); at != duties.end() && at->first.rfind(id + "/", 0) == 0;
             ++at)
            all.emplace(at->first.substr(id.size() + 1), verdict);
    }
    return all;
}

}  // namespace

TEST_CASE("the bundled countries are read as their tables say") {
    auto const country = GENERATE(std::string("xa"), std::string("xb"), std::string("xc"));
    auto const table = read_table(fs::path(LACUNA_SOURCE_DIR) / "legislation" / country / "README.md");
    CHECK(table.size() > 40);
    Verdicts duties;
    auto const found = check(country, duties);
    auto const expected = expanded(table, found, duties);
    if (std::getenv("LACUNA_UPDATE_GOLDEN") != nullptr) return write_differences(country, expected, found);
    auto const known = known_differences(country);
    for (auto const& [id, verdict] : expected) {
        auto const exception = known.find(id);
        INFO(country << ' ' << id << ", table: " << verdict);
        CHECK(found.at(id) == (exception == known.end() ? verdict : exception->second.verdict));
        if (exception != known.end()) CHECK(exception->second.verdict != verdict);
    }
    for (auto const& [id, difference] : known) {
        INFO(country << ' ' << id << " is listed as a difference: " << difference.reason);
        CHECK(found.count(id) == 1);
    }
}
